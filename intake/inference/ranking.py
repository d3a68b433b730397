"""Adds a TopK node behind a model's softmax, so that only the best classes leave the graph.

A recogniser's output is 18,710 floats a time step: fetching and sorting that in numpy costs a good part of the whole
reading. A protobuf message may be extended by appending bytes (a field `graph` that occurs twice is merged), so the
node needs no ONNX library: field numbers are those of onnx.proto3.
"""

from __future__ import annotations

CLASSES = "intake_classes"
PROBABILITIES = "intake_probabilities"
_COUNT = "intake_count"
_FLOAT, _INT64 = 1, 7  # TensorProto.DataType


def ranked(model: bytes, output: str, count: int) -> bytes:
    """Return the model with two more outputs: the `count` best of the last axis of `output`, best first."""
    node = _text(1, output) + _text(1, _COUNT) + _text(2, PROBABILITIES) + _text(2, CLASSES) + _text(4, "TopK")
    constant = _number(1, 1) + _number(2, _INT64) + _field(9, count.to_bytes(8, "little")) + _text(8, _COUNT)
    outputs = _output(PROBABILITIES, _FLOAT) + _output(CLASSES, _INT64)
    graph = _field(1, node) + _field(5, constant) + outputs
    return model + _field(7, graph)


def _output(name: str, kind: int) -> bytes:
    tensor_type = _number(1, kind)
    return _field(12, _text(1, name) + _field(2, _field(1, tensor_type)))


def _text(number: int, value: str) -> bytes:
    return _field(number, value.encode())


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(parts) + bytes([value])
