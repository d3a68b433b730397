"""Release requests: assembled from the documents of a case as they count, and handed over once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from pydantic import TypeAdapter
from sqlalchemy import Connection

from intake import __version__
from intake.domain.errors import Conflict, WrongState
from intake.domain.finding import Finding, Severity
from intake.domain.messages import Language
from intake.domain.states import RequestState, ScanState
from intake.release import sources
from intake.release.assemble import assemble
from intake.release.canonical import canonical
from intake.release.case import CaseDocument, CaseInput, Instalment, Remark
from intake.release.notice import INSIDE, Notice, notice_of
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest, Status
from intake.release.settle import Settled
from intake.release.stated import stated
from intake.release.workdays import due
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.earlier import Payment, account_of, history_of, identities
from intake.service.masks import shown_to
from intake.service.notices import moved
from intake.service.papers import Paper
from intake.service.review import case_papers
from intake.store import cases, happenings, jobs, requests, scans
from intake.store.cases import Case
from intake.store.happenings import Happened
from intake.store.ids import new_id
from intake.store.requests import Letter, NewRequest, Request
from intake.store.rows import Slice
from intake.store.scans import Scan
from intake.validate.confirmed import Shown, confirmed

RELEASE = "release"  # topic of the outbox
FRESH = timedelta(days=1)  # the day after is the check of completeness (S09, T+1); older ones are assembled again
NOT_PAID = "not_paid_says_person"
UNREAD = frozenset({ScanState.REJECTED, ScanState.QUARANTINED})
_NOTICE = TypeAdapter(Notice)


@dataclass(frozen=True, slots=True)
class Found:
    """What a person found out about a request: `reference` of the core where it was paid, None where it was not."""

    why: str
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """Which request of its case it is, who asked for it, and when."""

    number: int
    who: str
    day: date


def make(context: Context, asks: Principal, case_id: str, today: date) -> Request:
    """Assemble the request of a case from what its documents say now; the draft before it is replaced.

    Raises Conflict `still_reading` while scans or documents wait to be read: half the papers would mislead; Changed
    where another request took the number meanwhile.
    """
    asks.needs(Right.ASSEMBLE)
    with context.database.write() as connection:
        case = cases.hold(connection, case_id, asks.scope)
        found = scans.all_of_case(connection, case_id)
        if any(scan.state == ScanState.QUEUED for scan in found):
            raise Conflict("still_reading")
        papers = case_papers(context, connection, case_id)
        if jobs.is_open(connection, [paper.stored.id for paper in papers]):
            raise Conflict("still_reading")
        papers, found = counted(case, papers, found)
        request = _assembled(context, connection, case, papers, input_of(context, case, papers, found, today))
        number = requests.next_number(connection, case_id)
        for draft in requests.of_case(connection, case_id):
            if draft.state in {RequestState.DRAFT, RequestState.REFUSED}:
                moved(context, connection, draft, RequestState.REPLACED, asks.person)
        _add(context, connection, case, request, Made(number, asks.person, today))
        facts = {"status": request.status.value}
        noted = Happened("assembled", asks.person, case.court, case.id, request.request_id, facts)
        happenings.note(connection, noted)
        return requests.get(connection, request.request_id)


def hand_over(context: Context, asks: Principal, request_id: str, version: int, today: date) -> Request:
    """Put a ready request into the outbox, once. Raises Conflict, WrongState, Changed.

    Conflict is `not_ready`, `papers_changed` where anything of the case changed since it was assembled (a correction,
    another scan, a payment of another case with its number) or more than a day went by, or `paid_already`.
    """
    asks.needs(Right.HAND_OVER)
    with context.database.write() as connection:
        held = requests.get(connection, request_id, asks.scope)
        if held.status != Status.READY or held.key is None or held.payment is None:
            raise Conflict("not_ready", request=held.id)
        case = cases.hold(connection, held.case_id, asks.scope)
        requests.pay_once(connection, held.payment, held.id)
        if case.papers != held.papers or _is_old(held, today):
            raise Conflict("papers_changed", request=held.id)
        seen, sent_on = replace(held, version=version), today.isoformat()
        moved(context, connection, seen, RequestState.HANDING_OVER, asks.person, sent_on=sent_on)
        requests.outdate(connection, held)
        requests.post(connection, Letter(RELEASE, held.id, held.key, held.body))
        fresh = requests.get(connection, request_id)
    context.wake()
    return fresh


def look_at(context: Context, asks: Principal, request_id: str) -> Request:
    """Return a request. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return requests.get(connection, request_id, asks.scope)


