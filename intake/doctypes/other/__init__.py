"""Any other paper: it counts for completeness, and a person may link it to a requirement."""

from __future__ import annotations

from intake.doctypes.other.draw import draw
from intake.domain.doctype import DocType
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="other",
    title="其他材料",
    title_en="Other paper",
    klass=DocumentClass.OTHER,
    cues={
        "送达回证": 5.0,
        "律师函": 5.0,
        "(起诉|上诉|答辩)状": 5.0,
        "(执行|立案|退费|保全)申请书": 5.0,
        "查询(回函|结果|回执)": 4.0,
        "收据|收条|购物小票|发票": 4.0,
        "户口簿|常住人口": 5.0,
        "律师执业证": 5.0,
        "(情况|账户)说明": 4.0,
        "监护(关系)?证明": 4.0,
    },
    draw=draw,
)
