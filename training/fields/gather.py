"""Draws papers of many types, reads them once, and says of every value how it was read and whether it is right."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import cv2
import numpy as np

from benchmarks.kept import Kept, fresh, hash_of, remembered, version, whole
from intake.classifier.part import Part
from intake.doctypes.registry import registry
from intake.domain.document import Document, FieldState
from intake.domain.drawing import Drawing
from intake.domain.page import Pixels
from intake.domain.reading import PageReading
from intake.drawing.facts import facts_of
from intake.pipeline import document_of
from intake.show.json import value_json
from intake.validate.sureness import features
from samples.degrade import Degraded, Variant, degrade
from samples.wear import Wear, worn

KEPT = Path(__file__).parents[2] / "build/fields"
FIRST_SEED = (
    1_100_000_000  # of drawings that confidence is learnt from: beside the classifier's, below the evaluation's
)
TYPES = (
    "enforcement_ruling", "resident_id_front", "account_confirmation", "bank_card", "civil_mediation",
    "business_licence", "account_permit", "passbook", "court_notice", "temporary_id", "legal_rep_certificate",
    "power_of_attorney", "bank_reply",
)  # fmt: skip
_CAPTURES = (Variant.CLEAN, Variant.PHOTOCOPY, Variant.PHOTO, Variant.PHOTO)
_WORN = ((), (Wear.STAMPED,), (Wear.LOW_RESOLUTION,), (Wear.SHADOW,), (Wear.FOLDED,), (Wear.JPEG,), (Wear.TILTED,))


@dataclass(frozen=True, slots=True)
class Seen:
    """One value: its field, what speaks for or against it, whether it is wrong, and whether a rule speaks against it.

    `paper` counts the papers: values of one paper share its faults.
    """

    paper: int
    name: str
    features: Mapping[str, float]
    is_wrong: bool
    codes: tuple[str, ...]


def gathered(papers: range) -> Iterator[Seen]:
    """Yield the values of the papers of these numbers; what was read of them before is not read again."""
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn"), initializer=_start) as pool:
        for seen in pool.map(values_of, papers):
            yield from seen


def values_of(number: int) -> Sequence[Seen]:
    """Draw a paper, read it as what it is, and compare its values with the truth."""
    name = TYPES[number % len(TYPES)]
    drawing = _drawing(name, number)
    read = [_read(pixels, at) for at, pixels in enumerate(pictures(drawing, number), 1)]
    klass = registry()[name].klass
    part = Part(klass, name, 1.0, tuple(reading.text for reading in read))
    document = document_of(part, registry())
    return list(_compared(number, document, drawing, min(reading.quality.score for reading in read)))


def pictures(drawing: Drawing, number: int) -> Iterator[Pixels]:
    """Wear and capture the pages of a drawing; a paper is treated as one."""
    rng = Random(f"capture {number}")
    capture, marks = rng.choice(_CAPTURES), rng.choice(_WORN)
    for page in drawing.pages:
        seed = rng.getrandbits(32)
        yield degrade(worn(Degraded(page.pixels, np.eye(3)), marks, seed).pixels, capture, seed).pixels


def _drawing(name: str, number: int) -> Drawing:
    draw = registry()[name].draw
    if draw is None:
        raise ValueError(f"the type {name} cannot be drawn")
    return draw(facts_of(FIRST_SEED + number), FIRST_SEED + number // len(TYPES))


def _read(pixels: Pixels, number: int) -> PageReading:
    kept: Kept = remembered(KEPT / f"{hash_of(pixels)}-{version()}.pickle", partial(fresh, pixels))
    reading = whole(kept)
    return replace(reading, text=replace(reading.text, number=number))


def _compared(number: int, document: Document, drawing: Drawing, quality: float) -> Iterator[Seen]:
    for name, field in document.fields.items():
        if field.state is FieldState.READ and isinstance(field.value, str):
            wanted = drawing.fields.get(name)
            codes = tuple(f.code for f in document.findings if f.about(name))
            seen = features(document.fields, name, quality)
            yield Seen(number, name, seen, value_json(field.value) != wanted, codes)


def _start() -> None:
    cv2.setNumThreads(1)
