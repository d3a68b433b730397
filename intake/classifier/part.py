"""A document as the classifier hands it on: which pages of a file it is, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.document import Candidate, DocumentClass, Reason
from intake.domain.finding import Finding
from intake.domain.geometry import Quad
from intake.domain.text import PageText


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: its pages (only its own lines on each), and what it is.

    `pair` is the place (from 0) among the documents of the file where the other side of the same card is.
    """

    klass: DocumentClass | None
    type: str | None
    confidence: float
    pages: tuple[PageText, ...]
    region: Quad | None = None
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    pair: int | None = None
    reasons: tuple[Reason, ...] = ()
