"""What is counted and timed, all of it named here, in a registry of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

CONTENT_TYPE = CONTENT_TYPE_LATEST

_STAGE_S = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_REQUEST_S = (0.005, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics of one process. Labels are codes of closed sets (stages, fields, routes), never what a user sent.

    `pages` is counted as pages are read: its rate is pages a second. `documents` is counted by `outcome` when a
    document is first settled: `accepted` without a person over all is the straight-through rate. `queue_age` is the
    age of the oldest job that is ready, by `kind`; `handoff_age` that of the oldest message the core has not
    acknowledged; both in seconds, 0 with none, set by who looks into the database.
    """

    registry: CollectorRegistry
    pages: Counter
    documents: Counter
    corrections: Counter
    stage_seconds: Histogram
    request_seconds: Histogram
    queue_age: Gauge
    handoff_age: Gauge
    look: Callable[[], None]

    def exposition(self) -> bytes:
        """Return the text that Prometheus reads, of type CONTENT_TYPE; `look` counts what happened since the last."""
        self.look()
        return generate_latest(self.registry)


def nothing() -> None:
    """Look nowhere."""


def metrics(look: Callable[[], None] = nothing) -> Metrics:
    """Make the metrics of a process, all at zero."""
    r = CollectorRegistry()
    return Metrics(
        registry=r,
        pages=Counter("intake_pages", "Pages that were read.", registry=r),
        documents=Counter("intake_documents", "Documents settled.", ["outcome"], registry=r),
        corrections=Counter("intake_corrections", "Values that people changed.", ["field"], registry=r),
        stage_seconds=Histogram(
            "intake_stage_seconds", "Time of a stage, a page.", ["stage"], buckets=_STAGE_S, registry=r
        ),
        request_seconds=Histogram(
            "intake_request_seconds", "Time of an answer.", ["route", "status"], buckets=_REQUEST_S, registry=r
        ),
        queue_age=Gauge("intake_queue_age_seconds", "Age of the oldest job that is ready.", ["kind"], registry=r),
        handoff_age=Gauge("intake_handoff_age_seconds", "Age of the oldest message not acknowledged.", registry=r),
        look=look,
    )
