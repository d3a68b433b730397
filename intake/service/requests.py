"""Release requests: assembled from the documents of a case as they count, and handed over once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from intake import __version__
from intake.domain.errors import Conflict
from intake.domain.states import RequestState, ScanState
from intake.release.assemble import assemble
from intake.release.canonical import canonical
from intake.release.case import CaseDocument, CaseInput, Remark
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest, Status
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.notices import moved
from intake.service.papers import Paper
from intake.service.review import case_papers
from intake.store import cases, happenings, requests, scans
from intake.store.cases import Case
from intake.store.happenings import Happened
from intake.store.ids import new_id
from intake.store.requests import Letter, NewRequest, Request
from intake.store.rows import Slice

RELEASE = "release"  # topic of the outbox


def make(context: Context, asks: Principal, case_id: str, today: date) -> Request:
    """Assemble the request of a case from what its documents say now; the draft before it is replaced.

    Raises Conflict `still_reading` while scans wait to be read: a request of half the papers would mislead.
    """
    asks.needs(Right.ASSEMBLE)
    with context.database.write() as connection:
        case = cases.get(connection, case_id, asks.scope)
        found = scans.of_case(connection, case_id, Slice(limit=200))
        if any(scan.state == ScanState.QUEUED for scan in found):
            raise Conflict("still_reading")
        papers = case_papers(context, connection, case_id)
        names = {scan.id: (scan.name, scan.sha256) for scan in found}
        request = assemble(_input(context, case, papers, names, today))
        number = requests.next_number(connection, case_id)
        for draft in requests.of_case(connection, case_id):
            if draft.state in {RequestState.DRAFT, RequestState.REFUSED}:
                moved(context, connection, draft, RequestState.REPLACED, asks.person)
        _add(connection, case, request, number, asks.person)
        facts = {"status": request.status.value}
        noted = Happened("assembled", asks.person, case.court, case.id, request.request_id, facts)
        happenings.note(connection, noted)
        return requests.get(connection, request.request_id)


def hand_over(context: Context, asks: Principal, request_id: str, version: int) -> Request:
    """Put a ready request into the outbox, once. Raises Conflict `not_ready` or `paid_already`, WrongState, Changed."""
    asks.needs(Right.HAND_OVER)
    with context.database.write() as connection:
        held = requests.get(connection, request_id, asks.scope)
        if held.status != Status.READY or held.key is None or held.payment is None:
            raise Conflict("not_ready", status=held.status)
        moved(context, connection, replace(held, version=version), RequestState.HANDING_OVER, asks.person)
        requests.pay_once(connection, held.payment, held.id)
        requests.post(connection, Letter(RELEASE, held.id, held.key, held.body))
        fresh = requests.get(connection, request_id)
    context.wake()
    return fresh


def look_at(context: Context, asks: Principal, request_id: str) -> Request:
    """Return a request. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return requests.get(connection, request_id, asks.scope)


def of_case(context: Context, asks: Principal, case_id: str) -> Sequence[Request]:
    """Return the requests of a case, in order. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        cases.get(connection, case_id, asks.scope)
        return requests.of_case(connection, case_id)


def _add(connection: Connection, case: Case, request: ReleaseRequest, number: int, who: str) -> None:
    body = canonical(request)
    new = NewRequest(
        id=request.request_id,
        case_id=case.id,
        court=case.court,
        number=number,
        status=request.status.value,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        payment=request.payment_digest,
        key=request.idempotency_key,
        created_by=who,
    )
    requests.add(connection, new)


def _input(
    context: Context, case: Case, papers: Sequence[Paper], names: Mapping[str, tuple[str, str]], today: date
) -> CaseInput:
    return CaseInput(
        request_id=new_id(),
        documents=tuple(_paper(paper, *names[paper.stored.scan_id]) for paper in papers),
        kind=Kind(case.kind),
        today=today,
        court_code=case.court,
        case_number=case.number,
        subject_amount=None if case.subject_amount is None else Decimal(case.subject_amount),
        sensitivity=tuple(case.sensitivity),
        remarks=tuple(
            remark for paper in papers for remark in paper.machine.remarks_in(names[paper.stored.scan_id][0])
        ),
        types=context.types,
        rules={"intake": __version__},
    )


def _paper(paper: Paper, name: str, sha256: str) -> CaseDocument:
    return CaseDocument(paper.stored.id, name, sha256, paper.document, paper.machine.seals)


def _remarks(paper: Paper, names: Mapping[str, tuple[str, str]]) -> Sequence[Remark]:
    name, _ = names[paper.stored.scan_id]
    return paper.machine.remarks_in(name)
