"""公民身份号码: what a number says, and that nothing in it makes us crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.resident import birth_date, find, parse, sex


@pytest.mark.parametrize(
    ("number", "born", "told"),
    [
        ("11010519491231002X", date(1949, 12, 31), "女"),
        ("440524188001010014", date(1880, 1, 1), "男"),
        ("34052419800101001X", date(1980, 1, 1), "男"),
    ],
)
def test_good_numbers_tell_birth_and_sex(number: str, born: date, told: str):
    read = parse(number)

    assert read is not None
    assert read.checks
    assert (read.birth_date, read.sex, read.full) == (born, told, number)
    assert (birth_date(number), sex(number)) == (born, told)


@pytest.mark.parametrize(
    "raw",
    ["11010519491231002x", " 110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ", "110105-19491231-002×"],
)
def test_one_number_written_in_many_ways(raw: str):
    read = parse(raw)

    assert read is not None
    assert read.text == "11010519491231002X"


@pytest.mark.parametrize(
    "raw", ["", "1101051949123100", "1101051949123100X2", "11010519491231002XX", "A1010519491231002X"]
)
def test_what_is_no_number(raw: str):
    assert parse(raw) is None
    assert birth_date(raw) is None
    assert sex(raw) is None


def test_a_wrong_check_digit_does_not_pass():
    read = parse("110105194912310021")

    assert read is not None
    assert not read.checks


def test_a_day_that_the_calendar_does_not_have():
    read = parse("110105194902310026")

    assert read is not None
    assert read.birth_date is None


def test_a_legacy_number_is_shown_in_its_new_form():
    read = parse("110105491231002")

    assert read is not None
    assert read.is_legacy
    assert (read.full, read.birth_date, read.sex) == ("11010519491231002X", date(1949, 12, 31), "女")
    assert read.checks


@pytest.mark.parametrize(
    ("number", "known"), [("11010519491231002X", True), ("34052419800101001X", False), ("999999", False)]
)
def test_a_region_may_be_unknown(number: str, *, known: bool):
    read = parse(number.ljust(18, "0"))

    assert read is not None
    assert read.region == number[:6]
    assert read.region_is_known is known


def test_numbers_are_found_in_running_text():
    text = "张三，身份证号 110105 19491231\n002X；李四110105491231002，卡号6222021234567890128，单号110105991331002"

    found = find(text)

    assert [f.value.text for f in found] == ["11010519491231002X", "110105491231002"]
    assert text[found[0].start : found[0].end] == "110105 19491231\n002X"


@given(st.from_regex(r"[0-9]{17}[0-9X]|[0-9]{15}", fullmatch=True))
def test_any_digits_are_read_without_a_crash(number: str):
    read = parse(number)

    assert read is not None
    assert len(read.full) == 18
    assert read.sex in {"男", "女"}
    assert read.birth_date is None or f"{read.birth_date:%m%d}" == read.full[10:14]


@given(st.from_regex(r"[1-6][0-9]{16}", fullmatch=True), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body: str, at: int, by: int):
    checks = [d for d in "0123456789X" if (n := parse(body + d)) and n.checks]
    wrong = body[:at] + str((int(body[at]) + by) % 10) + body[at + 1 :]

    read = parse(wrong + checks[0])

    assert len(checks) == 1
    assert read is not None
    assert not read.checks
