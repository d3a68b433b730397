"""Photographs of ID and bank cards, from the file to its fields, beside RapidOCR's reading of the decoded picture."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.race import THREADS, Entrant, Race, entrant, race
from benchmarks.truth import Sample
from intake.bootstrap import Engine, reader
from intake.inference.backend import Backend
from intake.pipeline import ReadFile

FIELDS_ONLY = ", fields only"


def cards(samples: Sequence[Sample], backends: Sequence[Backend]) -> tuple[Race, ...]:
    """Race every backend, reading all text and, as `--fields-only` does, only what fields need with care."""
    ours = {
        f"{backend}{FIELDS_ONLY if fields_only else ''}": partial(
            _read, reader(Engine.PPOCR, threads=THREADS, backend=backend, fields_only=fields_only)
        )
        for backend in backends
        for fields_only in (False, True)
    }
    return race(ours, [entrant([sample]) for sample in samples])


def _read(read: ReadFile, card: Entrant) -> None:
    for name, data in card.files:
        read(name, data)
