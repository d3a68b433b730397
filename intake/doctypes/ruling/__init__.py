"""裁定书 other than 执行裁定书: preservation, withdrawal, dismissal, jurisdiction, money returned."""

from __future__ import annotations

import re

from intake.domain.doctype import DocType, drawn_by
from intake.domain.document import DocumentClass
from intake.extract.court_head import court_head
from intake.extract.court_paper import SIGNED, awards, foot, head, one_of_several, sides
from intake.extract.finders import pattern
from intake.extract.sure import CHECKED, SURE
from intake.validate.confidence import confident
from intake.validate.ruling import ORDERED

_KIND = re.compile("行政|刑事|民事")
_NOT_QUOTED = "(?<!号)(?<!号民事)(?<!号行政)(?<!号刑事)"
_TITLES = "(?:民事|行政|刑事)裁.书|民.裁定书|民事.定书|(?<!执.)(?<!.行)裁定书"


def _titled(written: str) -> str:
    """Return the title without a slip of the reader: 民事裁定书, or 裁定书 alone."""
    kind = _KIND.search(written)
    return f"{kind[0]}裁定书" if kind else "民事裁定书" if len(written) > len("裁定书") else "裁定书"


_TITLE = pattern(_TITLES, _titled)

DOCTYPE = DocType(
    name="ruling",
    title="裁定书",
    title_en="Ruling",
    klass=DocumentClass.RULING,
    cues={
        f"{_NOT_QUOTED}(?:{_TITLES})(?!已|确定|生效|及|一份|送达)": 4.0,
        "裁定如下": 1.0,
        "人民法院": 0.5,
        "审判[长员]|书记员": 0.3,
        "财产保全|撤诉|管辖|驳回起诉|不予受理|移送": 0.8,
        "原告|上诉人": 0.4,
        "申请执行人|被执行人": -1.0,
        r"\(20\d\d\)[^()号]{2,12}执[^()号]{0,4}\d+号": -1.0,
        "送达回证|上诉状|起诉状|律师函|申请书|情况说明|委托书|证明书|回执|收据|确认书|判决书|调解书|通知书": -5.0,
    },
    defined=court_head("民事裁定书", "行政裁定书", "裁定书"),
    fields={
        **head(_TITLE),
        **sides(),
        **awards("金额"),
        **foot("裁定日期"),
    },
    rules=(*ORDERED, *SIGNED, one_of_several, confident(SURE, {"decision_date": CHECKED})),
    draw=drawn_by(__name__),
    continues=(
        "审判[长员]",
        "书记员",
        "裁定如下",
        "本裁定",
        "本院(认为|查明|经审查|依法|予以)",
        "被?申请人|原告|被告|上诉人",
        "案件(受理|申请)费",
        "依照《",
    ),
)
