"""What was measured of the service, and the bars of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.bars import Bar
from benchmarks.load.claims import Claims
from benchmarks.load.costs import Cost
from benchmarks.load.lists import Timed
from benchmarks.load.overhead import Overhead
from benchmarks.load.reading import Reading
from benchmarks.load.storm import Storm


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything of one run; `busy` is the load of the machine (one minute) as each part began, by its name."""

    documents: int = 0
    lists: Sequence[Timed] = ()
    claims: Sequence[Claims] = ()
    overhead: Sequence[Overhead] = ()
    costs: Sequence[Cost] = ()
    storm: Storm | None = None
    reading: Sequence[Reading] = ()
    busy: Sequence[tuple[str, float]] = ()


def bars(figures: Figures) -> tuple[Bar, ...]:
    return (*_storm(figures.storm), *_queue(figures), *_reading(figures.reading), *_lists(figures))


def _storm(storm: Storm | None) -> Iterator[Bar]:
    if storm is None:
        return
    yield Bar(f"Errors of uploads and polls in {storm.seconds} s", 0, storm.errors, "{:.0f}")
    yield Bar("Milliseconds to the acknowledgement of an upload, p95", 300, storm.of("upload").p95_ms, "{:.0f}")
    yield Bar(
        "MB resident of the API at its peak (2 MB more are allowed for each request)", 300, storm.peak_mb, "{:.0f}"
    )


def _queue(figures: Figures) -> Iterator[Bar]:
    for each in figures.overhead[:1]:
        yield Bar(f"Milliseconds a document in the queue, {each.what}", 15, each.milliseconds, "{:.1f}")
    for rate in figures.claims[:1]:
        yield Bar("Claims a second with 50 idle workers", 300, rate.a_second, "{:.0f}", more_is_better=True)


def _reading(found: Sequence[Reading]) -> Iterator[Bar]:
    rates = {(each.who, each.processes): each.rate for each in found}
    if {("service", 2), ("pipeline", 2)} <= rates.keys():
        share = rates["service", 2] / rates["pipeline", 2]
        yield Bar("Pages a second of the service by those of the pipeline alone", 0.9, share, more_is_better=True)
    if {("service", 1), ("service", 2)} <= rates.keys():
        gain = rates["service", 2] / rates["service", 1]
        yield Bar("Pages a second of two workers by those of one", 1.8, gain, more_is_better=True)


def _lists(figures: Figures) -> Iterator[Bar]:
    if figures.lists:
        slowest = max(figures.lists, key=lambda each: each.p95_ms)
        name = f"Milliseconds of the slowest list over {figures.documents:,} documents, p95 ({slowest.name})"
        yield Bar(name, 50, slowest.p95_ms, "{:.0f}")
