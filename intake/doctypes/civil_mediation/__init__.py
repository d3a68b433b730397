"""民事调解书: what the parties of a civil case agreed on before the court; it is enforced like a judgment."""

from __future__ import annotations

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.court_head import court_head
from intake.extract.court_paper import SIGNED, awards, foot, head, one_of_several, sides
from intake.extract.finders import pattern
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.ruling import ORDERED

_TITLE = pattern("民事调解书|民.调解书|民事.解书|民事调.书|民事调解.", lambda _read: "民事调解书")

DOCTYPE = DocType(
    name="civil_mediation",
    title="民事调解书",
    title_en="Civil mediation",
    klass=DocumentClass.RULING,
    cues={
        "(?<!号)(?<!附带)(?:民事调解书|民.调解书|民事.解书|民事调.书)(?!已|确定|生效|及|一份|送达)": 4.0,
        "达成(?:如下)?协议|如下协议|协议如下": 1.5,
        "主持调解": 0.8,
        "人民法院": 0.5,
        "审判[长员]|书记员": 0.4,
        r"\(20\d\d\)[^()号]{2,12}民[初终再][^()号]{0,4}\d+号": 0.8,
        "原告|上诉人": 0.5,
        "送达回证|上诉状|起诉状|律师函|申请书|情况说明|委托书|证明书|回执|收据|确认书": -5.0,
        "通知书|判决书|裁定书|人民调解": -5.0,
    },
    defined=court_head("民事调解书", "调解书"),
    fields={
        **head(_TITLE),
        **sides(),
        **awards("调解金额"),
        **foot("调解日期"),
    },
    rules=(*ORDERED, *SIGNED, one_of_several, confident(SURE, {"decision_date": CHECKED})),
    draw=drawn_by(__name__),
    continues=(
        "审判[长员]",
        "书记员",
        "达成.{0,2}协议",
        "本调解书|调解协议|上述协议",
        "本院(认为|查明|经审理|作出|依法|予以)",
        "原告|被告|上诉人",
        "案件受理费",
        "依照《",
    ),
)
