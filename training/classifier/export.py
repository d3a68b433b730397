"""Writes what was learned as two models for the ONNX runtime, the settings of the classifier inside the first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
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
from training.export import Shapes, folded, save

OUTPUT = "labels"


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
    save(path, nodes, [stored], shapes, metadata)


def settings_of(path: Path) -> Settings:
    """Read the settings that a text model was written with."""
    return Settings.of({entry.key: entry.value for entry in onnx.load(path).metadata_props})


def write_looks(path: Path, network: Network, labels: Sequence[str]) -> None:
    """Write the network with its batch norms folded into the convolutions: (n, 3, SIDE, SIDE) to (n, labels)."""
    nodes: list[onnx.NodeProto] = []
    weights: list[onnx.TensorProto] = []
    last = "picture"
    for number, (convolution, norm) in enumerate(_convolutions(network)):
        kernel, bias = folded(convolution, norm)
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
    save(path, nodes, weights, shapes, {"labels": " ".join(labels)})


def _convolutions(network: Network) -> Iterator[tuple[nn.Conv2d, nn.BatchNorm2d]]:
    layers = list(network.layers)
    for convolution, norm in itertools.pairwise(layers):
        if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            yield convolution, norm


def _spelled(weights: Weights) -> str:
    return " ".join(f"{getattr(weights, field.name):.6f}" for field in fields(weights))
