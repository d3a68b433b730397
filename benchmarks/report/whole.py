"""The whole file: what machine this is, the bars, and then section by section."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.bars import Bar, bars
from benchmarks.figures import Figures
from benchmarks.report.cases import cases_section
from benchmarks.report.cost import cost
from benchmarks.report.faults import faults
from benchmarks.report.kinds import kinds_section
from benchmarks.report.long import long
from benchmarks.report.pace import pace
from benchmarks.report.right import right
from benchmarks.report.table import table
from intake.batch import cores

LIBRARIES = ("rapidocr", "onnxruntime", "openvino", "numpy", "opencv-python-headless")
BARS = """\
Each bar is what the project asks of itself, computed from the same run; ratios are ours by the other's, so that less is
better where nothing else is said. `beyond` is the step after the bar.
"""


def report(figures: Figures, command: str, day: str) -> str:
    """Return the whole file."""
    blocks = [
        *_head(command, day, figures),
        *_bars(bars(figures)),
        *pace(figures),
        *cost(figures),
        *long(figures),
        *right(figures),
        *kinds_section(figures.kinds),
        *faults(figures.signs),
        *cases_section(figures.whole),
    ]
    return "\n\n".join(block.strip() for block in blocks) + "\n"


def _head(command: str, day: str, figures: Figures) -> Iterator[str]:
    libraries = [f"{name} {found}" for name in LIBRARIES if (found := _version(name))]
    yield "# Benchmarks"
    yield f"This file is written by `{command}`; do not edit it."
    yield (
        f"{day}, {processor()}, {cores()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {', '.join((*libraries, *figures.others))}. "
        "Times are compared within one run only."
    )
    if figures.missing:
        yield f"Not installed here, and so not measured: {', '.join(figures.missing)}."


def _bars(found: Sequence[Bar]) -> Iterator[str]:
    if not found:
        return
    yield "## Bars"
    yield BARS
    yield table(("bar", "limit", "reached", "holds", "beyond"), map(bar_row, found))


def bar_row(bar: Bar) -> tuple[str, ...]:
    """Return the cells of a bar: what, limit, reached, whether it holds, and the step beyond."""
    sign = ">=" if bar.more_is_better else "<="
    beyond = f"{sign} {bar.shown.format(bar.beyond)}: {_said(bar.is_beyond)}" if bar.beyond is not None else ""
    limit, reached = bar.shown.format(bar.limit), bar.shown.format(bar.reached)
    return bar.name, f"{sign} {limit}", reached, _said(bar.holds), beyond


def _said(claim: bool) -> str:  # noqa: FBT001 a claim is all that it takes
    return "yes" if claim else "**no**"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def processor() -> str:
    """Return what the processor calls itself."""
    found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else platform.machine()
