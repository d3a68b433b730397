"""How often the service is right: a sample of finished documents, drawn by lot, judged by people who do not confer."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum

from sqlalchemy import Connection

from intake.domain.errors import Invalid, NotFound
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.papers import Paper, papers_of
from intake.service.review import held
from intake.store import documents, happenings, quality
from intake.store.happenings import Happened
from intake.store.quality import Check, Lot
from intake.store.rows import Scope, Slice

CHINA = timezone(timedelta(hours=8))  # a month is one of the court's calendar
TOGETHER = 2  # checkers who must have looked before there is a consensus
MOST = 500  # documents of a sample


class Verdict(StrEnum):
    """What a checker says of a value beside its picture."""

    RIGHT = "right"
    WRONG = "wrong"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Share:
    """How many values the checkers agreed on, how many of those are right, and how many they did not agree on."""

    decided: int = 0
    right: int = 0
    open: int = 0

    @property
    def accuracy(self) -> float | None:
        return self.right / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class Report:
    """The accuracy of a sample, as a whole and by field; `checked` documents have a consensus on some field."""

    documents: int
    checked: int
    checkers: int
    total: Share
    fields: Mapping[str, Share]


class NotDrawn(NotFound):
    """No sample of this month and seed was drawn."""

    code = "not_drawn"


def draw(context: Context, asks: Principal, lot: Lot, size: int) -> tuple[Paper, ...]:
    """Draw a sample, once, and return its first piece: asked again, it is the same whatever was finished meanwhile.

    The lot of a document is the hash of seed and id, so that anybody can draw it again. Raises Forbidden, Invalid.
    """
    _may(asks, lot)
    since, before = _month(lot.month)
    with context.database.write() as connection:
        if not quality.drawn(connection, lot):
            chosen = _lots(quality.finished(connection, lot.court, since, before), lot.seed)[:size]
            quality.keep(connection, lot, chosen)
            facts = {"month": lot.month, "seed": str(lot.seed), "documents": str(len(chosen))}
            happenings.note(connection, Happened("sample_drawn", asks.person, lot.court, facts=facts))
        ids = quality.drawn(connection, lot)
        return _papers(context, connection, lot, ids[: Slice().limit])


def look_at(context: Context, asks: Principal, lot: Lot, part: Slice) -> tuple[Paper, ...]:
    """Return a piece of the documents of a sample. Raises Forbidden, NotFound (also `not_drawn`)."""
    _may(asks, lot)
    with context.database.read() as connection:
        ids = quality.drawn(connection, lot)
        if not ids:
            raise NotDrawn
        if part.after and part.after not in ids:
            raise NotFound
        start = ids.index(part.after) + 1 if part.after else 0
        return _papers(context, connection, lot, ids[start : start + part.limit])


def say(context: Context, asks: Principal, lot: Lot, document_id: str, verdicts: Mapping[str, Verdict]) -> None:
    """Keep what a checker says of a document of a sample. Raises Forbidden, NotFound, Invalid `unknown_field`."""
    _may(asks, lot)
    with context.database.write() as connection:
        if document_id not in quality.drawn(connection, lot):
            raise NotFound
        paper = held(context, connection, document_id, Scope(lot.court))
        for field in sorted(verdicts.keys() - paper.document.fields.keys()):
            raise Invalid("unknown_field", field=field)
        said = {name: verdict.value for name, verdict in verdicts.items()}
        quality.say(connection, lot, Check(document_id, asks.person, said))


def report(context: Context, asks: Principal, lot: Lot) -> Report:
    """Return how often the values of a sample are right by the consensus of its checkers. Raises NotFound."""
    _may(asks, lot)
    with context.database.read() as connection:
        ids = quality.drawn(connection, lot)
        said = quality.checks(connection, lot)
    if not ids:
        raise NotDrawn
    return report_of(len(ids), said)


def report_of(documents: int, said: Sequence[Check]) -> Report:
    """Return the report of what was said: a value is decided where most of two or more checkers say the same."""
    votes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for check in said:
        for field, verdict in check.verdicts.items():
            votes[check.document_id, field].append(verdict)
    outcomes = {key: consensus(each) for key, each in votes.items()}
    names = sorted({field for _, field in outcomes})
    fields = {name: _share([o for (_, field), o in outcomes.items() if field == name]) for name in names}
    checked = {document for (document, _), outcome in outcomes.items() if outcome is not None}
    return Report(documents, len(checked), len({c.who for c in said}), _share(list(outcomes.values())), fields)


def consensus(votes: Sequence[str]) -> Verdict | None:
    """Return what more than half of the checkers say, None where they do not agree or too few looked."""
    if len(votes) < TOGETHER:
        return None
    verdict, count = Counter(votes).most_common(1)[0]
    return Verdict(verdict) if count * 2 > len(votes) and verdict != Verdict.CANNOT_TELL else None


def _papers(context: Context, connection: Connection, lot: Lot, ids: Sequence[str]) -> tuple[Paper, ...]:
    """Return documents as they count, in order, asking the database twice and not twice for each."""
    stored = documents.named(connection, ids, Scope(lot.court))
    return papers_of(context, connection, stored)


def _share(outcomes: Sequence[Verdict | None]) -> Share:
    right = sum(outcome is Verdict.RIGHT for outcome in outcomes)
    undecided = sum(outcome is None for outcome in outcomes)
    return Share(len(outcomes) - undecided, right, undecided)


def _lots(ids: Sequence[str], seed: int) -> list[str]:
    return sorted(ids, key=lambda each: hashlib.sha256(f"{seed}:{each}".encode()).digest())


def _may(asks: Principal, lot: Lot) -> None:
    """Let in who checks the court as a whole; the sample of another court is not there."""
    asks.needs(Right.CHECK)
    if asks.scope.court not in {None, lot.court} or asks.scope.cases is not None:
        raise NotFound


def _month(month: str) -> tuple[float, float]:
    """Return when a month begins and ends, in seconds since 1970. Raises Invalid `bad_value`."""
    try:
        first = datetime.strptime(month, "%Y-%m").replace(tzinfo=CHINA)
        after = first.replace(day=28) + timedelta(days=4)
    except (ValueError, OverflowError) as error:
        raise Invalid("bad_value") from error
    return first.timestamp(), after.replace(day=1).timestamp()
