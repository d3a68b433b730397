"""送达回证: who received which paper of a court; it names rulings and judgments and is none."""

from __future__ import annotations

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="service_receipt",
    title="送达回证",
    title_en="Receipt of service",
    klass=DocumentClass.OTHER,
    cues={
        "送达(回证|回执)": 6.0,
        "受送达人": 2.0,
        "送达(文书|文件|地[点址]|方式|时间|日期)": 1.5,
        "送达人(?!签)|填发人": 1.0,
        "代收(人|理由)": 1.0,
        "收到日期|收件人|签收": 0.6,
        "(判决|裁定)如下|本院认为|依照《": -3.0,
        "律师函|(起|上)诉状|确认书": -4.0,
    },
    draw=drawn_by(__name__),
    continues=("受送达人", "代收人"),
)
