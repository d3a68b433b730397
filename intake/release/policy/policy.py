"""The policy of a court, as its file states it: frozen and checked, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from intake.release.parts.case import Kind

Words = Annotated[str, StringConstraints(min_length=1, max_length=120)]


class Situation(StrEnum):
    """Who is paid, and how: exactly one of the four kinds of payee, `everyone`, and what else is the case."""

    EVERYONE = "everyone"
    NATURAL_PERSON = "natural_person"
    MINOR = "minor"
    COMPANY = "company"
    GOVERNMENT_BODY = "government_body"
    AGENT = "agent"
    SEVERAL_PAYEES = "several_payees"


class Owner(StrEnum):
    """Whose name an identity document must carry."""

    ANYONE = "anyone"
    PAYEE = "payee"
    AGENT = "agent"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


class Weight(StrEnum):
    """What an oddity of an amount does: ask a person, stop the hand-off, or nothing."""

    REVIEW = "review"
    BLOCK = "block"
    OFF = "off"


class Window(StrEnum):
    """How the releases of a month are counted."""

    MONTH = "month"
    THIRTY_DAYS = "30_days"


class Entry(BaseModel):
    """A table of the file: strict, and a name that nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", allow_inf_nan=False)


class Requirement(Entry):
    """A paper that may be asked for: what people call it, and the sets of document types of which one will do."""

    zh: Words
    en: Words
    any_of: tuple[Annotated[tuple[Words, ...], Field(min_length=1)], ...] = Field(min_length=1)
    of: Owner = Owner.ANYONE


class Notice(Entry):
    """How long a party has to bring what is missing."""

    working_days: int = Field(ge=1, le=90)


class Steps(Entry):
    """Working days for what we do: the check of the papers, the word of a second person, the hand-over."""

    check: int = Field(default=1, ge=1, le=90)
    confirm: int = Field(default=1, ge=1, le=90)
    hand_over: int = Field(default=1, ge=1, le=90)


class Year(Entry):
    """Days of a year that are no plain weekdays and weekends; for years whose holidays the calendar does not know."""

    holidays: tuple[date, ...]
    working_days: tuple[date, ...]


class Limits(Entry):
    """From when on a release is odd."""

    releases_to_one_account: int = Field(ge=1)
    window: Window
    subject_difference_percent: Decimal = Field(gt=0)
    above_subject: Weight
    below_subject: Weight


class Reading(Entry):
    """How the scans of the court are read: `fields_only` looks twice only at what fields need.

    `error_percent` is how many of the numbers, names and amounts may be wrong that nobody looks at.
    """

    fields_only: bool = False
    error_percent: Decimal = Field(default=Decimal("0.1"), ge=Decimal("0.01"), le=Decimal("0.2"))

    @property
    def limit(self) -> float:
        """Return `error_percent` as a share."""
        return float(self.error_percent) / 100


Needs = Mapping[Situation, tuple[Words, ...]]


class Policy(Entry):
    """All that a court decides; `orders` are the types of paper that may order a payment, the strongest first."""

    name: Words
    version: Words
    notice: Notice
    limits: Limits
    orders: Mapping[Kind, Annotated[tuple[Words, ...], Field(min_length=1)]]
    requirements: Mapping[str, Requirement]
    needs: Mapping[Kind, Needs]
    calendar: Mapping[str, Year] = Field(default_factory=dict)
    reading: Reading = Reading()
    steps: Steps = Steps()

    def required(self, kind: Kind, situations: tuple[Situation, ...]) -> tuple[str, ...]:
        """Return the names of the requirements of a case, each once, in the order of the file."""
        named = [name for situation in Situation if situation in situations for name in self.needs[kind][situation]]
        return tuple(dict.fromkeys(named))
