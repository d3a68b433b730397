"""Parsers of the kinds of values that papers carry: numbers, names, dates, money."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.domain import amount, card, case_number, clean, cnaps, dates, names, phone, resident, uscc
from intake.extract import rules
from intake.extract.constrained import constrained
from intake.extract.finders import Parse, Reading, pattern
from intake.extract.leading import BANKS, COURTS, leading
from intake.extract.parse import any_parse, copied, first, grammar, spelled
from intake.extract.person import likelier, pointed
from intake.extract.running import Running
from intake.extract.sure import DOUBTED
from intake.extract.torn import is_torn

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_NAME = f"[{_HAN}][{_HAN}·•]{{1,14}}"
_HOLDER = f"[{_HAN}][{_HAN}A-Za-z()·•]{{1,49}}?"

# On cards

sex = spelled("[男女]")
ethnicity = pattern(f"^(?P<value>[{_HAN}]{{1,6}}?)族?$", names.normal_name)  # readers write 漢 for a 汉 of some fonts
person_name = pointed(likelier(spelled(f"^{_NAME}$")))
_ADDRESS = spelled(f"^.*[{_HAN}].{{3,}}$")
authority = spelled(f"(?:签发机关)?:?(?P<value>[{_HAN}]{{2,24}}(?:公安局|公安分局|公安厅|分局)[{_HAN}]{{0,12}})")
_resident = copied(grammar(resident.find, lambda number: number.text))
resident_number = constrained(_resident, rules.RESIDENT)
# No part of a longer number that a misread character cuts: not beside 6222O212, S222 or 12B.
_UNCUT = r"(?<![\dOoIlSBZ|])(?<!\d[A-Za-z|])", r"(?![A-Za-z|]?\d)(?![OoIlSBZ|](?![A-Za-z]))"
card_number = constrained(
    spelled(_UNCUT[0] + r"(?![1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d{5}(?!\d))\d{13,19}" + _UNCUT[1]), rules.CARD
)
card_bank = leading(spelled(f"[{_HAN}]{{2,10}}(?:银行|信用社|信用联社)"), BANKS)
card_type = spelled("(?:准?贷记|借记|储蓄|信用|预付)卡")
month_year = spelled(r"(?<![\d/])(?:0[1-9]|1[0-2])/\d{2}(?![\d/])")

_SPECK = re.compile(r"(?<![0-9])[.,·'`]|[.,·'`](?![0-9])")
_LATIN = re.compile(r"(?:M[RS]S?[. ]+)?(?P<value>[A-Z]{2,}(?:[ /]+[A-Z]{1,}){1,3}|[A-Z]{5,20})")
_PRINTED = re.compile(
    "BANK|CHINA|VALID|THRU|MONTH|YEAR|DEBIT|CREDIT|UNION|CARD|VISA|MASTER|GOOD|EXPIRES|ICBC|ATM|PAY|PASS|DATE"
)


def address(span: Running) -> tuple[Reading, ...]:
    """Read an address, without the specks of a copy: points stand in none, but between figures."""
    return tuple(replace(r, value=_SPECK.sub("", str(r.value))) for r in _ADDRESS(span))


def is_card(number: str) -> bool:
    """Say whether a number passes as that of a card (Luhn): a reason to prefer it to another, not to believe it."""
    read = card.parse(number)
    return read is not None and read.checks


def latin_name(span: Running) -> tuple[Reading, ...]:
    """Read a line that is nothing but a name in capital letters, as cards print it: ZHANG SAN."""
    written = span.raw.strip()
    if not _LATIN.fullmatch(written) or _PRINTED.search(written):
        return ()
    return (Reading(" ".join(written.split()), span),)


# On forms and in rulings

_SPECKS = "[.,·、。'`]+"  # dirt that copies leave behind a bracket


def _without_specks(text: str) -> str | None:
    number = case_number.normalise(re.sub(_SPECKS, "", text))
    return number.text if number else None


def _passing_code(digits: str) -> str | None:
    code = cnaps.parse(digits)
    return code.text if code and code.checks else None


telephone = pattern(r"(?<!\d)(?:1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?)(?!\d)", phone.normalise)
number_to_call = any_parse(telephone, pattern(r"(?<![\d-])\d[\d-]{3,18}\d(?![\d-])", clean.digits))
clearing_code = constrained(
    pattern(r"(?<!\d)\d{12}(?!\d)", lambda digits: code.text if (code := cnaps.parse(digits)) else None), rules.CLEARING
)
_credit = copied(grammar(uscc.find, lambda code: code.text))
credit_code = constrained(_credit, rules.CREDIT)
party_number = constrained(any_parse(_resident, _credit), rules.PARTY)
passing_clearing_code = pattern(r"(?<!\d)\d{12}(?!\d)", _passing_code)
branch = leading(spelled(f"[{_HAN}]{{2,20}}银行[{_HAN}()]{{0,30}}(?:支行|分行|营业部|分理处)"), BANKS)
name = pointed(likelier(spelled(f"^{_HOLDER}$")))


def _untorn(parse: Parse) -> Parse:
    """Doubt numbers behind which a line ends in 之: 之二 has lost its 二, and the number is that of another paper."""

    def read(span: Running) -> tuple[Reading, ...]:
        return tuple(_doubted(r) if is_torn(span, _end(span, r.span)) else r for r in parse(span))

    return read


def _doubted(reading: Reading) -> Reading:
    sure = reading.span.confidence if reading.sure is None else reading.sure
    return replace(reading, sure=min(sure, DOUBTED))


def _end(span: Running, number: Running) -> int:
    return span.text.find(number.text) + len(number.text)


case = _untorn(
    constrained(
        copied(
            any_parse(
                grammar(case_number.find, lambda number: number.text),
                pattern(rf"[(\[〔]?20\d\d[)\]〕]{_SPECKS}[^号,。]{{4,20}}号", _without_specks),
            )
        ),
        rules.CASE,
    )
)
court_name = leading(first(spelled(f"[{_HAN}]{{2,30}}?法院")), COURTS)

# Dates

_STAMPED = r"[12]\d{3}[.,、·]?\d{2}[.,、·]?\d{2}"  # on cards: 2018.03.05; readers lose a point or take it for a comma
_TENS = "一二三四五六七八九十"
_DASH = "[-—–_~至到一]+"


def _stamped(text: str) -> str | None:
    return dates.FOREVER if text == dates.FOREVER else dates.iso(re.sub(r"\D", "", text))


date = grammar(dates.find, str)
signed_date = constrained(date, rules.DATE)  # of court papers: a seal lies over it
lone_date = pattern("^[^,;]{6,24}$", dates.iso)  # a line that is a date and nothing else, as letters end
hanzi_date = constrained(
    pattern(f"[一二][〇○零oO0{_TENS[:-1]}]{{3}}年[{_TENS}]{{1,2}}月[{_TENS}]{{1,3}}日", dates.iso), rules.DATE
)
period_start = pattern(f"(?P<value>{_STAMPED}){_DASH}(?:{_STAMPED}|{dates.FOREVER})", _stamped)
period_end = pattern(f"{_STAMPED}{_DASH}(?P<value>{_STAMPED}|{dates.FOREVER})", _stamped)

_words = grammar(amount.find_words, None)


def _spoken(span: Running) -> tuple[Reading, ...]:
    """Read amounts in words; where one was misread no other is the value, nor a part of it."""
    misread = (span.cut(one.start, one.end) for one in amount.find_misread_words(span.text))
    return tuple(Reading(None, part) for part in misread) or _words(span)


upper_money = rules.words(_spoken)
