"""The bytes appended to a model: valid protobuf, with the fields of onnx.proto3."""

from hypothesis import given
from hypothesis import strategies as st

from intake.inference.ranking import CLASSES, PROBABILITIES, ranked


def fields(message):
    """Parse the top level of a protobuf message of varints and byte strings."""
    found, at = [], 0

    def varint():
        nonlocal at
        value, shift = 0, 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(message):
        key = varint()
        if key & 7 == 0:
            found.append((key >> 3, varint()))
        else:
            length = varint()
            found.append((key >> 3, message[at : at + length]))
            at += length
    return found


@given(st.text(st.characters(codec="ascii"), min_size=1, max_size=300), st.integers(min_value=1, max_value=200))
def test_a_node_and_two_outputs_join_the_graph(output, count):
    ((number, graph),) = fields(ranked(b"", output, count))

    parts = fields(graph)
    node = dict(fields(parts[0][1]))
    names = [dict(fields(value))[1].decode() for number, value in parts if number == 12]
    assert number == 7
    assert node[4] == b"TopK"
    assert names == [PROBABILITIES, CLASSES]
    assert (9, count.to_bytes(8, "little")) in fields(parts[1][1])
    assert fields(parts[0][1])[0] == (1, output.encode())


def test_the_model_itself_is_not_touched():
    assert ranked(b"\x08\x07", "y", 5).startswith(b"\x08\x07")
