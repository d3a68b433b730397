"""What the child says is understood, and what no honest child says is not."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.wire import HEAD, MAX_CHARS, MAX_SOFTWARE, STEPS, Head, Kind, Page, unpacked

SIZES = st.integers(0, 2**32 - 1)


HEADS = st.builds(
    Head,
    st.sampled_from(Kind),
    st.integers(0, 255),
    SIZES,
    SIZES,
    st.integers(0, MAX_CHARS),
    st.integers(0, MAX_SOFTWARE),
)


@given(HEADS)
def test_a_head_comes_back_as_it_went(head: Head):
    assert unpacked(head.packed()) == head


def test_the_origin_of_a_page_stays_within_its_bounds():
    steps, software = Page(1, 1, iter(()), steps=range(1, 65), software="美图" * 500).origin

    assert STEPS.unpack(steps) == tuple(range(1, 65))
    assert len(software) == MAX_SOFTWARE


@pytest.mark.parametrize("steps", [(), (1, 2, 3)], ids=["none", "too few"])
def test_a_page_without_the_steps_of_a_jpeg_says_zeros(steps: tuple[int, ...]):
    assert Page(1, 1, iter(()), steps=steps).origin == (bytes(STEPS.size), b"")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"PAGE",
        b"EVIL" + bytes(HEAD.size - 4),
        HEAD.pack(b"PAGE", 9, 0, 1, 1, 0, 0),
        HEAD.pack(b"PAGE", 1, 0, 1, 1, MAX_CHARS + 1, 0),
        HEAD.pack(b"PAGE", 1, 0, 1, 1, 0, MAX_SOFTWARE + 1),
    ],
    ids=["nothing", "torn", "another", "unknown kind", "endless text", "endless name"],
)
def test_anything_else_is_an_error(said: bytes):
    with pytest.raises((ValueError, struct.error)):
        unpacked(said)
