"""Runs models with ONNX Runtime, on the processor or on a graphics card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from intake.inference.session import Array

CPU, CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"


class OnnxSession:
    """See Session."""

    def __init__(self, content: bytes, outputs: Sequence[str], threads: int, *, on_gpu: bool = False) -> None:
        providers = [CUDA, CPU] if on_gpu else [CPU]
        self._session = onnxruntime.InferenceSession(content, options(threads), providers=providers)
        self._input: str = self._session.get_inputs()[0].name
        self._outputs = list(outputs)
        self.metadata: Mapping[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        return tuple(self._session.run(self._outputs, {self._input: batch}))


def options(threads: int) -> onnxruntime.SessionOptions:
    """Return how a session runs: its threads, and no memory that outlives a page."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1  # the graphs are chains: nothing would run beside anything
    # Every page has another size: an arena keeps the largest of every shape it saw, patterns one plan for each.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return options
