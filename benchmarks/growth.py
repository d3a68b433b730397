"""How time and memory grow from the first page to the thousandth of one mixed stream, in a process of its own.

`python -m benchmarks.growth FOLDER PAGES` reads the files of a folder in turns and prints a line after every page:
seconds since the first file was opened, megabytes of this process, and of its decoder.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from benchmarks import resident
from benchmarks.pages import is_card, is_sheet, kind_of
from benchmarks.timing import slope
from benchmarks.truth import Sample
from intake.bootstrap import Engine, reader
from intake.domain.page import PageImage, Pixels
from intake.domain.reading import PageReading
from intake.pages.decode import decode

THREADS = 1
SETTLED = 0.2  # of the pages: caches and pools are filled by then
MARKS = (1, 10, 100, 1000)
SHORT, LONG = "short", "long"
# Shares of the stream. The first tenth brings every page of the samples: what comes once it is settled is no larger.
PARTS = ((SHORT, 0.1), (LONG, 0.1), (SHORT, 0.35), (LONG, 0.1), (SHORT, 0.35))
PICTURES = 12  # that a long file shows in turns
CARDS = 2  # for each sheet
DOTS = 200  # an inch
QUALITY = 66  # of JPEG, as in the samples


@dataclass(frozen=True, slots=True)
class Step:
    """After one page: seconds so far, megabytes of our process and of its decoder, now and at most."""

    seconds: float
    own: resident.Resident
    decoder: resident.Resident


@dataclass(frozen=True, slots=True)
class Growth:
    steps: tuple[Step, ...]

    @property
    def marks(self) -> Mapping[int, Step]:
        """The steps after 1, 10, 100 and 1,000 pages, as far as was read."""
        return {mark: self.steps[mark - 1] for mark in MARKS if mark <= len(self.steps)}

    @property
    def peak_mb(self) -> float:
        """The most that our process and its decoder can have had together."""
        return max(step.own.most + step.decoder.most for step in self.steps)

    @property
    def own_peak_mb(self) -> float:
        return self.steps[-1].own.most

    @property
    def slope_mb(self) -> float:
        """Megabytes in 100 pages by which our process grows; the decoder ends with each file, so that it cannot."""
        return 100 * slope([step.own.now for step in self.steps], SETTLED)

    @property
    def slope_both_mb(self) -> float:
        """The same with the decoder, whose size leaps from file to file."""
        return 100 * slope([step.own.now + step.decoder.now for step in self.steps], SETTLED)


def growth(samples: Sequence[Sample], pages: int) -> Growth:
    """Read so many pages: files of one or a few, and two long ones of such pages."""
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(stream(samples, pages)):
            (Path(folder) / f"{number:04}").write_bytes(data)
        command = [sys.executable, "-m", "benchmarks.growth", folder]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 ourselves
    return Growth(tuple(step_of(line) for line in printed.splitlines()[:pages]))


def stream(samples: Sequence[Sample], pages: int) -> Iterator[bytes]:
    """Yield files of about so many pages, short and long ones; a file may have 200 pages."""
    mix = mixed(samples)
    for kind, share in PARTS:
        count = round(pages * share)
        if kind == SHORT:
            yield from _until(mix, count)
        else:
            yield scanned([page.pixels for data, _ in islice(mix, PICTURES) for page in decode(data)], count)


def mixed(samples: Sequence[Sample]) -> Iterator[tuple[bytes, int]]:
    """Yield for ever one file of sheets and two of cards, each with its number of pages."""
    kinds = [(sample, {kind_of(sample, page) for page in sample.pages}) for sample in samples]
    sheets = cycle([s for s, kind in kinds if all(map(is_sheet, kind))])
    cards = cycle([s for s, kind in kinds if all(map(is_card, kind))])
    while True:
        for sample in (next(sheets), *islice(cards, CARDS)):
            yield sample.data, len(sample.pages)


def scanned(pictures: Sequence[Pixels], pages: int) -> bytes:
    """Return a PDF of full-page JPEGs, the pictures in turns."""
    out = io.BytesIO()
    canvas = Canvas(out)
    readers = [(ImageReader(_jpeg(p)), p.shape[1] * 72 / DOTS, p.shape[0] * 72 / DOTS) for p in pictures]
    for picture, width, height in islice(cycle(readers), pages):
        canvas.setPageSize((width, height))
        canvas.drawImage(picture, 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def step_of(line: str) -> Step:
    """Read a line that the process printed."""
    seconds, now, most, decoder_now, decoder_most = map(float, line.split())
    return Step(seconds, resident.Resident(now, most), resident.Resident(decoder_now, decoder_most))


def _until(files: Iterable[tuple[bytes, int]], pages: int) -> Iterator[bytes]:
    """Yield files until they have that many pages."""
    left = pages
    for data, count in files:
        if left <= 0:
            return
        left -= count
        yield data


def _jpeg(pixels: Pixels) -> io.BytesIO:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=QUALITY)
    return out


def main(folder: Path) -> None:
    """Read the files of a folder and print where we are after each page."""
    read = reader(Engine.PPOCR, threads=THREADS)
    started = time.perf_counter()

    def printed(_page: PageImage, _reading: PageReading) -> None:
        own, decoder = resident.own(), resident.children()
        seconds = time.perf_counter() - started
        print(f"{seconds:.3f} {own.now:.2f} {own.most:.2f} {decoder.now:.2f} {decoder.most:.2f}", flush=True)

    for path in sorted(folder.iterdir()):
        read(path.name, path.read_bytes(), printed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
