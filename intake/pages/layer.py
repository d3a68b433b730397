"""Decides whether a PDF's text layer says what is seen on the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from intake.domain.text import Line

PLAIN_LINES = 8  # lines without numbers that are compared; lines with numbers are all compared, up to MOST
MOST = 60
ALIKE = 0.9  # mean similarity of the sampled lines: a recogniser confuses a few alike characters
DIGITS = 4  # a run this long is a number that matters, and has to be the same


def sample(layer: Sequence[Line]) -> tuple[Line, ...]:
    """Choose the lines to compare: every line with a number in it, and some others spread over the page."""
    numbers = [line for line in layer if _numbers(line.text)]
    others = [line for line in layer if not _numbers(line.text) and len(line.text) > 1]
    step = max(len(others) // PLAIN_LINES, 1)
    return tuple(numbers[:MOST] + others[::step][:PLAIN_LINES])


def agrees(layer: Sequence[Line], seen: Sequence[Line | None]) -> bool:
    """Say whether lines of the layer read the same as they look: alike on the whole, and every number the same.

    A layer with one account number changed must not pass; a layer without any line to compare does not either.
    """
    if not layer:
        return False
    pairs = [(_normal(said.text), _normal(read.text) if read else "") for said, read in zip(layer, seen, strict=True)]
    if any(_numbers(said) != _numbers(read) for said, read in pairs):
        return False
    return sum(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in pairs) / len(pairs) >= ALIKE


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _numbers(text: str) -> tuple[str, ...]:
    digits = "".join(c if c.isdigit() else " " for c in _normal(text))
    return tuple(run for run in digits.split() if len(run) >= DIGITS)
