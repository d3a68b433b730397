"""`python -m training.classifier.backbone`: compares the network that looks at pages with the detector's own backbone.

Both are taught the first views of the same drawn pages and judged by layouts, hands and families that neither was
taught. Of the backbone a linear model hears the mean and the maximum of its last two stages, computed once more for a
page of 704 pixels; in the product the pass over the page is run anyway. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from os import sched_getaffinity

import cv2
import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.inference.weights import located, manifest
from intake.ocr.detect import scaled, tensor
from training.classifier import held, looks
from training.classifier.gather import CHUNK, Seen, Views, labels, seen_of
from training.corpus.pages import Example, by_hands, examples

STAGES = ("p2o.pd_op.conv2d.41.0", "p2o.pd_op.conv2d.44.0")
"""The convolutions by which the neck takes what the last two stages found, of 384 and 192 channels."""
LONGEST = 704  # pixels of a page in the pass that the features are taken from
SEED = 1
DRAWINGS, HANDS = 1000, 500
ROUNDS, RATE, DECAY = 400, 3e-3, 1e-2


@dataclass(frozen=True, slots=True, eq=False)
class Both:
    """A page as the small network sees it, and (features,) float32 of the backbone."""

    seen: Seen
    features: NDArray[np.float32]


def main() -> None:
    """Print how many types and classes each tells on what it was not taught."""
    pages = [*both(examples, DRAWINGS), *both(by_hands, HANDS)]
    names = labels()
    known, away = ([page for page in pages if held.is_held(page.seen) is flag] for flag in (False, True))
    wanted = np.array([page.seen.label for page in away])
    network = looks.taught([page.seen for page in known], len(names), SEED)
    for name, answer in (
        ("small network", looks.logits([page.seen for page in away], network)),
        ("backbone, linear", linear(known, away, len(names))),
    ):
        print(f"{name}: type right {(answer.argmax(axis=1) == wanted).mean():.1%} of {len(away)} pages")


def both(views: Views, count: int) -> list[Both]:
    """Draw so many papers, and see the first view of each in both ways."""
    with ProcessPoolExecutor(len(sched_getaffinity(0)), get_context("spawn")) as pool:
        return [page for chunk in pool.map(partial(_chunk, views, count), range(0, count, CHUNK)) for page in chunk]


def linear(known: Sequence[Both], away: Sequence[Both], count: int) -> NDArray[np.float32]:
    """Teach a linear model what the backbone found on known pages, and return what it says of others (n, labels)."""
    torch.manual_seed(SEED)
    given, asked = (torch.from_numpy(np.stack([page.features for page in pages])) for pages in (known, away))
    mean, spread = given.mean(dim=0), given.std(dim=0) + 1e-6
    model = torch.nn.Linear(given.shape[1], count)
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    wanted = torch.tensor([page.seen.label for page in known])
    for _ in range(ROUNDS):
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(model((given - mean) / spread), wanted, label_smoothing=0.05)
        loss.backward()
        optimiser.step()
    with torch.no_grad():
        found: NDArray[np.float32] = model((asked - mean) / spread).numpy()
    return found


def _chunk(views: Views, count: int, start: int) -> list[Both]:
    cv2.setNumThreads(1)
    firsts = (next(views(SEED, index)) for index in range(start, min(start + CHUNK, count)))
    return [Both(seen, features(page)) for page in firsts if (seen := seen_of(page, labels())) is not None]


def features(page: Example) -> NDArray[np.float32]:
    """Return (1152,) float32: the mean and the maximum of each channel of the last two stages."""
    upright: Pixels = np.ascontiguousarray(np.rot90(page.picture, page.rotation // 90))
    session = _backbone()
    found = session.run(None, {session.get_inputs()[0].name: tensor(scaled(upright, LONGEST))})
    return np.concatenate([pooled for stage in found for pooled in (stage[0].mean((1, 2)), stage[0].max((1, 2)))])


@cache
def _backbone() -> onnxruntime.InferenceSession:
    """Open the part of the detection model that comes before its neck."""
    model = onnx.load(located(manifest()["detection"]))
    ends = [node.input[0] for node in model.graph.node if node.output[0] in STAGES]
    part = onnx.utils.Extractor(model).extract_model([model.graph.input[0].name], ends)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(part.SerializeToString(), options, providers=["CPUExecutionProvider"])


if __name__ == "__main__":
    main()
