"""What people correct, confirm and say of documents: kept with before, after, who, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from intake.domain.document import Document, FieldState
from intake.domain.errors import Conflict, Invalid, OwnWork, WrongState
from intake.domain.states import DocumentState
from intake.domain.typed import typed
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.masks import is_masked, searched
from intake.service.papers import NUMBERS, Paper, paper_of, papers_of
from intake.store import documents, happenings, jobs
from intake.store.documents import Correction, NewCorrection, NewDocument, Stored
from intake.store.happenings import Happened
from intake.store.jobs import Kind, Task
from intake.store.machine import blank_machine, machine_json, value_json, value_of
from intake.store.rows import Scope, Slice


@dataclass(frozen=True, slots=True)
class Change:
    """A field as a person says it is; `seconds` that person spent on it at the screen."""

    field: str
    value: object
    why: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """A document as somebody saw it (`version`), why it is to be changed, and the `seconds` spent on that."""

    id: str
    version: int
    why: str = ""
    seconds: float | None = None


def look_at(context: Context, asks: Principal, document_id: str) -> Paper:
    """Return a document as it counts. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return held(context, connection, document_id, asks.scope)


def found(context: Context, asks: Principal, part: Slice, wanted: Mapping[str, str | None]) -> tuple[Paper, ...]:
    """Return documents whose columns equal what is `wanted` (None: whatever), the newest first."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        stored = documents.found(connection, asks.scope, part, **wanted)
        return papers_of(context, connection, stored)


def case_papers(context: Context, connection: Connection, case_id: str) -> tuple[Paper, ...]:
    return papers_of(context, connection, documents.of_case(connection, case_id))


def history(context: Context, asks: Principal, document_id: str, part: Slice) -> tuple[Correction, ...]:
    """Return what people changed of a document, the newest first. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        documents.get(connection, document_id, asks.scope)
        return documents.history(connection, document_id, part)


def correct(context: Context, asks: Principal, target: Target, changes: Sequence[Change]) -> Paper:
    """Change fields of a document. Raises NotFound, Forbidden, Changed, Invalid (`unknown_field`, `bad_value`)."""
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        paper = held(context, connection, target.id, asks.scope)
        for change in changes:
            documents.correct(connection, _correction(context, asks, paper, change))
        facts = {"fields": ",".join(sorted({change.field for change in changes}))}
        return _settled(
            context, connection, paper.stored, target.version, Happened("corrected", asks.person, facts=facts)
        )


def confirm(context: Context, asks: Principal, target: Target, field: str) -> Paper:
    """Confirm what another person wrote. Raises Forbidden for one's own, Conflict where nothing waits for it."""
    asks.needs(Right.CONFIRM)
    with context.database.write() as connection:
        paper = held(context, connection, target.id, asks.scope)
        waiting = paper.corrected.get(field)
        if waiting is None:
            raise Conflict("nothing_to_confirm")
        if waiting.who == asks.person:
            raise OwnWork
        if not documents.confirm(connection, waiting.id, asks.person, target.seconds):
            raise Conflict("nothing_to_confirm")
        noted = Happened("confirmed", asks.person, facts={"field": field})
        return _settled(context, connection, paper.stored, target.version, noted)


def undo(context: Context, asks: Principal, target: Target, correction_id: str) -> Paper:
    """Take a correction of a field back; it stays in the history. Raises Conflict for what is no correction of it."""
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        paper = held(context, connection, target.id, asks.scope)
        if correction_id not in {each.id for each in paper.corrected.values()}:
            raise Conflict("nothing_to_undo")
        documents.undo(connection, correction_id)
        noted = Happened("undone", asks.person, facts={"correction": correction_id})
        return _settled(context, connection, paper.stored, target.version, noted)


