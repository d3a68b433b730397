"""Reads what a ruling is about from its reasons: the cause, and the case number of the paper that is enforced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.domain.document import Field, Party
from intake.domain.text import PageText
from intake.extract.finders import Reading, chosen
from intake.extract.kinds import case
from intake.extract.paper import paper
from intake.extract.parse import tidy
from intake.extract.parties import parties

_ALL = parties("申请执行人", "申请人", "被执行人", "被申请人", "第三人", "利害关系人")
_CASE = re.compile(r"(?P<value>[\u4e00-\u9fff、]{2,40}?)(?:一案|执行案件)")
_TITLE = re.compile(r"^(?:作出的)?[\u4e00-\u9fff]{0,6}(?:判决|调解|裁决|裁定|公证|支付令|决定|仲裁)")
_NAMES_END = re.compile(r".*(?:被执行人|被申请人|公司|合作社|银行|支行|等[一二三四五六七八九十\d]+人|[、与和])")


def cause(pages: Sequence[PageText]) -> Field | None:
    """Find the cause: what stands between the last party and 一案."""
    reasons = paper(pages).reasons
    found = _CASE.search(reasons.text)
    if not found:
        return None
    start = found.start("value")
    ends = [i + len(name) for name in _names(pages) if (i := reasons.text.rfind(name, 0, found.end("value"))) >= 0]
    joint = _NAMES_END.match(found["value"])
    start = max([start, *ends] if ends else [start + (joint.end() if joint else 0)])
    span = reasons.cut(start, found.end("value"))
    return chosen([Reading(tidy(span), span)]) if span.text else None


def basis_case_number(pages: Sequence[PageText]) -> Field | None:
    """Find the case number of what is enforced: one of another case, best one that names a judgment after it."""
    sections = paper(pages)
    own = {reading.value for reading in case(sections.heading)}
    others = [reading for reading in case(sections.reasons) if reading.value not in own]
    titled = [reading for reading in others if _TITLE.match(_after(sections.reasons.text, reading))]
    return chosen(titled or others) if others else None


def _names(pages: Sequence[PageText]) -> list[str]:
    field = _ALL(pages)
    items = field.value if field and isinstance(field.value, tuple) else ()
    return [item.name for item in items if isinstance(item, Party)]


def _after(text: str, reading: Reading) -> str:
    return text.partition(reading.span.text)[2]
