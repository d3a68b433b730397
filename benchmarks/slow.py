"""Key fields read in one way beside another: by the fast path and the slow one, what fields need and the full text.

The slow path reads every line once, at its full width, with the published weights.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.accuracy import ReadSample
from intake.doctypes.registry import registry
from intake.inference.backend import EXACT
from intake.ocr.cascade import Cascade
from intake.ocr.ppocr import ppocr
from intake.ocr.recognise import Recogniser, Steps
from intake.pipeline import ReadFile
from intake.show.json import Json, value_json

KEY = ("id_number", "name", "card_number", "account_number", "account_name", "case_number", "amount", "uscc")


@dataclass(frozen=True, slots=True)
class Beside:
    """Of `n` key fields on paper, how many both ways read the same, and how many each reads exactly."""

    n: int
    same: int
    fast_right: int
    slow_right: int


@dataclass(frozen=True, slots=True)
class Once(Cascade):
    """Believes the first look."""

    def again(self, _strips: Sequence[object], first: Sequence[Steps]) -> tuple[Steps, ...]:
        return tuple(first)


def slow_path(threads: int) -> ReadFile:
    """Return the reader that the fast one is held against."""
    engine = ppocr(threads, EXACT)
    reader: Recogniser = engine.recogniser.careful
    return ReadFile(
        replace(engine, recogniser=Once(reader, reader, engine.recogniser.confirm, 1.0)), registry(), time.perf_counter
    )


def beside(fast: Sequence[ReadSample], slow: Sequence[ReadSample]) -> Beside:
    """Compare what both read of the same samples."""
    rows = [row for a, b in zip(fast, slow, strict=True) for row in _rows(a, b)]
    return Beside(
        len(rows),
        sum(a == b for _, a, b in rows),
        sum(truth == a for truth, a, _ in rows),
        sum(truth == b for truth, _, b in rows),
    )


def _rows(fast: ReadSample, slow: ReadSample) -> Iterator[tuple[Json, Json, Json]]:
    for document in fast.sample.documents:
        ours, theirs = (_values(read, document.type, document.pages) for read in (fast, slow))
        for name in KEY:
            if name in document.fields:
                yield document.fields[name], ours.get(name), theirs.get(name)


def _values(read: ReadSample, kind: str, pages: Sequence[int]) -> Mapping[str, Json]:
    found = [d for d in read.reading.documents if d.type == kind and d.pages[0] == pages[0]]
    return {name: value_json(field.value) for name, field in found[0].fields.items()} if found else {}
