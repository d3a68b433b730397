"""What the faces of identity cards have in common: their labels, what readers make of them, and the period below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.domain.text import Char, Line, PageText
from intake.extract.labels import Place, Search, after_label, is_level
from intake.extract.layout import same_row
from intake.extract.running import joined, of_line
from intake.extract.sure import DOUBTED

LABELS = {
    "姓名": ("姓名", "姓各", "姓多", "性名", "娃名"),
    "性别": ("性别", "性利", "性刘", "性剐", "姓别", "牲别"),
    "民族": ("民族", "民旅", "民簇", "民旋", "氏族"),
    "出生": ("出生", "出主", "出牛"),
    "住址": ("住址", "住扯", "住地", "佳址", "任址", "往址", "注址"),
    "公民身份号码": ("公民身份号码",),
}
"""Each label, and what readers make of it: two characters are too few to forgive any slip."""

THREE_MONTHS = (
    r"(20\d\d)[.,年]?\d\d[.,月]?\d\d日?[-—–_~至到一]+\1|1[0-2][.,月]?\d\d日?[-—–_~至到一]+20\d\d[.,年]?0[1-3]"
)
"""Cue of a period that only a temporary card has: it ends in its year, or in the first months of the next."""


def after(label: str, wraps: int = 0, *, also: Sequence[str] = ()) -> Search:
    """Return a search for what is written after a label of a face; `also` are further labels on the same side."""
    among = (*(form for forms in LABELS.values() for form in forms), *also)
    return after_label(*LABELS.get(label, (label,)), among=among, wraps=wraps)


SEXES = frozenset("男女")
FEW = 3  # characters before the sex in its line: those of the label, and one of dirt
BORN = re.compile(r"^(?:\D{0,3})(?=(?:19|20)\d\d\s*年)")
OVER_SEX = 0.0, 4.0  # heights of a character by which the name stands above the sex, at least and at most
OVER_BIRTH = 2.2, 4.4  # the same above the day of birth, with the row of the sex between
LEFT = 0.6  # heights by which a name may begin left of where the other values do


def above_others(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Look for the name by its place where its label was misread: above sex and birth, from the same x on.

    It is never surely the name: a person is asked.
    """
    found = [(page, _sex(line), _birth(line), line) for page in pages for line in page.lines if is_level(line)]
    by_sex = (place for page, sex, _, line in found if sex for place in _above(page, line, sex, OVER_SEX))
    by_birth = (place for page, _, born, line in found if born for place in _above(page, line, born, OVER_BIRTH))
    return tuple(by_sex) or tuple(by_birth)


def _sex(line: Line) -> Char | None:
    return next((char for char in line.chars[:FEW] if char.text in SEXES), None)


def _birth(line: Line) -> Char | None:
    """Return the first figure of a line that is a day of birth."""
    before = BORN.match(line.text)
    return line.chars[before.end()] if before else None


def _above(page: PageText, line: Line, start: Char, over: tuple[float, float]) -> Iterator[Place]:
    """Yield what stands in the nearest row so far above a value, from the x on that this starts at."""
    higher = [o for o in page.lines if is_level(o) and not same_row(o, line) and _is_over(o, start, over)]
    nearest = max(higher, key=lambda o: o.box.bounds.bottom, default=None)
    if nearest is None:
        return
    row = sorted((o for o in higher if same_row(o, nearest)), key=lambda o: o.box.bounds.left)
    pieces = (of_line(part, page.number) for o in row if (part := _from(o, start)).chars)
    yield Place(None, joined(pieces).doubted(DOUBTED))


def _is_over(line: Line, start: Char, over: tuple[float, float]) -> bool:
    away = (start.box.bounds.centre.y - line.box.bounds.centre.y) / start.box.height
    return over[0] < away <= over[1] and line.box.bounds.right > start.box.bounds.left


def _from(line: Line, start: Char) -> Line:
    """Return what of a line stands from the x of a character on."""
    left = start.box.bounds.left - LEFT * start.box.height
    chars = tuple(char for char in line.chars if char.box.bounds.left >= left)
    return replace(line, text="".join(char.text for char in chars), chars=chars)