def notice(context: Context, asks: Principal, request_id: str, today: date, language: Language) -> Notice | None:
    """Return the one notice to the party of all that is missing, with the day it is due; None where nothing is.

    Numbers in it are hidden from those who may not see them.
    """
    request = look_at(context, asks, request_id)
    policy = context.policy(request.court)
    until = due(today, policy.notice.working_days, policy.calendar)
    made = notice_of(ReleaseRequest.model_validate_json(request.body), today, until, language)
    return None if made is None else _NOTICE.validate_python(shown_to(asks, asdict(made)))


def of_case(context: Context, asks: Principal, case_id: str, part: Slice) -> Sequence[Request]:
    """Return the requests of a case, the newest first. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        cases.get(connection, case_id, asks.scope)
        return requests.found(connection, asks.scope, part, case_id=case_id)


def _assembled(
    context: Context, connection: Connection, case: Case, papers: Sequence[Paper], given: CaseInput
) -> ReleaseRequest:
    """Assemble with what is known of the account and of the case that the papers say."""
    settled = Settled(stated(given))
    account = account_of(context, case.court, settled.value(sources.ACCOUNT_NUMBER))
    history = history_of(connection, case, papers, Payment(account, settled.value(sources.CASE_NUMBER)))
    return assemble(replace(given, history=history, known=identities(context, connection, case, given)))


def _add(context: Context, connection: Connection, case: Case, request: ReleaseRequest, made: Made) -> None:
    body = canonical(request)
    new = NewRequest(
        id=request.request_id,
        case_id=case.id,
        court=case.court,
        number=made.number,
        status=request.status.value,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
        payment=request.payment_digest,
        papers=case.papers,
        account=account_of(context, case.court, request.account.number),
        made_on=made.day.isoformat(),
        key=request.idempotency_key,
        created_by=made.who,
        case_number=request.case.number,
    )
    requests.add(connection, new)


def found(context: Context, asks: Principal, part: Slice, state: str | None) -> Sequence[Request]:
    """Return requests of a state (None: of any), the newest first."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return requests.found(connection, asks.scope, part, state=state)


def resend(context: Context, asks: Principal, request_id: str, version: int) -> Request:
    """Send the same bytes with the same key once more, as a person says who found out that nothing was paid.

    Raises NotFound, Forbidden, WrongState for a request that does not wait for a person, Changed.
    """
    asks.needs(Right.HAND_OVER)
    with context.database.write() as connection:
        held = requests.get(connection, request_id, asks.scope)
        if held.state != RequestState.NEEDS_HUMAN or held.key is None:
            raise WrongState(kind="RequestState", state=held.state, wanted=RequestState.HANDING_OVER)
        seen = replace(held, version=version)
        moved(context, connection, seen, RequestState.HANDING_OVER, asks.person, reason=None)
        requests.resend(connection, held.key)
        happenings.note(connection, Happened("sent_again", asks.person, held.court, held.case_id, held.id))
        fresh = requests.get(connection, request_id)
    context.wake()
    return fresh


def without_courts_own(request: ReleaseRequest) -> ReleaseRequest:
    """Return a request without what the court checks for itself: other cases' people are no business of a party."""
    findings = tuple(finding for finding in request.findings if finding.rule not in INSIDE)
    checks = tuple(check for check in request.checks if check.rule not in INSIDE)
    return request.model_copy(update={"findings": findings, "checks": checks})


