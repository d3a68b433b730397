"""Runs models with ONNX Runtime, on the processor or on a graphics card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from intake.inference.session import Array

CPU, CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"
# Grows by powers of two: with "as requested" pieces of a size that never comes again stay, 70 MB of them.
_ARENA = {
    "max_mem": 0,
    "arena_extend_strategy": 0,
    "initial_chunk_size_bytes": -1,
    "max_dead_bytes_per_chunk": -1,
}


class OnnxSession:
    """See Session; RuntimeError where a graphics card was asked for and none can be used, instead of being slow."""

    def __init__(self, content: bytes, outputs: Sequence[str], threads: int, *, on_gpu: bool = False) -> None:
        share_memory()
        providers = [CUDA, CPU] if on_gpu else [CPU]
        self._session = onnxruntime.InferenceSession(content, options(threads), providers=providers)
        if on_gpu and CUDA not in self._session.get_providers():
            raise RuntimeError("the graphics card cannot be used; choose another backend (--backend onnxruntime-int8)")
        self._input: str = self._session.get_inputs()[0].name
        self._outputs = list(outputs)
        self.metadata: Mapping[str, str] = dict(self._session.get_modelmeta().custom_metadata_map)

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        return tuple(self._session.run(self._outputs, {self._input: batch}))


@cache
def share_memory() -> None:
    """Let all sessions of the process take their memory from one arena, once.

    The models run one after the other, so that one holds what an arena for each would hold three times; without any,
    every tensor comes fresh from the kernel: 25,000 page faults a sheet, and 230 MB more at the peak.
    """
    where = onnxruntime.OrtMemoryInfo(
        "Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT
    )
    onnxruntime.create_and_register_allocator(where, onnxruntime.OrtArenaCfg(_ARENA))


def options(threads: int) -> onnxruntime.SessionOptions:
    """Return how a session runs: its threads, and the arena that all share."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1  # the graphs are chains: nothing would run beside anything
    options.add_session_config_entry("session.use_env_allocators", "1")
    options.enable_mem_pattern = False  # every page has another size: a plan for each would be kept
    options.log_severity_level = 3
    return options
