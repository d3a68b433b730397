"""interim"""

from __future__ import annotations

import re

_D = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "o": "0", "O": "0", "0": "0"}


def _n(s: str) -> int:
    if s.isdigit():
        return int(s)
    tens, ten, ones = s.rpartition("十")
    return (int(_D[tens]) if tens else 1) * 10 * bool(ten) + (int(_D[ones]) if ones else 0) if ten else int(_D[ones])


def iso_date(text: str) -> str | None:
    from datetime import date

    m = re.match(r"^(\d{4})\D?(\d{2})\D?(\d{2})$", text)
    try:
        if m:
            return date(*map(int, m.groups())).isoformat()
        y, mo, d = [p for p in re.split("[年月日./-]", text) if p]
        year = int("".join(_D.get(c, c) for c in y))
        return date(year, _n(mo), _n(d)).isoformat()
    except (ValueError, KeyError):
        return None


def end_of_period(text: str) -> str | None:
    return text if text == "长期" else iso_date(text)


def canonical(text: str) -> str | None:
    m = re.fullmatch(r"[(\[〔](\d{4})[)\]〕](.*)", text)
    return f"（{m[1]}）{m[2]}" if m else None


def money(text: str) -> str | None:
    from decimal import Decimal, InvalidOperation

    try:
        return f"{Decimal(text.replace(',', '')):.2f}"
    except InvalidOperation:
        return None
