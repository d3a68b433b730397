"""Release requests as they were assembled, the payments that may have been made, and what waits to be sent."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from intake.domain.errors import Changed, Conflict, Fenced
from intake.domain.states import RequestState, moved
from intake.store.clock import NOW
from intake.store.rows import EVERYTHING, Scope, Slice, changed, of_id, picked, several, sliced, value_of, within
from intake.store.tables import case, outbox, payment, request

GONE = (RequestState.HANDING_OVER, RequestState.UNKNOWN, RequestState.NEEDS_HUMAN, RequestState.HANDED_OVER)
"""States of a request whose money went, or may have gone."""


@dataclass(frozen=True, slots=True)
class Request:
    """A release request; `body` are its canonical bytes, `payment` and `key` as in the contract."""

    id: str
    case_id: str
    court: str
    number: int
    status: str
    state: str
    body: bytes
    sha256: str
    payment: str | None
    papers: int
    account: str | None
    made_on: str
    sent_on: str | None
    key: str | None
    reference: str | None
    reason: str | None
    created_by: str
    created_at: float
    version: int


@dataclass(frozen=True, slots=True)
class NewRequest:
    id: str
    case_id: str
    court: str
    number: int
    status: str
    body: bytes
    sha256: str
    payment: str | None
    papers: int
    account: str | None
    made_on: str
    key: str | None
    created_by: str
    case_number: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent about `subject`; `key` is the same for ever, so that nothing counts twice."""

    topic: str
    subject: str
    key: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """What waits to be sent: bytes and key as they were stored, never made again.

    `move` is what is next (send or ask), `age_s` the time since a core may first have had it.
    """

    id: str
    topic: str
    subject: str
    key: str
    body: bytes
    body_sha256: str
    move: str
    attempts: int
    fence: int
    age_s: float


