"""The sections about starts and long runs: cold start, peak memory, growth over a thousand pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.figures import Figures
from benchmarks.growth import Growth
from benchmarks.peak import Peak
from benchmarks.report.table import table
from benchmarks.start import Start

START = """\
A new process until one ID photo is read, all included, in turns; medians. Ours is `intake read` with its fields; the
others import, load and read the picture once.
"""
PEAK = """\
The most resident memory that the process of a reader had while it read the same pages, one thread (ours with its
decoded pages; RapidOCR and PaddleOCR are processes of their own, Tesseract the largest of its processes).
"""


def long(figures: Figures) -> Iterator[str]:
    yield from _start(figures.start)
    yield from _peaks(figures.peaks)
    yield from _growth(figures.growth)


def _start(rows: Sequence[Start]) -> Iterator[str]:
    if not rows:
        return
    yield "## Cold start"
    yield START
    ours = rows[0].seconds
    yield table(
        ("reader", "runs", "seconds", "ours by it"),
        [(r.name, r.runs, f"{r.seconds:.2f} s", f"{ours / r.seconds:.2f}") for r in rows],
    )


def _peaks(rows: Sequence[Peak]) -> Iterator[str]:
    if not rows:
        return
    yield "## Peak memory"
    yield PEAK
    yield table(("reader", "pages", "peak"), [(r.reader, r.pages, f"{r.megabytes:.0f} MB") for r in rows])


def _growth(growth: Growth | None) -> Iterator[str]:
    if not growth:
        return
    yield "## From one page to many"
    yield (
        "One worker with one thread reads a stream of A4 scans and card pictures, a sheet to two cards, in files of "
        "one to three pages and, twice, a PDF of a tenth of all pages. Both: our process and its decoder."
    )
    yield table(
        ("pages", "seconds", "seconds a page", "resident, both", "resident, ours", "peak, both", "peak, ours"),
        [_mark(growth, mark) for mark in growth.marks],
    )
    yield (
        f"Over {len(growth.steps):,} pages: at most {growth.peak_mb:.0f} MB for both, {growth.own_peak_mb:.0f} MB for "
        f"our process alone, which grows by {growth.slope_mb:.3f} MB in 100 pages (least squares after the first "
        f"fifth; {growth.slope_both_mb:.3f} MB with the decoder, which ends with each file and leaps between them)."
    )


def _mark(growth: Growth, pages: int) -> tuple[str, ...]:
    step = growth.steps[pages - 1]
    peak = max(s.own.most + s.decoder.most for s in growth.steps[:pages])
    return (
        f"{pages:,}",
        f"{step.seconds:.1f}",
        f"{step.seconds / pages:.2f}",
        f"{step.own.now + step.decoder.now:.0f} MB",
        f"{step.own.now:.0f} MB",
        f"{peak:.0f} MB",
        f"{step.own.most:.0f} MB",
    )
