"""The readers that we are measured against, each with its defaults; only threads and logging are set."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PIL import Image

from benchmarks.apart import Apart
from intake.bootstrap import Engine, engine
from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line, plain_line
from intake.ocr.paddle import PYTHON

if TYPE_CHECKING:
    from rapidocr import RapidOCR

RAPIDOCR, PADDLEOCR, TESSERACT = "RapidOCR", "PaddleOCR", "Tesseract"
LANGUAGE = "chi_sim"

Peer = Callable[[Pixels], tuple[str, ...]]
"""Read a picture; returns its lines."""


def rapidocr(threads: int) -> Peer:
    """Start RapidOCR 3.10 in a process of its own."""
    return Apart(threads)


def rapidocr_here(threads: int) -> Peer:
    """Start RapidOCR 3.10 in this process."""
    engine = _rapid(threads)

    def read(pixels: Pixels) -> tuple[str, ...]:
        return tuple(engine(pixels[:, :, ::-1]).txts or ())

    return read


def rapidocr_lines(threads: int) -> Callable[[Pixels], tuple[Line, ...]]:
    """Start RapidOCR 3.10 in this process; it says of a line where it is and how sure it is, not of its characters."""
    engine = _rapid(threads)

    def read(pixels: Pixels) -> tuple[Line, ...]:
        said = engine(pixels[:, :, ::-1])
        if said.txts is None:
            return ()
        found = zip(said.txts, said.boxes, said.scores, strict=True)
        return tuple(plain_line(text, Quad.of(box), confidence=float(score)) for text, box, score in found if text)

    return read


def _rapid(threads: int) -> RapidOCR:
    from rapidocr import RapidOCR  # noqa: PLC0415 takes a second that the report's tests need not spend

    return RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": threads, "Global.log_level": "warning"})


def paddleocr(threads: int) -> Peer | None:
    """Start PaddleOCR 3.7 in its own environment; None where `make paddle` has not made it."""
    if not PYTHON.exists():
        return None
    worker = engine(Engine.PADDLEOCR, threads=threads)

    def read(pixels: Pixels) -> tuple[str, ...]:
        return tuple(line.text for line in worker.read(PageImage(1, pixels)))

    return read


def tesseract(threads: int) -> Peer | None:
    """Return Tesseract with simplified Chinese, a process for each picture; None where it is not installed."""
    program = _program()
    if not program:
        return None
    environment = {**os.environ, "OMP_THREAD_LIMIT": str(threads)}
    command = [program, "stdin", "stdout", "-l", LANGUAGE]

    def read(pixels: Pixels) -> tuple[str, ...]:
        picture = io.BytesIO()
        Image.fromarray(pixels).save(picture, "PPM")  # costs next to nothing to write and to read
        done = subprocess.run(command, input=picture.getvalue(), env=environment, capture_output=True, check=True)  # noqa: S603 found by name
        return tuple(line for line in done.stdout.decode().splitlines() if line.strip())

    return read


PEERS: Mapping[str, Callable[[int], Peer | None]] = {RAPIDOCR: rapidocr, PADDLEOCR: paddleocr, TESSERACT: tesseract}
"""What starts each; None where it is not installed."""


def peers(threads: int) -> dict[str, Peer]:
    """Start all that are installed, RapidOCR first."""
    started = {name: start(threads) for name, start in PEERS.items()}
    return {name: peer for name, peer in started.items() if peer}


def installed() -> tuple[str, ...]:
    """Return the names of those that can be started here."""
    others = {RAPIDOCR: True, PADDLEOCR: PYTHON.exists(), TESSERACT: _program() is not None}
    return tuple(name for name, is_there in others.items() if is_there)


def missing() -> tuple[str, ...]:
    """Return the names of those that cannot be started here, and what would bring them."""
    ways = {PADDLEOCR: "`make paddle`", TESSERACT: f"Tesseract 5 with {LANGUAGE}"}
    return tuple(f"{name} ({way})" for name, way in ways.items() if name not in installed())


def versions() -> tuple[str, ...]:
    """Return names and versions of those that can be started here and are no packages of this environment."""
    asked = {
        PADDLEOCR: [str(PYTHON), "-c", "import importlib.metadata as m; print(m.version('paddleocr'))"],
        TESSERACT: ["tesseract", "--version"],
    }
    said = {name: _said(command).splitlines()[0] for name, command in asked.items() if name in installed()}
    return tuple(f"{name} {line.split()[-1]}" for name, line in said.items())


def _program() -> str | None:
    program = shutil.which("tesseract")
    return program if program and LANGUAGE in _said([program, "--list-langs"]).split() else None


def _said(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 a program's options
