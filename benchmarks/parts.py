"""The parts of a run: what each measures, and how much of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.accuracy import ReadSample, accuracy, read_samples
from benchmarks.cards import cards
from benchmarks.cases.run import Amount as CaseAmount
from benchmarks.cases.run import whole_cases
from benchmarks.classify.run import Amount, kinds
from benchmarks.fields import fields
from benchmarks.figures import Figures
from benchmarks.growth import growth
from benchmarks.heldout import held_out
from benchmarks.mixed import mixed
from benchmarks.pages import CARD_PHOTO, Subject, is_card, is_sheet, of_kind, subjects
from benchmarks.peak import peaks
from benchmarks.peer import installed, rapidocr
from benchmarks.quality import signs
from benchmarks.scaling import scaling, sgemm_flops
from benchmarks.slow import beside, slow_path
from benchmarks.speed import best, readers, speed
from benchmarks.stages import breakdown
from benchmarks.start import start
from benchmarks.truth import Sample, spread
from intake.batch import cores
from intake.bootstrap import Engine, reader
from intake.inference.backend import Backend

PHOTO_TYPE = "resident_id_front"
THREADS = 1
DRAWN_CASES = 3  # of held-out seeds, that some of the timed pages come from


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured; 0 samples are all."""

    samples: int
    held_out_rounds: int
    held_out_cases: int
    sample_pages: int
    drawn_pages: int
    cards: int
    cases: int
    stream_cases: int
    few_pages: int
    start_runs: int
    growth_pages: int
    kinds: Amount
    sign_seeds: int
    whole: CaseAmount


