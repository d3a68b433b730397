"""Circles in a PDF are seen, and what only looks like one is not."""

from __future__ import annotations

import io
from collections.abc import Callable

import hostile
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.loops import loops, pages

CIRCLES = [
    hostile.pdf_with_circular_kids,
    hostile.pdf_with_circular_kids_far_down,
    hostile.pdf_with_circular_tables,
    hostile.pdf_with_circular_forms,
    hostile.pdf_with_packed_circle,
    hostile.pdf_with_circular_pattern,
]


@pytest.mark.parametrize("make", CIRCLES)
def test_a_circle_is_seen(make: Callable[[], bytes]):
    assert loops(make())


@pytest.mark.parametrize("make", [hostile.pdf_that_laughs, hostile.locked_pdf, hostile.huge_pdf_page])
def test_what_is_only_hostile_is_no_circle(make: Callable[[], bytes]):
    assert not loops(make())


def test_a_form_used_twice_is_no_circle():
    form = b" /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 6 0 R /B 6 0 R >> >>"
    leaf = b" /Type /XObject /Subtype /Form /BBox [0 0 9 9]"
    content = hostile.pdf(
        {
            1: hostile.CATALOGUE,
            2: hostile.ONE_PAGE,
            3: hostile.PAGE,
            5: hostile.stream(b"/A Do /B Do", form),
            6: hostile.stream(b"", leaf),
        }
    )

    assert not loops(content)


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode))
def test_an_honest_file_saved_twice_is_no_circle(mode: pikepdf.ObjectStreamMode):
    document, stream = pikepdf.new(), io.BytesIO()
    for _ in range(5):
        document.add_blank_page()
    document.save(stream, object_stream_mode=mode)

    assert not loops(stream.getvalue())


def test_a_later_version_of_an_object_counts():
    content = hostile.pdf_with_circular_kids()
    mended = content + b"2 0 obj\n" + hostile.ONE_PAGE + b"\nendobj\n"

    assert not loops(mended)


def test_a_tree_as_deep_as_the_file_is_followed_to_its_end():
    depth = 5000
    middle = {n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(2, depth)}

    assert not loops(hostile.pdf({1: hostile.CATALOGUE} | middle | {depth: hostile.PAGE}))


@pytest.mark.parametrize("counted", [1, 2, 3, 9])
def test_pages_are_counted_by_what_hangs_on_the_tree(counted: int):
    assert pages(hostile.pdf_that_counts(counted)) == 3


def test_pages_of_branches_are_counted_once():
    branch = b"<< /Type /Pages /Parent 2 0 R /Kids [4 0 R 5 0 R 7 0 R] /Count 2 >>"
    tree = {2: b"<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 3 >>", 6: branch}

    assert pages(hostile.pdf({1: hostile.CATALOGUE, **dict.fromkeys((3, 4, 5), hostile.PAGE), **tree})) == 3


def test_pages_that_somebody_took_out_later_do_not_count():
    fewer = b"2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n"

    assert pages(hostile.pdf_that_counts(3) + fewer) == 1


def test_an_older_tree_that_a_new_catalogue_left_does_not_count():
    tree = b"8 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 >>\nendobj\n"
    newer = tree + b"9 0 obj\n<< /Type /Catalog /Pages 8 0 R >>\nendobj\n"

    assert pages(hostile.pdf_that_counts(3) + newer) == 1


@given(st.binary(max_size=300))
def test_any_bytes_end(content: bytes):
    assert loops(b"%PDF-1.7 1 0 obj " + content) in {True, False}
