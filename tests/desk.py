"""Builds a service on an SQLite file with papers of a case in it, for the tests of the units of work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builders import seal

from intake.doctypes.registry import registry
from intake.domain.document import Document
from intake.ports import Blobs
from intake.service import review
from intake.service.access import Principal, Role
from intake.service.context import Context
from intake.service.papers import Paper
from intake.store import cases, documents, scans
from intake.store.cases import NewCase
from intake.store.database import open_database
from intake.store.documents import NewDocument, Stored
from intake.store.machine import Machine, machine_json
from intake.store.rows import Scope
from intake.store.scans import NewScan
from intake.store.tables import metadata, scan

COURT = "浙0106"


class NoBlobs:
    """Stands where units of work need no bytes."""

    def has(self, _sha256: str) -> bool:
        return True


def context(folder: Path, blobs: Blobs | None = None) -> Context:
    database = open_database(f"sqlite:///{folder}/intake.db")
    metadata.create_all(database.engine)
    return Context(database, blobs or NoBlobs(), registry(), b"key of the digests")


def somebody(role: Role, person: str = "", court: str | None = COURT) -> Principal:
    return Principal(person or role.value, role, Scope(court))


def new_case(service: Context, court: str = COURT) -> str:
    with service.database.write() as connection:
        return cases.add(connection, NewCase(court, "enforcement"), "clerk")


def filed(service: Context, case_id: str, papers: Sequence[Document]) -> tuple[Stored, ...]:
    """Put papers into a case as if a worker had read them, each from a scan of its own."""
    with service.database.write() as connection:
        case = cases.get(connection, case_id, Scope())
        stored = [_filed(connection, case, paper, n) for n, paper in enumerate(papers)]
        return tuple(review.settle(service, connection, each).stored for each in stored)


def papers(service: Context, case_id: str) -> tuple[Paper, ...]:
    """Return the documents of a case that count, in order."""
    with service.database.read() as connection:
        return review.case_papers(service, connection, case_id)


def _filed(connection, case, paper: Document, n: int) -> Stored:
    new_scan = NewScan(case.id, case.court, f"{n:064d}", f"{n}.jpg", 1000, "clerk")
    scan_id = scans.add(connection, new_scan).id
    connection.execute(scan.update().where(scan.c.id == scan_id).values(state="read"))
    machine = Machine(paper, (seal("浙江省杭州市西湖区人民法院"),) if paper.fields.get("has_seal") else ())
    new = NewDocument(scan_id, case.id, case.court, 0, paper.klass, paper.type, machine_json(machine), "needs_review")
    return documents.add(connection, new)
