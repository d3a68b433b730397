"""The chain of pages of a TIFF is followed to its end, or to where it breaks."""

from __future__ import annotations

import struct

import hostile
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.tiff import chain

ENTRY = "<HHII"


def directory(after: int, *, subfile: int = 0) -> bytes:
    fields = [(254, 4, 1, subfile), (256, 4, 1, 8), (257, 4, 1, 8)]
    return struct.pack("<H", len(fields)) + b"".join(struct.pack(ENTRY, *f) for f in fields) + struct.pack("<I", after)


SIZE = len(directory(0))


def file(*subfiles: int) -> bytes:
    """Build a TIFF of directories alone."""
    last = len(subfiles) - 1
    body = b"".join(directory(8 + SIZE * (n + 1) if n < last else 0, subfile=s) for n, s in enumerate(subfiles))
    return b"II*\0" + struct.pack("<I", 8) + body


def test_pages_are_counted():
    assert chain(hostile.tiff(3), 200) == ((0, 1, 2), True)


def test_both_orders_of_bytes_and_large_files_are_followed():
    picture = hostile.Image.new("L", (8, 8))

    assert chain(hostile.saved(picture, "TIFF", big_tiff=True), 200) == ((0,), True)
    assert chain(b"MM\0*\0\0\0\x08\0\2" + struct.pack(">HHIIHHII", 256, 4, 1, 8, 257, 4, 1, 8) + bytes(4), 9) == (
        (0,),
        True,
    )


def test_small_copies_of_a_page_are_no_pages():
    assert chain(file(0, 1, 0), 200) == ((0, 2), True)


def test_a_first_page_that_calls_itself_a_copy_is_one_all_the_same():
    assert chain(file(1), 200) == ((0,), True)


def test_counting_stops_one_page_above_the_limit():
    assert len(chain(file(*[0] * 50), 10).frames) == 11


def test_a_circle_is_broken_after_its_pages():
    assert chain(hostile.tiff_that_loops(), 200) == ((0,), False)


def test_a_page_beyond_the_end_is_broken_after_the_pages_before():
    assert chain(hostile.tiff_with_broken_second_page(), 200) == ((0,), False)


def test_a_directory_that_cannot_be_is_no_page():
    assert chain(hostile.tiff_with_endless_directory(), 200) == ((), False)


@given(st.binary(max_size=200))
def test_any_bytes_end(content: bytes):
    assert len(chain(b"II*\0" + content, 5).frames) <= 6
