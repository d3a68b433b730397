"""Measures the classifier: page by page, and on files that hold several documents."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean

from benchmarks.classify.cuts import Cut, compared, read_bundles
from benchmarks.classify.judge import Verdict, asked, verdicts
from benchmarks.drawings.pages import evenly
from benchmarks.kept import Kept
from intake.bootstrap import classifier
from intake.classifier.classify import by_cues
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.text import PageText
from intake.pipeline import See


@dataclass(frozen=True, slots=True)
class Amount:
    """Documents of each type, near-misses, other strangers, of each kind of the new slice; files of several.

    `seconds` is how long reading pages, and then files, may take.
    """

    per_type: int
    near: int
    far: int
    fresh: int
    files: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Kinds:
    """What came out: verdicts with all witnesses and by cues alone, cuts, seconds a page of OCR and of classifying."""

    verdicts: tuple[Verdict, ...]
    by_cues: tuple[Verdict, ...]
    cuts: tuple[Cut, ...]
    ocr_s: float
    classify_s: float


def kinds(amount: Amount) -> Kinds:
    """Read and judge so many pages and files; what was read in an earlier run is not read again."""
    learned, see = classifier()
    counts = evenly(amount.per_type, near=amount.near, far=amount.far, fresh=amount.fresh)
    papers = list(asked(counts, amount.seconds))
    items = [item for paper in papers for item in paper]
    started = time.perf_counter()
    texts = [_pages([item.read for item in paper], see) for paper in papers]
    full = [verdict for paper, pages in zip(papers, texts, strict=True) for verdict in verdicts(paper, pages, learned)]
    seconds = (time.perf_counter() - started) / max(len(items), 1)
    cued = [verdict for paper, pages in zip(papers, texts, strict=True) for verdict in verdicts(paper, pages, by_cues)]
    cuts = [
        compared(bundle, documents(_pages(reads, see), registry(), learned))
        for bundle, reads in read_bundles(amount.files, amount.seconds)
    ]
    return Kinds(tuple(full), tuple(cued), tuple(cuts), mean(item.read.seconds for item in items), seconds)


def seen(read: Kept, see: See, number: int) -> PageText:
    """Return the text of a page with what its look says."""
    return replace(read.reading.text, number=number, looks=see(read.small))


def _pages(reads: Sequence[Kept], see: See) -> list[PageText]:
    return [seen(read, see, number) for number, read in enumerate(reads, 1)]
