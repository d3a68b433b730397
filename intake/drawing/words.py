"""How papers spell dates, amounts and numbers of accounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_DIGITS = "〇一二三四五六七八九"


def hanzi_date(day: date) -> str:
    """Write a date as rulings end: 二〇二三年六月十五日."""
    year = "".join(_DIGITS[int(d)] for d in str(day.year))
    return f"{year}年{_up_to_99(day.month)}月{_up_to_99(day.day)}日"


def plain_date(day: date) -> str:
    """Write a date as forms do: 2023年6月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def grouped(number: str, size: int = 4) -> str:
    """Write a number in groups: 6222 0212 3456 7890 123."""
    return " ".join(number[i : i + size] for i in range(0, len(number), size))


def figures(amount: Decimal, *, commas: bool) -> str:
    """Write money in figures with two places."""
    return f"{amount:,.2f}" if commas else f"{amount:.2f}"


def spread(name: str) -> str:
    """Widen a name of two characters to the width of three, as signatures of rulings are set."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


def _up_to_99(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")
