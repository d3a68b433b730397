"""A document as it counts: what was read, with what people changed laid over it, judged again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from intake.domain.doctype import DocType
from intake.domain.document import Document, DocumentClass, Field, FieldState, Value
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad
from intake.domain.states import DocumentState
from intake.domain.text import Source
from intake.extract.fields import judged
from intake.service.context import Context
from intake.store import documents
from intake.store.documents import Correction, Stored
from intake.store.machine import Machine, machine_of, value_json, value_of
from intake.validate.sureness import within

KEYS = frozenset(
    {
        "id_number",
        "name",
        "payee_name",
        "card_number",
        "holder_name",
        "account_number",
        "account_name",
        "amount",
        "amount_upper",
        "uscc",
        "company_name",
        "agent_name",
        "agent_id_number",
        "principal_name",
        "document_number",
        "applicants",
        "respondents",
        "judges",
        "clerk",
        "legal_representative",
        "name_latin",
        "mrz",
        "bank_name",
        "cnaps_code",
        "basic_account_number",
        "claim_amount",
        "registered_capital",
    }
)
"""Accounts with their banks, amounts, names and numbers of people: what a person typed here needs a second person."""

NUMBERS = frozenset(
    {"id_number", "card_number", "account_number", "document_number", "agent_id_number", "basic_account_number", "mrz"}
)
"""Fields that are masked for those who may not see numbers, and found by their digest."""

NEEDS_CONFIRMATION = "needs_confirmation"
NOWHERE = Quad.of(((0, 0), (0, 0), (0, 0), (0, 0)))


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it counts, the row it comes from, and the standing corrections of its fields."""

    stored: Stored
    machine: Machine
    document: Document
    corrected: Mapping[str, Correction]

    @property
    def state(self) -> DocumentState:
        """Say whether a person has something to do here."""
        return state_of(self.document)


def state_of(document: Document) -> DocumentState:
    is_open = document.klass is None or any(f.severity is not Severity.INFO for f in document.findings)
    return DocumentState.NEEDS_REVIEW if is_open else DocumentState.ACCEPTED


def paper_of(context: Context, stored: Stored, corrections: Iterable[Correction]) -> Paper:
    """Lay a document's corrections over what was read of it; the last one of a field counts.

    How sure its values must be its court says as of now, whenever it was read.
    """
    machine = machine_of(stored.machine)
    standing = [each for each in corrections if not each.undone]
    corrected = {each.field: each for each in standing if each.what == "value" and each.field is not None}
    document = _overlaid(_as_said(stored, machine.document), corrected, context.types)
    return Paper(stored, machine, within(document, context.policy(stored.court).reading.limit), corrected)


def papers_of(context: Context, connection: Connection, stored: Sequence[Stored]) -> tuple[Paper, ...]:
    """Return documents as they count, in order, in the transaction of the caller."""
    notes: dict[str, list[Correction]] = defaultdict(list)
    for note in documents.corrections(connection, [each.id for each in stored]):
        notes[note.document_id].append(note)
    return tuple(paper_of(context, each, notes[each.id]) for each in stored)


def _as_said(stored: Stored, document: Document) -> Document:
    """Return a document as the type that a person gave it; until it is read as that, its fields are nobody's word."""
    if not stored.forced or stored.type == document.type:
        return document
    klass = DocumentClass(stored.klass) if stored.klass else None
    findings = (*(f for f in document.findings if f.field is None), Finding("not_read_as_type", Severity.REVIEW))
    return replace(document, klass=klass, type=stored.type, fields={}, findings=findings)


def _overlaid(document: Document, corrected: Mapping[str, Correction], types: Mapping[str, DocType]) -> Document:
    doctype = types.get(document.type or "")
    if doctype is None or not corrected:
        return document
    own = judged(doctype, document.fields)
    others = tuple(finding for finding in document.findings if finding not in own)
    written = {name: _written(document, name, each) for name, each in corrected.items()}
    fields = {**document.fields, **written}
    asked = judged(doctype, fields)
    doubted = {finding.field for finding in asked if finding.severity is Severity.REVIEW}
    waiting = tuple(
        Finding(NEEDS_CONFIRMATION, Severity.REVIEW, name)
        for name, each in corrected.items()
        if _needs_another(each) and (name in doubted or _is_changed(each, document.fields.get(name)))
    )
    answered = {name for name, each in corrected.items() if each.after and not _needs_another(each)}
    return replace(document, fields=fields, findings=(*others, *(_heard(f, answered) for f in asked), *waiting))


def _needs_another(correction: Correction) -> bool:
    """Say whether one person alone does not stand for a field: an account, amount or name."""
    return correction.field in KEYS and correction.confirmed_by is None


def _is_changed(correction: Correction, read: Field | None) -> bool:
    """Say whether a person wrote something else than the machine reads now; what it only guesses counts as unread."""
    if read is not None and read.is_guess:
        return True
    return correction.after != value_json(read.value if read else None)


def _heard(finding: Finding, answered: Collection[str]) -> Finding:
    """Return a finding as it counts: what a rule asks about a value is answered by those who stand for it.

    What stops a paper stops it still, and nobody answers that something is there by saying that it is not.
    """
    is_answered = finding.severity is Severity.REVIEW and finding.field in answered
    return replace(finding, severity=Severity.INFO) if is_answered else finding


def _written(document: Document, name: str, correction: Correction) -> Field:
    """Return the field as a person wrote it; it stays where the machine saw it."""
    value: Value | None = value_of(correction.after)
    seen = document.fields.get(name)
    raw = value if isinstance(value, str) else ""
    page, box = (seen.page, seen.box) if seen else (min(document.pages, default=1), NOWHERE)
    state = FieldState.EMPTY if value is None else FieldState.READ
    return Field(value, raw, 1.0, state, page, box, Source.REVIEWER)
