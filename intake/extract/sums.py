"""Sums of money in running text, each with what it is: the main sum, interest and costs beside it, or a mere base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from intake.domain import amount
from intake.domain.clean import Found
from intake.extract.finders import Reading
from intake.extract.parse import tidy
from intake.extract.running import Running


class Part(Enum):
    """What a sum is of what is owed."""

    MAIN = "main"
    BESIDE = "beside"
    """Interest, penalties, costs: owed beside a main sum, or alone where there is none."""
    BASE = "base"
    """Only counted with (以……为基数), or a limit (在……范围内): nobody pays it."""


_BESIDE = re.compile(
    "(?:利息|逾期|违约金|罚息|滞纳金|复利|(?:受理|申请|保全|诉讼|公告|鉴定|评估|律师|代理|保险|担保|执行)费用?|减半收取|标的)"
    r"[^,。;、]{0,16}$"
)
_BASE = re.compile("(?:为|作为)(?:基数|本金|限)|(?:的)?(?:范围|限额|额度)")
_TOTAL = re.compile(r"(?:合计|共计|总计|总额|总金额)[^,。;、\d]{0,10}$")
_BRACKETS = re.compile(r"\([^()]*\)")
_BEHIND = re.compile(r"[(,:]*(?:(?:人民币|金额)?[(]?大写(?:金额)?)?[):]*")
_AHEAD = re.compile(r"[(,:]*(?:小写)?[):]*")


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount: where it stands in the text, what it is, whether it is said to be a total, and whether it is in words.

    Words count only where no figures say the same: those may have been misread.
    """

    value: Decimal
    start: int
    end: int
    part: Part
    is_total: bool
    is_in_words: bool


def main_sum(span: Running) -> tuple[Reading, ...]:
    """Read the main sum in figures; others that may as well be it follow, so that they become its rivals."""
    wanted = _wanted(span)
    spoken = [s for s in _sums(span.text) if s.is_in_words and s.part is Part.MAIN] if wanted else []
    return tuple(Reading(amount.text_of(s.value), span.cut(s.start, s.end)) for s in (*wanted, *spoken))


def main_sum_in_words(span: Running) -> tuple[Reading, ...]:
    """Read the words (大写) that stand beside the main sum, or all words where there are no figures.

    Where such words were misread no others are the value, nor a part of them.
    """
    sums = _wanted(span)
    misread, said = (
        [span.cut(w.start, w.end) for w in words if not sums or any(_speaks_of(w, s, span.text) for s in sums)]
        for words in (amount.find_misread_words(span.text), amount.find_words(span.text))
    )
    return tuple(Reading(None, part) for part in misread) or tuple(Reading(tidy(part), part) for part in said)


def _speaks_of(words: Found[Decimal] | Found[str], one: Found[Decimal] | Sum, text: str) -> bool:
    if words.start >= one.end:
        return _BEHIND.fullmatch(text, one.end, words.start) is not None
    return _AHEAD.fullmatch(text, words.end, one.start) is not None


def _wanted(span: Running) -> Sequence[Sum]:
    sums = tuple(s for s in _sums(span.text) if not s.is_in_words)
    main = [s for s in sums if s.part is Part.MAIN] or [s for s in sums if s.part is Part.BESIDE]
    return next(([s] for s in main if _is_all(s, main)), main)


def _is_all(one: Sum, sums: Sequence[Sum]) -> bool:
    """Say whether a sum, named first or as the total, is what all others make together: its parts are no rivals."""
    others = [s.value for s in sums if s.value != one.value]
    return len(others) > 1 and sum(others) == one.value and (one.is_total or one is sums[0])


def _sums(text: str) -> Iterator[Sum]:
    """Yield the sums of a text. What a sum is, the words since the one before it tell, and those right behind it."""
    figures, since = amount.find_figures(text), 0
    for found in sorted((*figures, *_said_alone(text, figures)), key=lambda one: one.start):
        before = _BRACKETS.sub("", text[max(since, text.rfind("。", 0, found.start) + 1) : found.start])
        part = Part.BESIDE if _BESIDE.search(before) and not _TOTAL.search(before) else Part.MAIN
        part = Part.BASE if _BASE.match(_BRACKETS.sub("", text[found.end :])) else part
        yield Sum(found.value, found.start, found.end, part, bool(_TOTAL.search(before)), found not in figures)
        since = found.end


def _said_alone(text: str, figures: Sequence[Found[Decimal]]) -> Iterator[Found[Decimal]]:
    """Yield the amounts in words that no figures say too; those beside figures are for a rule to compare."""
    for words in amount.find_words(text):
        if not any(words.value == one.value or _speaks_of(words, one, text) for one in figures):
            yield words
