"""Chooses what runs the models on this machine."""

from __future__ import annotations

from intake.inference.backend import Backend, Precision, Runtime


def chosen(threads: int) -> Backend:
    return Backend(Runtime.ONNXRUNTIME, Precision.INT8)
