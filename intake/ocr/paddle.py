"""The engine `paddleocr`: the library itself, in a process of its own interpreter, with the weights that we run too.

PaddleOCR pins another OpenCV and numpy than ours, so it lives in `.venv-paddle` and `paddle_worker.py` speaks for it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import subprocess
import threading
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from intake.domain.errors import EngineUnavailable
from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Figure, Line, plain_line
from intake.inference.backend import EXACT
from intake.inference.session import session
from intake.inference.weights import located, manifest, verified
from intake.ocr.crop import cut
from intake.ocr.order import order
from intake.ocr.paddle_worker import Found, Ready, Text
from intake.ports import Worth, every_line

PYTHON = Path(__file__).parents[2] / ".venv-paddle/bin/python"  # made by `make paddle`
WORKER = Path(__file__).with_name("paddle_worker.py")
SETTINGS = 1  # counted up with every change here or in the worker that can change what is read
PATIENCE_S = 10  # a worker that was told to end and did not is killed


class PaddleOcr:
    """Reads pages with PaddleOCR 3.7; see OcrEngine. Its process ends with this object or with this process.

    A process that ended is not started again: every later call says so, because whoever runs us should know.
    """

    name = "paddleocr"
    alphabet = ()

    def __init__(self, threads: int, python: Path = PYTHON) -> None:
        self._worker = Worker(python)
        ready: Ready = json.loads(self._worker.ask(_setup(threads)))
        self.version = f"paddleocr-{ready['version']}-{SETTINGS}-{_fingerprint()}"

    def read(self, page: PageImage, _worth: Worth = every_line) -> tuple[Line, ...]:
        found: list[Found] = json.loads(self._worker.ask({"do": "read"}, [page.pixels]))
        lines = [_line(f["text"], f["score"], Quad.of(f["corners"])) for f in found]
        read = [line for line in lines if line]
        return tuple(read[i] for i in order([line.box for line in read]))

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        if not boxes:
            return ()
        strips = [cut(page.pixels, np.array(box.points, np.float32)) for box in boxes]
        texts: list[Text] = json.loads(self._worker.ask({"do": "read_strips"}, strips))
        return tuple(_line(t["text"], t["score"], box) for t, box in zip(texts, boxes, strict=True))

    def read_figures(self, _page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        """Say nothing: it has no alternatives that figures could be weighed with."""
        return (None,) * len(boxes)


class Worker:
    """The other process: one question at a time, a line of JSON and then the pixels of its pictures."""

    def __init__(self, python: Path) -> None:
        if not python.exists():
            raise EngineUnavailable(engine=PaddleOcr.name, reason=f"{python.parent.parent.name} is missing")
        self._process = subprocess.Popen(  # noqa: S603 our own script
            [python, "-I", WORKER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._turn = threading.Lock()
        self._end = weakref.finalize(self, _end, self._process)

    def ask(self, question: Mapping[str, object], pictures: Sequence[Pixels] = ()) -> bytes:
        """Return the answer, a line of JSON; raises EngineUnavailable once the process has ended."""
        with self._turn:
            answer = self._exchanged({**question, "shapes": [picture.shape for picture in pictures]}, pictures)
        if not answer.endswith(b"\n"):
            self._end()
            raise EngineUnavailable(engine=PaddleOcr.name, reason=f"exit status {self._process.returncode}")
        return answer

    def _exchanged(self, question: Mapping[str, object], pictures: Sequence[Pixels]) -> bytes:
        to, back = self._process.stdin, self._process.stdout
        if not to or not back or to.closed:
            return b""
        try:
            to.write(json.dumps(question).encode() + b"\n")
            for picture in pictures:
                to.write(np.ascontiguousarray(picture).data)
            to.flush()
        except BrokenPipeError:
            return b""
        return back.readline()


def _setup(threads: int) -> dict[str, object]:
    models = {name: manifest()[name] for name in ("detection", "orientation", "recognition")}
    for model in models.values():
        verified(model, located(model))
    return {
        "threads": threads,
        "weights": {name: str(located(model)) for name, model in models.items()},
        "alphabet": session("recognition", EXACT, threads).metadata["character"].split("\n"),
    }


def _fingerprint() -> str:
    return hashlib.sha256("".join(m.sha256 for m in manifest().values()).encode()).hexdigest()[:8]


def _line(text: str, score: float, box: Quad) -> Line | None:
    return plain_line(text.strip(), box, confidence=min(max(score, 0.0), 1.0)) if text.strip() else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the worker by closing what it reads from; kill it where that is not enough."""
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(BrokenPipeError):  # what it had not read yet
                pipe.close()
    try:
        process.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
