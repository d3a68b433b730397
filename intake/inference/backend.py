"""What models are run by, and with which numbers: the kinds there are, and which of them a machine can run."""

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
    """Runs models; `str()` names it on the command line, in versions and in figures."""

    runtime: Runtime
    precision: Precision

    def __str__(self) -> str:
        return f"{self.runtime.value}-{self.precision.value}"


@dataclass(frozen=True, slots=True)
class Machine:
    """What decides which backends can run: flags of the processor as Linux names them, and what is installed."""

    flags: frozenset[str]
    runtimes: frozenset[Runtime]


EXACT = Backend(Runtime.ONNXRUNTIME, Precision.FP32)
"""Runs everywhere, with the weights as they were published."""

# Products of 8 bits summed up in 32. Without, x86 sums two of them in 16 bits, which overflows and reads nonsense.
_DOT_PRODUCTS = frozenset({"avx512_vnni", "avx_vnni", "amx_int8", "asimddp"})
_BFLOATS = frozenset({"avx512_bf16", "amx_bf16", "bf16"})


def careful_of(backend: Backend, machine: Machine) -> Backend:
    """Return what reads with care beside a quick backend: the same runtime with the widest numbers that pay there."""
    narrower = Backend(backend.runtime, Precision.BF16)
    return narrower if narrower in backends(machine) else Backend(backend.runtime, Precision.FP32)


def backends(machine: Machine) -> tuple[Backend, ...]:
    """Return what a machine can run, the usual one first; EXACT is always among them."""
    has_dots, has_bfloats = bool(machine.flags & _DOT_PRODUCTS), bool(machine.flags & _BFLOATS)
    possible = [
        (Backend(Runtime.CUDA, Precision.FP32), True),
        (Backend(Runtime.ONNXRUNTIME, Precision.INT8), has_dots),
        (EXACT, True),
        (Backend(Runtime.OPENVINO, Precision.INT8), has_dots),
        (Backend(Runtime.OPENVINO, Precision.BF16), has_bfloats),
    ]
    return tuple(backend for backend, can in possible if can and backend.runtime in machine.runtimes)
