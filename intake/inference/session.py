"""Runs a model: arrays in, arrays out, the same session for everybody in a process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from intake.inference import ranking
from intake.inference.weights import located, manifest, verified

Array = NDArray[np.float32] | NDArray[np.int64]


class Session:
    """A loaded model; calls may come from several threads."""

    def __init__(self, content: bytes, outputs: Sequence[str], threads: int) -> None:
        self._session = onnxruntime.InferenceSession(content, _options(threads), providers=["CPUExecutionProvider"])
        self._input: str = self._session.get_inputs()[0].name
        self._outputs = list(outputs)
        self.metadata: dict[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        """Return the outputs for a batch (n, c, h, w), in the order in which the session was asked for them."""
        return tuple(self._session.run(self._outputs, {self._input: batch}))


@cache
def session(name: str, threads: int) -> Session:
    """Return the one session of a model of the manifest; its weights are verified when it is first asked for."""
    model = manifest()[name]
    return Session(verified(model, located(model)), [model.tensor], threads)


@cache
def ranking_session(name: str, threads: int, count: int) -> Session:
    """Return the one session that answers only with the `count` best classes and their probabilities."""
    model = manifest()[name]
    content = ranking.ranked(verified(model, located(model)), model.tensor, count)
    return Session(content, [ranking.CLASSES, ranking.PROBABILITIES], threads)


def _options(threads: int) -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1  # the graphs are chains: nothing would run beside anything
    # Every page has another size: an arena keeps the largest of every shape it saw, patterns one plan for each.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return options
