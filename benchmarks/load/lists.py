"""Times every list of the API over a database of a million documents: from the request to the whole answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
from sqlalchemy import text

from benchmarks.load.long import DOCUMENT, SCAN, lengthen
from benchmarks.load.seed import identifier
from benchmarks.load.service import KEY, client, service, token
from benchmarks.timing import quantile, wall_s
from intake.doctypes.registry import registry
from intake.service.context import Context
from intake.service.masks import searched
from intake.store.blobs import LocalBlobs
from intake.store.database import Database, opened

COURT = "court-5"  # of the cases 5, 25, 45 ...
NUMBERS = tuple(f"62220212345678{n:05d}" for n in range(100))
MONTH, SEED, SAMPLE = "2026-09", 7, 100
WARM = 5  # calls that do not count

LISTS = (
    "cases?",
    "cases?number=（2023）浙0106执25号",
    "scans?",
    *(f"scans?state={state}" for state in ("queued", "read", "rejected", "quarantined")),
    "scans?case_id={case}",
    "scans?state=read&case_id={case}",
    "documents?",
    *(f"documents?state={state}" for state in ("needs_review", "accepted", "replaced")),
    *(f"documents?class={name}" for name in ("ruling", "id_proof", "bank_account", "other")),
    *(f"documents?type={name}" for name in ("bank_card", "temporary_id", "passport")),
    "documents?case_id={case}",
    "documents?state=needs_review&type=bank_card",
    "documents?state=replaced&class=bank_account",
    "documents?state=needs_review&class=other&type=ruling",
    "documents?state=accepted&class=ruling&type=ruling&case_id={case}",
    "documents?after={middle}",
    "requests?",
    *(f"requests?state={state}" for state in ("draft", "handed_over", "needs_human")),
    "cases/{case}/requests?",
    "scans/{scan}/pages?",
    "documents/{document}/history?",
)


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of a list for a kind of token; `rows` are those of one answer."""

    name: str
    who: str
    calls: int
    median_ms: float
    p95_ms: float
    rows: int


def lists(url: str, documents: int, calls: int) -> Iterator[Timed]:
    """Time all lists over a seeded database, for a token of one court and for one of all courts."""
    with opened(url) as database, TemporaryDirectory(prefix="intake-load-") as name:
        blobs = LocalBlobs(Path(name))
        _numbers(database, blobs)
        lengthen(database, blobs, COURT)
        with service(url, Path(name)) as running:
            for who, court in (("one court", COURT), ("all courts", None)):
                with client(running.url, token(url, "clerk", court)) as asks:
                    yield from _plain(asks, who, documents, calls)
                with client(running.url, token(url, "reviewer", court)) as asks:
                    yield from _quality(asks, who, calls)
                with client(running.url, token(url, "admin", court)) as asks:
                    yield _timed("tokens?", who, calls, partial(_got, asks, "tokens?"))


def _plain(asks: httpx.Client, who: str, documents: int, calls: int) -> Iterator[Timed]:
    places = {
        "case": identifier(25),
        "scan": identifier(SCAN),
        "document": identifier(DOCUMENT),
        "middle": identifier(documents // 2),
    }
    for each in LISTS:
        yield _timed(each, who, calls, partial(_got, asks, each.format(**places)))
    bodies = [{"number": number, "court": COURT} for number in NUMBERS]
    turns = cycle(bodies)
    yield _timed("search/numbers", who, calls, lambda: asks.post("/search/numbers", json=next(turns)))


def _quality(asks: httpx.Client, who: str, calls: int) -> Iterator[Timed]:
    which = f"month={MONTH}&seed={SEED}&court={COURT}"
    drawn = {"month": MONTH, "seed": SEED, "size": SAMPLE, "court": COURT}
    asks.post("/quality/samples", json=drawn).raise_for_status()
    for name in ("samples", "accuracy"):
        yield _timed(f"quality/{name}", who, calls, partial(_got, asks, f"quality/{name}?{which}"))


def _got(asks: httpx.Client, address: str) -> httpx.Response:
    return asks.get(f"/{address}")


def _timed(name: str, who: str, calls: int, ask: Callable[[], httpx.Response]) -> Timed:
    answers = [ask().raise_for_status() for _ in range(WARM)]
    times = [wall_s(lambda: ask().raise_for_status()) * 1000 for _ in range(calls)]
    return Timed(name.rstrip("?"), who, calls, quantile(times, 0.5), quantile(times, 0.95), _rows(answers[0].json()))


def _rows(answer: object) -> int:
    """Return how many rows an answer holds; the accuracy of a sample has none."""
    held = (answer.get("items") or answer.get("documents")) if isinstance(answer, dict) else answer
    return len(held) if isinstance(held, list) else 0


def _numbers(database: Database, blobs: LocalBlobs) -> None:
    """Let numbers that are searched for stand in ten documents each."""
    context = Context(database, blobs, registry(), KEY.encode())
    rows = [
        {"digest": context.digest(COURT, searched(number)), "id": identifier((25 + 100 * place) % 100_000)}
        for place, number in enumerate(NUMBERS)
    ]
    with database.write() as connection:
        connection.execute(text("UPDATE digest SET digest = :digest WHERE document_id = :id"), rows)
