"""Runs a model: arrays in, arrays out, the same session for everybody in a process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from intake.inference import ranking
from intake.inference.backend import Backend, Precision, Runtime
from intake.inference.weights import located, manifest, verified

Array = NDArray[np.float32] | NDArray[np.int64]


class Session(Protocol):
    """A loaded model; calls may come from several threads."""

    @property
    def metadata(self) -> Mapping[str, str]:
        """What the model file says about itself."""
        ...

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        """Return the outputs for a batch (n, c, h, w), in the order in which the session was asked for them."""
        ...


@cache
def session(name: str, backend: Backend, threads: int) -> Session:
    """Return the one session of a model of the manifest; its weights are verified when it is first asked for."""
    model = manifest()[_file(name, backend)]
    return _opened(verified(model, located(model)), (model.tensor,), backend, threads)


@cache
def ranking_session(name: str, count: int, backend: Backend, threads: int) -> Session:
    """Return the one session that answers only with the `count` best classes and their probabilities.

    A model whose first output are classes ranks them itself (`training/head.py`).
    """
    model = manifest()[_file(name, backend)]
    content = verified(model, located(model))
    if model.tensor != ranking.CLASSES:
        content = ranking.ranked(content, model.tensor, count)
    return _opened(content, (ranking.CLASSES, ranking.PROBABILITIES), backend, threads)


def _file(name: str, backend: Backend) -> str:
    """Return the entry of the manifest: models that compute with 8 bits are files of their own."""
    narrow = f"{name}-int8"
    return narrow if backend.precision is Precision.INT8 and narrow in manifest() else name


def _opened(content: bytes, outputs: tuple[str, ...], backend: Backend, threads: int) -> Session:
    """Load a model into the runtime; OpenVINO is imported where it runs models, and nowhere else."""
    if backend.runtime is Runtime.OPENVINO:
        from intake.inference.openvino import OpenVinoSession  # noqa: PLC0415

        return OpenVinoSession(content, outputs, threads, backend.precision)
    from intake.inference.onnx import OnnxSession  # noqa: PLC0415

    return OnnxSession(content, outputs, threads, on_gpu=backend.runtime is Runtime.CUDA)
