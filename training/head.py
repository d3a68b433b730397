"""Gives a quantised recogniser a head that computes classes only where a step may be more than a blank.

Five of nine steps of a strip surely stand between characters, and the head, 18,710 classes wide, is a third of the
model. `training/blanks.py` tells those steps apart before the head is computed: they get the blank with that
probability, and no alternatives. What is left goes through one product with its bias inside, softmax and the best
classes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from intake.inference.ranking import CLASSES, PROBABILITIES
from intake.ocr.recognise import BLANK
from training.blanks import Floats


class Head:
    """The names around the last product of a quantised graph."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        makers = {name: node for node in graph.node for name in node.output}
        self.softmax = makers[graph.output[0].name]
        self.sum = makers[self.softmax.input[0]]
        self.product = makers[self.sum.input[0]]
        self.features, self.weights = (makers[name] for name in self.product.input)  # their DequantizeLinear
        self.bias = self.sum.input[1]

    @property
    def nodes(self) -> tuple[onnx.NodeProto, ...]:
        return self.product, self.sum, self.softmax


def watched(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return the model with the features that its head sees (n, t, 120) as its first output."""
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    features = Head(copy.graph).features.output[0]
    copy.graph.output.insert(0, helper.make_tensor_value_info(features, TensorProto.FLOAT, None))
    return copy


def sparse(model: onnx.ModelProto, weights: Floats, least: float, best: int) -> onnx.ModelProto:
    """Return the model with classes and probabilities (n, t, best) as its outputs, best first; see this module."""
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    graph = copy.graph
    head = Head(graph)
    width = len(weights) - 1
    quantised, scale, zero = head.features.input
    steps = _array(graph, head.weights.input[1]) * _array(graph, scale)  # what one of the product's integers is worth
    constants = {
        "blank_weights": weights[:width, None],
        "blank_bias": weights[width:],
        "blank_least": np.array(least, np.float32),
        "blank_only": np.eye(1, best, BLANK, dtype=np.float32),
        "head_bias": np.rint(_array(graph, head.bias) / steps).astype(np.int32),
        "head_steps": steps.astype(np.float32),
        "head_zeros": np.zeros(len(steps), np.int32),
        "head_best": np.array([best], np.int64),
        "head_first": np.zeros(1, np.int64),  # computed always, so that there is something to compute
        "flat": np.array([-1], np.int64),
        "by_features": np.array([-1, width], np.int64),
        "by_best": np.array([-1, best], np.int64),
        "by_one": np.array([-1, 1], np.int64),
    }
    graph.initializer.extend(numpy_helper.from_array(value, name) for name, value in constants.items())
    graph.initializer.remove(next(each for each in graph.initializer if each.name == head.bias))
    for node in head.nodes:
        graph.node.remove(node)
    graph.node.extend(
        [
            _node("MatMul", [head.features.output[0], "blank_weights"], "blank_product"),
            _node("Add", ["blank_product", "blank_bias"], "blank_score"),  # (n, t, 1)
            _node("LessOrEqual", ["blank_score", "blank_least"], "open"),
            _node("Reshape", ["open", "flat"], "open_steps"),
            _node("NonZero", ["open_steps"], "open_found"),  # (1, k)
            _node("Reshape", ["open_found", "flat"], "open_places"),
            _node("Concat", ["head_first", "open_places"], "places", axis=0),  # (k + 1,)
            _node("Reshape", [quantised, "by_features"], "rows"),
            _node("Gather", ["rows", "places"], "chosen", axis=0),
            _node("DequantizeLinear", ["chosen", scale, zero], "chosen_features"),
            _node("DequantizeLinear", ["head_bias", "head_steps", "head_zeros"], "offset", axis=0),
            _node("Gemm", ["chosen_features", head.weights.output[0], "offset"], "sums"),
            _node("Softmax", ["sums"], "odds", axis=-1),
            helper.make_node("TopK", ["odds", "head_best"], ["best_odds", "best_classes"], name="best"),
            _node("Sigmoid", ["blank_score"], "blank_odds"),
            _node("Mul", ["blank_odds", "blank_only"], "blanks"),  # (n, t, best)
            _node("Shape", ["blanks"], "whole"),
            _node("Reshape", ["blanks", "by_best"], "blank_rows"),
            _node("Shape", ["blank_rows"], "blank_rows_shape"),
            helper.make_node(
                "ConstantOfShape",
                ["blank_rows_shape"],
                ["blank_classes"],
                name="blank_classes",
                value=helper.make_tensor("value", TensorProto.INT64, [1], [BLANK]),
            ),
            _node("Reshape", ["places", "by_one"], "targets"),
            _node("ScatterND", ["blank_rows", "targets", "best_odds"], "all_odds"),
            _node("ScatterND", ["blank_classes", "targets", "best_classes"], "all_classes"),
            _node("Reshape", ["all_classes", "whole"], CLASSES),
            _node("Reshape", ["all_odds", "whole"], PROBABILITIES),
        ]
    )
    del graph.output[:]
    kinds = {CLASSES: TensorProto.INT64, PROBABILITIES: TensorProto.FLOAT}
    graph.output.extend(helper.make_tensor_value_info(name, kind, ("n", "t", best)) for name, kind in kinds.items())
    onnx.checker.check_model(copy)
    return copy


def _array(graph: onnx.GraphProto, name: str) -> NDArray[np.float32]:
    return np.asarray(numpy_helper.to_array(next(each for each in graph.initializer if each.name == name)), np.float32)


def _node(kind: str, inputs: Sequence[str], output: str, **attributes: int) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [output], name=output, **attributes)
