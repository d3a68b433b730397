"""What was answered to a key: the same question with the same key gets the same answer, and is done once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from intake.domain.errors import Conflict
from intake.store.tables import idempotency


@dataclass(frozen=True, slots=True)
class Question:
    """A key, whose it is and for what (`scope`), and a hash of all that was asked."""

    scope: str
    key: str
    sha256: str


def answered(connection: Connection, question: Question) -> Mapping[str, object] | None:
    """Return the answer that was given, or None for a new question: then `answer` must come in this transaction.

    Two at once wait for each other here: the second sees the answer of the first. Raises Conflict `key_reused` for
    another question with the same key.
    """
    row = {"scope": question.scope, "key": question.key, "body_sha256": question.sha256}
    try:
        with connection.begin_nested():
            connection.execute(insert(idempotency).values(**row))
    except IntegrityError:
        return _given(connection, question)
    return None


def answer(connection: Connection, question: Question, given: Mapping[str, object]) -> None:
    mine = update(idempotency).where(idempotency.c.scope == question.scope, idempotency.c.key == question.key)
    connection.execute(mine.values(response=dict(given)))


def _given(connection: Connection, question: Question) -> Mapping[str, object]:
    kept = select(idempotency.c.body_sha256, idempotency.c.response)
    mine = kept.where(idempotency.c.scope == question.scope, idempotency.c.key == question.key)
    row = connection.execute(mine).one()
    if row.body_sha256 != question.sha256:
        raise Conflict("key_reused")
    given: Mapping[str, object] = row.response
    return given
