"""What the faces of identity cards have in common: their labels, what readers make of them, and the period below."""

from __future__ import annotations

from collections.abc import Sequence

from intake.extract.labels import Search, after_label

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
