"""统一社会信用代码: both checks, and the letters that readers put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.uscc import find, parse


@pytest.mark.parametrize(
    ("code", "outer", "inner"),
    [
        ("91350100M000100Y43", True, True),
        ("11320000MB151840XJ", True, True),
        ("9131000063159284XQ", True, True),
        ("91350100M000100Y4Z", False, True),
        ("91350211M0000XUF46", False, True),
        ("91350100M0001TGQXM", False, True),
        ("91350100M000100Y44", False, True),
        ("91350100M000101Y43", False, False),
    ],
)
def test_codes_pass_both_checks_one_or_none(code: str, *, outer: bool, inner: bool):
    read = parse(code)

    assert read is not None
    assert (read.checks, read.inner_checks) == (outer, inner)


def test_parts_of_a_code():
    read = parse("91350100 M000100Y 43")

    assert read is not None
    assert (read.text, read.region, read.organisation) == ("91350100M000100Y43", "350100", "M000100Y4")


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("9I35O1OOMOOO1OOY43", "91350100M000100Y43"),
        ("91350100M000100Y43", None),
        ("91350100M000100Y4Z", None),
        ("9I350100M000101Y43", None),
    ],
)
def test_letters_that_no_code_has_are_mended_only_where_the_result_passes(raw: str, mended: str | None):
    read = parse(raw)

    assert read is not None
    assert read.mended == mended


@pytest.mark.parametrize("raw", ["", "91350100M000100Y4", "91350100M000100Y433", "统一社会信用代码"])
def test_what_is_no_code(raw: str):
    assert parse(raw) is None


def test_codes_are_found_in_running_text():
    text = "信用代码：91350100M000100Y43，错9135O100M000100Y44，号110105194912310021，码911100006000373422，"

    found = find(text)

    assert [f.value.text for f in found] == ["91350100M000100Y43", "9135O100M000100Y44"]


def test_bare_digits_that_pass_are_found():
    code = next(f"911100006000373{n:03}" for n in range(1000) if (c := parse(f"911100006000373{n:03}")) and c.checks)

    assert [f.value.text for f in find(code)] == [code]


@given(st.from_regex("[0-9A-Z]{18}", fullmatch=True))
def test_any_eighteen_characters_are_read_without_a_crash(raw: str):
    read = parse(raw)

    assert read is not None
    assert read.checks in {True, False}
    assert read.inner_checks in {True, False}
    assert read.mended is None or not read.checks
