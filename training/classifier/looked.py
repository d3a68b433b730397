"""Asks the look as it is in the repository, where only what pages say is taught again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from training.classifier.gather import Seen
from training.classifier.looks import tensor


def looked(path: Path, pages: Sequence[Seen]) -> NDArray[np.float32]:
    """Return what the network at `path` says of pages that have pictures (n, labels)."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {name: tensor([page]).numpy()})[0] for page in pages])
