"""The grammar of bank card numbers: the check digit of Luhn, and what the first digits say of the issuer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from stdnum import luhn

from intake.domain.clean import digits

_SHAPE = re.compile("[0-9]{13,19}")  # ISO/IEC 7812 allows up to 19; our issuers start at 15
PREFIX = 6  # digits that tell the issuer
_DIGITS = "0123456789"


class CardKind(StrEnum):
    DEBIT = "debit"
    CREDIT = "credit"
    SEMI_CREDIT = "semi_credit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Issuer:
    """What a prefix stands for: the bank, the kind of card, and how many digits such a number has."""

    bank: str
    kind: CardKind
    length: int


@dataclass(frozen=True, slots=True)
class CardNumber:
    """The digits of a card number as read, whether they pass or not."""

    text: str

    @property
    def checks(self) -> bool:
        """Whether the last digit fits (Luhn)."""
        return bool(luhn.is_valid(self.text))

    @property
    def issuer(self) -> Issuer | None:
        """Who issued it, by the longest prefix we know: one of this length, else one of any length."""
        for by_length in (True, False):
            for n in range(len(self.text), 2, -1):
                known = _issuers().get(self.text[:n], ())
                fitting = [i for i in known if not by_length or i.length == len(self.text)]
                if len(fitting) == 1:
                    return fitting[0]
        return None

    @property
    def kind(self) -> CardKind:
        return self.issuer.kind if self.issuer else CardKind.UNKNOWN

    @property
    def fits(self) -> bool:
        """Whether a known issuer makes numbers of this length: then it is a card and no other account."""
        return self.issuer is not None and self.issuer.length == len(self.text)

    @property
    def starts_like_one(self) -> bool:
        """Whether it starts as a card's does: three digits prove nothing, those of UnionPay do with its lengths."""
        is_union_pay = self.text.startswith("62") and _SHAPE.fullmatch(self.text) is not None
        return is_union_pay or (self.issuer is not None and CardNumber(self.text[:3]).issuer is None)


def parse(raw: str) -> CardNumber | None:
    """Read a text that is one card number; None where it is not thirteen to nineteen digits."""
    text = digits(raw)
    return CardNumber(text) if _SHAPE.fullmatch(text) else None


def slipped(text: str) -> CardNumber | None:
    """Return the card number that digits which are none would be, were one of the first six misread, lost or doubled.

    None where they are too far from one. What is misread there hides a card number from its
    check digit; of other numbers of accounts one in two hundred is so near to a card number by chance.
    """
    others = (CardNumber(other) for other in _beside(text) if _SHAPE.fullmatch(other))
    return next((other for other in others if other.fits and other.checks), None)


def _beside(text: str) -> Iterator[str]:
    """Yield what differs by one digit of the issuer's."""
    for at in range(min(PREFIX, len(text))):
        yield from (f"{text[:at]}{digit}{text[at + 1 :]}" for digit in _DIGITS)
        yield from (f"{text[:at]}{digit}{text[at:]}" for digit in _DIGITS)
        yield text[:at] + text[at + 1 :]


def issuing_banks() -> frozenset[str]:
    """Return the names of all banks in the table of issuers."""
    return frozenset(_table())


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(
        (files("intake.domain") / "issuers.toml").read_text("utf-8")
    )
    return loaded


@cache
def _issuers() -> Mapping[str, tuple[Issuer, ...]]:
    known: dict[str, tuple[Issuer, ...]] = {}
    for prefix, issuer in _entries():
        known[prefix] = (*known.get(prefix, ()), issuer)
    return known


def _entries() -> Iterator[tuple[str, Issuer]]:
    for bank, kinds in _table().items():
        for kind, lengths in kinds.items():
            for length, prefixes in lengths.items():
                issuer = Issuer(bank, CardKind(kind), int(length))
                yield from ((prefix, issuer) for prefix in _spread(prefixes))


def _spread(prefixes: str) -> Iterator[str]:
    """Yield every prefix of a list such as "621225-621227 621229"."""
    for entry in prefixes.split():
        first, _, last = entry.partition("-")
        yield from map(str, range(int(first), int(last or first) + 1))
