"""收据, 收条: that somebody received money."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.titled import titled

DOCTYPE = DocType(
    name="receipt",
    title="收据（收条）",
    title_en="Receipt for money",
    klass=DocumentClass.OTHER,
    cues={
        "收款?[条据](?!号)|收到条|领款?[条据]": 5.5,
        "今收到|兹收到": 1.5,
        "(交|收)款(人|单位|方式|项目|事由)": 0.8,
        "收讫|此据|立此据|经手人": 0.8,
        "(金额|人民币|合计)?[(]?(大写|小写)": 0.4,
        "小票|发票|收银|回执|回单|存根": -4.0,
        "裁定如下|判决如下|审判[长员]|书记员": -2.0,
        "送达回证|确认书|申请书|(起|上)诉状|律师函|裁定书|判决书|通知书": -4.0,
    },
    defined=Definition(all_of=(titled("收款?[条据]|收到条|领款?[条据]"),)),
    draw=drawn_by(__name__),
    continues=("立此据", "收讫"),
)
