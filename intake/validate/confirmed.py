"""Lets the papers of a case speak for each other: what two kinds of them say is sure where one alone is not quite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intake.domain.document import Document, FieldState
from intake.domain.finding import Severity
from intake.validate.sureness import UNCERTAIN, sureness

ALIKE = 0.3  # own choice: of the misread values, how many another paper shows misread in the same way (rare characters)
SAME = (
    ("name", "account_name", "payee_name", "holder_name"),
    ("account_number", "card_number"),
    ("id_number", "uscc"),
    ("case_number",),
    ("amount",),
)
"""Fields that say the same of a case, by whatever name; a value of one is confirmed by any other of its row."""


def confirmed(documents: Sequence[Document], limit: float) -> tuple[Document, ...]:
    """Return the documents of a case without doubts about values that a document of another type says too.

    Nobody may be asked about the value there; copies of one paper confirm nothing. A doubt stays where even so more
    than `limit` of the accepted values would be wrong.
    """
    most = sureness().bearable(limit)
    return tuple(_answered(document, documents, most) for document in documents)


def _answered(document: Document, documents: Sequence[Document], most: float) -> Document:
    others = [other for other in documents if other.type != document.type]
    kept = tuple(
        finding
        for finding in document.findings
        if finding.code != UNCERTAIN
        or float(finding.facts["percent"]) / 100 * ALIKE > most
        or not any(_says(other, finding.field, document) for other in others)
    )
    return replace(document, findings=kept)


def _says(other: Document, name: str | None, document: Document) -> bool:
    """Say whether another document has the value of a field, and nobody is asked about it there."""
    row = next((names for names in SAME if name in names), ())
    own = document.fields.get(name or "")
    value = own.value if own else None
    return value is not None and any(
        other.fields[each].value == value
        and other.fields[each].state is FieldState.READ
        and not any(finding.field == each and finding.severity is not Severity.INFO for finding in other.findings)
        for each in row
        if each in other.fields
    )
