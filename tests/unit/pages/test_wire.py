"""What the child says is understood, and what no honest child says is not."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.wire import HEAD, MAX_CHARS, Head, Kind, unpacked

SIZES = st.integers(0, 2**32 - 1)


@given(st.sampled_from(Kind), st.integers(0, 255), SIZES, SIZES, st.integers(0, MAX_CHARS))
def test_a_head_comes_back_as_it_went(kind: Kind, detail: int, width: int, height: int, chars: int):
    head = Head(kind, detail, width, height, chars)

    assert unpacked(head.packed()) == head


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"PAGE",
        b"EVIL" + bytes(HEAD.size - 4),
        HEAD.pack(b"PAGE", 9, 0, 1, 1, 0),
        HEAD.pack(b"PAGE", 1, 0, 1, 1, MAX_CHARS + 1),
    ],
    ids=["nothing", "torn", "another", "unknown kind", "endless text"],
)
def test_anything_else_is_an_error(said: bytes):
    with pytest.raises((ValueError, struct.error)):
        unpacked(said)
