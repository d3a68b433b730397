"""Writes docs/benchmarks-load.md: the machine, how busy it was, the bars, and every figure."""

from __future__ import annotations

import platform
from collections.abc import Iterator

from benchmarks.load.figures import Figures, bars
from benchmarks.report.table import table
from benchmarks.report.whole import bar_row, processor
from intake.batch import cores

STORM = """\
200 people with a token each, over the processes of the service on PostgreSQL, all on this machine, as is what asks: 20
of them upload files of 2 MB that nobody sent before, once a second each, 180 ask for scans that were uploaded, each
with a beginning and at a pace of its own. Two workers read meanwhile at nice 10. Somebody who is answered 429 with
Retry-After comes back then; that is no error.
"""
COSTS = """\
Processor time of the API's process for one request, one after the other while nobody reads: of bursts of ten the
cheapest quarter, since other work on the machine only adds.
"""
LISTS = """\
From the request to the whole answer over one connection, 50 rows where there are as many. What waits for people and the
rarest types are the oldest documents. `all courts` are tokens of no court.
"""


def report(figures: Figures, command: str, day: str) -> str:
    """Return the whole file."""
    blocks = [*_head(figures, command, day), *_storm(figures), *_costs(figures), *_work(figures), *_lists(figures)]
    return "\n\n".join(block.strip() for block in blocks) + "\n"


def _head(figures: Figures, command: str, day: str) -> Iterator[str]:
    yield "# Benchmarks of the service"
    yield f"This file is written by `{command}`; do not edit it."
    busy = ", ".join(f"{name} {load:.1f}" for name, load in figures.busy)
    yield (
        f"{day}, {processor()}, {cores()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}. Load average as each part began: {busy}. Above what this file's own "
        f"processes make, other work ran on the machine and the figures are worse for it."
    )
    yield "## Bars"
    yield table(("bar", "limit", "reached", "holds"), (bar_row(bar)[:4] for bar in bars(figures)))


def _storm(figures: Figures) -> Iterator[str]:
    if figures.storm is None:
        return
    yield "## Uploads and polls"
    yield STORM
    head = ("request", "n", "errors", "median ms", "p95 ms", "a second")
    asked = figures.storm.asked
    yield table(
        head, ((a.name, a.count, a.errors, f"{a.median_ms:.0f}", f"{a.p95_ms:.0f}", f"{a.a_second:.1f}") for a in asked)
    )
    yield f"Told to come back: {figures.storm.waited}. Peak memory of the API: {figures.storm.peak_mb:.0f} MB."
    if figures.storm.faults:
        yield "Errors: " + "; ".join(figures.storm.faults[:10])


def _costs(figures: Figures) -> Iterator[str]:
    if not figures.costs:
        return
    yield "## What a request costs"
    yield COSTS
    rows = ((each.what, each.requests, f"{each.milliseconds:.1f}") for each in figures.costs)
    yield table(("request", "n", "ms of processor"), rows)


def _work(figures: Figures) -> Iterator[str]:
    if figures.overhead or figures.claims:
        yield "## The queue"
        over = [
            (
                f"{each.what}, ms a document (of the processor)",
                f"{each.milliseconds:.1f} ({each.processor_ms:.1f})",
            )
            for each in figures.overhead
        ]
        yield table(
            ("what", "figure"), [*over, *((f"{c.what}, a second", f"{c.a_second:.0f}") for c in figures.claims)]
        )
    if figures.reading:
        yield "## Reading"
        rows = ((r.who, r.processes, r.pages, f"{r.seconds:.1f}", f"{r.rate:.2f}") for r in figures.reading)
        yield table(("who", "processes", "pages", "seconds", "pages a second"), rows)


def _lists(figures: Figures) -> Iterator[str]:
    if not figures.lists:
        return
    yield f"## Lists over {figures.documents:,} documents"
    yield LISTS
    head = ("list", "token", "calls", "rows", "median ms", "p95 ms")
    yield table(
        head, ((t.name, t.who, t.calls, t.rows, f"{t.median_ms:.1f}", f"{t.p95_ms:.1f}") for t in figures.lists)
    )
