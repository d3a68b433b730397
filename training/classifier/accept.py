"""Chooses from which belief on an answer is given."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

WRONG = 0.001  # of the accepted answers may be wrong, on the pages that the belief is chosen on
REJECTED = 0.03  # of those pages may be left to a person for it
LEAST = 0.5  # belief below which two answers may be as good

Same = Callable[[int, int], bool]
"""Say whether two labels count as the same answer."""


def sure(found: NDArray[np.float32], wanted: NDArray[np.int64], same: Same) -> float:
    """Return the belief from which on an answer is given; `same` says what counts as right.

    It is the least from which at most WRONG of the answers are wrong, or what rejects REJECTED of the pages if that is
    less.
    """
    belief, wrong = found.max(axis=1), _wrong(found, wanted, same)
    order = np.argsort(-belief)
    rate = np.cumsum(wrong[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(rate <= WRONG)
    lowest = float(belief[order[good[-1]]]) if len(good) else 1.0
    return float(max(min(lowest, float(np.quantile(belief, REJECTED))), LEAST))


def outcome(found: NDArray[np.float32], wanted: NDArray[np.int64], same: Same, limit: float) -> tuple[float, float]:
    """Return the share of pages that is refused below a belief, and the share of wrong answers among the others."""
    taken = found.max(axis=1) >= limit
    return float(1 - taken.mean()), float(_wrong(found, wanted, same)[taken].mean())


def _wrong(found: NDArray[np.float32], wanted: NDArray[np.int64], same: Same) -> NDArray[np.bool_]:
    return np.array([not same(int(a), int(b)) for a, b in zip(found.argmax(axis=1), wanted, strict=True)])
