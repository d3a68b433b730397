"""Reads a claimed scan, or a document anew, and keeps what came of it if the lease still holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection

from intake.domain.document import Document
from intake.domain.errors import UnknownCoding
from intake.domain.finding import Finding, Severity
from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.reading import FileReading, PageReading
from intake.domain.states import DocumentState, JobState, ScanState
from intake.ports import Blobs
from intake.service import review
from intake.service.context import Context
from intake.service.papers import state_of
from intake.service.uploads import queue_again
from intake.store import documents, happenings, jobs, scans
from intake.store.codec import page_bytes, page_of
from intake.store.documents import NewDocument, Stored
from intake.store.happenings import Happened
from intake.store.jobs import Lease
from intake.store.machine import Machine, machine_json, machine_of, remarks_of, seals_of
from intake.store.scans import Page, Scan
from intake.validate.sureness import all_within, within
from intake.work.lease import Held

WORKER = "worker"  # who did it, in the list of what happened
SOON_S = 2.0  # until a document whose scan is being read is looked at again
BY_HAND = frozenset({"split", "join"})


KeepPage = Callable[[PageImage, PageReading], None]


class Reads(Protocol):
    """Reads files; what is wrong with one is in the answer. See intake.pipeline.ReadFile, which is the real one."""

    @property
    def version(self) -> str:
        """Change with anything that can change what is read of a page."""
        ...

    @property
    def alphabet(self) -> Sequence[str]:
        """Return the characters that the lattices of what is read point into."""
        ...

    def __call__(
        self,
        name: str,
        data: bytes,
        keep: KeepPage,
        known: Mapping[int, PageReading],
        turns: Mapping[int, int],
    ) -> FileReading:
        """Read a file; `keep` gets each page that is not `known`, as soon as it is read; `turns` are a person's."""
        ...

    def as_type(self, pages: Sequence[PageReading], name: str | None, region: Quad | None) -> Document:
        """Return pages as one document of type `name`, or of what they look like most."""
        ...


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads: `picture` turns an upright page into the bytes that people are shown, `look` finds near copies.

    `quick` reads for courts that want their fields only.
    """

    read: Reads
    quick: Reads
    picture: Callable[[PageImage], bytes]
    look: Callable[[PageImage], str]


def read_scan(context: Context, reader: Reader, held: Held) -> None:
    """Read a scan page by page; every page is kept as soon as it is read, so that another worker goes on from there."""
    with context.database.read() as connection:
        scan = scans.get(connection, held.lease.subject)
        done = scans.pages(connection, scan.id, scan.reading)
    turns = {int(number): degrees for number, degrees in scan.turns.items()}
    known = _known(context, reader, [page for page in done if page.reader == reader.read.version])

    def keep(image: PageImage, reading: PageReading) -> None:
        held.check()
        _keep_page(context, reader, held, scan, (image, reading))

    wanted = context.policy(scan.court).reading
    read = reader.quick if wanted.fields_only else reader.read
    reading = all_within(read(scan.name, context.blobs.read(scan.sha256), keep, known, turns), wanted.limit)
    held.check()
    with context.database.write() as connection:
        _finish_scan(context, connection, held.lease, scan, reading)


def extract_again(context: Context, reader: Reader, held: Held) -> None:
    """Read the fields of a document as what a person says it is, or as the likeliest thing after a cut.

    While its scan is read again there may be pages of the new reading, and not all: then it waits for them.
    """
    with context.database.read() as connection:
        stored = documents.get(connection, held.lease.subject)
        scan = scans.get(connection, stored.scan_id)
        kept = scans.pages(connection, scan.id, scan.reading)
    machine = machine_of(stored.machine)
    wanted = set(machine.document.pages)
    if scan.state == ScanState.QUEUED or not wanted <= {page.number for page in kept}:
        _wait_for(context, held, scan)
        return
    known = _known(context, reader, [page for page in kept if page.number in wanted])
    if not wanted <= known.keys():
        _queue_again(context, scan)
        raise UnknownCoding
    pages = [known[number] for number in sorted(wanted)]
    said = reader.read.as_type(pages, stored.type if stored.forced else None, machine.document.region)
    document = within(said, context.policy(scan.court).reading.limit)
    with context.database.write() as connection:
        if scans.get(connection, scan.id).reading != scan.reading:
            jobs.let_go(connection, held.lease, SOON_S)
            return
        jobs.finish(connection, held.lease, JobState.DONE)
        fresh = documents.get(connection, stored.id)
        if fresh.state != DocumentState.REPLACED:
            _update(context, connection, fresh, _machine(document, pages))


def _wait_for(context: Context, held: Held, scan: Scan) -> None:
    """Try again when the scan was read; one that cannot be read leaves the document to a person."""
    with context.database.write() as connection:
        if scan.state == ScanState.QUEUED:
            jobs.let_go(connection, held.lease, SOON_S)
        else:
            jobs.finish(connection, held.lease, JobState.REJECTED, "pages_missing")


def _known(context: Context, reader: Reader, kept: Sequence[Page]) -> Mapping[int, PageReading]:
    """Return pages that were read before, by number, without those whose bytes another version of us wrote."""
    known: dict[int, PageReading] = {}
    for page in kept:
        with suppress(UnknownCoding):
            known[page.number] = page_of(context.blobs.read(page.text), reader.read.alphabet)
    return known


def _queue_again(context: Context, scan: Scan) -> None:
    """Let a scan be read again whose pages nobody understands any more, unless somebody saw to it meanwhile."""
    with context.database.write() as connection:
        fresh = scans.get(connection, scan.id)
        if (fresh.state, fresh.reading) == (ScanState.READ, scan.reading):
            queue_again(connection, fresh, WORKER, fresh.version)


def _keep_page(context: Context, reader: Reader, held: Held, scan: Scan, read: tuple[PageImage, PageReading]) -> None:
    image, reading = read
    text, picture = stored(context.blobs, page_bytes(reading)), stored(context.blobs, reader.picture(image))
    look, number = reader.look(image), reading.text.number
    with context.database.write() as connection:
        jobs.still_mine(connection, held.lease)
        page = Page(scan.id, number, scan.reading, reader.read.version, text, picture, look)
        scans.keep_page(connection, page)
        facts = {"page": str(number)}
        happenings.note(connection, Happened("page_read", WORKER, scan.court, scan.case_id, scan.id, facts))


def _finish_scan(context: Context, connection: Connection, lease: Lease, scan: Scan, reading: FileReading) -> None:
    """Keep all that came of a scan, in one transaction with the end of its job."""
    jobs.finish(connection, lease, JobState.REJECTED if reading.error else JobState.DONE)
    fresh = scans.get(connection, scan.id)
    stage_ms: Mapping[str, int] = dict(reading.ms)
    if reading.error:
        facts = {"code": reading.error.code}
        values = {"error_code": reading.error.code, "error_facts": dict(reading.error.facts)}
        scans.move(connection, fresh, ScanState.REJECTED, stage_ms=stage_ms, **values)
        happenings.note(connection, Happened("scan_rejected", WORKER, scan.court, scan.case_id, scan.id, facts))
        return
    scans.move(connection, fresh, ScanState.READ, stage_ms=stage_ms)
    _keep_documents(context, connection, fresh, reading)
    settled = documents.of_scan(connection, scan.id) if scan.reading == 1 else ()  # later people had a hand in it
    told = _told(reading, [each.state for each in settled])
    happenings.note(connection, Happened("scan_read", WORKER, scan.court, scan.case_id, scan.id, told))


def _told(reading: FileReading, states: Sequence[str]) -> Mapping[str, str]:
    """Return what metrics count of a scan: its pages, its documents by what became of them, milliseconds by stage."""
    counts = {"pages": len(reading.pages), **{state: states.count(state) for state in set(states)}}
    stages = {f"{stage}_ms": spent for stage, spent in reading.ms.items() if stage != "total"}
    return {name: str(count) for name, count in {**counts, **stages}.items()}


def _keep_documents(context: Context, connection: Connection, scan: Scan, reading: FileReading) -> None:
    """Keep the documents of a scan; one that was there before with the same pages keeps its id and its corrections.

    One that a person cut or joined stays as it is cut, and its fields are read anew. One with corrections whose pages
    are now of other documents stays and asks for a person: nobody's work is dropped.
    """
    before = documents.of_scan(connection, scan.id)
    notes = documents.corrections(connection, [old.id for old in before])
    cut = [old for old in before if any(n.document_id == old.id and n.what in BY_HAND for n in notes)]
    covered = {number for old in cut for number in machine_of(old.machine).document.pages}
    left = {old.id: (old, machine_of(old.machine)) for old in before if old not in cut}
    for old in cut:
        review.read_again(connection, old)
    for place, document in enumerate(reading.documents):
        if covered and covered.issuperset(document.pages):
            continue
        pages = [page for page in reading.pages if page.text.number in document.pages]
        machine = _machine(document, pages)
        same = next((old for old, held in left.values() if _covers_same(held.document, document)), None)
        if same is None:
            _add(context, connection, scan, place, machine)
        else:
            del left[same.id]
            _update(context, connection, same, machine)
    edited = {note.document_id for note in notes}
    for old, held in left.values():
        if old.id in edited:
            review.settle(context, connection, old, machine=machine_json(_superseded(held)))
        else:
            documents.move(connection, old, DocumentState.REPLACED)


def _superseded(machine: Machine) -> Machine:
    """Say of a document that its pages are now read as others': a person must say which of them counts."""
    finding = Finding("superseded_reading", Severity.REVIEW)
    others = tuple(each for each in machine.document.findings if each.code != finding.code)
    return replace(machine, document=replace(machine.document, findings=(*others, finding)))


