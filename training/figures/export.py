"""Writes the network that reads figures for the ONNX runtime: batch norms inside the convolutions, 16 bits a weight."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from intake.ocr.figures import CLASSES, HEIGHT
from training.export import Floats, Shapes, folded, save
from training.figures.network import Network

OUTPUT = "figures"


class Writer:
    """Collects the nodes of a graph from its input on; `last` names what was computed last."""

    def __init__(self, start: str) -> None:
        self.last = start
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, kind: str, *inputs: str, **settings: object) -> str:
        """Add a node that takes `last` and further inputs."""
        name = f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, [self.last, *inputs], [name], name=name, **settings))
        self.last = name
        return name

    def weight(self, values: Floats) -> str:
        """Add a weight that is stored with 16 bits and computed with 32."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(values.astype(np.float16), name))
        self.nodes.append(helper.make_node("Cast", [name], [f"{name}_wide"], to=TensorProto.FLOAT))
        return f"{name}_wide"

    def constant(self, values: Sequence[int]) -> str:
        name = f"c{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    def convolution(self, layer: nn.Module, norm: nn.Module | None) -> None:
        """Add a convolution of one or two dimensions with the norm behind it."""
        kernel, shift = folded(layer, norm)
        settings = {
            "strides": list(layer.stride),
            "dilations": list(layer.dilation),
            "pads": [*layer.padding, *layer.padding],
        }
        self.add("Conv", self.weight(kernel), self.weight(shift), **settings)


def write(path: Path, network: Network) -> None:
    """Write (n, 1, HEIGHT, w) float32 in -1..1 to probabilities (n, w / 4, CLASSES)."""
    writer = Writer("strips")
    eyes = list(network.eyes)
    for layer, norm in zip(eyes[::3], eyes[1::3], strict=True):
        writer.convolution(layer, norm)
        writer.add("Relu")
    writer.add("Reshape", writer.constant([0, network.flat[0].in_channels, -1]))
    writer.convolution(network.flat[0], network.flat[1])
    writer.add("Relu")
    for along in network.along:
        before = writer.last
        writer.convolution(along.step, along.norm)
        writer.add("Relu")
        writer.add("Add", before)
    writer.convolution(network.head, None)
    writer.add("Transpose", perm=[0, 2, 1])
    writer.nodes.append(helper.make_node("Softmax", [writer.last], [OUTPUT], axis=-1))
    shapes: Shapes = {"strips": ["n", 1, HEIGHT, "w"], OUTPUT: ["n", "steps", CLASSES]}
    save(path, writer.nodes, writer.weights, shapes, {})
