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
MOST_MUTE = 1.0
"""Of the weight of the look where no word is read: few such pages are drawn, and it shall count no more than it
believes."""
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
    mute: NDArray[np.bool_]
    """Whether no word is read on it: such pages tell how much the look counts alone, and nothing else."""

    @property
    def parts(self) -> tuple[NDArray[np.float32], ...]:
        """Return what is weighed and added, in the order of `Weights`."""
        return self.says, self.looks, self.cues, self.defined


def heard(says: NDArray[np.float32], looks: NDArray[np.float32], pages: Sequence[Seen]) -> Heard:
    """Bring what the witnesses say of pages into one form."""
    cues, defined = np.stack([page.cues for page in pages]), np.stack([page.defined for page in pages])
    wanted = np.array([page.label for page in pages], np.int64)
    shown = np.array([page.picture is not None for page in pages])
    mute = np.array([page.is_mute for page in pages])
    logs = np.log(cues + np.float32(FLOOR))
    return Heard(log_softmax(says), log_softmax(looks), logs, defined, wanted, shown, mute)


def weighed(witnesses: Heard, *, with_looks: bool) -> Weights:
    """Return the weights under which what happened was most likely: beliefs fitted so are calibrated."""
    heard_of = (witnesses.shown | (not with_looks)) & ~witnesses.mute
    mask = torch.tensor([1.0, float(with_looks), 1.0, 1.0])
    return Weights(*_likeliest(witnesses, heard_of, torch.zeros(4), MOST * mask))


def weighed_alone(witnesses: Heard, seen: Weights) -> float:
    """Return the weight of the look on pages without a word, where all else counts as in `seen`."""
    heard_of = witnesses.shown & witnesses.mute
    fixed = torch.tensor([seen.says, seen.looks, seen.cues, seen.defined])
    only = torch.tensor([0.0, 1.0, 0.0, 0.0])
    low, high = fixed * (1 - only), fixed * (1 - only) + MOST_MUTE * only
    return _likeliest(witnesses, heard_of, low, high)[1] if heard_of.any() else MOST_MUTE


def _likeliest(
    witnesses: Heard, heard_of: NDArray[np.bool_], least: torch.Tensor, most: torch.Tensor
) -> tuple[float, ...]:
    """Return the weights between `least` and `most` that make what some of the pages are most likely."""
    inputs = [torch.from_numpy(part[heard_of]) for part in witnesses.parts]
    wanted = torch.from_numpy(witnesses.wanted[heard_of])
    factors = START.clone().requires_grad_()
    optimiser = torch.optim.LBFGS([factors], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        used = torch.clamp(factors, least, most)
        total = sum(factor * part for factor, part in zip(used, inputs, strict=True))
        lost = torch.nn.functional.cross_entropy(torch.as_tensor(total), wanted)
        lost.backward()
        return lost

    optimiser.step(loss)
    return tuple(map(float, torch.clamp(factors.detach(), least, most)))


def beliefs(witnesses: Heard, weights: Weights, mute: float = 0.0) -> NDArray[np.float32]:
    """Return the beliefs (n, labels); `mute` is the weight of the look where no word is read."""
    looks = np.where(witnesses.mute, mute, weights.looks).astype(np.float32)[:, None] * witnesses.looks
    factors = (weights.says, weights.cues, weights.defined)
    parts = (witnesses.says, witnesses.cues, witnesses.defined)
    total = looks + sum(factor * part for factor, part in zip(factors, parts, strict=True))
    return np.exp(log_softmax(np.asarray(total))).astype(np.float32)
