"""How the evaluation's papers spell days, money and names: with ○ for zero, as many courts type it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from intake.domain.document import Party
from intake.domain.drawing import Company, Person
from intake.drawing.words import hanzi_date as _with_zero
from intake.drawing.words import plain_date

__all__ = ["as_company", "as_party", "born", "dotted", "full_width", "hanzi_date", "lengthy", "money", "plain_date"]

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def hanzi_date(day: date) -> str:
    """Write 二○二三年六月十五日; 〇 is not in the typefaces that are used here."""
    return _with_zero(day).replace("〇", "○")


def dotted(day: date) -> str:
    return f"{day:%Y.%m.%d}"


def money(amount: Decimal) -> str:
    """Write money as fields report it."""
    return f"{amount:.2f}"


def full_width(text: str) -> str:
    """Write Latin letters and figures as wide as Hanzi, as typewriters and old programs do."""
    return text.translate(_WIDE)


def born(person: Person) -> str:
    return f"{plain_date(person.born_on)}出生"


def lengthy(name: str) -> str:
    """Set a short name as wide as one of four characters."""
    return ("\u3000" if len(name) == 3 else "\u3000\u3000").join(name) if len(name) == 2 else name


def as_party(person: Person) -> Party:
    return Party(person.name, id_number=person.id_number, address=person.address)


def as_company(company: Company) -> Party:
    return Party(
        company.name,
        uscc=company.uscc,
        address=company.address,
        legal_representative=company.legal_representative.name,
    )
