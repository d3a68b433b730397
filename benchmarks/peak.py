"""The most memory that each reader ever had while it read the same few pages, in a process of its own.

`python -m benchmarks.peak READER FILE...` reads the files and prints megabytes.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import resident
from benchmarks.peer import PADDLEOCR, PEERS, RAPIDOCR, TESSERACT, Peer
from benchmarks.truth import Sample
from intake.bootstrap import able
from intake.domain.page import Pixels
from intake.ocr.ppocr import ppocr
from intake.pages.decode import decode
from intake.pipeline import read_page

THREADS = 1


@dataclass(frozen=True, slots=True)
class Peak:
    reader: str
    megabytes: float
    pages: int


def peaks(readers: Sequence[str], samples: Sequence[Sample]) -> Iterator[Peak]:
    """Measure our backends and the others by their names, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / str(number) for number in range(len(samples))]
        for path, sample in zip(paths, samples, strict=True):
            path.write_bytes(sample.data)
        for name in readers:
            command = [sys.executable, "-m", "benchmarks.peak", name, *map(str, paths)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 ourselves
            yield Peak(name, float(said), sum(len(sample.pages) for sample in samples))


def main(name: str, paths: Sequence[Path]) -> None:
    """Read the files and print the most memory that the reader's own process had."""
    pages = [page for path in paths for page in decode(path.read_bytes())]
    if name not in PEERS:
        engine = ppocr(THREADS, next(backend for backend in able() if str(backend) == name))
        for page in pages:
            read_page(engine, page)
    elif peer := PEERS[name](THREADS):
        _read(peer, [page.pixels for page in pages])
    print(_megabytes(name))


def _read(peer: Peer, pictures: Sequence[Pixels]) -> None:
    for picture in pictures:
        peer(picture)


def _megabytes(name: str) -> float:
    if name in (RAPIDOCR, PADDLEOCR):
        return resident.children().most  # a process of its own, still alive
    if name == TESSERACT:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * resident.KB
    return resident.own().most


if __name__ == "__main__":
    main(sys.argv[1], [Path(argument) for argument in sys.argv[2:]])
