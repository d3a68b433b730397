"""Rewrites a model so that it can be quantised well: newer operators, folded constants, whole Gelus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import onnx
import onnxruntime
from onnx import helper, version_converter

OPSET = 20  # the first with Gelu; scales per channel came with 13


def prepared(source: Path, folder: Path) -> Path:
    """Write the same function as another graph into `folder`, and return where."""
    newer, folded, fused = (folder / f"{step}.onnx" for step in ("newer", "folded", "fused"))
    onnx.save(version_converter.convert_version(onnx.load(source), OPSET), newer)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(folded)
    onnxruntime.InferenceSession(str(newer), options, providers=["CPUExecutionProvider"])
    model = onnx.load(folded)
    fuse_gelus(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, fused)
    return fused


def fuse_gelus(graph: onnx.GraphProto) -> None:
    """Put one Gelu where x / sqrt(2), Erf, + 1, * x and * 0.5 stand: five passes over memory become one."""
    makers = {name: node for node in graph.node for name in node.output}
    users: dict[str, list[onnx.NodeProto]] = defaultdict(list)
    for node in graph.node:
        for name in node.input:
            users[name].append(node)
    fused: dict[str, onnx.NodeProto] = {}
    gone: set[str] = set()
    for erf in [node for node in graph.node if node.op_type == "Erf"]:
        source = makers[erf.input[0]].input[0]
        chain = [makers[erf.input[0]], erf, *_following(erf, users, 3)]
        halves = [makers[i] for node in chain for i in node.input if i in makers and makers[i].op_type == "Mul"]
        chain += [half for half in halves if source in half.input and half not in chain]
        last = chain[4]
        fused[last.output[0]] = helper.make_node("Gelu", [source], [last.output[0]], name=f"gelu_{last.output[0]}")
        gone |= {node.output[0] for node in chain}
    kept = list(_replaced(graph.node, fused, gone))
    del graph.node[:]
    graph.node.extend(kept)


def pooled_convolutions(graph: onnx.GraphProto) -> list[str]:
    """Name the convolutions that work on one value a channel: they cost nothing, and steer whole channels."""
    front: set[str] = set()
    found = []
    for node in graph.node:
        is_pool = node.op_type in ("GlobalAveragePool", "ReduceMean")
        if is_pool or (node.op_type in ("Conv", "Relu", "HardSigmoid", "Add") and node.input[0] in front):
            front |= set(node.output)
            found += [node.name] if node.op_type == "Conv" else []
    return found


def first_convolutions(graph: onnx.GraphProto) -> list[str]:
    """Name the convolutions that see the picture itself."""
    return [node.name for node in graph.node if node.op_type == "Conv" and node.input[0] == graph.input[0].name]


def products_of_activations(graph: onnx.GraphProto) -> list[str]:
    """Name the matrix products without weights: attention."""
    weights = {weight.name for weight in graph.initializer}
    return [node.name for node in graph.node if node.op_type == "MatMul" and node.input[1] not in weights]


def _following(node: onnx.NodeProto, users: dict[str, list[onnx.NodeProto]], count: int) -> Iterator[onnx.NodeProto]:
    for _ in range(count):
        (node,) = users[node.output[0]]
        yield node


def _replaced(
    nodes: Iterable[onnx.NodeProto], fused: dict[str, onnx.NodeProto], gone: set[str]
) -> Iterator[onnx.NodeProto]:
    for node in nodes:
        if node.output[0] in fused:
            yield fused[node.output[0]]
        elif node.output[0] not in gone:
            yield node
