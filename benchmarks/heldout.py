"""The sample cases drawn with seeds that no sample uses: other people, courts, banks, layouts and degradation."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.truth import Sample, samples_in
from samples.__main__ import draw_case
from samples.cases import CASES, Case, Scan

SHIFT = 90_000  # the samples use small seeds


def held_out(rounds: int, cases: int) -> list[Sample]:
    """Draw the first `cases` cases once for each round, and keep nothing on disk."""
    drawn = [_other(case, number) for number in range(1, rounds + 1) for case in CASES[:cases]]
    with tempfile.TemporaryDirectory() as folder:
        for case in drawn:
            draw_case(case, Path(folder) / case.name)
        return list(samples_in(Path(folder)))


def _other(case: Case, number: int) -> Case:
    scans = tuple(_of_any_length(scan) for scan in case.scans)
    return replace(case, name=f"{case.name}-{number}", seed=case.seed + SHIFT * number, scans=scans)


def _of_any_length(scan: Scan) -> Scan:
    """Give a picture of a paper that may run over one page with another seed a format that holds several."""
    is_long = any("enforcement_ruling" in paper.types for paper in scan.papers)
    return replace(scan, file=f"{Path(scan.file).stem}.pdf") if is_long else scan
