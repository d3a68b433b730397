"""Any other paper: it counts for completeness, and a person may link it to a requirement."""

from __future__ import annotations

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="other",
    title="其他材料",
    title_en="Other paper",
    klass=DocumentClass.OTHER,
    cues={
        "购物小票|发票": 4.0,
        "(情况|账户)说明": 3.0,
    },
    draw=drawn_by(__name__),
)
