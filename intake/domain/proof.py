"""Numbers whose check digits pass, standing as only one kind of paper prints them: readers do not make them up."""

from __future__ import annotations

import re
from datetime import date

from intake.domain import card, resident

_CARD = re.compile(r"(?:卡号:?)?([0-9]{13,19})(?:有效期.{0,12})?")
_CARD_WORDS = re.compile("银行|信用社|农信|BANK|银联|UNIONPAY|有效期|VALID|THRU|借记卡|储蓄卡|信用卡", re.IGNORECASE)
OFFSHORE = ("81", "82", "83")
"""How the numbers begin that residence permits for people of Hong Kong, Macao and Taiwan carry (港澳台居民居住证)."""
_PERSON = re.compile(r"[^0-9]{0,8}([0-9]{17}[0-9X])")


def has_a_card_number(lines: str) -> bool:
    """Say whether a line is the number of a card and nothing else: of a known issuer, and as long as it makes them.

    `lines` are packed, one below the other. One number in ten has the right check digit by chance, but hardly any of
    these starts as an issuer's do. People send such a number by chat too: another line must have a word of cards.
    """
    if not _CARD_WORDS.search(lines):
        return False
    found = (_CARD.fullmatch(line) for line in lines.split("\n"))
    return any(number.checks and number.fits for match in found if match and (number := card.parse(match[1])))


def has_a_person_number(lines: str) -> bool:
    """Say whether a line is a resident number, after its label, and others say the birthday in it.

    The birthday stands as identity cards print it (1982年8月13日), the year with the month or the month with the
    day, as the rest may not have been read; wide gaps part it into lines. Licences and permits have 1982-08-13.
    """
    found = (_PERSON.fullmatch(line) for line in lines.split("\n"))
    numbers = (number for match in found if match and (number := resident.parse(match[1])) and number.checks)
    days = (number.birth_date for number in numbers if not number.region.startswith(OFFSHORE))
    return any(day is not None and _says(lines, day) for day in days)


def _says(lines: str, day: date) -> bool:
    year, month, of_month = (rf"(?<!\d){number}(?!\d)" for number in (day.year, day.month, day.day))
    told = rf"(?!\n?(?:{of_month})?\n?日出?生)"  # running text says when somebody was born, and not the day alone
    return re.search(rf"{year}\n?年\n?{month}\n?月{told}|{month}\n?月\n?{of_month}{told}", lines) is not None
