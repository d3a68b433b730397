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
    """Return the chance of `errors` or less; in logarithms, as the counts of a thousand cases are no floats."""
    return math.fsum(
        math.exp(_log_ways(n, k) + k * math.log(rate) + (n - k) * math.log1p(-rate)) for k in range(errors + 1)
    )


def _log_ways(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
