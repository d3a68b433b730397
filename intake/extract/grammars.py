"""The grammars of the numbers that money is paid by, as automata: shapes, check digits, days of birth."""

from __future__ import annotations

from functools import cache

from intake.domain import amount, case_number, dates
from intake.extract.grammar import DIGITS, Check, Grammar, Part, State, as_number, one_of
from intake.extract.lattice import NOTHING, Read

_digit = one_of(DIGITS)
_DAYS = (31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # February is told by the year
_CENTURIES = (18, 19, 20)
_GATHERING = (0, 6, 8, 10, 12)  # places of digits that those behind them must be known with
PROVINCES = frozenset(
    number
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for number in range(first, last + 1)
)
"""The first two digits of GB/T 2260; 83 is on the residence permits of people from Taiwan."""


def _number(length: int, check: Check) -> Grammar:
    return Grammar(((Part(_digit, (length,)),),), check)


# Resident numbers: place, sum modulo 11, and what is still to be known of region and day


def _resident(state: State, char: str) -> State | None:
    place, total, seen = state
    value = 10 if char == "X" else int(char)
    facts = _facts(place, seen, value)
    return None if facts is None else (place + 1, (total + value * 2 ** (17 - place)) % 11, facts)


def _facts(place: int, seen: int, digit: int) -> int | None:
    """Go on in region and day of birth: province, century, days of February, days of the month, day."""
    number = 10 * seen + digit
    match place:
        case 1:
            return 0 if number in PROVINCES else None
        case 7:
            return number if number in _CENTURIES else None
        case 9:
            return 29 if number % 4 == 0 and (number % 100 or number % 400 == 0) else 28
        case 11:
            return _days(seen // 10, seen % 10 * 10 + digit)
        case 13:
            return 0 if 1 <= seen % 10 * 10 + digit <= seen // 10 else None
        case _:
            return number if place in _GATHERING else 0


def _days(february: int, month: int) -> int | None:
    """Return how many days a month has; None for no month."""
    return (_DAYS[month - 1] or february) if 1 <= month <= len(_DAYS) else None


RESIDENT = Grammar(
    ((Part(_digit, (17,)), Part(one_of("0123456789X"))),),
    Check((0, 0, 0), _resident, lambda state: state[1] == 1),
)
"""公民身份号码: eighteen characters, a province, a day of the calendar, the check digit of GB 11643."""


# Cards: the sums of Luhn modulo 10 as they are with the last digit single, and with it doubled


def _luhn(state: State, char: str) -> State:
    single, doubled = state
    twice = 2 * int(char)
    return (doubled + int(char)) % 10, (single + twice // 10 + twice % 10) % 10


@cache
def card(length: int) -> Grammar:
    """Return the grammar of card numbers of one length: a number may not grow or shrink to make it fit."""
    return _number(length, Check((0, 0), _luhn, lambda state: state[0] == 0))


# Clearing codes: MOD 11,10


def _clearing(state: State, char: str) -> State:
    return ((((state[0] or 10) * 2) % 11 + int(char)) % 10,)


CLEARING = _number(12, Check((5,), _clearing, lambda state: state[0] == 1))
"""联行号: twelve digits, ISO 7064 MOD 11,10."""


# Credit codes: place, and the sum modulo 31

_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100 leaves out I, O, S, V and Z


def _credit(state: State, char: str) -> State:
    place, total = state
    weight = 1 if place == 17 else 3**place
    return place + 1, (total + _CODE.index(char) * weight) % 31


CREDIT = Grammar(
    ((Part(one_of(_CODE), (2,)), Part(_digit, (6,)), Part(one_of(_CODE), (10,))),),
    Check((0, 0), _credit, lambda state: state[1] == 0),
)
"""统一社会信用代码: the alphabet and the check of GB 32100."""


# Case numbers

_OPENS, _CLOSES, _SPECKS = "([{<〔【「『《〈", ")]}>〕】」』》〉", " .,·、。'`"


def _as_case(char: str) -> str:
    if char in _SPECKS:
        return NOTHING
    return "(" if char in _OPENS else ")" if char in _CLOSES else "0" if char in "○〇" else char


_HEAD = (Part(one_of("(")), Part(one_of("12")), Part(one_of("09")), Part(_digit, (2,)), Part(one_of(")")))
_TAIL = (Part(_digit, range(1, 9)), Part(one_of("号")))
_PART = (Part(one_of("之")), Part(one_of("一二三四五六七八九十"), (1, 2, 3)))
_KIND = Part(one_of({char for kind in case_number.KINDS for char in kind}), (1, 2, 3))
_COURTS = (
    (Part(one_of(case_number.PROVINCES)), Part(_digit, (0, 2, 4))),
    tuple(Part(one_of(char)) for char in case_number.SUPREME),
    (Part(one_of(case_number.MILITARY)), Part(_digit, range(5))),
)
_MODERN = tuple((*_HEAD, *court, _KIND, *_TAIL) for court in _COURTS)


def _is_case(text: str) -> bool:
    number = case_number.normalise(text)
    return number is not None and number.kind in case_number.KINDS


CASE = Grammar((*_MODERN, *((*shape, *_PART) for shape in _MODERN)), holds=_is_case, read=_as_case)
"""案号 of the form that is in force since 2016, of the kinds that most cases are of."""


# Dates

_ZEROS = "〇○零Oo0CcQ口"  # what readers make of a 〇
_UNITS = "一二三四五六七八九"
Forms = tuple[tuple[str, ...], ...]
_YEARS: Forms = (("一", "九"), ("二", "〇"))
_IN_MONTH: Forms = ((_UNITS,), ("十",), ("十", "一二"))
_IN_DAY: Forms = (
    (_UNITS,),
    ("十",),
    ("十", _UNITS),
    ("二", "十"),
    ("二", "十", _UNITS),
    ("三", "十"),
    ("三", "十", "一"),
)
_IN_12: Forms = (("123456789",), ("0", "123456789"), ("1", "012"))
_IN_31: Forms = (("123456789",), ("0", "123456789"), ("12", "0123456789"), ("3", "01"))


def _as_date(char: str) -> str:
    return NOTHING if char.isspace() else "〇" if char in _ZEROS else char


def _day(digits: str, years: Forms, months: Forms, days: Forms, read: Read) -> Grammar:
    shapes = (
        (*year, digits, digits, "年", *month, "月", *day, "日") for year in years for month in months for day in days
    )
    parts = tuple(tuple(Part(one_of(run)) for run in shape) for shape in shapes)
    return Grammar(parts, holds=lambda text: dates.iso(text) is not None, read=read)


HANZI_DATE = _day(f"〇{_UNITS}", _YEARS, _IN_MONTH, _IN_DAY, _as_date)
"""A day of the calendar as courts sign with it: 二〇二三年六月十一日. Readers see a ○ in a 〇, or an O."""

DIGIT_DATE = _day("0123456789", (("1", "9"), ("2", "0")), _IN_12, _IN_31, as_number)
"""A day of the calendar in digits: 2023年6月11日."""


# Money

_MARKS = "人民币大小写金额:()¥￥RMBCNY"


def _as_money(char: str) -> str:
    return NOTHING if char.isspace() else "." if char == "。" else char


FIGURES = Grammar(
    (
        (
            Part(one_of(_MARKS), range(14)),
            Part(one_of("0123456789,."), range(1, 24)),
            Part(one_of("万亿元圆整正"), range(4)),
        ),
    ),
    holds=lambda text: amount.parse_figures(text) is not None,
    read=_as_money,
)
"""An amount in figures. It has no check digit: only the amount in words tells whether it is right."""

WORDS = Grammar(
    ((Part(one_of(_MARKS), range(14)), Part(one_of(f"{amount.WORDS}元圆角分整正"), range(1, 40))),),
    holds=lambda text: amount.parse_words(text) is not None,
    read=_as_money,
)
"""An amount in words."""
