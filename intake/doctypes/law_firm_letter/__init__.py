"""律师事务所函, 律师函: who appears for a party, or what a lawyer demands; it may quote a whole ruling and is none."""

from __future__ import annotations

from intake.domain.definition import Definition
from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.titled import titled

DOCTYPE = DocType(
    name="law_firm_letter",
    title="律师事务所函（律师函）",
    title_en="Letter of a law firm",
    klass=DocumentClass.OTHER,
    cues={
        "律师(事务所)?(所|出庭|催告|告知|介绍)?函|出庭函": 6.0,
        "律师事务所": 2.0,
        "(指派|委托|委派)[^。]{0,16}律师|(本|承办)律师": 1.5,
        "(特此|郑重)?(致|函|来)函[告如贵件]?|函告": 1.2,
        "(本|我)所": 0.8,
        "顺颂商祺|请予接洽": 0.8,
        "(?<!律师)执业证[号类]|执业机构": -3.0,
        "送达回证|(起|上)诉状|申请书|确认书|收据|(?<!附[:：])授权委托书": -3.0,
    },
    defined=Definition(all_of=("律师", titled("函"))),
    draw=drawn_by(__name__),
    continues=("本律师", "特此函告", "律师事务所", "裁定如下", "本函"),
)
