"""What earlier payments and cases know, put in by whoever stores it; None where nobody looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Identity:
    """A name and the number of an identity document, as an earlier case had them."""

    name: str
    id_number: str


@dataclass(frozen=True, slots=True)
class Release:
    """A payment that was approved earlier, of this case or of another; never the one that is asked for now."""

    day: date
    case_number: str
    account_number: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The account of the first confirmation of this case, and its day."""

    account_number: str
    day: date


@dataclass(frozen=True, slots=True)
class History:
    """What is known besides the papers.

    `releases` are those of this case, and those to this account in the last 31 days. `granted` is what other rulings of
    this case grant, on top of the one that is here.
    """

    releases: tuple[Release, ...] | None = None
    confirmed: Confirmed | None = None
    granted: Decimal = Decimal(0)
