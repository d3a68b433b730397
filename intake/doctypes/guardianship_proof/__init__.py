"""监护关系证明: who acts for a minor, or for somebody who cannot act."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="guardianship_proof",
    title="监护关系证明",
    title_en="Proof of guardianship",
    klass=DocumentClass.OTHER,
    cues={
        "监护(人|关系|权)?(的|关系)?证明": 5.5,
        "(被|法定)监护人": 1.5,
        "监护(人|关系|职责)": 1.2,
        "[父母][子女]关系|系[^,。]{2,6}的(父|母)亲": 0.6,
        "(居民|村民)委员会|社区|派出所|民政局": 0.6,
        "(特此|兹|情况属实).{0,4}证明|兹[证有]": 0.8,
        "常住人口|户口簿|起诉状|申请书|委托书|确认书|律师函|裁定书|判决书": -4.0,
        "(判决|裁定)如下|审判[长员]": -2.0,
    },
    defined=Definition(all_of=("监护", "证明")),
    draw=drawn_by(__name__),
    continues=("监护职责", "被监护人"),
)