def settle(context: Context, asks: Principal, request_id: str, version: int, found: Found) -> Request:
    """Say how a request ended that waits for a person: paid, with what the core calls it, or not, and it may go anew.

    Nothing is sent any more in its name. Raises NotFound, Forbidden, WrongState for one that waits for nobody, Changed.
    """
    asks.needs(Right.HAND_OVER)
    with context.database.write() as connection:
        held = requests.get(connection, request_id, asks.scope)
        wanted = RequestState.HANDED_OVER if found.reference else RequestState.REFUSED
        if held.state != RequestState.NEEDS_HUMAN or held.key is None:
            raise WrongState(kind="RequestState", state=held.state, wanted=wanted)
        requests.bury(connection, held.key)
        values = {"reference": found.reference, "reason": None if found.reference else NOT_PAID}
        moved(context, connection, replace(held, version=version), wanted, asks.person, **values)
        if held.payment and not found.reference:
            requests.pay_not(connection, held.payment, held.id)
        facts = {"why": found.why}
        happenings.note(connection, Happened("settled", asks.person, held.court, held.case_id, held.id, facts))
        return requests.get(connection, request_id)


def counted(
    case: Case, papers: tuple[Paper, ...], found: tuple[Scan, ...]
) -> tuple[tuple[Paper, ...], tuple[Scan, ...]]:
    """Return the papers and scans of a case without those that a person set aside."""
    aside = case.set_aside
    return tuple(p for p in papers if p.stored.scan_id not in aside), tuple(s for s in found if s.id not in aside)


def input_of(context: Context, case: Case, papers: Sequence[Paper], found: Sequence[Scan], today: date) -> CaseInput:
    files, policy = {scan.id: scan for scan in found}, context.policy(case.court)
    pages = (remark for paper in papers for remark in paper.machine.remarks_in(files[paper.stored.scan_id].name))
    read = confirmed([Shown(paper.stored.scan_id, paper.document) for paper in papers], policy.reading.limit)
    told = [replace(paper, document=document) for paper, document in zip(papers, read, strict=True)]
    return CaseInput(
        request_id=new_id(),
        documents=tuple(_paper(paper, files[paper.stored.scan_id]) for paper in told),
        kind=Kind(case.kind),
        today=today,
        court_code=case.court,
        case_number=case.number,
        subject_amount=None if case.subject_amount is None else Decimal(case.subject_amount),
        sensitivity=tuple(case.sensitivity),
        instalment=_instalment(case),
        remarks=(*dict.fromkeys(pages), *(_unread(scan) for scan in found if scan.state in UNREAD)),
        links=dict(case.links),
        policy=policy,
        types=context.types,
        rules={"intake": __version__, f"policy:{policy.name}": policy.version},
    )


def _instalment(case: Case) -> Instalment | None:
    part = case.instalment
    if part is None:
        return None
    confirmed_by = part["confirmed_by"]
    return Instalment(
        int(str(part["number"])), Decimal(str(part["amount"])), str(confirmed_by) if confirmed_by else None
    )


def _is_old(request: Request, today: date) -> bool:
    """Say whether what was judged by the day (a card that is still valid) was judged too long ago."""
    return not timedelta(0) <= today - date.fromisoformat(request.made_on) <= FRESH


def _paper(paper: Paper, scan: Scan) -> CaseDocument:
    confirmed = {name: each.confirmed_by or each.who for name, each in paper.corrected.items()}
    return CaseDocument(paper.stored.id, scan.name, scan.sha256, paper.document, paper.machine.seals, confirmed)


def _unread(scan: Scan) -> Remark:
    """Say that a file of the case could not be read: nobody may take the case for complete without it."""
    code = scan.error_code if scan.state == ScanState.REJECTED and scan.error_code else "quarantined"
    return Remark(scan.name, None, Finding(code, Severity.REVIEW, facts=dict(scan.error_facts)))
