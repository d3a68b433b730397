"""The network that reads figures: convolutions that halve the height, then wide ones along the line, and CTC."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from intake.ocr.figures import CLASSES

WIDTHS = (32, 48, 64, 96)
ALONG = 128
REACH = (
    1,
    2,
    4,
    1,
    2,
)  # dilations of the convolutions along the line: each step sees 20 on either side, some five figures


class Along(nn.Module):  # type: ignore[misc]  # the library is typed only where it is installed
    """Adds what five steps around each say to it."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.step = nn.Conv1d(ALONG, ALONG, 5, padding=2 * dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm1d(ALONG)

    def forward(self, found: Tensor) -> Tensor:
        more: Tensor = torch.relu(self.norm(self.step(found)))
        return found + more


class Network(nn.Module):  # type: ignore[misc]
    """(n, 1, 32, w) in -1..1 to (n, w / 4, CLASSES), logarithms of probabilities."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = WIDTHS
        self.eyes = nn.Sequential(
            *_convolution(1, a, (2, 2)),
            *_convolution(a, b, (2, 1)),
            *_convolution(b, c, (2, 2)),
            *_convolution(c, d, (2, 1)),
        )
        self.flat = nn.Sequential(nn.Conv1d(d * 2, ALONG, 1, bias=False), nn.BatchNorm1d(ALONG), nn.ReLU())
        self.along = nn.Sequential(*(Along(dilation) for dilation in REACH))
        self.head = nn.Conv1d(ALONG, CLASSES, 1)

    def forward(self, strips: Tensor) -> Tensor:
        found = self.eyes(strips)
        n, channels, height, width = found.shape
        found = self.flat(found.reshape(n, channels * height, width))
        answer: Tensor = torch.log_softmax(self.head(self.along(found)).transpose(1, 2), dim=2)
        return answer


def _convolution(before: int, after: int, stride: tuple[int, int]) -> tuple[nn.Module, ...]:
    return nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()
