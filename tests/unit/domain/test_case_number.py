"""案号: read, found in text, refused, and compared with the name of a court."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.case_number import PROVINCES, CaseNumber, court_code, find, normalise, province_of

CODES = [
    "粤07",
    "粤0703",
    "粤0704",
    "粤0705",
    "粤0781",
    "粤0783",
    "粤0784",
    "粤0785",
    "沪0115",
    "京04",
    "京0107",
    "京0491",
]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("（2023）浙0106执1234号", id="canonical"),
        pytest.param("(2023)浙0106执1234号", id="half-width"),
        pytest.param("〔2023〕浙0106执1234号", id="tortoise-shell"),
        pytest.param("[2023]浙0106执1234号", id="square"),
        pytest.param(" （ 2023 ） 浙 0106 执 1234 号 ", id="blanks"),
        pytest.param("（２０２３）浙０１０６执１２３４号", id="full-width-digits"),
        pytest.param("（2023）浙O1O6执l234号", id="letters-for-digits"),
        pytest.param("（2023）浙0106执1234|号", id="stroke-before-the-end"),
        pytest.param("C2023）浙0106执1234号", id="C-for-a-bracket"),
        pytest.param("12023）浙0106执1234号", id="1-for-the-opening-bracket"),
        pytest.param("（20231浙0106执1234号", id="1-for-the-closing-bracket"),
        pytest.param("（2023浙0106执1234号", id="closing-bracket-lost"),
        pytest.param("2023）浙0106执1234号", id="opening-bracket-lost"),
        pytest.param("2023浙0106执1234号", id="both-brackets-lost"),
        pytest.param("（2023）\u202e浙0106\u200b执1234号", id="invisible-marks"),
    ],
)
def test_many_ways_to_write_one_number(raw: str):
    assert normalise(raw) == CaseNumber(2023, "浙0106", "执", "1234")


@pytest.mark.parametrize("code", CODES)
def test_verified_court_codes_are_read(code: str):
    assert court_code(f"（2023）{code}执恢12号") == code


@pytest.mark.parametrize(
    ("raw", "code", "kind", "suffix"),
    [
        ("（2023）最高法执监12号", "最高法", "执监", ""),
        ("（2023）军0201执12号", "军0201", "执", ""),
        ("（2023）军执12号", "军", "执", ""),
        ("（2023）兵0101民初12号", "兵0101", "民初", ""),
        ("（2023）浙执复12号", "浙", "执复", ""),
        ("（2023）浙01民终12号之二", "浙01", "民终", "之二"),
        ("（2024）沪0115刑更备12号之十二", "沪0115", "刑更备", "之十二"),
    ],
)
def test_kinds_of_courts_and_cases(raw: str, code: str, kind: str, suffix: str):
    number = normalise(raw)

    assert number is not None
    assert (number.court_code, number.kind, number.number, number.suffix) == (code, kind, "12", suffix)
    assert number.text == raw


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "执行裁定书",
        "（2023）浙0106执0123号",
        "（2023）浙0106执号",
        "（2023）浙0106执123",
        "（2023）奥0703执12号",
        "（2023）泸0115执12号",
        "（223）浙0106执1号",
        "（2023）浙010执1号",
        "（2023）浙01061号",
        "C2023J浙0106执1号",
        "32023）浙0106执1号",
        "（2015）杭下执民字第02741号",
        "（2023）浙0106执行裁定书1号",
        "' OR 1=1 --",
    ],
)
def test_what_is_no_case_number(raw: str):
    assert normalise(raw) is None
    assert court_code(raw) is None


@pytest.mark.parametrize(
    "raw", ["(2015)杭下执民字第2741号", "（2009）粤高法民一终字第12-1号", "(2015)杭下执民字第2741号之一"]
)
def test_numbers_from_before_2016_are_legacy(raw: str):
    number = normalise(raw)

    assert number is not None
    assert number.legacy
    assert number.text == raw.replace("(", "（").replace(")", "）")
    assert court_code(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("（2023）浙0106执1号", True),
        ("（2023）浙0106执恢1号", True),
        ("（2023）浙0106民初1号", False),
        ("(2015)杭下执民字第2741号", True),
        ("(2015)杭下民初字第2741号", False),
    ],
)
def test_enforcement_is_told_by_the_kind(raw: str, *, expected: bool):
    number = normalise(raw)

    assert number is not None
    assert number.is_enforcement is expected


def test_numbers_are_found_where_they_stand():
    text = "依据（2023）浙0106民初\n4321号判决、(2015)杭下执民字第2741号裁定，案号： 〔2022〕粤0703执恢12号之二。"

    found = find(text)

    assert [f.value.text for f in found] == [
        "（2023）浙0106民初4321号",
        "（2015）杭下执民字第2741号",
        "（2022）粤0703执恢12号之二",
    ]
    assert [text[f.start] + text[f.end - 1] for f in found] == ["（号", "(号", "〔二"]


@given(
    st.integers(2016, 2099),
    st.sampled_from([*CODES, "最高法", "军", "浙"]),
    st.sampled_from(["执", "执恢", "民初", "执保"]),
    st.integers(1, 99_999_999),
    st.sampled_from(["", "之一", "之十二"]),
)
def test_what_is_written_is_read_again(year: int, code: str, kind: str, number: int, suffix: str):
    written = CaseNumber(year, code, kind, str(number), suffix)

    assert normalise(written.text) == written
    assert [f.value for f in find(f"案号{written.text}，")] == [written]


@given(st.text(alphabet="（(2023)）浙沪0106执恢字第号之一1Cl ", max_size=24))
def test_whatever_is_read_has_a_stable_form(raw: str):
    number = normalise(raw)

    assert number is None or normalise(number.text) == number


@pytest.mark.parametrize(("short", "name"), PROVINCES.items())
def test_every_province_has_a_name(short: str, name: str):
    assert province_of(f"{short}0106") == name


def test_courts_of_no_province():
    assert province_of("最高法") is None


def test_a_province_in_its_traditional_form_is_the_same_province():
    (found,) = find("（2020）貴0102执6835号")

    assert found.value.text == "（2020）贵0102执6835号"
