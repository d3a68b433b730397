"""The calibrated probability of each label, from the features of a page and the weights that training found."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from intake.domain.logistic import Weight, probability


@dataclass(frozen=True, slots=True)
class Model:
    """The logistic model of one label; a page has it from `threshold` on."""

    threshold: float
    bias: float
    weights: Mapping[str, Weight]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability of the label; KeyError where a feature is missing."""
        return probability(self.bias, self.weights, features)


@cache
def models() -> Mapping[str, Model]:
    """Return the model of each label, from weights.toml."""
    read = tomllib.loads((files("intake.pages.signs") / "weights.toml").read_text("utf-8"))
    return {name: _model(entry["threshold"], entry["bias"], entry["weights"]) for name, entry in read["labels"].items()}


def _model(threshold: float, bias: float, weights: Mapping[str, Sequence[float]]) -> Model:
    return Model(threshold, bias, {name: Weight(*numbers) for name, numbers in weights.items()})
