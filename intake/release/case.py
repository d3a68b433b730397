"""What a request is made of: the documents of one case, what is wrong with their files, and what a person said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from intake.domain.doctype import DocType
from intake.domain.document import Document
from intake.domain.finding import Finding, Severity
from intake.domain.reading import FileReading
from intake.domain.text import Seal
from intake.release.history import History, Identity
from intake.release.parts.case import Kind
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A document of the case and the file it stands in; `seals` are those of its pages.

    `confirmed` says who stands for a field that a person wrote or found right: the second person where there is one.
    """

    document_id: str
    file: str
    sha256: str
    document: Document
    seals: tuple[Seal, ...] = ()
    confirmed: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a page, or with a whole file (`page` is None)."""

    file: str
    page: int | None
    finding: Finding


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of what the ruling grants, as a person states it: the how-manieth payment of the case, and its sum.

    `confirmed_by` is the second person, None while nobody confirmed it.
    """

    number: int
    amount: Decimal
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True)
class CaseInput:
    """All that a request is assembled from; equal inputs give equal requests.

    `court_code`, `court_name` and `case_number` are what a person said, None where nobody did. Without an `instalment`
    all that the ruling grants is paid at once. `types` gives papers and fields the names that people call them by.
    `known` are identities of earlier cases, `history` what earlier payments know. `links` are documents of the class
    `other` that a person linked to a requirement of the policy, by its name.
    """

    request_id: str
    documents: tuple[CaseDocument, ...]
    kind: Kind
    today: date
    court_code: str | None = None
    court_name: str | None = None
    case_number: str | None = None
    subject_amount: Decimal | None = None
    sensitivity: tuple[str, ...] = ()
    instalment: Instalment | None = None
    remarks: tuple[Remark, ...] = ()
    known: tuple[Identity, ...] = ()
    history: History = field(default_factory=History)
    policy: Policy = field(default_factory=default_policy, hash=False)
    links: Mapping[str, str] = field(default_factory=dict, hash=False)
    types: Mapping[str, DocType] = field(default_factory=dict, hash=False)
    models: Mapping[str, str] = field(default_factory=dict, hash=False)
    rules: Mapping[str, str] = field(default_factory=dict, hash=False)


def documents_of(readings: Iterable[FileReading]) -> tuple[CaseDocument, ...]:
    """Give the documents of all files, in order, the identifiers d1, d2, ..."""
    papers = [(reading, document) for reading in readings for document in reading.documents]
    return tuple(
        CaseDocument(f"d{n}", reading.file, reading.sha256, document, _seals(reading, document))
        for n, (reading, document) in enumerate(papers, start=1)
    )


def remarks_of(readings: Iterable[FileReading]) -> tuple[Remark, ...]:
    """Collect what is wrong with the files themselves and with their pages."""
    return tuple(remark for reading in readings for remark in _remarks(reading))


def _remarks(reading: FileReading) -> list[Remark]:
    if reading.error is not None:
        return [Remark(reading.file, None, Finding(reading.error.code, Severity.REVIEW, facts=reading.error.facts))]
    pages = [(page.text.number, finding) for page in reading.pages for finding in page.quality.findings]
    return [Remark(reading.file, number, finding) for number, finding in pages]


def _seals(reading: FileReading, document: Document) -> tuple[Seal, ...]:
    pages = [page.text for page in reading.pages if page.text.number in document.pages]
    return tuple(seal for page in pages for seal in page.seals)
