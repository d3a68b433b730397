"""What the lines say that the reader of figures is taught with: numbers as papers have them, between Hanzi."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_LETTERS = "ABCDEFGHJKLMNPQRTUWXY"  # of a credit code
_MARKS = "：:，。、（）()《》-—/¥￥*元号第年月日"
_FIRST, _LAST = 0xB0, 0xF7  # rows of GB 2312 with Hanzi
_LONGEST = 26  # characters: what is longer looks no other way


def line(rng: Random) -> str:
    """Return one line: a number of a paper, mostly with Hanzi before or behind it."""
    number = rng.choice(_NUMBERS)(rng)
    room = max(_LONGEST - len(number), 0)
    before = _words(rng, min(rng.choice((0, 0, 1, 2, 3, 5, 8)), room))
    behind = _words(rng, min(rng.choice((0, 0, 0, 1, 2, 5)), room - len(before)))
    return before + number + behind


def _digits(rng: Random, count: int) -> str:
    return "".join(str(rng.randrange(10)) for _ in range(count))


def _words(rng: Random, count: int) -> str:
    return "".join(rng.choice(_MARKS) if rng.random() < 0.15 else _hanzi(rng) for _ in range(count))


def _hanzi(rng: Random) -> str:
    while True:
        code = bytes((rng.randint(_FIRST, _LAST), rng.randint(0xA1, 0xFE)))
        try:
            return code.decode("gb2312")
        except UnicodeDecodeError:
            continue


def _account(rng: Random) -> str:
    number = _digits(rng, rng.randint(12, 19))
    return _grouped(number) if rng.random() < 0.3 else number


def _grouped(number: str) -> str:
    return " ".join(number[i : i + 4] for i in range(0, len(number), 4))


def _resident(rng: Random) -> str:
    return _digits(rng, 17) + (rng.choice("Xx") if rng.random() < 0.2 else _digits(rng, 1))


def _case(rng: Random) -> str:
    opened, closed = rng.choice(("（）", "()", "〔〕"))
    middle = rng.choice(("执", "执恢", "民初", "民终", "执异", "财保", "刑初", _words(rng, 2)))
    court = _hanzi(rng) + _digits(rng, rng.choice((2, 4)))
    return f"{opened}{_digits(rng, 4)}{closed}{court}{middle}{_digits(rng, rng.randint(1, 5))}号"


def _amount(rng: Random) -> str:
    cents = rng.randint(1, 10 ** rng.randint(4, 9))
    text = f"{cents / 100:,.2f}" if rng.random() < 0.5 else f"{cents / 100:.2f}"
    return rng.choice(("", "¥", "￥")) + text + rng.choice(("", "元"))


def _date(rng: Random) -> str:
    year, month, day = rng.randint(1900, 2099), rng.randint(1, 12), rng.randint(1, 31)
    forms = (f"{year}年{month}月{day}日", f"{year}.{month:02}.{day:02}", f"{year}-{month:02}-{day:02}")
    return rng.choice(forms)


def _code(rng: Random) -> str:
    return "".join(rng.choice(_LETTERS) if rng.random() < 0.25 else _digits(rng, 1) for _ in range(18))


def _short(rng: Random) -> str:
    return _digits(rng, rng.randint(1, 6))


def _phone(rng: Random) -> str:
    return "1" + _digits(rng, 10)


_NUMBERS: tuple[Callable[[Random], str], ...] = (
    _account, _account, _account, _resident, _resident, _case, _case, _amount, _amount, _date, _code, _short, _phone,
)  # fmt: skip
