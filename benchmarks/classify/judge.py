"""Asks the classifier what evaluation pages are, and counts what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from benchmarks.classify.read import over_all, read
from benchmarks.drawings.kinds import KINDS
from benchmarks.drawings.pages import EvaluationPage, document, numbered
from benchmarks.kept import Kept
from intake.classifier.classify import Classify
from intake.classifier.part import Part
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.domain.text import PageText


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is true of a page, and what was said: `type` and `klass` None where nobody could tell."""

    true_type: str | None
    true_class: DocumentClass
    family: str
    near: bool
    is_fresh: bool
    damage: str
    number: int
    is_upright: bool
    type: str | None
    klass: DocumentClass | None
    best_class: DocumentClass
    best_type: str | None
    belief: float
    """In the likeliest type."""
    confidence: float
    """In the answer: that of a class alone is the sum over its types."""

    @property
    def is_class_right(self) -> bool:
        """Whether the likeliest class is the true one, with nothing rejected."""
        return self.best_class is self.true_class

    @property
    def is_type_right(self) -> bool:
        return self.best_type == self.true_type

    @property
    def is_accepted(self) -> bool:
        return self.klass is not None


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """An evaluation page without its pixels, and what was read of it."""

    page: EvaluationPage
    read: Kept


NOTHING = np.zeros((1, 1, 3), np.uint8)


def asked(counts: Mapping[str, int], seconds: float) -> Iterator[list[Asked]]:
    """Draw so many documents of each kind and read their pages, or find what was read of them before.

    Kinds take turns, so that where the seconds are over there are about as many of each.
    """
    yield from over_all(_document, list(numbered(counts)), seconds)


def _document(task: tuple[str, int]) -> list[Asked]:
    kind = KINDS[task[0]]
    return [Asked(_without_pixels(page), read(page.pixels)) for page in document(kind, kind.seed(task[1]))]


def _without_pixels(page: EvaluationPage) -> EvaluationPage:
    pages = tuple(replace(drawn, pixels=NOTHING) for drawn in page.truth.pages)
    return replace(page, pixels=NOTHING, truth=replace(page.truth, pages=pages))


def verdicts(items: Sequence[Asked], texts: Sequence[PageText], classify: Classify) -> Iterator[Verdict]:
    """Judge the pages of one document as a file of their own: a later page is known by those before it."""
    found = documents(texts, registry(), classify)
    for item, text in zip(items, texts, strict=True):
        yield _verdict(item, max(found, key=partial(_share, text.number)))


def _share(number: int, part: Part) -> int:
    """Return how much of a page is in a part: a page that was cut is judged by its largest part."""
    return max((1 + len(text.lines) for text in part.pages if text.number == number), default=0)


def _verdict(item: Asked, part: Part) -> Verdict:
    """Compare a page with the document it is taken for a part of; its class is that of all likely types together."""
    page = item.page
    by_class = {klass: sum(c.confidence for c in part.candidates if c.klass is klass) for klass in DocumentClass}
    return Verdict(
        true_type=page.type,
        true_class=page.klass,
        family=page.family,
        near=page.near,
        is_fresh=page.is_fresh,
        damage=page.damage.value,
        number=page.number,
        is_upright=item.read.reading.rotation == page.rotation,
        type=part.type,
        klass=part.klass,
        best_class=max(by_class, key=lambda klass: by_class[klass]),
        best_type=part.candidates[0].type if part.candidates else part.type,
        belief=part.candidates[0].confidence if part.candidates else part.confidence,
        confidence=part.confidence,
    )


def calibration_error(confidences: Sequence[float], rights: Sequence[bool], bins: int = 10) -> float:
    """Return the expected calibration error: how far belief and share of right answers lie apart, by equal bins."""
    if not confidences:
        return 0.0
    belief, right = np.array(confidences), np.array(rights, float)
    places = np.minimum((belief * bins).astype(int), bins - 1)
    gaps = [
        abs(belief[places == b].mean() - right[places == b].mean()) * (places == b).mean()
        for b in range(bins)
        if (places == b).any()
    ]
    return float(sum(gaps))


def chance_error(confidences: Sequence[float], times: int = 400) -> float:
    """Return the mean calibration error that so many pages would show if each belief were exactly true."""
    chance = np.random.default_rng(1)
    drawn = [calibration_error(confidences, list(chance.random(len(confidences)) < confidences)) for _ in range(times)]
    return float(np.mean(drawn))