FULL = Size(
    samples=0,
    held_out_rounds=1,
    held_out_cases=14,
    sample_pages=12,
    drawn_pages=4,
    cards=6,
    cases=2,
    stream_cases=20,
    few_pages=6,
    start_runs=3,
    growth_pages=1000,
    kinds=Amount(per_type=16, near=250, far=330, fresh=15, files=60, seconds=3600),
    sign_seeds=8,
    whole=CaseAmount(cases=96, peer=48, seconds=3600),
)
QUICK = Size(
    samples=10,
    held_out_rounds=1,
    held_out_cases=1,
    sample_pages=4,
    drawn_pages=0,
    cards=1,
    cases=1,
    stream_cases=2,
    few_pages=2,
    start_runs=1,
    growth_pages=20,
    kinds=Amount(per_type=1, near=9, far=9, fresh=1, files=2, seconds=600),
    sign_seeds=1,
    whole=CaseAmount(cases=1, peer=1, seconds=600),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What is measured: files, their folder, how much of them, and our backends, the usual one first."""

    samples: Sequence[Sample]
    folder: Path
    size: Size
    backends: tuple[Backend, ...]

    @property
    def few(self) -> list[Subject]:
        """A few pages of files of one page, sheets and cards in turns, for what reads them again and again."""
        kinds = [s for s in subjects(self.samples, len(self.samples)) if s.data]
        sheets, cards = ([s for s in kinds if is_meant(s.kind)] for is_meant in (is_sheet, is_card))
        return [page for pair in zip(sheets, cards, strict=False) for page in pair][: self.size.few_pages]


def contenders(run: Run, figures: Figures) -> tuple[Backend, ...]:
    """Return the usual backend and the one that was quickest on sheets; all of them where that was not measured."""
    if not figures.speed:
        return run.backends
    names = (figures.backends[0], best(figures.speed, figures.backends, is_sheet))
    return tuple(backend for backend in run.backends if str(backend) in names)


def measured(run: Run, parts: Sequence[str]) -> Figures:
    """Measure one part after the other."""
    figures = Figures(tuple(map(str, run.backends)))
    for name in parts:
        print(f"{name} ...", file=sys.stderr)
        figures = PARTS[name](run, figures)
    return figures


def _accuracy(run: Run, figures: Figures) -> Figures:
    some = spread(run.samples, run.size.samples) if run.size.samples else run.samples
    read = _read("samples", some, with_peer=True)
    slow = list(read_samples(some, slow_path(cores())))
    needed = list(read_samples(some, reader(Engine.PPOCR, threads=cores(), fields_only=True)))
    return replace(
        figures,
        accuracy=accuracy(read),
        samples=fields(read),
        beside=beside(read, slow),
        needed=beside(needed, read),
    )


def _held_out(run: Run, figures: Figures) -> Figures:
    drawn = held_out(run.size.held_out_rounds, run.size.held_out_cases)
    return replace(figures, held_out=fields(_read("held-out", drawn, with_peer=False)))


def _speed(run: Run, figures: Figures) -> Figures:
    pages = subjects(run.samples, run.size.sample_pages)
    if run.size.drawn_pages:
        pages += subjects(held_out(1, DRAWN_CASES), run.size.drawn_pages)
    return replace(figures, speed=tuple(speed(pages, readers(run.backends, THREADS))))


def _cards(run: Run, figures: Figures) -> Figures:
    photos = of_kind(run.samples, CARD_PHOTO)[: run.size.cards]
    return replace(figures, cards=cards(photos, contenders(run, figures)))


def _mixed(run: Run, figures: Figures) -> Figures:
    return replace(figures, mixed=mixed(contenders(run, figures), run.size.cases, run.size.stream_cases))


def _scaling(run: Run, figures: Figures) -> Figures:
    groups = {"A4": is_sheet, "card": is_card}
    pages = {kind: [s.page for s in run.few if is_meant(s.kind)] for kind, is_meant in groups.items()}
    return replace(figures, scaling=tuple(scaling(pages, contenders(run, figures), installed())))


def _stages(run: Run, figures: Figures) -> Figures:
    sheets = [s.data for s in subjects(run.samples, len(run.samples)) if s.data and is_sheet(s.kind)]
    rows = tuple(breakdown(sheets[: run.size.few_pages], backend) for backend in run.backends)
    return replace(figures, stages=rows, sgemm_flops=sgemm_flops())


def _start(run: Run, figures: Figures) -> Figures:
    photo = next(s for s in of_kind(run.samples, CARD_PHOTO) if s.documents[0].type == PHOTO_TYPE)
    return replace(figures, start=start(run.folder / photo.name, run.size.start_runs, installed()))


def _memory(run: Run, figures: Figures) -> Figures:
    files = [Sample(s.name, s.data, (s.truth,), ()) for s in run.few if s.data]
    names = [*map(str, contenders(run, figures)), *installed()]
    figures = replace(figures, peaks=tuple(peaks(names, files)))
    return replace(figures, growth=growth(run.samples, run.size.growth_pages))


def _kinds(run: Run, figures: Figures) -> Figures:
    return replace(figures, kinds=kinds(run.size.kinds))


def _quality(run: Run, figures: Figures) -> Figures:
    return replace(figures, signs=signs(run.size.sign_seeds))


def _whole(run: Run, figures: Figures) -> Figures:
    return replace(figures, whole=whole_cases(run.size.whole))


def _read(what: str, samples: Sequence[Sample], *, with_peer: bool) -> list[ReadSample]:
    threads = cores()
    read = []
    for each in read_samples(samples, reader(Engine.PPOCR, threads=threads), rapidocr(threads) if with_peer else None):
        read.append(each)
        print(f"{what}: {len(read)}/{len(samples)} {each.sample.name}", file=sys.stderr)
    return read


PARTS: Mapping[str, Callable[[Run, Figures], Figures]] = {
    "accuracy": _accuracy,
    "heldout": _held_out,
    "kinds": _kinds,
    "speed": _speed,
    "cards": _cards,
    "case": _mixed,
    "scaling": _scaling,
    "stages": _stages,
    "start": _start,
    "memory": _memory,
    "quality": _quality,
    "cases": _whole,
}
"""What `--only` may name."""
ELSEWHERE = (
    "kinds",
    "quality",
    "cases",
)  # have reports of their own: docs/benchmarks-pages.md, docs/benchmarks-cases.md
