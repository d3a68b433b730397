"""The sections about speed: pages by kind, errors of the same pages, cards, the mixed case, two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import eq

from benchmarks.bars import CASES
from benchmarks.cer import Errors
from benchmarks.figures import Figures
from benchmarks.mixed import MINUTES, Mixed
from benchmarks.pages import is_card, is_sheet
from benchmarks.peer import RAPIDOCR
from benchmarks.race import Race
from benchmarks.report.table import table
from benchmarks.scaling import Scaling
from benchmarks.speed import Timing, ratios
from benchmarks.timing import quantile, quartiles

PAGES = """\
From the decoded page to its lines, one thread, all in turns on the same pages in one process. Ours and RapidOCR read
each page twice and the quicker time counts, the others once. The ratio is the median of the pages' own ratios to
RapidOCR, with quartiles. A born-digital page is one whose PDF carries its text: ours takes the text from there and
checks it against the picture; such pages are not in the row of all A4 pages. All pages are drawn, and worn as scanners,
copiers and phones wear them; no real paper of a court may be kept here.
"""
ERRORS = "Character error on the timed pages above, defined as in the section on characters."
CARDS = """\
From the bytes of the file to its fields with one thread, decoding, seals, reading and extraction included, beside
RapidOCR's reading of the decoded picture alone, in turns; twice each, the quicker counts.
"""
TWO = """\
Processes of one thread that load, wait for each other and then read the same list of pages; products of two matrices of
1024 x 1024 float32 for sgemm. The better of two rounds.
"""

Meant = Callable[[str], bool]


def pace(figures: Figures) -> Iterator[str]:
    yield from _pages(figures.speed)
    yield from _errors(figures.speed)
    yield from _races("Card photos, file to fields", CARDS, "cards", figures.cards)
    yield from _mixed(figures.mixed)
    yield from _scaling(figures.scaling)


def _pages(timings: Sequence[Timing]) -> Iterator[str]:
    if not timings:
        return
    yield "## Time of a page"
    yield PAGES
    rows = [row for name, is_meant in _groups(timings) for row in _kind(name, is_meant, timings)]
    yield table(("pages", "n", "reader", "median", "p95", "pages a second", "ratio", "quartiles"), rows)


def _kind(name: str, is_meant: Meant, timings: Sequence[Timing]) -> Iterator[tuple[object, ...]]:
    for reader in _readers(timings):
        times = [t.seconds for t in timings if t.reader == reader and is_meant(t.kind)]
        low, middle, high = quartiles(ratios(timings, reader, is_meant))
        yield (
            name,
            len(times),
            reader,
            f"{quantile(times, 0.5):.2f} s",
            f"{quantile(times, 0.95):.2f} s",
            f"{len(times) / sum(times):.2f}",
            "" if reader == RAPIDOCR else f"{middle:.3f}",
            "" if reader == RAPIDOCR else f"{low:.3f}-{high:.3f}",
        )


def _groups(timings: Sequence[Timing]) -> Iterator[tuple[str, Meant]]:
    """Yield what rows are made of: every kind, then all sheets and all cards."""
    kinds = sorted({t.kind for t in timings})
    for kind in kinds:
        yield kind, partial(eq, kind)
    for name, is_meant in (("all A4", is_sheet), ("all cards", is_card)):
        if any(map(is_meant, kinds)):
            yield name, is_meant


def _errors(timings: Sequence[Timing]) -> Iterator[str]:
    if not timings:
        return
    yield "## Characters of the timed pages"
    yield ERRORS
    readers = _readers(timings)
    groups = [(kind, partial(eq, kind)) for kind in sorted({t.kind for t in timings})]
    rows = [_rates(name, readers, [t for t in timings if is_meant(t.kind)]) for name, is_meant in groups]
    yield table(("pages", "n", "characters", *readers), [*rows, _rates("all", readers, timings)])


def _rates(name: str, readers: Sequence[str], timings: Sequence[Timing]) -> tuple[object, ...]:
    sums = [sum((t.errors for t in timings if t.reader == reader), Errors()) for reader in readers]
    return name, len({t.page for t in timings}), sums[0].length, *(f"{errors.rate:.2%}" for errors in sums)


def _readers(timings: Sequence[Timing]) -> list[str]:
    return list(dict.fromkeys(t.reader for t in timings))


def _races(title: str, about: str, what: str, races: Sequence[Race]) -> Iterator[str]:
    if not races:
        return
    yield f"## {title}"
    yield about
    rows = []
    for race in races:
        low, middle, high = race.ratios
        times = f"{quantile(race.ours_s, 0.5):.2f} s", f"{quantile(race.peer_s, 0.5):.2f} s"
        rows.append((race.ours, len(race.ours_s), *times, f"{middle:.3f}", f"{low:.3f}-{high:.3f}"))
    yield table(("ours", what, "median", RAPIDOCR, "ratio", "quartiles"), rows)


def _mixed(mixed: Mixed | None) -> Iterator[str]:
    if not mixed:
        return
    about = (
        "A ruling of two pages, both sides of an ID card and a bank card, all photographed: from the four files to the "
        "release request with one thread, beside RapidOCR's reading of the same five decoded pictures alone."
    )
    yield from _races("Mixed case", about, "cases", mixed.races)
    stream = mixed.stream
    yield (
        f"One case in one process with all cores: {mixed.alone_s:.2f} s (median). {stream.cases} cases over "
        f"{stream.processes} processes: {stream.last_s:.1f} s with the start of the processes ({stream.first_s:.1f} s "
        f"to the first request), then {stream.case_s:.2f} s a case. So {CASES} cases take "
        f"{stream.minutes(CASES):.1f} minutes, and {MINUTES} minutes are enough for {stream.cases_in(MINUTES)} cases."
    )


def _scaling(rows: Sequence[Scaling]) -> Iterator[str]:
    if not rows:
        return
    yield "## Two processes"
    yield TWO
    yield table(
        ("what", "of", "one process", "two processes", "gain"),
        [(r.name, r.kind, f"{r.one:.2f}/s", f"{r.two:.2f}/s", f"{r.gain:.2f}") for r in rows],
    )
