"""Weighs the witnesses against each other and chooses from which belief on an answer is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.learned import FLOOR, Weights, log_softmax

WRONG = 0.001  # of the accepted answers may be wrong, on the pages that the belief is chosen on
LEAST = 0.5  # belief below which two answers may be as good
MOST = 0.97  # belief from which nothing is refused


Same = Callable[[int, int], bool]
"""Say whether two labels count as the same answer."""


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
        used = factors.clamp(min=0) * mask
        total = sum(factor * part for factor, part in zip(used, inputs, strict=True))
        lost = torch.nn.functional.cross_entropy(torch.as_tensor(total), wanted)
        lost.backward()
        return lost

    optimiser.step(loss)
    return Weights(*(max(float(f.detach()) * float(m), 0.0) for f, m in zip(factors, mask, strict=True)))


def beliefs(witnesses: Heard, weights: Weights) -> NDArray[np.float32]:
    """Return the beliefs (n, labels)."""
    total = weights.says * witnesses.says + weights.looks * witnesses.looks + weights.cues * witnesses.cues
    return np.exp(log_softmax(total)).astype(np.float32)


def sure(found: NDArray[np.float32], wanted: NDArray[np.int64], same: Same) -> float:
    """Return the least belief from which at most WRONG of the answers are wrong; `same` says what counts as right."""
    best, belief = found.argmax(axis=1), found.max(axis=1)
    wrong = np.array([not same(int(a), int(b)) for a, b in zip(best, wanted, strict=True)])
    order = np.argsort(-belief)
    rate = np.cumsum(wrong[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(rate <= WRONG)
    lowest = float(belief[order[good[-1]]]) if len(good) else MOST
    return float(np.clip(lowest, LEAST, MOST))
