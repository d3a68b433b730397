"""What a count of errors says about the rate behind it."""

from __future__ import annotations

import math

CONFIDENCE = 0.95


def upper_bound(errors: int, n: int) -> float:
    """Return the highest rate that still gives so few errors in `n` with 5 % chance; with none it is about 3 / n."""
    if errors >= n:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(errors, n, middle) > 1 - CONFIDENCE else (low, middle)
    return high


def _at_most(errors: int, n: int, rate: float) -> float:
    return math.fsum(math.comb(n, k) * rate**k * (1 - rate) ** (n - k) for k in range(errors + 1))
