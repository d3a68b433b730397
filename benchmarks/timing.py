"""How times are taken and summed up: wall clock, quantiles, and the slope of a series."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence


def wall_s(call: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of the values lie, linear between two of them."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    return quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)


def slope(values: Sequence[float], settled: float = 0.0) -> float:
    """Return how much a series grows a step, by least squares, without its first `settled` part."""
    kept = values[int(len(values) * settled) :]
    return statistics.linear_regression(range(len(kept)), kept).slope if len(kept) > 1 else 0.0
