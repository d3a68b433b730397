"""A text and arrays as one run of bytes, and what is not one."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from intake.domain.errors import UnknownCoding
from intake.store.pack import pack, unpack

dtypes = st.sampled_from([np.float64, np.float32, np.float16, np.uint16, np.int32])
shapes = arrays.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=5)


@given(st.binary(), st.lists(arrays.arrays(dtypes, shapes), max_size=4))
def test_text_and_arrays_come_back(text, given_arrays):
    back, unpacked = unpack(7, pack(7, text, given_arrays))

    assert back == text
    assert [(a.dtype, a.shape[-b.ndim :], a.tobytes()) for a, b in zip(unpacked, given_arrays, strict=True)] == [
        (b.dtype, b.shape, b.tobytes()) for b in given_arrays
    ]


BODIES = {
    "nothing": b"",
    "text that is not there": struct.pack("<II", 5, 0) + b"abc",
    "an array that is not there": struct.pack("<II", 0, 1) + struct.pack("<B3I", 0, 1, 1, 9),
    "a kind that is none": struct.pack("<II", 0, 1) + struct.pack("<B3I", 99, 0, 0, 0),
    "more than was said": struct.pack("<II", 0, 0) + b"x",
    "more arrays than there is room": struct.pack("<II", 0, 1_000_000),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_run_that_does_not_hold_what_it_says_is_unknown(body):
    with pytest.raises(UnknownCoding):
        unpack(1, b"\x01" + zlib.compress(body))


def test_a_run_that_would_fill_the_memory_is_unknown():
    stream = zlib.compressobj(9)
    bomb = b"".join([*(stream.compress(bytes(1 << 20)) for _ in range(65)), stream.flush()])

    with pytest.raises(UnknownCoding):
        unpack(1, b"\x01" + bomb)
