"""The sections about cost: where the time of an A4 page goes, and how near it is to what the arithmetic takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks import flop
from benchmarks.figures import Figures
from benchmarks.pages import is_sheet
from benchmarks.report.table import table
from benchmarks.speed import ratios
from benchmarks.stages import DECODE, STAGES, Breakdown
from benchmarks.timing import quantile

STAGE = "Milliseconds of an A4 page in the mean, one thread, by stage and share of the whole."
FLOOR = """\
What these models take is about the least that a decoded page can take, whatever is done beside them. What was tried to
make them take less, and what each of it cost, stands in docs/decisions/0005-fast-reading.md.
"""
LIMIT = """\
The multiplications and additions of the models for the pixels that went in (`benchmarks/flop.py` says how they were
counted), by the rate at which one thread of this machine multiplies matrices in numpy (float32). A share of 100 % is a
model that runs as fast as sgemm; 8-bit and bfloat16 numbers may exceed it, because the machine multiplies more of them
at once, and because the 8-bit recogniser leaves out its head, a twelfth of it, where a step is surely blank.
"""


def cost(figures: Figures) -> Iterator[str]:
    if not figures.stages:
        return
    yield from _stages(figures.stages)
    yield from _limit(figures.stages, figures.sgemm_flops)
    yield from _floor(figures)


def _stages(rows: Sequence[Breakdown]) -> Iterator[str]:
    yield "## Cost by stage"
    yield STAGE
    stages = [(stage, *(_spent(row, row.spent[stage]) for row in rows)) for stage in STAGES]
    total = ("all", *(_spent(row, row.total_s) for row in rows))
    yield table(("stage", *(f"{row.backend} ({row.pages} pages)" for row in rows)), [*stages, total])


def _spent(row: Breakdown, seconds: float) -> str:
    return f"{seconds / row.pages * 1000:.0f} ms ({seconds / row.total_s:.0%})"


def _limit(rows: Sequence[Breakdown], flops: float) -> Iterator[str]:
    yield "## Share of the arithmetic limit"
    yield LIMIT
    yield f"sgemm here: {flops / 1e9:.1f} GFLOP/s a thread."
    yield table(
        ("backend", "GFLOP a page", "at the rate of sgemm", "models took", "share", "share of the whole page"),
        [_shares(row, flops) for row in rows],
    )


def _floor(figures: Figures) -> Iterator[str]:
    """Yield what would be left of the ratio to RapidOCR, were everything but the models free."""
    rows = [(row.backend, row.models_s / (row.total_s - row.spent[DECODE])) for row in figures.stages]
    measured = [(name, share, ratios(figures.speed, name, is_sheet)) for name, share in rows]
    if all(found for *_, found in measured):
        yield FLOOR
        yield table(
            ("backend", "models' share of a page", "A4 page by RapidOCR", "were everything else free"),
            [_left(name, share, quantile(found, 0.5)) for name, share, found in measured],
        )


def _left(name: str, share: float, ratio: float) -> tuple[str, ...]:
    return name, f"{share:.0%}", f"{ratio:.3f}", f"{share * ratio:.3f}"


def _shares(row: Breakdown, flops: float) -> tuple[str, ...]:
    work = flop.flop(row.pixels) / row.pages
    return (
        row.backend,
        f"{work / 1e9:.1f}",
        f"{work / flops:.2f} s",
        f"{row.models_s / row.pages:.2f} s",
        f"{flop.share(row.pixels, flops, row.models_s):.0%}",
        f"{flop.share(row.pixels, flops, row.total_s):.0%}",
    )
