"""律师执业证: that an agent is a lawyer."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass

DOCTYPE = DocType(
    name="lawyer_licence",
    title="律师执业证",
    title_en="Lawyer's licence",
    klass=DocumentClass.OTHER,
    cues={
        "律师(工作|执业)证(?!复印件)": 5.5,
        "执业机构": 2.0,
        "执业证类别": 1.2,
        "执业证号": 1.2,
        "(专|兼|公)职律师": 1.0,
        "法律职业资格|律师资格证": 1.0,
        "年度考核": 1.5,
        "司法(厅|局|部)": 0.8,
        "持证人": 0.5,
        "发证(机关|日期)": 0.5,
        "[^\n]函$|函告|贵院|委托书|确认书|申请书|起诉状|裁定书|判决书": -3.0,
    },
    defined=Definition(all_of=("律师.{0,2}(?:工作|执业)证|执业机构|执业证号|职律师",)),
    draw=drawn_by(__name__),
    continues=("年度考核", "执业机构", "执业证号"),  # cover and pages copied onto one sheet are one booklet
)
