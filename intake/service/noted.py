"""Notes what a person should see, once however often it is met."""

from __future__ import annotations

import hashlib

from intake.service.context import Context
from intake.store import happenings
from intake.store.happenings import Happened
from intake.store.idempotency import Question, answer, answered


def note_once(context: Context, scope: str, key: str, happened: Happened) -> bool:
    """Note it unless it was under this key; says whether it was new."""
    digest = hashlib.sha256(key.encode()).hexdigest()
    question = Question(scope, digest, digest)
    with context.database.write() as connection:
        if answered(connection, question) is not None:
            return False
        happenings.note(connection, happened)
        answer(connection, question, {"noted": True})
    return True
