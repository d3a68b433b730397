"""Doubts what was read where it need not belong: a person looks at a value that has a part of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from intake.domain.text import Line
from intake.ocr.cascade import CONTESTED


def doubted(line: Line) -> Line:
    """Return a line that nobody believes, however surely it was read."""
    chars = tuple(replace(char, confidence=min(char.confidence, CONTESTED)) for char in line.chars)
    if line.lattice is None:
        return replace(line, chars=chars)
    lattice = replace(line.lattice, probabilities=np.minimum(line.lattice.probabilities, np.float16(CONTESTED)))
    return replace(line, chars=chars, lattice=lattice)
