"""Writes what was learned as two models for the ONNX runtime, the settings of the classifier inside the first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from intake.classifier.learned import Settings, Weights
from intake.classifier.ngrams import SIZE
from intake.pages.look import SIDE
from training.classifier.looks import Network

OPSET = 17
OUTPUT = "labels"
Shapes = Mapping[str, Sequence[str | int]]
"""Names and shapes of what goes in and comes out."""


def write_says(path: Path, weights: NDArray[np.float32], settings: Settings) -> None:
    """Write the linear text model: (lines, SIZE) float32 to (lines, labels); weights stored with 16 bits."""
    stored = numpy_helper.from_array(weights.astype(np.float16), "weights")
    nodes = [
        helper.make_node("Cast", ["weights"], ["wide"], to=TensorProto.FLOAT),
        helper.make_node("MatMul", ["lines", "wide"], [OUTPUT]),
    ]
    shapes: Shapes = {"lines": ["n", SIZE], OUTPUT: ["n", len(settings.labels)]}
    metadata = {
        "labels": " ".join(settings.labels),
        "seen": _spelled(settings.seen),
        "unseen": _spelled(settings.unseen),
        "mute": f"{settings.mute:.6f}",
        "sure": f"{settings.sure:.6f}",
    }
    _write(path, nodes, [stored], shapes, metadata)


def settings_of(path: Path) -> Settings:
    """Read the settings that a text model was written with."""
    return Settings.of({entry.key: entry.value for entry in onnx.load(path).metadata_props})


def write_looks(path: Path, network: Network, labels: Sequence[str]) -> None:
    """Write the network with its batch norms folded into the convolutions: (n, 3, SIDE, SIDE) to (n, labels)."""
    nodes: list[onnx.NodeProto] = []
    weights: list[onnx.TensorProto] = []
    last = "picture"
    for number, (convolution, norm) in enumerate(_convolutions(network)):
        kernel, bias = _folded(convolution, norm)
        weights += [numpy_helper.from_array(kernel, f"k{number}"), numpy_helper.from_array(bias, f"b{number}")]
        pads = [convolution.kernel_size[0] // 2] * 4
        settings = {"strides": list(convolution.stride), "pads": pads, "group": convolution.groups}
        nodes.append(helper.make_node("Conv", [last, f"k{number}", f"b{number}"], [f"c{number}"], **settings))
        nodes.append(helper.make_node("Relu", [f"c{number}"], [f"r{number}"]))
        last = f"r{number}"
    head = network.head
    weights += [
        numpy_helper.from_array(head.weight.detach().numpy(), "head"),
        numpy_helper.from_array(head.bias.detach().numpy(), "shift"),
    ]
    nodes += [
        helper.make_node("GlobalAveragePool", [last], ["mean"]),
        helper.make_node("GlobalMaxPool", [last], ["most"]),
        helper.make_node("Concat", ["mean", "most"], ["both"], axis=1),
        helper.make_node("Flatten", ["both"], ["flat"]),
        helper.make_node("Gemm", ["flat", "head", "shift"], [OUTPUT], transB=1),
    ]
    shapes: Shapes = {"picture": ["n", 3, SIDE, SIDE], OUTPUT: ["n", len(labels)]}
    _write(path, nodes, weights, shapes, {"labels": " ".join(labels)})


def _convolutions(network: Network) -> Iterator[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    layers = list(network.layers)
    for convolution, norm in itertools.pairwise(layers):
        if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            yield convolution, norm


def _folded(convolution: nn.Conv2d, norm: nn.BatchNorm2d) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return kernel and bias of one convolution that does what both did."""
    mean, variance = (_array(norm.running_mean), _array(norm.running_var))
    scale = _array(norm.weight) / np.sqrt(variance + norm.eps)
    kernel = _array(convolution.weight) * scale[:, None, None, None]
    return kernel.astype(np.float32), (_array(norm.bias) - mean * scale).astype(np.float32)


def _array(values: object) -> NDArray[np.float32]:
    if not hasattr(values, "detach"):
        raise TypeError("the network has a layer without weights")
    found: NDArray[np.float32] = values.detach().numpy()
    return found


def _spelled(weights: Weights) -> str:
    return " ".join(f"{getattr(weights, field.name):.6f}" for field in fields(weights))


def _write(
    path: Path,
    nodes: Sequence[onnx.NodeProto],
    weights: Sequence[onnx.TensorProto],
    shapes: Shapes,
    metadata: Mapping[str, str],
) -> None:
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
