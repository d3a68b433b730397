"""`python -m benchmarks`: measure, print, and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.cases.run import Amount
from benchmarks.parts import ELSEWHERE, FULL, PARTS, QUICK, Run, Size, measured
from benchmarks.peer import missing, versions
from benchmarks.report.whole import report
from benchmarks.truth import samples_in
from intake.bootstrap import able

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_docs"
REPORT = ROOT / "docs/benchmarks.md"


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for; only a whole run writes the report, unless a file for it is named."""
    options = _options(arguments)
    run = Run(list(samples_in(SAMPLES)), SAMPLES, _size(options), able())
    figures = replace(
        measured(run, options.only or [part for part in PARTS if part not in ELSEWHERE]),
        missing=missing(),
        others=versions(),
    )
    named = " ".join(f"--only {part}" for part in options.only or ())
    text = report(figures, f"python -m benchmarks {named}" if named else "make bench", options.date)
    print(text)
    if options.out or (not options.quick and not options.only):
        (options.out or REPORT).write_text(text, "utf-8")


def _size(options: argparse.Namespace) -> Size:
    """Return how much is measured; of whole cases as many as were asked for."""
    size = QUICK if options.quick else FULL
    cases = size.whole.cases if options.cases is None else options.cases
    peer = size.whole.peer if options.peer_cases is None else options.peer_cases
    seconds = size.whole.seconds if options.minutes is None else options.minutes * 60
    return replace(size, whole=Amount(cases, peer, seconds), kinds=replace(size.kinds, seconds=seconds))


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a few of everything, in some minutes; written to --out only"
    )
    parser.add_argument(
        "--only", action="append", choices=list(PARTS), help="measure this part only; written to --out only"
    )
    parser.add_argument("--cases", type=int, help="whole cases in all; those that are kept are not read again")
    parser.add_argument("--peer-cases", type=int, help="whole cases that RapidOCR reads too")
    parser.add_argument(
        "--minutes", type=float, help="stop reading pages, files and whole cases then; what is there is judged"
    )
    parser.add_argument("--out", type=Path, help="write the report to this file instead, whatever was measured")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="day to name in the report")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
