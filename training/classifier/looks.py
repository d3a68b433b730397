"""Teaches the small network that judges a page by its look."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.classifier.gather import Seen

WIDTHS = (16, 32, 48, 64, 96, 128)  # channels; each step halves the picture
EPOCHS = 12
BATCH = 32
RATE = 4e-3
SHIFT, SHADE = 12, 0.25  # pixels and share of brightness by which pictures are varied


class Network(nn.Module):  # type: ignore[misc]  # the library is typed only where it is installed
    """Separable convolutions, each halving the picture, then the mean and the maximum of what is left."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        layers: list[nn.Module] = [*_convolution(3, WIDTHS[0], 1)]
        for before, after in itertools.pairwise(WIDTHS):
            layers += [*_convolution(before, before, before), *_convolution(before, after, 1, size=1)]
        self.layers = nn.Sequential(*layers)
        self.head = nn.Linear(2 * WIDTHS[-1], labels)

    def forward(self, pictures: Tensor) -> Tensor:
        found = self.layers(pictures)
        pooled = torch.cat([found.mean(dim=(2, 3)), found.amax(dim=(2, 3))], dim=1)
        answer: Tensor = self.head(pooled)
        return answer


def taught(pages: Sequence[Seen], labels: int, seed: int) -> Network:
    """Return a network that tells the labels of those pages apart that have a picture."""
    pages = [page for page in pages if page.picture is not None]
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    network: Network = Network(labels).to(memory_format=torch.channels_last)  # on processors twice as quick
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.02)
    steps = EPOCHS * (len(pages) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=steps)
    network.train()
    for _ in range(EPOCHS):
        places = order.permutation(len(pages))
        for start in range(0, len(pages) - BATCH + 1, BATCH):
            batch = [pages[i] for i in places[start : start + BATCH]]
            optimiser.zero_grad()
            wanted = torch.tensor([page.label for page in batch])
            loss = nn.functional.cross_entropy(network(_varied(tensor(batch))), wanted, label_smoothing=0.05)
            loss.backward()
            optimiser.step()
            schedule.step()
    network.eval()
    return network


def logits(pages: Sequence[Seen], network: Network) -> NDArray[np.float32]:
    """Return what the network says of pages (n, labels); nothing of those without a picture."""
    shown = [i for i, page in enumerate(pages) if page.picture is not None]
    found = np.zeros((len(pages), network.head.out_features), np.float32)
    with torch.no_grad():
        for start in range(0, len(shown), BATCH):
            batch = shown[start : start + BATCH]
            found[batch] = network(tensor([pages[i] for i in batch])).numpy()
    return found


def tensor(pages: Sequence[Seen]) -> Tensor:
    """Return (n, 3, SIDE, SIDE) float32 in -1..1, as intake.pages.look makes it."""
    stacked = np.stack([page.picture.transpose(2, 0, 1) for page in pages if page.picture is not None])
    return (torch.from_numpy(stacked).float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


def _varied(pictures: Tensor) -> Tensor:
    """Shift the pictures a little and change their brightness and contrast."""
    down, right = (int(torch.randint(-SHIFT, SHIFT + 1, ())) for _ in range(2))
    shifted = torch.roll(pictures, (down, right), dims=(2, 3))
    scale = 1 + SHADE * (2 * torch.rand(len(pictures), 1, 1, 1) - 1)
    return (shifted * scale + SHADE * (2 * torch.rand(len(pictures), 1, 1, 1) - 1)).clamp(-1, 1)


def _convolution(before: int, after: int, groups: int, size: int = 3) -> Sequence[nn.Module]:
    stride = 2 if size == 3 else 1
    convolution = nn.Conv2d(before, after, size, stride, size // 2, groups=groups, bias=False)
    return (convolution, nn.BatchNorm2d(after), nn.ReLU())
