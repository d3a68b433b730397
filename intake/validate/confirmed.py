"""Lets the papers of a case speak for each other: what two kinds of them say is sure where one alone is not quite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.domain.document import Document, FieldState
from intake.domain.finding import Severity
from intake.validate.sureness import UNCERTAIN, error_of, sureness

ALIKE = 0.3  # own choice: of the misread values, how many another paper shows misread in the same way (rare characters)
SAME = (
    ("name", "account_name", "payee_name", "holder_name"),
    ("account_number", "card_number"),
    ("id_number", "uscc"),
    ("case_number",),
    ("amount",),
)
"""Fields that say the same of a case, by whatever name; a value of one is confirmed by any other of its row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document of a case and the scan that it was read from."""

    scan: str
    document: Document


def confirmed(papers: Sequence[Shown], limit: float) -> tuple[Document, ...]:
    """Return the documents of a case without doubts about values that a document of another type says too.

    It must be sure of the value itself, and other print: the same place of a scan that was read twice confirms nothing,
    nor do copies of one paper. A doubt stays where even so more than `limit` of the accepted values would be wrong.
    """
    most = sureness().bearable(limit)
    return tuple(_answered(paper, [each for each in papers if _is_other_print(each, paper)], most) for paper in papers)


def _is_other_print(a: Shown, b: Shown) -> bool:
    if a.document.type == b.document.type:
        return False
    is_apart = a.scan != b.scan or not set(a.document.pages) & set(b.document.pages)
    return is_apart or (a.document.region is not None and b.document.region is not None)


def _answered(paper: Shown, others: Sequence[Shown], most: float) -> Document:
    document = paper.document
    kept = tuple(
        finding
        for finding in document.findings
        if finding.code != UNCERTAIN
        or error_of(document.fields, finding.field or "") * ALIKE > most
        or not any(_says(other.document, finding.field or "", document, most) for other in others)
    )
    return replace(document, findings=kept)


def _says(other: Document, name: str, document: Document, most: float) -> bool:
    """Say whether another document surely has the value of a field, and nobody is asked about it or all of it."""
    row = next((names for names in SAME if name in names), ())
    asked = {finding.field for finding in other.findings if finding.severity is not Severity.INFO}
    return any(
        other.fields[each].value == document.fields[name].value
        and other.fields[each].state is FieldState.READ
        and error_of(other.fields, each) <= most
        for each in row
        if each in other.fields and not asked & {each, None}
    )
