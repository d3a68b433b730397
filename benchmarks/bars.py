"""What must hold, and whether it does: each bar is computed from what the same run measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.accuracy import ALL
from benchmarks.cards import FIELDS_ONLY
from benchmarks.figures import Figures
from benchmarks.pages import is_sheet
from benchmarks.peer import RAPIDOCR
from benchmarks.race import Race
from benchmarks.speed import best, ratios, wrong
from benchmarks.start import OURS
from benchmarks.timing import quantile

FULL = 1000  # pages of a stream from which its memory says something
CASES = 500


@dataclass(frozen=True, slots=True)
class Bar:
    """One demand: `reached` must not be above `limit` (not below, where more is better); `beyond` is the next step."""

    name: str
    limit: float
    reached: float
    shown: str = "{:.2f}"
    beyond: float | None = None
    more_is_better: bool = False

    @property
    def holds(self) -> bool:
        return self._reaches(self.limit)

    @property
    def is_beyond(self) -> bool:
        return self.beyond is not None and self._reaches(self.beyond)

    def _reaches(self, limit: float) -> bool:
        return self.reached >= limit if self.more_is_better else self.reached <= limit


def bars(figures: Figures) -> tuple[Bar, ...]:
    """Return the bars of what was measured."""
    return tuple(
        bar for part in (_sheets, _cards, _characters, _case, _worker, _start, _scaling) for bar in part(figures)
    )


def _sheets(figures: Figures) -> Iterator[Bar]:
    if not figures.speed:
        return
    usual, quickest = figures.backends[0], best(figures.speed, figures.backends, is_sheet)
    for name, limit, beyond in ((usual, 1 / 3, 1 / 4), (quickest, 1 / 5, 1 / 8)):
        reached = quantile(ratios(figures.speed, name, is_sheet), 0.5)
        yield Bar(f"A4 page, full text, by RapidOCR ({_what(name, usual)})", limit, reached, "{:.3f}", beyond)


def _cards(figures: Figures) -> Iterator[Bar]:
    whole = [race for race in figures.cards if not race.ours.endswith(FIELDS_ONLY)]
    yield from _races("ID or bank card photo, file to fields, by RapidOCR's OCR alone", whole, 1 / 5)


def _races(what: str, races: Sequence[Race], beyond: float | None) -> Iterator[Bar]:
    """Yield a bar for the usual backend, and one for the quickest where that is another."""
    if not races:
        return
    usual, quickest = races[0], min(races, key=lambda race: race.ratios[1])
    for race in dict.fromkeys((usual, quickest)):
        yield Bar(f"{what} ({_what(race.ours, usual.ours)})", 1 / 3, race.ratios[1], "{:.3f}", beyond)


def _what(name: str, usual: str) -> str:
    return f"the default, {name}" if name == usual else f"the quickest, {name}"


def _characters(figures: Figures) -> Iterator[Bar]:
    total = next((row for row in figures.accuracy if row.variant == ALL), None)
    if total:
        yield Bar("Character error of all samples, not above RapidOCR's", total.peer.rate, total.ours.rate, "{:.2%}")
    if figures.beside:
        differ = figures.beside.n - figures.beside.same
        yield Bar(f"Key fields read otherwise than by the slow path, of {figures.beside.n}", 0, differ, "{:.0f}")
    if figures.speed:
        theirs = wrong(figures.speed, RAPIDOCR).rate
        for name in figures.backends:
            ours = wrong(figures.speed, name).rate
            yield Bar(f"Character error of the timed pages, not above RapidOCR's ({name})", theirs, ours, "{:.2%}")


def _case(figures: Figures) -> Iterator[Bar]:
    if not figures.mixed:
        return
    yield from _races("Mixed case, files to release request, by RapidOCR's OCR alone", figures.mixed.races, None)
    yield Bar("Seconds a mixed case, one after the other, on two cores", 2.0, figures.mixed.alone_s)
    yield Bar(f"Minutes for {CASES} mixed cases on two cores", 10.0, figures.mixed.stream.minutes(CASES), "{:.1f}")


def _worker(figures: Figures) -> Iterator[Bar]:
    if not figures.growth:
        return
    pages = len(figures.growth.steps)
    over = f"{pages:,} mixed pages{'' if pages >= FULL else ' (too few to judge)'}"
    yield Bar(f"Peak MB of a worker over {over}", 700, figures.growth.peak_mb, "{:.0f}")
    yield Bar(f"MB a worker grows in 100 pages, over {over}", 0.2, figures.growth.slope_mb)


def _start(figures: Figures) -> Iterator[Bar]:
    for start in figures.start:
        if start.name == OURS:
            yield Bar("Seconds of a cold start to the first ID photo", 2.0, start.seconds)


def _scaling(figures: Figures) -> Iterator[Bar]:
    for row in figures.scaling:
        if row.name in figures.backends:
            name = f"Pages a second of two one-thread processes by one ({row.kind}, {row.name})"
            yield Bar(name, 1.8, row.gain, more_is_better=True)
