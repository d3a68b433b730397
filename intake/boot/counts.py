"""Counts for /metrics what workers and people did, from what the database says happened since this process began."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.errors import Unavailable
from intake.domain.states import DocumentState
from intake.metrics import Metrics
from intake.store import happenings
from intake.store.database import Database
from intake.store.happenings import Happening

READ, CORRECTED = "scan_read", "corrected"
MILLISECONDS, SECOND = "_ms", 1000


class Counts:
    """Call it to count on; while the database is away it counts nothing, and catches up later."""

    def __init__(self, database: Database, counted: Metrics) -> None:
        self._database = database
        self._metrics = counted
        self._seq: int | None = None

    def __call__(self) -> None:
        try:
            while self._more():
                pass
        except Unavailable:
            return

    def _more(self) -> bool:
        """Count some; says whether there may be more."""
        with self._database.read() as connection:
            if self._seq is None:
                self._seq = happenings.last(connection)
            found = happenings.after(connection, self._seq, (READ, CORRECTED))
        for each in found:
            count(self._metrics, each)
            self._seq = each.seq
        return bool(found)


def counting(made: Metrics, database: Database) -> Metrics:
    """Return the metrics with what happens counted whenever they are asked for."""
    counts = Counts(database, made)
    counts()  # from here on
    return replace(made, look=counts)


def count(counted: Metrics, happened: Happening) -> None:
    """Count one thing that happened."""
    if happened.kind == CORRECTED:
        for name in happened.facts["fields"].split(","):
            counted.corrections.labels(name).inc()
        return
    pages = int(happened.facts.get("pages", 0))
    counted.pages.inc(pages)
    for state in DocumentState:
        counted.documents.labels(state.value).inc(int(happened.facts.get(state.value, 0)))
    for name, spent in happened.facts.items():
        if name.endswith(MILLISECONDS) and pages:
            counted.stage_seconds.labels(name.removesuffix(MILLISECONDS)).observe(int(spent) / SECOND / pages)
