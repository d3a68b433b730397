"""Telephone numbers that could be dialled."""

from __future__ import annotations

import pytest

from intake.domain.phone import normalise


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("13812345678", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("+86 138-1234-5678", "13812345678"),
        ("0571-87654321", "0571-87654321"),
        ("（010）87654321", "010-87654321"),
        ("0571-8765432转801", "0571-8765432"),
    ],
)
def test_numbers_are_read(raw: str, expected: str):
    assert normalise(raw) == expected


@pytest.mark.parametrize("raw", ["", "1381234567", "12812345678", "138123456789", "电话", "0571-123"])
def test_what_is_no_number(raw: str):
    assert normalise(raw) is None