def reclassify(context: Context, asks: Principal, target: Target, type_name: str) -> Stored:
    """Say what type a document is; its fields are read again as that, and what people corrected stays.

    Raises Invalid (`unknown_type`), Changed, NotFound, Forbidden.
    """
    asks.needs(Right.CORRECT)
    if type_name not in context.types:
        raise Invalid("unknown_type", type=type_name)
    with context.database.write() as connection:
        stored = replace(documents.get(connection, target.id, asks.scope), version=target.version)
        note = NewCorrection(target.id, "class", None, stored.type, type_name, target.why, asks.person, target.seconds)
        documents.correct(connection, note)
        klass = context.types[type_name].klass.value
        values = {"type": type_name, "klass": klass, "forced": True}
        documents.move(connection, stored, DocumentState.NEEDS_REVIEW, **values)
        _read_fields_again(connection, stored, target.version + 1)
        facts = {"type": type_name}
        happenings.note(connection, _about(stored, Happened("reclassified", asks.person, facts=facts)))
        fresh = documents.get(connection, target.id)
    context.wake()
    return fresh


def split(context: Context, asks: Principal, target: Target, pages: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """Cut a document into several, each with some of its pages; returns their ids.

    Every page goes to exactly one of them. Raises Invalid (`pages_do_not_fit`), Changed, NotFound, Forbidden.
    """
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        paper = held(context, connection, target.id, asks.scope)
        if sorted(number for part in pages for number in part) != sorted(paper.document.pages) or not all(pages):
            raise Invalid("pages_do_not_fit")
        parts = [(paper.stored, tuple(sorted(part))) for part in pages]
        ids = _replaced(connection, asks, (replace(paper.stored, version=target.version),), parts, ("split", target))
    context.wake()
    return ids


def join(context: Context, asks: Principal, scan_id: str, targets: Sequence[Target]) -> tuple[str, ...]:
    """Make one document of several of a scan; returns its id. Raises Invalid (`not_of_one_scan`), Changed."""
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        held_ones = [held(context, connection, target.id, asks.scope) for target in targets]
        if {paper.stored.scan_id for paper in held_ones} != {scan_id} or len({target.id for target in targets}) < 2:
            raise Invalid("not_of_one_scan")
        pages = tuple(sorted({number for paper in held_ones for number in paper.document.pages}))
        old = [replace(paper.stored, version=t.version) for paper, t in zip(held_ones, targets, strict=True)]
        ids = _replaced(connection, asks, old, [(held_ones[0].stored, pages)], ("join", targets[0]))
    context.wake()
    return ids


def found_by_number(context: Context, asks: Principal, court: str, number: str, part: Slice) -> tuple[Paper, ...]:
    """Return the documents in which a number stands, found by its keyed digest. Noted, as it is a search for people."""
    asks.needs(Right.SEARCH)
    scope = asks.scope if asks.scope.court is not None else Scope(court, asks.scope.cases)
    digest = context.digest(scope.court or court, searched(number))
    with context.database.write() as connection:
        happenings.note(connection, Happened("searched_by_number", asks.person, scope.court))
        stored = documents.with_digest(connection, scope, [digest], part)
        return papers_of(context, connection, stored)


def unmask(context: Context, asks: Principal, document_id: str, field: str, why: str) -> object:
    """Return a number whole; who asked and why is noted. Raises Invalid (`unknown_field`)."""
    if not asks.has(Right.NUMBERS):
        asks.needs(Right.UNMASK)
    with context.database.write() as connection:
        paper = held(context, connection, document_id, asks.scope)
        if field not in paper.document.fields:
            raise Invalid("unknown_field", field=field)
        noted = Happened("unmasked", asks.person, facts={"field": field, "why": why})
        happenings.note(connection, _about(paper.stored, noted))
        return value_json(paper.document.fields[field].value)


def held(context: Context, connection: Connection, document_id: str, scope: Scope) -> Paper:
    """Return a document as it counts, in the transaction of the caller. Raises NotFound."""
    stored = documents.get(connection, document_id, scope)
    return paper_of(context, stored, documents.corrections(connection, [document_id]))


def settle(context: Context, connection: Connection, stored: Stored, **values: object) -> Paper:
    """Bring the state and the digests of a document in line with what it says now."""
    fresh = replace(stored, **{name: values[name] for name in ("machine", "type", "klass") if name in values})  # type: ignore[arg-type]  # columns
    paper = paper_of(context, fresh, documents.corrections(connection, [stored.id]))
    documents.move(connection, stored, paper.state, **values)
    documents.forget_digests(connection, stored.id)
    documents.keep_digests(connection, stored, digests(context, stored.court, paper.document))
    return replace(paper, stored=replace(fresh, state=paper.state.value, version=stored.version + 1))


def digests(context: Context, court: str, document: Document) -> Mapping[str, str]:
    """Return the keyed digest of every number that stands in the document."""
    fields = ((name, document.fields.get(name)) for name in sorted(NUMBERS))
    read = ((name, f.value) for name, f in fields if f is not None and f.state is FieldState.READ)
    return {name: context.digest(court, value) for name, value in read if isinstance(value, str)}


def _settled(context: Context, connection: Connection, stored: Stored, version: int, noted: Happened) -> Paper:
    happenings.note(connection, _about(stored, noted))
    return settle(context, connection, replace(stored, version=version))


def _about(stored: Stored, noted: Happened) -> Happened:
    return replace(noted, court=stored.court, case_id=stored.case_id, subject=stored.id)


def _correction(context: Context, asks: Principal, paper: Paper, change: Change) -> NewCorrection:
    doctype = context.types.get(paper.document.type or "")
    if doctype is None or change.field not in doctype.fields:
        raise Invalid("unknown_field", field=change.field)
    if change.field in NUMBERS and is_masked(change.value):
        raise Invalid("masked_value")
    seen = paper.document.fields.get(change.field)
    before = value_json(seen.value) if seen else None
    after = value_json(typed(change.field, value_of(change.value)))
    return NewCorrection(paper.stored.id, "value", change.field, before, after, change.why, asks.person, change.seconds)


def _replaced(
    connection: Connection,
    asks: Principal,
    old: Sequence[Stored],
    parts: Sequence[tuple[Stored, tuple[int, ...]]],
    why: tuple[str, Target],
) -> tuple[str, ...]:
    """Put new documents in the place of old ones, to be read again as what they are. Raises WrongState, Changed."""
    what, said = why
    for stored in old:
        if stored.state == DocumentState.REPLACED:
            raise WrongState(kind="DocumentState", state=stored.state, wanted=what)
    ids = tuple(_part(connection, stored, pages, place) for place, (stored, pages) in enumerate(parts))
    for stored in old:
        documents.move(connection, stored, DocumentState.REPLACED, replaced_by=list(ids))
        seconds = said.seconds if stored is old[0] else None  # once, for all of them
        note = NewCorrection(stored.id, what, None, None, list(ids), said.why, asks.person, seconds)
        documents.correct(connection, note)
        happenings.note(connection, _about(stored, Happened(what, asks.person)))
    for document_id in ids:
        documents.correct(connection, NewCorrection(document_id, what, None, None, None, said.why, asks.person))
    return ids


def _part(connection: Connection, stored: Stored, pages: tuple[int, ...], place: int) -> str:
    machine = blank_machine(pages)
    new = NewDocument(
        stored.scan_id,
        stored.case_id,
        stored.court,
        stored.place + place,
        None,
        None,
        machine_json(machine),
        DocumentState.NEEDS_REVIEW.value,
    )
    added = documents.add(connection, new)
    _read_fields_again(connection, added, 1)
    return added.id


def read_again(connection: Connection, stored: Stored) -> None:
    """Let the fields of a document be read anew from its pages, in the transaction of the caller."""
    documents.move(connection, stored, DocumentState.NEEDS_REVIEW)
    _read_fields_again(connection, stored, stored.version + 1)


def _read_fields_again(connection: Connection, stored: Stored, version: int) -> None:
    jobs.enqueue(connection, Task(Kind.EXTRACT, stored.id, stored.court, version))
