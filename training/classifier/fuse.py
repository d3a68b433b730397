"""Weighs the witnesses against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.learned import FLOOR, Weights, log_softmax

MOST = torch.tensor([4.0, 4.0, 1.0])
"""Of each weight. The cues were written with every layout in view: what they seem to deserve beyond their own belief,
they would not deserve on the layouts of others."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the witnesses say of n pages, as logarithms (n, labels), and what they are (n,)."""

    says: NDArray[np.float32]
    looks: NDArray[np.float32]
    cues: NDArray[np.float32]
    wanted: NDArray[np.int64]


def heard(
    says: NDArray[np.float32], looks: NDArray[np.float32], cues: NDArray[np.float32], wanted: Sequence[int]
) -> Heard:
    """Bring the witnesses' raw answers into one form."""
    return Heard(log_softmax(says), log_softmax(looks), np.log(cues + np.float32(FLOOR)), np.array(wanted, np.int64))


def weighed(witnesses: Heard, *, with_looks: bool) -> Weights:
    """Return the weights under which what happened was most likely: beliefs fitted so are calibrated."""
    inputs = [torch.from_numpy(part) for part in (witnesses.says, witnesses.looks, witnesses.cues)]
    wanted = torch.from_numpy(witnesses.wanted)
    factors = torch.tensor([0.5, 0.5 if with_looks else 0.0, 0.5], requires_grad=True)
    mask = torch.tensor([1.0, float(with_looks), 1.0])
    optimiser = torch.optim.LBFGS([factors], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        used = torch.minimum(factors.clamp(min=0), MOST) * mask
        total = sum(factor * part for factor, part in zip(used, inputs, strict=True))
        lost = torch.nn.functional.cross_entropy(torch.as_tensor(total), wanted)
        lost.backward()
        return lost

    optimiser.step(loss)
    found = torch.minimum(factors.detach().clamp(min=0), MOST) * mask
    return Weights(*map(float, found))


def beliefs(witnesses: Heard, weights: Weights) -> NDArray[np.float32]:
    """Return the beliefs (n, labels)."""
    total = weights.says * witnesses.says + weights.looks * witnesses.looks + weights.cues * witnesses.cues
    return np.exp(log_softmax(total)).astype(np.float32)
