"""Teaches the linear model of what pages say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from intake.classifier.ngrams import SIZE
from training.classifier.gather import Seen

EPOCHS = 14
BATCH = 64
RATE = 0.02
LOST = 0.3  # of the runs of characters are dropped at each sight: no few words may carry an answer
DECAY = 2e-6
STRANGERS = 0.55  # of all that is taught at most: 0.3 taught more hands, and let more unseen strangers pass for ours


def taught(pages: Sequence[Seen], labels: int, seed: int) -> NDArray[np.float32]:
    """Return the weights (SIZE, labels) float32 of a model that tells the labels of the pages apart."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    model = torch.nn.EmbeddingBag(SIZE, labels, mode="sum")
    torch.nn.init.zeros_(model.weight)
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE, weight_decay=DECAY)
    counts = _counts(pages, labels)
    steps = EPOCHS * -(-len(pages) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for batch in _batches(pages, order):
            optimiser.zero_grad()
            values = torch.cat([torch.from_numpy(page.values) for page in batch])
            kept = (torch.rand(len(values)) >= LOST).float() / (1 - LOST)
            loss = torch.nn.functional.cross_entropy(_run(model, batch, values * kept), _wanted(batch), counts)
            loss.backward()
            optimiser.step()
            schedule.step()
    weights: NDArray[np.float32] = model.weight.detach().numpy().copy()
    return weights


def logits(pages: Sequence[Seen], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return what the model says of pages (n, labels)."""
    return np.stack([page.values @ weights[page.places] for page in pages]).astype(np.float32)


def _counts(pages: Sequence[Seen], labels: int) -> torch.Tensor:
    """Return how much a page of each label counts: less than one where a label has more than its share."""
    number = np.bincount([page.label for page in pages], minlength=labels)
    most = STRANGERS / (1 - STRANGERS) * (len(pages) - number)
    return torch.from_numpy(np.minimum(1.0, most / np.maximum(number, 1)).astype(np.float32))


def _run(model: torch.nn.EmbeddingBag, batch: Sequence[Seen], values: torch.Tensor) -> torch.Tensor:
    places = torch.cat([torch.from_numpy(page.places) for page in batch])
    offsets = torch.tensor([0, *np.cumsum([len(page.places) for page in batch])[:-1]], dtype=torch.int32)
    found: torch.Tensor = model(places, offsets, per_sample_weights=values)
    return found


def _wanted(batch: Sequence[Seen]) -> torch.Tensor:
    return torch.tensor([page.label for page in batch])


def _batches(pages: Sequence[Seen], order: np.random.Generator) -> Iterator[list[Seen]]:
    places = order.permutation(len(pages))
    for start in range(0, len(places), BATCH):
        yield [pages[i] for i in places[start : start + BATCH]]
