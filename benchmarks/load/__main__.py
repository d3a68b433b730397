"""`python -m benchmarks.load`: measure the service on databases of its own and write docs/benchmarks-load.md."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.load.claims import claims
from benchmarks.load.costs import costs
from benchmarks.load.figures import Figures
from benchmarks.load.lists import lists
from benchmarks.load.overhead import overhead
from benchmarks.load.postgres import postgres
from benchmarks.load.reading import bare, served
from benchmarks.load.report import report
from benchmarks.load.seed import seed
from benchmarks.load.storm import Rate, storm
from intake.bootstrap import Engine, reader
from intake.store.database import opened

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "docs/benchmarks-load.md"
CASE = ROOT / "sample_docs/case-01-clean-scans"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    documents: int = 1_000_000
    calls: int = 100
    jobs: int = 500
    copies: int = 10
    bursts: int = 40
    rate: Rate = field(default_factory=Rate)


QUICK = Size(2_000, 5, 20, 1, 4, Rate(2, 10, 5))
Part = Callable[[str, Figures, Size], Figures]


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for; only a whole run writes the report."""
    options = _options(arguments)
    size = QUICK if options.quick else Size()
    if options.seconds:
        size = replace(size, rate=replace(size.rate, seconds=options.seconds))
    figures = Figures()
    for name in options.only or PARTS:
        busy = (*figures.busy, (name, os.getloadavg()[0]))
        with postgres() as url:
            figures = replace(PARTS[name](url, figures, size), busy=busy)
    text = report(figures, "make load", options.date)
    print(text)
    if options.out or (not options.quick and not options.only):
        (options.out or REPORT).write_text(text, "utf-8")


def _lists(url: str, figures: Figures, size: Size) -> Figures:
    with opened(url) as database:
        seed(database, size.documents)
    return replace(figures, documents=size.documents, lists=tuple(lists(url, size.documents, size.calls)))


def _claims(url: str, figures: Figures, _size: Size) -> Figures:
    return replace(figures, claims=tuple(claims(url)))


def _overhead(url: str, figures: Figures, size: Size) -> Figures:
    read = reader(Engine.PPOCR, threads=1)
    return replace(figures, overhead=tuple(overhead(url, _scans()[1], read, size.jobs)))


def _costs(url: str, figures: Figures, size: Size) -> Figures:
    return replace(figures, costs=tuple(costs(url, _scans()[0], size.bursts)))


def _storm(url: str, figures: Figures, size: Size) -> Figures:
    return replace(figures, storm=storm(url, _scan_files()[0], size.rate))


def _reading(url: str, figures: Figures, size: Size) -> Figures:
    files = _scans() * size.copies
    return replace(figures, reading=(bare(files, 2), served(url, files, 2), served(url, files, 1)))


PARTS: dict[str, Part] = {
    "claims": _claims,
    "overhead": _overhead,
    "reading": _reading,
    "costs": _costs,
    "storm": _storm,
    "lists": _lists,
}


def _scan_files() -> list[Path]:
    return sorted(CASE.glob("*.jpg"))


def _scans() -> list[bytes]:
    return [path.read_bytes() for path in _scan_files()]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a little of everything, in some minutes; not written")
    parser.add_argument("--only", action="append", choices=list(PARTS), help="measure this part only; not written")
    parser.add_argument("--seconds", type=int, help="seconds of uploads and polls")
    parser.add_argument("--out", type=Path, help="write the report to this file instead, whatever was measured")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="day to name in the report")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
