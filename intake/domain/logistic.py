"""Logistic models as their files hold them: weights of features, and the probability that they add up to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

FARTHEST = 60.0  # from even odds, in natural logarithms: beyond, only the overflow would be told apart


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature counts, and between which values: training saw none beyond, so that a stranger counts no more."""

    weight: float
    low: float
    high: float

    def of(self, value: float) -> float:
        return self.weight * min(max(value, self.low), self.high)


def probability(bias: float, weights: Mapping[str, Weight], features: Mapping[str, float]) -> float:
    """Return the probability that features speak for; KeyError where one is missing."""
    total = bias + sum(weight.of(features[name]) for name, weight in weights.items())
    return 1 / (1 + math.exp(-min(max(total, -FARTHEST), FARTHEST)))
