"""Machine readable lines of travel documents (ICAO 9303), with their check digits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import cycle


@dataclass(frozen=True, slots=True)
class Traveller:
    """Who travels, in the letters of the machine."""

    surname: str
    given: str
    sex: str
    """M or F."""
    born_on: date
    valid_to: date
    number: str
    issuer: str = "CHN"
    nationality: str = "CHN"


def booklet(who: Traveller) -> tuple[str, str]:
    """Return the two lines of 44 characters of a passport (TD3)."""
    number, born, until = who.number.ljust(9, "<"), f"{who.born_on:%y%m%d}", f"{who.valid_to:%y%m%d}"
    personal = "<" * 14
    checks = [check_digit(part) for part in (number, born, until, personal)]
    whole = check_digit(number + checks[0] + born + checks[1] + until + checks[2] + personal + checks[3])
    first = f"P<{who.issuer}{who.surname}<<{who.given.replace(' ', '<')}".ljust(44, "<")
    dates = f"{born}{checks[1]}{who.sex}{until}{checks[2]}"
    second = f"{number}{checks[0]}{who.nationality}{dates}{personal}{checks[3]}{whole}"
    return first, second


def card(who: Traveller, kind: str) -> tuple[str, str, str]:
    """Return the three lines of 30 characters of a card (TD1) of a `kind` as CR."""
    number, born, until = who.number.ljust(9, "<")[:9], f"{who.born_on:%y%m%d}", f"{who.valid_to:%y%m%d}"
    first = f"{kind}{who.issuer}{number}{check_digit(number)}".ljust(30, "<")
    middle = f"{born}{check_digit(born)}{who.sex}{until}{check_digit(until)}{who.nationality}".ljust(29, "<")
    whole = check_digit(first[5:] + middle[:7] + middle[8:15] + middle[18:])
    return first, middle + whole, f"{who.surname}<<{who.given.replace(' ', '<')}".ljust(30, "<")


def check_digit(text: str) -> str:
    """Return the check digit of a text: values times 7, 3, 1 over and over, modulo 10."""
    values = (0 if char == "<" else int(char, 36) for char in text)
    return str(sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)))) % 10)
