"""Fits the chance that a value is wrong: logistic, with a ridge, by Newton's method."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.domain.logistic import Weight
from intake.validate.sureness import Sureness
from training.fields.gather import Seen

RIDGE = 1.0  # of a feature that is as wide as the others; a field that was seen seldom stays near all others
ROUNDS = 80
SHARES = (0.0001, 0.0002, 0.0005, 0.001, 0.002)  # of accepted values, what a court may bear to be wrong
_Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """What the fit sees: (n, features + groups), the names of both, and (n,) whether values are wrong."""

    x: _Matrix
    features: tuple[str, ...]
    groups: tuple[str, ...]
    wrong: _Matrix


def design(seen: Sequence[Seen]) -> Design:
    """Put the values into a matrix, with a column for each field."""
    features = tuple(seen[0].features)
    groups = tuple(sorted({each.name for each in seen}))
    measured = np.array([[each.features[name] for name in features] for each in seen])
    named = np.array([[float(each.name == group) for group in groups] for each in seen])
    return Design(np.hstack([measured, named]), features, groups, np.array([float(each.is_wrong) for each in seen]))


def fitted(seen: Sequence[Seen]) -> Sureness:
    """Fit the model to values."""
    made = design(seen)
    count = len(made.features)
    mean, spread = made.x.mean(axis=0), np.maximum(made.x.std(axis=0), 1e-6)
    mean[count:], spread[count:] = 0.0, 1.0
    weights = logistic((made.x - mean) / spread, made.wrong)
    raw = weights[:-1] / spread
    low, high = made.x.min(axis=0), made.x.max(axis=0)
    numbers = {name: Weight(float(raw[i]), float(low[i]), float(high[i])) for i, name in enumerate(made.features)}
    groups = {name: float(raw[count + i]) for i, name in enumerate(made.groups)}
    return Sureness(float(weights[-1] - (raw * mean).sum()), numbers, groups)


def limits(errors: Sequence[float]) -> list[tuple[float, float]]:
    """Return for each of SHARES the chance up to which values can be accepted, so that no more are said to be wrong.

    `errors` are of values that the model was not taught. A share of which not even the surest is so sure is left out.
    """
    ordered = np.sort(np.array(errors))
    means = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    counts = [(share, int(np.searchsorted(means, share, side="right"))) for share in SHARES]
    return [(share, float(ordered[count - 1])) for share, count in counts if count]


def logistic(x: _Matrix, wrong: _Matrix) -> _Matrix:
    """Return the weights of x and the bias that fit best; the bias is free of the ridge."""
    padded = np.hstack([x, np.ones((len(x), 1))])
    held = np.append(np.full(x.shape[1], RIDGE), 1e-9)
    weights = np.zeros(padded.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(padded @ weights, -60, 60)))
        slope = padded.T @ (chance - wrong) + held * weights
        bend = (padded * (chance * (1 - chance))[:, None]).T @ padded + np.diag(held + 1e-9)
        weights = weights - np.clip(np.linalg.solve(bend, slope), -2, 2)
    return weights


def written(model: Sureness, head: Sequence[str]) -> str:
    """Return the file."""
    lines = [
        *(f"# {line}" for line in head),
        f"bias = {model.bias:.4f}",
        "limits = [  # share of the accepted values that may be wrong, and the chance up to which they are accepted",
        *(f"    [{share}, {chance:.5f}]," for share, chance in model.limits),
        "]",
        "",
        "[weights]  # weight, and the least and the greatest value of the feature that training saw",
        *(f"{name} = [{w.weight:.4f}, {w.low:.4f}, {w.high:.4f}]" for name, w in model.weights.items()),
        "",
        "[groups]",
        *(f"{name} = {weight:.4f}" for name, weight in model.groups.items()),
    ]
    return "\n".join(lines) + "\n"


def curve(errors: Mapping[int, tuple[float, bool]], parts: int = 10) -> list[tuple[int, float, float]]:
    """Return by tenths of rising error: how many values, the error that was said, the share that is wrong."""
    ordered = sorted(errors.values())
    pieces = np.array_split(np.array(ordered, np.float64), parts)
    return [(len(piece), float(piece[:, 0].mean()), float(piece[:, 1].mean())) for piece in pieces if len(piece)]
