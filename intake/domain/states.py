"""The states of scans, documents and requests, and every way from one to another: there is no other place."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from intake.domain.errors import WrongState


class ScanState(StrEnum):
    """Of an uploaded file. `quarantined`: three attempts to read it ended without an answer."""

    QUEUED = "queued"
    READ = "read"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"


class DocumentState(StrEnum):
    """Of a document. `replaced`: by what a split, a join or another reading made of it."""

    NEEDS_REVIEW = "needs_review"
    ACCEPTED = "accepted"
    REPLACED = "replaced"


class RequestState(StrEnum):
    """Of a release request. `unknown`: it was sent, and nobody knows yet whether it arrived."""

    DRAFT = "draft"
    HANDING_OVER = "handing_over"
    UNKNOWN = "unknown"
    HANDED_OVER = "handed_over"
    REFUSED = "refused"
    NEEDS_HUMAN = "needs_human"
    REPLACED = "replaced"


class JobState(StrEnum):
    """Of a piece of work. `running` with a lease that is over is as good as `ready`."""

    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"


State = TypeVar("State", ScanState, DocumentState, RequestState)

SCANS: Mapping[ScanState, frozenset[ScanState]] = {
    ScanState.QUEUED: frozenset({ScanState.READ, ScanState.REJECTED, ScanState.QUARANTINED}),
    ScanState.READ: frozenset({ScanState.QUEUED}),
    ScanState.REJECTED: frozenset({ScanState.QUEUED}),
    ScanState.QUARANTINED: frozenset({ScanState.QUEUED}),
}
DOCUMENTS: Mapping[DocumentState, frozenset[DocumentState]] = {
    DocumentState.NEEDS_REVIEW: frozenset({DocumentState.ACCEPTED, DocumentState.REPLACED}),
    DocumentState.ACCEPTED: frozenset({DocumentState.NEEDS_REVIEW, DocumentState.REPLACED}),
    DocumentState.REPLACED: frozenset(),
}
REQUESTS: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.DRAFT: frozenset({RequestState.HANDING_OVER, RequestState.REPLACED}),
    RequestState.HANDING_OVER: frozenset(
        {RequestState.HANDED_OVER, RequestState.UNKNOWN, RequestState.REFUSED, RequestState.NEEDS_HUMAN}
    ),
    RequestState.UNKNOWN: frozenset({RequestState.HANDED_OVER, RequestState.REFUSED, RequestState.NEEDS_HUMAN}),
    RequestState.NEEDS_HUMAN: frozenset({RequestState.HANDING_OVER, RequestState.HANDED_OVER, RequestState.REFUSED}),
    RequestState.REFUSED: frozenset({RequestState.REPLACED}),
    RequestState.HANDED_OVER: frozenset({RequestState.NEEDS_HUMAN}),
    RequestState.REPLACED: frozenset(),
}


def moved(state: State, wanted: State) -> State:
    """Return `wanted`, if there is a way to it; staying is always one. Raises WrongState."""
    if wanted is not state and wanted not in ways(state):
        raise WrongState(kind=type(state).__name__, state=state, wanted=wanted)
    return wanted


def ways(state: StrEnum) -> frozenset[StrEnum]:
    """Return the states that may follow `state`."""
    if isinstance(state, ScanState):
        return frozenset[StrEnum](SCANS[state])
    if isinstance(state, DocumentState):
        return frozenset[StrEnum](DOCUMENTS[state])
    if isinstance(state, RequestState):
        return frozenset[StrEnum](REQUESTS[state])
    raise TypeError(state)
