"""`python -m benchmarks`: measure, print, and write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.accuracy import ReadSample, accuracy, read_samples
from benchmarks.fields import fields
from benchmarks.heldout import held_out
from benchmarks.memory import memory
from benchmarks.peer import rapidocr
from benchmarks.report import Figures, report
from benchmarks.speed import speed
from benchmarks.start import start
from benchmarks.truth import Sample, samples_in, spread
from intake.batch import cores
from intake.bootstrap import Engine, reader
from intake.domain.page import PageImage
from intake.pages.decode import decode

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "sample_docs"
REPORT = ROOT / "docs/benchmarks.md"
PARTS = ("accuracy", "heldout", "speed", "start", "memory")
PHOTO_TYPE = "resident_id_front"


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured; 0 samples are all."""

    samples: int
    held_out_rounds: int
    held_out_cases: int
    speed_pages: int
    start_runs: int
    memory_pages: int


FULL = Size(samples=0, held_out_rounds=1, held_out_cases=14, speed_pages=20, start_runs=5, memory_pages=200)
QUICK = Size(samples=10, held_out_rounds=1, held_out_cases=1, speed_pages=4, start_runs=1, memory_pages=20)


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for; only a whole run writes the report."""
    options = _options(arguments)
    size = QUICK if options.quick else FULL
    samples = list(samples_in(SAMPLES))
    figures = _measured(samples, size, options.only or PARTS)
    text = report(figures, "make bench", options.date)
    print(text)
    if not options.quick and not options.only:
        REPORT.write_text(text, "utf-8")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few of everything, in about a minute; not written")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure this part only; not written")
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="day to name in the report")
    return parser.parse_args(arguments)


def _measured(samples: Sequence[Sample], size: Size, parts: Sequence[str]) -> Figures:
    """Measure one part after the other, memory and start in processes of their own."""
    figures = Figures()
    some = spread(samples, size.samples) if size.samples else samples
    if "accuracy" in parts:
        read = _read("samples", some, with_peer=True)
        figures = replace(figures, accuracy=accuracy(read), samples=fields(read))
    if "heldout" in parts:
        figures = replace(
            figures,
            held_out=fields(_read("held-out", held_out(size.held_out_rounds, size.held_out_cases), with_peer=False)),
        )
    if "speed" in parts:
        pages = _pages(spread(samples, size.speed_pages), size.speed_pages)
        figures = replace(figures, speed=tuple(speed(pages, threads) for threads in (1, 2)))
    if "start" in parts:
        figures = replace(figures, start=start(SAMPLES / _photo(samples).name, size.start_runs))
    if "memory" in parts:
        sheets = [page.pixels for page in _pages([s for s in samples if _is_sheet(s)][:4], 4)]
        with tempfile.TemporaryDirectory() as folder:
            figures = replace(figures, memory=memory(sheets, size.memory_pages, Path(folder)))
    return figures


def _read(what: str, samples: Sequence[Sample], *, with_peer: bool) -> list[ReadSample]:
    threads = cores()
    read = []
    for each in read_samples(samples, reader(Engine.PPOCR, threads=threads), rapidocr(threads) if with_peer else None):
        read.append(each)
        print(f"{what}: {len(read)}/{len(samples)} {each.sample.name}", file=sys.stderr)
    return read


def _pages(samples: Sequence[Sample], most: int) -> list[PageImage]:
    return [page for sample in samples for page in decode(sample.data)][:most]


def _photo(samples: Sequence[Sample]) -> Sample:
    """Return the first photograph of an ID card."""
    return next(s for s in samples if s.pages[0].variant == "photo" and s.documents[0].type == PHOTO_TYPE)


def _is_sheet(sample: Sample) -> bool:
    return sample.pages[0].variant == "photocopy"


if __name__ == "__main__":
    main(sys.argv[1:])