@dataclass(frozen=True, slots=True)
class Next:
    """How it went with a parcel (`outcome`, a code), and what is next: `state` pending, sent or dead."""

    state: str
    outcome: str
    move: str
    wait_s: float
    reached: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What a core acknowledged: the bytes and the key of a request, and what the core called it (`reference`)."""

    id: str
    subject: str
    key: str
    body: bytes
    body_sha256: str
    reference: str | None


def next_number(connection: Connection, case_id: str) -> int:
    """Return the number that the next request of a case gets."""
    last = connection.execute(select(func.max(request.c.number)).where(request.c.case_id == case_id)).scalar()
    return (last or 0) + 1


def add(connection: Connection, new: NewRequest) -> None:
    """Keep a new request. Raises Changed where another one of the case has its number."""
    row = {name: getattr(new, name) for name in NewRequest.__slots__}
    try:
        connection.execute(insert(request).values(**row))
    except IntegrityError as error:
        raise Changed from error


def get(connection: Connection, request_id: str, scope: Scope = EVERYTHING) -> Request:
    """Return a request. Raises NotFound, also for one outside the scope."""
    found = of_id(connection, request, Request, request_id)
    scope.check(found.court, found.case_id)
    return found


def of_case(connection: Connection, case_id: str) -> tuple[Request, ...]:
    query = picked(request, Request).where(request.c.case_id == case_id)
    return several(connection, Request, query.order_by(request.c.number))


def found(connection: Connection, scope: Scope, part: Slice, **wanted: str | None) -> tuple[Request, ...]:
    """Return requests whose columns equal what is wanted (None: whatever), the newest first."""
    query = picked(request, Request).where(within(scope, request))
    for name, value in wanted.items():
        query = query if value is None else query.where(request.c[name] == value)
    return several(connection, Request, sliced(query, request, part))


def of_number(connection: Connection, court: str, case_number: str) -> tuple[Request, ...]:
    """Return the requests of a court that went, or may have gone, by papers of a case number."""
    query = picked(request, Request).where(request.c.court == court, request.c.case_number == case_number)
    return several(connection, Request, query.where(request.c.state.in_(GONE)).order_by(request.c.id))


def outdate(connection: Connection, held: Request) -> None:
    """Count a change of every other case that has a draft by papers of the same case number: more was released."""
    number = select(request.c.case_number).where(request.c.id == held.id).scalar_subquery()
    drafts = select(request.c.case_id).where(
        request.c.court == held.court,
        request.c.case_number == number,
        request.c.case_id != held.case_id,
        request.c.state == RequestState.DRAFT,
    )
    connection.execute(update(case).where(case.c.id.in_(drafts)).values(papers=case.c.papers + 1))


def to_account(connection: Connection, court: str, account: str) -> tuple[Request, ...]:
    """Return the requests of a court that went, or may have gone, to an account (its keyed digest)."""
    query = picked(request, Request).where(request.c.court == court, request.c.account == account)
    return several(connection, Request, query.where(request.c.state.in_(GONE)).order_by(request.c.id))


def move(connection: Connection, held: Request, state: RequestState, **values: object) -> None:
    """Change the state of a request, and what goes with it. Raises WrongState, Changed."""
    moved(RequestState(held.state), state)
    changed(connection, request, held.id, held.version, {"state": state.value, **values})


def pay_once(connection: Connection, digest: str, request_id: str) -> None:
    """Note that this payment is under way. Raises Conflict where another request has it: the table allows one."""
    try:
        with connection.begin_nested():
            connection.execute(insert(payment).values(digest=digest, request_id=request_id))
    except IntegrityError as error:
        other = connection.execute(select(payment.c.request_id).where(payment.c.digest == digest)).scalar()
        if other != request_id:
            raise Conflict("paid_already", request=str(other)) from error


def pay_not(connection: Connection, digest: str, request_id: str) -> None:
    """Forget a payment that was refused for certain, so that a corrected request may be made."""
    connection.execute(payment.delete().where(payment.c.digest == digest, payment.c.request_id == request_id))


def post(connection: Connection, letter: Letter) -> None:
    """Put what is to be sent into the outbox, in the transaction that decided to send it."""
    row = {name: getattr(letter, name) for name in Letter.__slots__}
    connection.execute(insert(outbox).values(**row, body_sha256=hashlib.sha256(letter.body).hexdigest()))


def take(connection: Connection, lease_s: float, topics: Collection[str]) -> Parcel | None:
    """Claim the parcel of these topics that is due for longest, or None."""
    is_free = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < NOW)
    next_id = (
        select(outbox.c.id)
        .where(outbox.c.state == "pending", outbox.c.next_at <= NOW, is_free, outbox.c.topic.in_(sorted(topics)))
        .order_by(outbox.c.next_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    age_s = func.coalesce(NOW - outbox.c.reached_at, 0.0).label("age_s")
    kept = [age_s if name == "age_s" else outbox.c[name] for name in Parcel.__slots__]
    taken = (
        update(outbox)
        .where(outbox.c.id == next_id)
        .values(lease_until=NOW + lease_s, fence=outbox.c.fence + 1, attempts=outbox.c.attempts + 1)
        .returning(*kept)
    )
    row = connection.execute(taken).one_or_none()
    return None if row is None else value_of(Parcel, row)


def settle(connection: Connection, parcel: Parcel, then: Next) -> None:
    """Say how sending went. Raises Fenced where another relay has the parcel."""
    mine = update(outbox).where(outbox.c.id == parcel.id, outbox.c.fence == parcel.fence, outbox.c.state == "pending")
    values: dict[str, object] = {"state": then.state, "last_outcome": then.outcome, "move": then.move}
    if then.reached:
        values["reached_at"] = func.coalesce(outbox.c.reached_at, NOW)
    if connection.execute(mine.values(**values, lease_until=None, next_at=NOW + then.wait_s)).rowcount != 1:
        raise Fenced


def resend(connection: Connection, key: str) -> None:
    """Send the same bytes with the same key once more, because a person says so."""
    again = update(outbox).where(outbox.c.key == key)
    fresh = {"state": "pending", "move": "send", "attempts": 0, "reached_at": None, "lease_until": None}
    connection.execute(again.values(**fresh, next_at=NOW))


def bury(connection: Connection, key: str) -> None:
    """Send nothing more with this key, because a person says how it ended."""
    connection.execute(update(outbox).where(outbox.c.key == key).values(state="dead", lease_until=None))


def acknowledged(connection: Connection, topic: str, after: str, since_s: float, most: int) -> tuple[Taken, ...]:
    """Return what a core acknowledged of the letters of so many seconds, in order, `after` the one of that id."""
    kept = [request.c.reference if name == "reference" else outbox.c[name] for name in Taken.__slots__]
    query = select(*kept).join(request, request.c.id == outbox.c.subject)
    query = query.where(outbox.c.topic == topic, outbox.c.state == "sent", outbox.c.created_at > NOW - since_s)
    query = query.where(request.c.state == RequestState.HANDED_OVER, outbox.c.id > after)
    return several(connection, Taken, query.order_by(outbox.c.id).limit(most))


def outbox_age_s(connection: Connection, topic: str) -> float:
    """Return for how many seconds the oldest parcel of a topic has been waiting; 0 where none is."""
    oldest = select(func.coalesce(NOW - func.min(outbox.c.created_at), 0.0))
    return float(connection.execute(oldest.where(outbox.c.state == "pending", outbox.c.topic == topic)).scalar_one())
