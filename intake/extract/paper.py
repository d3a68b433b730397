"""A court paper as running text in its sections: heading, parties, reasons, what is ordered, who signed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intake.domain import case_number
from intake.domain.slips import any_of
from intake.domain.text import PageText
from intake.extract.labels import Place, Search
from intake.extract.running import Running, of_pages
from intake.extract.torn import is_torn

APPLICANTS = ("申请执行人", "申请人", "原告", "上诉人", "再审申请人", "起诉人", "复议申请人", "异议人", "原审原告")
RESPONDENTS = ("被执行人", "被申请人", "被告", "被上诉人", "第三人", "被申请执行人", "原审被告", "原审第三人")
ROLES = (*APPLICANTS, *RESPONDENTS, "利害关系人", "案外人")
SIGNERS = ("审判长", "审判员", "代理审判员", "人民陪审员", "执行员", "执行法官", "执行长", "代理执行员", "判长", "判员")

SIGNED = 6  # characters after the last sentence that must be signatures: less is dirt, or a page number

_ORDER = re.compile(any_of(("裁定如下", "判决如下", "决定如下", "协议如下", "如下协议")))
_PLAINLY = re.compile("(?P<kind>裁定|判决|决定|协议)如下|如下(?P<kind2>协议)")
_SLIPS = ("审.[长员]", "审判.")  # 审到长: who signs there must not be passed over
_UNREAD = re.compile(
    "(?!.*(?:裁定|判决|决定|执行|生效|送达|上诉|效力))[\u4e00-\u9fff]{2,8}"
)  # a name whose role was not read
_SIGNED = re.compile("|".join((*sorted(SIGNERS, key=len, reverse=True), *_SLIPS)))
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))
_PARTY = "[^:,。.]{1,60}?"
_OPENINGS = (  # the surer one first: a line above may have lost its full stop, and so run on into this one
    re.compile(f"(?:{_ROLE.pattern}){_PARTY}(?:与|诉|和|申请)"),
    re.compile(rf"(?!\d){_PARTY}(?:与|诉){_PARTY}一案"),
)
_NARRATED = re.compile(
    "案由|[上前]列(?:各方)?当事人因|[上前]述(?:各方)?当事人因|本院|本案|经审理|(?:原告|申请人|上诉人)[^:,。]{0,20}(?:起诉|诉称|称[:,]|诉讼请求)"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The sections of a court paper; a section that is not there is empty."""

    heading: Running
    parties: Running
    reasons: Running
    order: Running
    signature: Running
    orders: Running
    """From the first formula of the order's own kind on: more than the order where the reasons quote an earlier one."""


def paper(pages: Sequence[PageText]) -> Paper:
    """Cut the pages of a court paper into its sections."""
    whole = of_pages(pages)
    text, end = whole.text, len(whole.text)
    signed = _signature(whole, first.end() if (first := _ORDER.search(text)) else 0)
    starts = _formulas(text, signed) or [first.end() if first else signed]
    order = starts[-1]
    named = _heading(whole, min(order, signed))
    reasons = max(_reasons(whole, order), named)
    return Paper(
        whole.cut(0, named),
        whole.cut(named, reasons),
        whole.cut(reasons, order),
        whole.cut(order, signed),
        whole.cut(signed, end),
        whole.cut(starts[0], signed),
    )


def section(choose: Callable[[Paper], Running]) -> Search:
    """Search one section of a court paper."""

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return (Place(None, choose(paper(pages))),)

    return search


def role_starts(text: Running) -> tuple[re.Match[str], ...]:
    """Return the roles (申请执行人, 被执行人, ...) with which a statement about a party begins."""
    return tuple(m for m in _ROLE.finditer(text.text) if _begins(text, m.start()))


def _formulas(text: str, limit: int) -> list[int]:
    """Return where 裁定如下 and its like end: those of the kind of the last one, which opens the order."""
    said = [(m["kind"] or m["kind2"], m.end()) for m in _PLAINLY.finditer(text, 0, limit)]
    return [end for kind, end in said if kind == said[-1][0]]


def _begins(text: Running, start: int) -> bool:
    """Say whether a line or a sentence begins here; dirt of a copy may stand before it."""
    before = text.text[:start].rstrip(".,·'`")
    return start in text.breaks or len(before) in text.breaks or before.endswith("。")


def _heading(whole: Running, limit: int) -> int:
    """Return where the heading ends: after the case number, or where the first party is named."""
    first = next((m.start() for m in role_starts(whole)), limit)
    number = next(iter(case_number.find(whole.text[:first])), None)
    if number is None:
        return min(first, limit)
    return min(number.end + is_torn(whole, number.end), limit)


def _reasons(whole: Running, limit: int) -> int:
    """Return where the reasons begin: at the line, else the sentence, in which the case is named."""
    case = whole.text.find("一案", 0, limit)
    if case < 0:
        opened = (start for start in whole.breaks if start < limit and _NARRATED.match(whole.text, start, limit))
        return next(opened, 0)
    lines = [start for start in whole.breaks if start < case]
    starts = (start for opening in _OPENINGS for start in lines if opening.match(whole.text, start, limit))
    return next(starts, whole.text.rfind("。", 0, case) + 1)


def _signature(whole: Running, after: int) -> int:
    """Return where the signatures begin: at a role, or at what may be a name over it, or after the last sentence."""
    starts = (m.start() for m in _SIGNED.finditer(whole.text, after))
    role = next((start for start in starts if start in whole.breaks), None)
    if role is not None:
        over = whole.text.rfind("。", after, role) + 1
        return over if over and _UNREAD.fullmatch(whole.text, over, role) else role
    rest = whole.text.rfind("。", after) + 1
    return rest if rest and len(whole.text) - rest >= SIGNED else len(whole.text)
