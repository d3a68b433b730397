"""The sample cases drawn with seeds that no sample uses: other people, courts, banks, layouts and degradation."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.truth import Sample, samples_in
from samples.__main__ import draw_case
from samples.cases import CASES

SHIFT = 90_000  # the samples use small seeds


def held_out(rounds: int, cases: int) -> list[Sample]:
    """Draw the first `cases` cases once for each round, and keep nothing on disk."""
    drawn = [
        replace(case, name=f"{case.name}-{number}", seed=case.seed + SHIFT * (number + 1))
        for number in range(rounds)
        for case in CASES[:cases]
    ]
    with tempfile.TemporaryDirectory() as folder:
        for case in drawn:
            draw_case(case, Path(folder) / case.name)
        return list(samples_in(Path(folder)))
