"""Draws papers of many types, reads them once, and says of every value how it was read and whether it is right."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

import cv2
import numpy as np

from benchmarks.kept import Kept, fingerprint, fresh, hash_of, recalled, remembered, version, whole
from intake.classifier.part import Part
from intake.doctypes.registry import registry
from intake.domain.document import Document, FieldState, Value
from intake.domain.drawing import Drawing
from intake.domain.page import Pixels
from intake.domain.reading import PageReading
from intake.drawing.facts import facts_of
from intake.pipeline import document_of
from intake.show.json import value_json
from intake.validate.sureness import KEY_FIELDS, features
from samples.degrade import Degraded, Variant, degrade
from samples.wear import Wear, worn

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "build/fields"
_CODE = ("intake/drawing", "intake/doctypes", "samples")
FIRST_SEED = (
    1_100_000_000  # of drawings that confidence is learnt from: beside the classifier's, below the evaluation's
)
TYPES = (
    "enforcement_ruling", "resident_id_front", "account_confirmation", "bank_card", "civil_mediation",
    "business_licence", "account_permit", "passbook", "court_notice", "temporary_id", "legal_rep_certificate",
    "power_of_attorney", "bank_reply",
)  # fmt: skip
_CAPTURES = (
    (Variant.CLEAN,), (Variant.PHOTO,), (Variant.PHOTO,), (Variant.PHOTOCOPY, Variant.PHOTO),
    *((Variant.PHOTOCOPY,) * times for times in (1, 2, 3)),
)  # fmt: skip
"""What is done to a paper until it is a file, one after the other: copies are copied again."""
_WORN = (
    (), (Wear.STAMPED,), (Wear.LOW_RESOLUTION,), (Wear.SHADOW,), (Wear.FOLDED,), (Wear.JPEG,), (Wear.TILTED,),
    (Wear.FAX,), (Wear.STAMPED, Wear.LOW_RESOLUTION), (Wear.SHADOW, Wear.JPEG),
    (Wear.FOLDED, Wear.JPEG, Wear.LOW_RESOLUTION),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One key value: its field, what speaks for or against it, whether it is wrong, and which rules speak against it.

    `paper` counts the papers: values of one paper share its faults.
    """

    paper: int
    name: str
    features: Mapping[str, float]
    is_wrong: bool
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """What is true of a drawn paper; `pages` are the hashes of its pictures."""

    type: str
    fields: Mapping[str, Value]
    pages: tuple[str, ...]


def gathered(papers: range) -> Iterator[Seen]:
    """Yield the values of the papers of these numbers; what was read of them before is not read again."""
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn"), initializer=_start) as pool:
        for seen in pool.map(values_of, papers):
            yield from seen


def values_of(number: int) -> Sequence[Seen]:
    """Compare the values that were read on a paper, as what it is, with the truth."""
    paper = _paper(number)
    read = [_reading(name, at) for at, name in enumerate(paper.pages, 1)]
    klass = registry()[paper.type].klass
    part = Part(klass, paper.type, 1.0, tuple(reading.text for reading in read))
    document = document_of(part, registry())
    return list(_compared(number, document, paper))


def _paper(number: int) -> Paper:
    """Return what is true of a paper whose pages are read: draw it and read them where they are not."""
    path = KEPT / f"paper-{fingerprint(str(number), drawing_version())}.pickle"
    if path.exists():
        paper = recalled(path, Paper)
        if all(_page_path(name).exists() for name in paper.pages):
            return paper
    name = TYPES[number % len(TYPES)]
    drawing, pages = _drawing(name, number), []
    for pixels in pictures(drawing, number):
        pages.append(hash_of(pixels))
        remembered(_page_path(pages[-1]), partial(fresh, pixels))
    return remembered(path, lambda: Paper(name, drawing.fields, tuple(pages)))


def pictures(drawing: Drawing, number: int) -> Iterator[Pixels]:
    """Wear and capture the pages of a drawing; a paper is treated as one."""
    rng = Random(f"capture {number}")
    captures, marks = rng.choice(_CAPTURES), rng.choice(_WORN)
    for page in drawing.pages:
        seed = rng.getrandbits(32)
        pixels = worn(Degraded(page.pixels, np.eye(3)), marks, seed).pixels
        for capture in captures:
            pixels = degrade(pixels, capture, seed + len(pixels)).pixels
        yield pixels


def _drawing(name: str, number: int) -> Drawing:
    draw = registry()[name].draw
    if draw is None:
        raise ValueError(f"the type {name} cannot be drawn")
    return draw(facts_of(FIRST_SEED + number), FIRST_SEED + number // len(TYPES))


def _reading(name: str, number: int) -> PageReading:
    reading = whole(recalled(_page_path(name), Kept))
    return replace(reading, text=replace(reading.text, number=number))


def _page_path(name: str) -> Path:
    return KEPT / f"{name}-{version()}.pickle"


@cache
def drawing_version() -> str:
    """Return what changes with all that can change how a paper is drawn and captured."""
    files = [file for name in _CODE for file in sorted((ROOT / name).rglob("*")) if file.suffix in {".py", ".toml"}]
    drawing = [file for file in files if "doctypes" not in file.parts or file.name != "__init__.py"]
    own = Path(__file__).read_bytes()
    return fingerprint(own, *(file.read_bytes() for file in drawing))


def _compared(number: int, document: Document, paper: Paper) -> Iterator[Seen]:
    for name in KEY_FIELDS:
        field = document.fields.get(name)
        if field and field.state is FieldState.READ and isinstance(field.value, str):
            wanted = paper.fields.get(name)
            codes = tuple(f.code for f in document.findings if f.about(name))
            seen = features(document.fields, name)
            yield Seen(number, name, seen, value_json(field.value) != wanted, codes)


def _start() -> None:
    cv2.setNumThreads(1)
