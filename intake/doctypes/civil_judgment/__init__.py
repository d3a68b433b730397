"""民事判决书: the judgment of a civil case; what it awards is what an enforcement is about."""

from __future__ import annotations

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.court_head import court_head
from intake.extract.court_paper import SIGNED, awards, foot, head, one_of_several, sides
from intake.extract.finders import pattern
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.ruling import ORDERED

_TITLE = pattern("民事判决书|民.判决书|民事.决书|民事判.书|民事判决.", lambda _read: "民事判决书")

DOCTYPE = DocType(
    name="civil_judgment",
    title="民事判决书",
    title_en="Civil judgment",
    klass=DocumentClass.RULING,
    cues={
        "(?<!号)(?<!附带)(?:民事判决书|民.判决书|民事.决书|民事判.书)(?!已|确定|生效|及|一份|送达)": 4.0,
        "判决如下": 1.5,
        "人民法院": 0.5,
        "审判[长员]|书记员": 0.4,
        r"\(20\d\d\)[^()号]{2,12}民[初终再][^()号]{0,4}\d+号": 0.8,
        "原告|上诉人": 0.5,
        "送达回证|上诉状|起诉状|律师函|申请书|情况说明|委托书|证明书|回执|收据|确认书|通知书|调解书|裁定书": -5.0,
    },
    defined=court_head("民事判决书", "判决书"),
    fields={
        **head(_TITLE),
        **sides(),
        **awards("判决金额"),
        **foot("判决日期"),
    },
    rules=(*ORDERED, *SIGNED, one_of_several, confident(SURE, {"decision_date": CHECKED})),
    draw=drawn_by(__name__),
    continues=(
        "审判[长员]",
        "书记员",
        "判决如下",
        "本判决",
        "本院(认为|查明|经审理|作出|依法|予以)",
        "原告|被告|上诉人",
        "案件受理费",
        "依照《",
    ),
)
