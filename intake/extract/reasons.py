"""Reads what a ruling is about from its reasons: the cause, and the case number of the paper that is enforced."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.domain.clean import packed
from intake.domain.document import Field, FieldState, Party
from intake.domain.text import PageText
from intake.extract.finders import Reading, chosen, field_of, seen
from intake.extract.kinds import case
from intake.extract.labels import after_label
from intake.extract.paper import ROLES, paper
from intake.extract.parse import spelled, tidy
from intake.extract.parties import parties

_ALL = parties(*ROLES)
_LABELLED_CAUSE = field_of(after_label("案由"), spelled("^[\u4e00-\u9fff、]{2,40}$"))
_APPEALED = re.compile("(?:不服|不满)[^。;]{0,40}$")
_CASE = re.compile(r"(?P<value>[\u4e00-\u9fff、]{2,40}?)(?:一案|执行案件)")
_TITLE = re.compile(r"^(?:作出的)?[\u4e00-\u9fff]{0,6}(?:判决|调解|裁决|裁定|公证|支付令|决定|仲裁)")
_NAMES_END = re.compile(
    r".*(?:公司(?!有关|决议|利益|解散|证照|章程)|合作社|银行(?!卡|结算)|支行|事务所|等[一二三四五六七八九十\d]+人|关于)"
)
_MORE_NAMES = re.compile("(?:诉|及|、|和|被|与(?!公司有关))")


def cause(pages: Sequence[PageText]) -> Field | None:
    """Find the cause: what stands between the last party and 一案."""
    reasons = paper(pages).reasons
    found = _CASE.search(reasons.text)
    if not found:
        return None
    start, end = found.span("value")
    ends = [i + len(name) for name in party_names(pages) if (i := reasons.text.rfind(name, 0, end)) >= 0]
    start = max(start, *ends) if ends else start
    is_cause = bool(ends) and not _MORE_NAMES.match(reasons.text, start, end)
    joint = None if is_cause else _NAMES_END.match(reasons.text, start, end)
    start = joint.end() if joint else start
    span = reasons.cut(start, end)
    if not span.text:
        return None
    if not is_cause and not joint:  # a name that we do not know may stand before the cause
        return seen(None, span, FieldState.UNREADABLE)
    return chosen([Reading(tidy(span), span)])


def stated_cause(pages: Sequence[PageText]) -> Field | None:
    """Find the cause behind its label (案由：), else where the case is named."""
    return _LABELLED_CAUSE(pages) or cause(pages)


def basis_case_number(pages: Sequence[PageText]) -> Field | None:
    """Find the case number of what is enforced: one of another case, best one that names a judgment after it.

    A ruling on an objection (执异) is named in rulings too, and is nothing that is enforced.
    """
    sections = paper(pages)
    own = {reading.value for reading in case(sections.heading)}
    others = [reading for reading in case(sections.reasons) if reading.value not in own]
    titled = [reading for reading in others if _TITLE.match(_after(sections.reasons.text, reading))]
    grounds = [reading for reading in titled if "执" not in str(reading.value)]
    return chosen(grounds or titled or others) if others else None


def appealed_case_number(pages: Sequence[PageText]) -> Field | None:
    """Find the case number of what an appeal or a retrial is about: the one that somebody does not accept (不服)."""
    reasons = paper(pages).reasons
    against = [r for r in case(reasons) if _APPEALED.search(reasons.text.partition(r.span.text)[0])]
    return chosen(against) if against else None


def party_names(pages: Sequence[PageText]) -> list[str]:
    """Return the names of all parties of a court paper, as they stand in its text."""
    field = _ALL(pages)
    items = field.value if field and isinstance(field.value, tuple) else ()
    return [packed(item.name) for item in items if isinstance(item, Party)]


def _after(text: str, reading: Reading) -> str:
    return text.partition(reading.span.text)[2]
