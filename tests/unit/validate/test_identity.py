"""Resident numbers and credit codes: misread ones go to a person, contradictions are barred."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import judged

from intake.domain.document import Party
from intake.validate.identity import (
    birth_date_plausible,
    valid_credit_code,
    valid_parties,
    valid_party_number,
    valid_resident_number,
)

GOOD = "11010519491231002X"
NUMBER = valid_resident_number("id_number", birth="birth_date", sex="sex")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(GOOD, [], id="good"),
        pytest.param(None, [], id="not-read"),
        pytest.param("1101051949123100", [("id_number_length", "review", "id_number")], id="digits-lost"),
        pytest.param("' OR 1=1 --", [("id_number_length", "review", "id_number")], id="injection-is-text"),
        pytest.param("110105194912310021", [("id_number_check_digit", "review", "id_number")], id="check-digit"),
        pytest.param("110105491231002", [("id_number_legacy", "review", "id_number")], id="legacy"),
        pytest.param("34052419800101001X", [("id_number_region", "info", "id_number")], id="unknown-region-only-tells"),
    ],
)
def test_a_number_by_itself(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(NUMBER, id_number=number) == expected


def test_a_document_without_the_number_is_not_judged():
    assert judged(NUMBER) == []


@pytest.mark.parametrize(
    ("number", "birth", "sex", "expected"),
    [
        pytest.param(GOOD, "1949-12-31", "女", [], id="agrees"),
        pytest.param(GOOD, None, None, [], id="card-not-read"),
        pytest.param(GOOD, "1949-12-30", "女", [("birth_date_differs", "block", "id_number")], id="birth"),
        pytest.param(GOOD, "1949-12-31", "男", [("sex_differs", "block", "id_number")], id="sex"),
        pytest.param(
            "110105194912310021", "1950-01-01", "男", [("id_number_check_digit", "review", "id_number")], id="misread"
        ),
        pytest.param("110105491231002", "1949-12-31", "女", [("id_number_legacy", "review", "id_number")], id="legacy"),
    ],
)
def test_a_number_beside_the_face_of_the_card(
    number: str, birth: str | None, sex: str | None, expected: list[tuple[str, str, str]]
):
    assert judged(NUMBER, id_number=number, birth_date=birth, sex=sex) == expected


@pytest.mark.parametrize(
    ("value", "paper", "barred"),
    [
        pytest.param("440524188001010014", None, True, id="before-1900"),
        pytest.param(GOOD, None, False, id="plausible"),
        pytest.param(GOOD, "2024-03-01", False, id="before-the-paper"),
        pytest.param(GOOD, "1949-12-30", True, id="after-the-paper"),
        pytest.param("440524188001010015", None, False, id="misread-is-not-judged"),
        pytest.param("110105194902310026", None, True, id="31-february-passes-the-check-digit"),
        pytest.param("1880-01-01", None, True, id="date-before-1900"),
        pytest.param("1980-01-01", None, False, id="date"),
        pytest.param("1101051949123100", None, False, id="no-number-and-no-date"),
        pytest.param(None, None, False, id="not-read"),
    ],
)
def test_a_birthday_that_cannot_be_is_barred(value: str | None, paper: str | None, *, barred: bool):
    rule = birth_date_plausible("id_number", by="confirmed_on")

    expected = [("birth_date_impossible", "block", "id_number")] if barred else []
    assert judged(rule, id_number=value, confirmed_on=paper) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("91350100M000100Y43", []),
        ("11320000MB151840XJ", []),
        ("9131000063159284XQ", []),
        (None, []),
        ("91350100M000100Y4Z", [("credit_code_check", "review", "uscc")]),
        ("91350211M0000XUF46", [("credit_code_check", "review", "uscc")]),
        ("91350100M0001TGQXM", [("credit_code_check", "review", "uscc")]),
        ("9I350100M000100Y43", [("credit_code_letters", "review", "uscc")]),
        ("91350100M000100Y4", [("credit_code_length", "review", "uscc")]),
    ],
)
def test_credit_codes(code: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_credit_code("uscc"), uscc=code) == expected


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        (GOOD, []),
        ("91350100M000100Y43", []),
        (None, []),
        ("110105194912310021", ["id_number_check_digit"]),
        ("91350100M000100Y44", ["credit_code_check"]),
        pytest.param("911197251027346460", [], id="a code of digits that passes by both check digits"),
        pytest.param("621226062924344890", ["id_number_check_digit"], id="a card less a figure that passes by one"),
    ],
)
def test_a_party_has_one_number_or_the_other(number: str | None, codes: list[str]):
    assert [code for code, _, _ in judged(valid_party_number("id_number"), id_number=number)] == codes


def test_every_party_is_judged():
    parties = (
        Party("张三", id_number=GOOD),
        Party("李四", id_number="110105194912310021"),
        Party("某公司", uscc="91350100M000100Y44"),
        Party("某某"),
    )

    assert judged(valid_parties("applicants"), applicants=parties) == [
        ("id_number_check_digit", "review", "applicants"),
        ("credit_code_check", "review", "applicants"),
    ]


@pytest.mark.parametrize("value", [None, "张三", ("张三",)], ids=["not-read", "text", "names-only"])
def test_what_is_no_list_of_parties_is_not_judged(value: str | tuple[str, ...] | None):
    assert judged(valid_parties("applicants"), applicants=value) == []


@given(st.text())
def test_no_text_makes_a_rule_crash(text: str):
    judged(NUMBER, id_number=text, birth_date=text, sex=text)
    judged(birth_date_plausible("id_number", by="day"), id_number=text, day=text)
    judged(valid_party_number("id_number"), id_number=text)
