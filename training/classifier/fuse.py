"""Weighs the witnesses against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.learned import FLOOR, Weights, log_softmax
from training.classifier.gather import Seen

MOST = torch.tensor([4.0, 4.0, 1.0, 1.0])
"""Of each weight. The cues and what defines a type were written with every layout in view: what they seem to deserve
beyond their own belief, they would not deserve on the layouts of others."""
START = torch.tensor([0.5, 0.5, 0.5, 0.5])


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the witnesses say of n pages, as logarithms (n, labels), and what they are (n,)."""

    says: NDArray[np.float32]
    looks: NDArray[np.float32]
    cues: NDArray[np.float32]
    defined: NDArray[np.float32]
    wanted: NDArray[np.int64]
    shown: NDArray[np.bool_]
    """Whether a page has a picture: only such pages tell how much the look counts."""

    @property
    def parts(self) -> tuple[NDArray[np.float32], ...]:
        """Return what is weighed and added, in the order of `Weights`."""
        return self.says, self.looks, self.cues, self.defined


def heard(says: NDArray[np.float32], looks: NDArray[np.float32], pages: Sequence[Seen]) -> Heard:
    """Bring what the witnesses say of pages into one form."""
    cues, defined = np.stack([page.cues for page in pages]), np.stack([page.defined for page in pages])
    wanted = np.array([page.label for page in pages], np.int64)
    shown = np.array([page.picture is not None for page in pages])
    return Heard(log_softmax(says), log_softmax(looks), np.log(cues + np.float32(FLOOR)), defined, wanted, shown)


def weighed(witnesses: Heard, *, with_looks: bool) -> Weights:
    """Return the weights under which what happened was most likely: beliefs fitted so are calibrated."""
    heard_of = witnesses.shown | (not with_looks)
    inputs = [torch.from_numpy(part[heard_of]) for part in witnesses.parts]
    wanted = torch.from_numpy(witnesses.wanted[heard_of])
    mask = torch.tensor([1.0, float(with_looks), 1.0, 1.0])
    factors = (START * mask).requires_grad_()
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
    factors = (weights.says, weights.looks, weights.cues, weights.defined)
    total = sum(factor * part for factor, part in zip(factors, witnesses.parts, strict=True))
    return np.exp(log_softmax(np.asarray(total))).astype(np.float32)
