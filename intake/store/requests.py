"""Release requests as they were assembled, the payments that may have been made, and what waits to be sent."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from intake.domain.errors import Conflict, Fenced
from intake.domain.states import RequestState, moved
from intake.store.clock import NOW
from intake.store.rows import EVERYTHING, Scope, Slice, changed, columns, one, picked, several, sliced, value_of, within
from intake.store.tables import outbox, payment, request


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
    key: str | None
    created_by: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent about `subject`; `key` is the same for ever, so that nothing counts twice."""

    topic: str
    subject: str
    key: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """What waits to be sent: bytes and key as they were stored, never made again."""

    id: str
    topic: str
    subject: str
    key: str
    body: bytes
    body_sha256: str
    attempts: int
    fence: int
    created_at: float


def next_number(connection: Connection, case_id: str) -> int:
    """Return the number that the next request of a case gets."""
    last = connection.execute(select(func.max(request.c.number)).where(request.c.case_id == case_id)).scalar()
    return (last or 0) + 1


def add(connection: Connection, new: NewRequest) -> None:
    connection.execute(insert(request).values(**{name: getattr(new, name) for name in NewRequest.__slots__}))


def get(connection: Connection, request_id: str, scope: Scope = EVERYTHING) -> Request:
    """Return a request. Raises NotFound, also for one outside the scope."""
    query = picked(request, Request).where(request.c.id == request_id, within(scope, request))
    return one(connection, Request, query)


def of_case(connection: Connection, case_id: str) -> tuple[Request, ...]:
    query = picked(request, Request).where(request.c.case_id == case_id)
    return several(connection, Request, query.order_by(request.c.number))


def found(connection: Connection, scope: Scope, part: Slice, state: str | None = None) -> tuple[Request, ...]:
    query = picked(request, Request).where(within(scope, request))
    wanted = query if state is None else query.where(request.c.state == state)
    return several(connection, Request, sliced(wanted, request, part))


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


def take(connection: Connection, lease_s: float) -> Parcel | None:
    """Claim the parcel that is due for longest, or None."""
    is_free = or_(outbox.c.lease_until.is_(None), outbox.c.lease_until < NOW)
    next_id = (
        select(outbox.c.id)
        .where(and_(outbox.c.state == "pending", outbox.c.next_at <= NOW, is_free))
        .order_by(outbox.c.next_at)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    taken = (
        update(outbox)
        .where(outbox.c.id == next_id)
        .values(lease_until=NOW + lease_s, fence=outbox.c.fence + 1, attempts=outbox.c.attempts + 1)
        .returning(*columns(outbox, Parcel))
    )
    row = connection.execute(taken).one_or_none()
    return None if row is None else value_of(Parcel, row)


def settle(connection: Connection, parcel: Parcel, state: str, outcome: str, wait_s: float = 0.0) -> None:
    """Say how sending went: `sent`, `dead`, or `pending` for another time. Raises Fenced."""
    mine = update(outbox).where(outbox.c.id == parcel.id, outbox.c.fence == parcel.fence, outbox.c.state == "pending")
    done = mine.values(state=state, last_outcome=outcome, lease_until=None, next_at=NOW + wait_s)
    if connection.execute(done).rowcount != 1:
        raise Fenced


def resend(connection: Connection, key: str) -> None:
    """Send the same bytes with the same key once more, because a person says so."""
    again = update(outbox).where(outbox.c.key == key)
    connection.execute(again.values(state="pending", attempts=0, next_at=NOW, lease_until=None, created_at=NOW))
