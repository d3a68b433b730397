"""`python -m training.figures [--steps N]`: teaches the reader of figures; writes it, and prints its hash.

Half an hour on two cores: one draws, the other learns. The same seed on the same versions gives the same network, but
for the order in which processors add.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from intake.ocr.figures import HEIGHT, STEP
from training.export import print_hashes
from training.figures.batches import Example, batches
from training.figures.export import write
from training.figures.network import Network

SEED = 1
STEPS = 4500
RATE = 2e-3
SHOWN = 100  # steps between two lines of progress
TARGET = Path(__file__).parents[2] / "intake/inference/figures.onnx"


def main() -> None:
    """Teach a network, write it, and print its hash for the manifest."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--steps", type=int, default=STEPS, help="batches of 48 lines that it is taught with")
    options.add_argument("--out", type=Path, default=TARGET, help="where the model goes")
    chosen = options.parse_args()
    write(chosen.out, taught(chosen.steps))
    print_hashes(chosen.out.parent, chosen.out.name)


def taught(steps: int) -> Network:
    """Return a network that was taught with so many batches."""
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # the other core draws
    network: Network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=RATE, total_steps=steps, pct_start=0.1)
    loss_of, losses = nn.CTCLoss(zero_infinity=True), list[float]()
    network.train()
    for step, batch in enumerate(islice(batches(SEED), steps), 1):
        strips, lengths, said, sizes = tensors(batch)
        optimiser.zero_grad()
        loss = loss_of(network(strips).transpose(0, 1), said, lengths, sizes)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
        if step % SHOWN == 0:
            print(f"{step} of {steps}: loss {np.mean(losses[-SHOWN:]):.4f}", flush=True)
    network.eval()
    return network


def tensors(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return strips (n, 1, HEIGHT, w) in -1..1, how many steps each has, all symbols, and how many each says."""
    width = -(-max(strip.shape[1] for strip, _ in batch) // STEP) * STEP
    strips = np.zeros((len(batch), 1, HEIGHT, width), np.float32)
    for place, (strip, _) in zip(strips, batch, strict=True):
        place[0, :, : strip.shape[1]] = strip.astype(np.float32) / 127.5 - 1
    lengths = torch.tensor([-(-strip.shape[1] // STEP) for strip, _ in batch])
    said = torch.tensor([symbol for _, symbols in batch for symbol in symbols])
    return torch.from_numpy(strips), lengths, said, torch.tensor([len(symbols) for _, symbols in batch])


if __name__ == "__main__":
    main()
