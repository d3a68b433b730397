"""Writes what was learned as a model for the ONNX runtime; what all our networks share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import nn

OPSET = 17
Shapes = Mapping[str, Sequence[str | int]]
"""Names and shapes of what goes in and comes out."""
Floats = NDArray[np.float32]


def folded(layer: nn.Module, norm: nn.Module | None) -> tuple[Floats, Floats]:
    """Return kernel and bias of one convolution that does what it and the norm behind it do."""
    kernel = _array(layer.weight)
    if norm is None:
        return kernel, _array(layer.bias)
    scale = _array(norm.weight) / np.sqrt(_array(norm.running_var) + norm.eps)
    bias = _array(norm.bias) - _array(norm.running_mean) * scale
    return (kernel * scale.reshape(-1, *[1] * (kernel.ndim - 1))).astype(np.float32), bias.astype(np.float32)


def save(
    path: Path,
    nodes: Sequence[onnx.NodeProto],
    weights: Sequence[onnx.TensorProto],
    shapes: Shapes,
    metadata: Mapping[str, str],
) -> None:
    """Write a graph of one input and one output, both float32."""
    (given, entering), (made, leaving) = shapes.items()
    graph = helper.make_graph(
        nodes,
        path.stem,
        [helper.make_tensor_value_info(given, TensorProto.FLOAT, entering)],
        [helper.make_tensor_value_info(made, TensorProto.FLOAT, leaving)],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model)
    onnx.save(model, path)


def print_hashes(folder: Path, *names: str) -> None:
    """Print the size and the hash of models, for the manifest."""
    for name in names:
        content = (folder / name).read_bytes()
        print(f"{name} {len(content)} bytes sha256 {hashlib.sha256(content).hexdigest()}")


def _array(values: object) -> Floats:
    if not hasattr(values, "detach"):
        raise TypeError("the network has a layer without weights")
    found: Floats = values.detach().numpy()
    return found
