"""Runs models with OpenVINO, which computes with narrower numbers where the processor can (extra `openvino`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import openvino
from numpy.typing import NDArray

from intake.inference.backend import Precision
from intake.inference.session import Array

# What floats are computed as. An 8-bit model says itself what is narrow; the rest of it stays in floats.
_HINTS = {Precision.FP32: "f32", Precision.BF16: "bf16", Precision.INT8: "f32"}

_FILE = "framework"  # under which the library keeps what a model file says about itself
_METADATA = ("character",)


class OpenVinoSession:
    """See Session."""

    def __init__(self, content: bytes, outputs: Sequence[str], threads: int, precision: Precision) -> None:
        settings = {
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": 1,
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": _HINTS[precision],
            "CPU_RUNTIME_CACHE_CAPACITY": 64,  # compiled kernels by shape: every page brings other shapes
            "ENABLE_CPU_PINNING": False,  # pinned, all processes of a machine would share its first core
        }
        core = openvino.Core()
        model = core.read_model(content)
        self.metadata: Mapping[str, str] = {
            name: str(model.get_rt_info([_FILE, name]).value) for name in _METADATA if model.has_rt_info([_FILE, name])
        }
        self._model = core.compile_model(model, "CPU", settings)
        names = [output.get_names() for output in self._model.outputs]
        self._places = [next(i for i, known in enumerate(names) if name in known) for name in outputs]

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        found = self._model.create_infer_request().infer({0: batch}, share_inputs=True)
        return tuple(found[place] for place in self._places)
