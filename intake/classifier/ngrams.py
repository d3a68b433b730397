"""What a page says, as numbers: runs of one to three characters, hashed, those of likely titles apart."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from intake.domain.clean import packed
from intake.domain.text import Line, PageText

SIZE = 1 << 15  # places; two runs of characters that share one blur each other a little
RUNS = (1, 2, 3)  # characters
TALL = 1.25  # of the median height of the lines: set like a title
FIRST = 3  # lines of a page that are likely titles whatever their height
DIGIT = "0"  # stands for every digit: which number it is says nothing of what a page is

LineNumbers = NDArray[np.float32]
"""(lines, SIZE) float32; the rows of a page sum up to a vector of length 1."""


def by_line(page: PageText) -> LineNumbers:
    """Return what each line of a page adds to what the page says; rows in the order of the lines."""
    found = np.zeros((len(page.lines), SIZE), np.float32)
    titles = _titles(page.lines)
    for row, line, is_title in zip(found, page.lines, titles, strict=True):
        for place in _places(packed(line.text), is_title=is_title):
            row[place] = 1.0
    length = float(np.linalg.norm(found.sum(axis=0)))
    return found / np.float32(length) if length else found


def _titles(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it stands where titles stand, or as large."""
    if not lines:
        return []
    usual = median(line.box.height for line in lines)
    top = sorted(line.box.bounds.top for line in lines)[:FIRST][-1]
    return [line.box.height >= TALL * usual or line.box.bounds.top <= top for line in lines]


def _places(text: str, *, is_title: bool) -> Iterator[int]:
    plain = "".join(DIGIT if char.isdigit() else char for char in text)
    for size in RUNS:
        for i in range(len(plain) - size + 1):
            run = plain[i : i + size]
            yield _hashed(run)
            if is_title:
                yield _hashed("^" + run)


def _hashed(run: str) -> int:
    return zlib.crc32(run.encode("utf-8", "replace")) % SIZE
