"""A document: pages of one file that belong together, what they are, and the values on them with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.domain.finding import Finding
from intake.domain.geometry import Quad
from intake.domain.text import Source


class DocumentClass(StrEnum):
    RULING = "ruling"
    ID_PROOF = "id_proof"
    BANK_ACCOUNT = "bank_account"
    OTHER = "other"


class FieldState(StrEnum):
    """`empty`: the label is there, nothing is written. `unreadable`: something is written, nobody can tell what."""

    READ = "read"
    EMPTY = "empty"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a ruling; what the paper does not say is None."""

    name: str
    id_number: str | None = None
    uscc: str | None = None
    address: str | None = None
    legal_representative: str | None = None


Value = str | bool | tuple[str, ...] | tuple[Party, ...]
"""Dates are ISO 8601, money a decimal string with two places, numbers without blanks and with capital letters."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that the reader's alternatives support, and how many nats it is less likely than what was read."""

    value: str
    cost: float


@dataclass(frozen=True, slots=True)
class Field:
    """A value and its evidence: the characters it was read from (`raw`), where they stand, and how sure we are.

    `value` is None exactly when `state` is not `read`. `box` is in pixels of the upright page `page` (counted from 1).
    `rivals` are other values that stand where only one is wanted: with any of them a person decides.
    `doubt` are words beside the value that forbid to take it as it stands.
    `margin` is how many nats the value is ahead of the next one that fits its grammar too; `suggestion` is what a
    reviewer is offered. `alternatives` are for other fields to agree with, where these prove what was written.
    `confidence` is that of the least sure character, `mean_confidence` the mean of all, None where no characters were
    read.
    """

    value: Value | None
    raw: str
    confidence: float
    state: FieldState
    page: int
    box: Quad
    source: Source = Source.OCR
    repaired: bool = False
    margin: float | None = None
    suggestion: str | None = None
    rivals: tuple[str, ...] = ()
    doubt: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    mean_confidence: float | None = None

    @property
    def is_guess(self) -> bool:
        """Whether other characters were put in than were read, and nothing says how far ahead of others that is."""
        return self.repaired and self.margin is None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A type that the document might be, with a probability-like score (0..1)."""

    klass: DocumentClass
    type: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A line that spoke for what a document was taken for, and how strongly (only to be compared within a page)."""

    page: int
    text: str
    box: Quad
    weight: float


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a file. `klass` is None when nobody can tell; then `candidates` holds the best guesses.

    `region` is the part of the page it covers when several documents lie on one page. `pair` is the place (from 0)
    among the documents of its file where the other side of the same card is.
    """

    klass: DocumentClass | None
    type: str | None
    confidence: float
    pages: tuple[int, ...]
    region: Quad | None = None
    fields: Mapping[str, Field] = field(default_factory=dict, hash=False)
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    pair: int | None = None
    reasons: tuple[Reason, ...] = ()

    def accepted(self, name: str) -> bool:
        """Say whether no person needs to look at the field `name`."""
        return not any(f.about(name) for f in self.findings)
