"""What models are run by, and with which numbers; chosen by what this machine has and is measured to do best."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Runtime(StrEnum):
    ONNXRUNTIME = "onnxruntime"
    OPENVINO = "openvino"
    CUDA = "cuda"


class Precision(StrEnum):
    """The numbers that a model computes with."""

    FP32 = "fp32"
    BF16 = "bf16"
    INT8 = "int8"


@dataclass(frozen=True, slots=True)
class Backend:
    """Runs models; `str()` names it in versions and figures."""

    runtime: Runtime
    precision: Precision

    def __str__(self) -> str:
        return f"{self.runtime.value}-{self.precision.value}"
