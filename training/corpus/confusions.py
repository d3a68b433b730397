"""Measures what the OCR engine takes characters for: `python -m training.corpus.confusions > confusions.toml`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from intake.bootstrap import Engine, engine
from intake.domain.page import PageImage
from intake.pipeline import read_page
from training.corpus.draw import drawn_at
from training.corpus.views import View, leaf_of, view_of

SEED = 7
DRAWINGS = 150
FIRST = 900_000  # index of the first drawing: no training comes here
ALIKE = 60.0  # percent: lines less alike are not the same line
LENGTHS = (640, 760, 900, 1200, 1800)  # pixels of the longer side that is read: small pages are where it errs
HEAD = """\
# What PP-OCR takes characters for, measured by `python -m training.corpus.confusions` on {pages} drawn, degraded
# pages ({chars} characters; lines paired by rapidfuzz, aligned by Levenshtein): "truth reading count".
# Wrong characters by degradation: {rates}.
"""


@dataclass(slots=True)
class Tally:
    """Counts over all pages."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    chars: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    pages: int = 0


def main() -> None:
    """Read the pages and print the table."""
    tally, reading = Tally(), engine(Engine.PPOCR, threads=1)
    for page in _pages():
        _, read = read_page(reading, PageImage(1, page.pixels))
        count(tally, page.treatment.name, [line.text for line in page.lines], [o.text for o in read.text.lines])
        sys.stderr.write(f"{tally.pages} {page.treatment.name} {len(tally.pairs)}\n")
    sys.stdout.write(report(tally))


def count(tally: Tally, name: str, truth: Sequence[str], read: Sequence[str]) -> None:
    """Add what differs between the lines of one page and what was read."""
    tally.pages += 1
    for said in filter(None, map(_bare, truth)):
        tally.chars[name] += len(said)
        best = process.extractOne(said, [_bare(line) for line in read], scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best is None:
            continue
        for step in Levenshtein.opcodes(said, best[0]):
            there, here = said[step.src_start : step.src_end], best[0][step.dest_start : step.dest_end]
            if step.tag == "replace" and len(there) == len(here):
                tally.pairs.update(zip(there, here, strict=True))
            if step.tag == "delete":
                tally.lost.update(there)
            tally.wrong[name] += 0 if step.tag == "equal" else max(len(there), len(here))


def report(tally: Tally) -> str:
    """Write the table."""
    rates = ", ".join(f"{name} {tally.wrong[name] / n:.2%}" for name, n in sorted(tally.chars.items()))
    head = HEAD.format(pages=tally.pages, chars=tally.chars.total(), rates=rates)
    pairs = sorted(tally.pairs.items(), key=lambda item: (-item[1], item[0]))
    lines = "".join(f'  "{_safe(a)} {_safe(b)} {n}",\n' for (a, b), n in pairs)
    lost = ", ".join(f'"{_safe(char)} {n}"' for char, n in tally.lost.most_common(40))
    return f"{head}\npairs = [\n{lines}]\nlost = [{lost}]\n"


def _pages() -> Iterator[View]:
    for index in range(FIRST, FIRST + DRAWINGS):
        drawing = drawn_at(SEED, index)
        yield view_of(leaf_of(drawing.pages[0], LENGTHS[index % len(LENGTHS)]), Random(f"confusions {index}"))


def _bare(text: str) -> str:
    return "".join(text.split())


def _safe(char: str) -> str:
    return char.replace("\\", "\\\\").replace('"', '\\"')


if __name__ == "__main__":
    main()