def _covers_same(a: Document, b: Document) -> bool:
    """Say whether two documents are the same piece of paper: the same pages, and the same place on them."""
    if a.pages != b.pages or (a.region is None) != (b.region is None):
        return False
    return a.region is None or b.region is None or a.region.holds(b.region.bounds.centre)


def _add(context: Context, connection: Connection, scan: Scan, place: int, machine: Machine) -> None:
    document = machine.document
    new = NewDocument(
        scan.id,
        scan.case_id,
        scan.court,
        place,
        document.klass.value if document.klass else None,
        document.type,
        machine_json(machine),
        state_of(document).value,
    )
    stored = documents.add(connection, new)
    documents.keep_digests(connection, stored, review.digests(context, stored.court, document))


def _update(context: Context, connection: Connection, stored: Stored, machine: Machine) -> None:
    """Put what was read in the place of what was read before; a type that a person gave stays."""
    document = machine.document
    if stored.forced and document.type != stored.type:
        review.read_again(connection, stored)
        return
    review.settle(
        context,
        connection,
        stored,
        machine=machine_json(machine),
        klass=document.klass.value if document.klass else None,
        type=document.type,
    )


def _machine(document: Document, pages: Sequence[PageReading]) -> Machine:
    return Machine(document, seals_of(pages), remarks_of(pages))


def stored(blobs: Blobs, data: bytes) -> str:
    """Keep bytes and return their SHA-256."""
    with blobs.writer(len(data)) as writer:
        writer.write(data)
        return writer.finish().sha256
