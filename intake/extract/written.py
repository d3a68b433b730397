"""Parsers of what letters and certificates say in sentences: names of any kind, the date at their end, prose."""

from __future__ import annotations

import re

from intake.extract.finders import Reading
from intake.extract.kinds import date
from intake.extract.parse import tidy
from intake.extract.person import ORGANISATION
from intake.extract.running import Running

HAN = "\u4e00-\u9fff\u3400-\u4dbf"
ENDS = r"[,。;:、]|\((?![^)]{1,10}\)(?:有限|股份|公司))|性别|公民身份|身份证|统一社会|律师|先生|女士|同志|法定代表|$"
"""What may follow a name in the same line."""

_PERSON = rf"(?:[{HAN}]{{2,4}}|[{HAN}]{{1,10}}[·•][{HAN}·•]{{1,14}})"
_COMPANY = rf"(?:[{HAN}A-Za-z·•]|\([{HAN}]{{1,10}}\)){{3,46}}?(?:{ORGANISATION})"
_SURNAMES = frozenset(
    [
        "欧阳",
        "诸葛",
        "上官",
        "司马",
        "司徒",
        "东方",
        "独孤",
        "南宫",
        "闻人",
        "夏侯",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "皇甫",
        "宇文",
        "长孙",
        "轩辕",
        "端木",
        "百里",
        "东郭",
        "呼延",
    ]
)
"""Of two characters: where nothing follows, the given name was not read."""
_NAME = re.compile(rf"(?P<value>(?![无在的应须可不]|特此|此致){_PERSON}|{_COMPANY})(?={ENDS})")
_CLOSED = re.compile(
    "(?!.*(?:生|开户|成立|有效|期|至|自|起|止))[^,。;]{0,24}|(?!开户|有效|成立|截止)[^,。;期]{0,6}日期:?"
)
_BRANCH = re.compile(
    r".*(?:银行|信用|联社|储蓄|邮政).*(?:行|部|处|室|社|所|厅|中心|柜|公司)|.{2,}(?:银行|支行|分行|储蓄所|信用社)"
)
_WIDE = str.maketrans(",;:()!?", "，；：（）！？")


def lead_name(span: Running) -> tuple[Reading, ...]:
    """Read the name with which a text begins; where it fills its line, it may go on in the next."""
    first = span.pieces()[0] if span.text else span
    found = _NAME.match(first.text)
    if found is None and not re.search("[,。;:]", first.text):
        first, found = span, _NAME.match(span.text)
    if not found:
        return ()
    name = first.cut(*found.span("value"))
    further = _listed(first, found.end("value"))
    return tuple(Reading(tidy(one), one) for one in (name, *further) if one.text not in _SURNAMES)


def closing_date(span: Running) -> tuple[Reading, ...]:
    """Read the date that ends a line, by itself or after who signed: dates in sentences say something else."""
    last = full_date(span)[-1:]
    return tuple(r for r in last if _CLOSED.fullmatch(span.text.rstrip("。").removesuffix(r.span.text)))


def full_date(span: Running) -> tuple[Reading, ...]:
    """Read dates that are whole: one whose 日 is gone, as under a seal, may have lost a figure of its day."""
    return tuple(r for r in date(span) if "年" not in r.span.text or r.span.text[-1] in "日曰号")


def bank_branch(span: Running) -> tuple[Reading, ...]:
    """Read all that is written as the name of a bank's branch, where it ends as those do: else a part is missing."""
    return (Reading(tidy(span), span),) if _BRANCH.fullmatch(span.text) else ()


def prose(span: Running) -> str:
    """Return sentences as they are printed, without blanks, their marks full-width whatever the reader made of them."""
    return re.sub(r"(?<![0-9])[,;:()!?]|[,;:()!?](?![0-9])", lambda m: m[0].translate(_WIDE), tidy(span))


def _listed(text: Running, start: int) -> tuple[Running, ...]:
    """Return the names that stand after the first in a list (甲、乙): where one is wanted they are its rivals."""
    further = []
    while text.text[start : start + 1] == "、" and (found := _NAME.match(text.text, start + 1)):
        further.append(text.cut(*found.span("value")))
        start = found.end("value")
    return tuple(further)
