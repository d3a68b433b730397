"""How well the labels of a picture hold: on drawn pages of seeds and strengths of faults that training never saw.

`python -m benchmarks --only quality` prints the section alone. The lines of a page are those that were drawn, as far as
they are in the picture, so that figures speak of the picture and not of the reader.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from intake.domain.finding import Severity
from intake.pages.quality import quality_of
from intake.pages.signs.model import models
from samples.faulty import Example, examples

SEEDS = range(640_000, 640_500)
STRENGTHS = (0.3, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Judged:
    """A page: what it is, the label it deserves, the labels it got, and whether a person is asked to look."""

    doctype: str
    deserves: str | None
    got: frozenset[str]
    asked: bool
    seconds: float

    @property
    def is_good(self) -> bool:
        return self.deserves in {None, "photocopy"}


@dataclass(frozen=True, slots=True)
class LabelScore:
    """A label: pages that deserve it and got it, others that got it, and good pages among those."""

    label: str
    threshold: float
    n: int
    found: int
    wrong: int
    wrong_on_good: int

    @property
    def recall(self) -> float:
        return self.found / self.n if self.n else 0.0

    @property
    def precision(self) -> float:
        claimed = self.found + self.wrong
        return self.found / claimed if claimed else 1.0


@dataclass(frozen=True, slots=True)
class Alarms:
    """A type: its good pages, and those of them about which a person is asked for nothing."""

    doctype: str
    n: int
    false: int


@dataclass(frozen=True, slots=True)
class Signs:
    """All figures, and the time that judging a page took in the middle."""

    labels: tuple[LabelScore, ...]
    alarms: tuple[Alarms, ...]
    pages: int
    ms: float


def signs(seeds: int) -> Signs:
    """Judge the pages of so many seeds."""
    judged = [judge(example) for example in examples(SEEDS[:seeds], STRENGTHS)]
    return Signs(
        tuple(score(label, judged) for label in models()),
        alarms(judged),
        len(judged),
        median(page.seconds for page in judged) * 1000,
    )


def judge(example: Example) -> Judged:
    """Judge one page as the pipeline does."""
    started = time.perf_counter()
    quality = quality_of(example.page, example.lines)
    seconds = time.perf_counter() - started
    got = frozenset(name for name, chance in quality.labels.items() if chance >= models()[name].threshold)
    asked = any(finding.severity is not Severity.INFO for finding in quality.findings)
    return Judged(example.doctype, example.label, got, asked, seconds)


def score(label: str, judged: Iterable[Judged]) -> LabelScore:
    """Count what became of a label."""
    pages = list(judged)
    true = [page for page in pages if page.deserves == label]
    claimed = [page for page in pages if page.deserves != label and label in page.got]
    return LabelScore(
        label,
        models()[label].threshold,
        len(true),
        sum(label in page.got for page in true),
        len(claimed),
        sum(page.is_good for page in claimed),
    )


def alarms(judged: Sequence[Judged]) -> tuple[Alarms, ...]:
    """Count by type the good pages about which a person is asked."""
    good = [page for page in judged if page.is_good]
    names = sorted({page.doctype for page in good})
    return tuple(
        Alarms(name, len(mine), sum(page.asked for page in mine))
        for name in names
        if (mine := [page for page in good if page.doctype == name])
    )
