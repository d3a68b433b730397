"""Writes docs/benchmarks.md: every figure with its number of cases, and the command that makes the file."""

from __future__ import annotations

import platform
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.accuracy import Accuracy
from benchmarks.fields import Fields
from benchmarks.memory import Memory
from benchmarks.speed import Speed
from benchmarks.start import Start
from intake.batch import cores

LIBRARIES = ("rapidocr", "onnxruntime", "numpy", "opencv-python-headless")

CHARACTERS = """\
Wrong, missing and superfluous characters by the characters of the truth, whatever the order and the cutting of lines
(`benchmarks/cer.py` defines it), after NFKC and without blanks; the text of seals does not count. Ours is the whole
pipeline, RapidOCR runs with its defaults on the same decoded pages in the same run.
"""
FIELDS = """\
Exact: the value is the truth, character for character. Accepted: no finding asks a person to look. A field that was
found where the paper has none counts as accepted and wrong.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was measured; None and empty where it was left out."""

    accuracy: tuple[Accuracy, ...] = ()
    samples: Fields | None = None
    held_out: Fields | None = None
    speed: tuple[Speed, ...] = ()
    start: Start | None = None
    memory: Memory | None = None


def report(figures: Figures, command: str, day: str) -> str:
    """Return the whole file."""
    blocks = [
        *_head(command, day),
        *_characters(figures.accuracy),
        *_fields("Documents and fields of sample_docs", figures.samples),
        *_fields("Documents and fields of held-out seeds", figures.held_out),
        *_speed(figures.speed),
        *_start(figures.start),
        *_memory(figures.memory),
    ]
    return "\n\n".join(block.strip() for block in blocks) + "\n"


def _head(command: str, day: str) -> Iterator[str]:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield "# Benchmarks"
    yield f"This file is written by `{command}`; do not edit it."
    yield (
        f"{day}, {_processor()}, {cores()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {libraries}. Times are compared within one run only."
    )


def _characters(rows: Sequence[Accuracy]) -> Iterator[str]:
    if not rows:
        return
    yield "## Characters"
    yield CHARACTERS
    yield _table(
        ("pages", "n", "characters", "intake", "RapidOCR"),
        [(r.variant, r.pages, r.ours.length, f"{r.ours.rate:.2%}", f"{r.peer.rate:.2%}") for r in rows],
    )


def _fields(title: str, scores: Fields | None) -> Iterator[str]:
    if not scores:
        return
    yield f"## {title}"
    types = [(t.type, t.n, f"{t.right / t.n:.1%}", _counted(t.taken_for)) for t in scores.types]
    yield _table(("type", "n", "recognised", "taken for"), types)
    yield FIELDS
    rows = [
        (f.type, f.field, f.n, f"{f.right / f.n:.1%}" if f.n else "-", f.accepted, f.accepted_wrong)
        for f in scores.fields
    ]
    yield _table(("type", "field", "n", "exact", "accepted", "accepted and wrong"), rows)
    yield (
        f"All fields: {scores.exact:.1%} exact. Accepted and wrong: {scores.accepted_wrong} of {scores.accepted}, "
        f"so with 95 % confidence at most {scores.bound:.2%}."
    )


def _speed(rows: Sequence[Speed]) -> Iterator[str]:
    if not rows:
        return
    yield "## Time of a page"
    yield "From the decoded page to its lines, both in turns on the same pages; the ratio is the median of the pages'."
    yield _table(
        ("threads", "pages", "intake", "RapidOCR", "ratio", "quartiles"),
        [
            (
                s.threads,
                s.pages,
                f"{s.ours_s:.2f} s",
                f"{s.peer_s:.2f} s",
                f"{s.ratio:.2f}",
                "{:.2f}-{:.2f}".format(*s.quartiles),
            )
            for s in rows
        ],
    )


def _start(start: Start | None) -> Iterator[str]:
    if start:
        yield "## Cold start"
        yield (
            f"`intake read` of one ID photo in a new process: {start.ours_s:.2f} s, {start.ratio:.2f} times the "
            f"import of RapidOCR and one read ({start.peer_s:.2f} s); medians of {start.runs} runs in turns."
        )


def _memory(memory: Memory | None) -> Iterator[str]:
    if memory:
        yield "## Memory"
        yield (
            f"Reading a scanned A4 file of {memory.pages} pages: at most {memory.peak_mb:.0f} MB resident (the "
            f"decoder's process included), growing by {memory.slope_mb:.3f} MB a page."
        )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, cells)) + " |" for cells in lines)


def _counted(names: Iterable[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in Counter(names).items())


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else platform.machine()
