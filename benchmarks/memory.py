"""Memory: the highest resident set of reading one long file, decoder included, and how it grows from page to page.

`python -m benchmarks.memory FILE` reads the file in a fresh process and prints megabytes after every page.
"""

from __future__ import annotations

import io
import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import psutil
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from intake.bootstrap import Engine, reader
from intake.domain.page import PageImage, Pixels

THREADS = 1
SETTLED = 0.2  # of the pages: caches and pools are filled by then
KB = 1024 / 1_000_000  # megabytes


@dataclass(frozen=True, slots=True)
class Memory:
    """Highest resident megabytes of all our processes together, and megabytes a page by which they grow."""

    pages: int
    peak_mb: float
    slope_mb: float


def memory(pictures: Sequence[Pixels], pages: int, folder: Path) -> Memory:
    """Read a scanned A4 file of so many pages, made of `pictures` in turns."""
    path = folder / "long.pdf"
    path.write_bytes(scanned(pictures, pages))
    command = [sys.executable, "-m", "benchmarks.memory", str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 ourselves
    samples = [(float(now), float(highest)) for now, highest in map(str.split, printed.splitlines())]
    settled = [now for now, _ in samples[int(len(samples) * SETTLED) :]]
    slope, _ = statistics.linear_regression(range(len(settled)), settled)
    return Memory(pages, max(highest for _, highest in samples), slope)


def scanned(pictures: Sequence[Pixels], pages: int) -> bytes:
    """Return a PDF of full-page JPEGs."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    readers = [ImageReader(_jpeg(p)) for p in pictures]
    for picture in islice(cycle(readers), pages):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _jpeg(pixels: Pixels) -> io.BytesIO:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=85)
    return out


def resident_mb() -> tuple[float, float]:
    """Return megabytes of this process and its children: resident now, and the sum of the most each ever had."""
    mine = psutil.Process()
    now = highest = 0.0
    for process in [mine, *mine.children(recursive=True)]:
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
        kilobytes = {name: value.split()[0] for name, value in re.findall(r"^(\w+):\s*(.+)$", status, re.MULTILINE)}
        now += int(kilobytes.get("VmRSS", 0)) * KB  # none once it has ended
        highest += int(kilobytes.get("VmHWM", 0)) * KB
    return now, highest


def main(path: Path) -> None:
    """Read the file and print megabytes after each page."""
    read = reader(Engine.PPOCR, threads=THREADS)
    read(path.name, path.read_bytes(), _printed)


def _printed(_page: PageImage) -> None:
    now, highest = resident_mb()
    print(f"{now:.1f} {highest:.1f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
