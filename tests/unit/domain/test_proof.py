"""A number that passes, where only one kind of paper prints it, proves that kind; elsewhere it proves nothing."""

from __future__ import annotations

import pytest

from intake.domain.proof import has_a_card_number, has_a_person_number

CARD = "6222021234567890128"
PERSON = "11010519491231002X"


@pytest.mark.parametrize(
    ("line", "is_proof"),
    [
        (CARD, True),
        (f"卡号:{CARD}", True),
        (f"{CARD}有效期至08/27", True),
        (f"账号:{CARD}", False),
        (f"请汇入{CARD}", False),
        (CARD[:-1] + "3", False),
        (CARD[:-1], False),
        ("1234567890123452", False),
        ("", False),
    ],
    ids=[
        "alone",
        "after its label",
        "before its end",
        "an account",
        "mentioned",
        "misread",
        "cut",
        "of nobody",
        "none",
    ],
)
def test_the_number_of_a_card(line: str, *, is_proof: bool):
    assert has_a_card_number(f"中国工商银行\n{line}\n银联") is is_proof


def test_a_number_that_was_sent_by_chat_is_no_card():
    assert not has_a_card_number(f"账号发我一下\n{CARD}\n好的收到")


@pytest.mark.parametrize(
    ("lines", "is_proof"),
    [
        (("1949年12月31日", PERSON), True),
        (("出生1949年12月", f"公民自份号间{PERSON}"), True),
        (("1949年", "12月31日", PERSON), True),
        (("1949", "年12", "月31日", PERSON), True),
        (("12月31日", PERSON), True),
        (("1949年2月3日", PERSON), False),
        (("2月31日", PERSON), False),
        (("张三,男,1949年12月31日出生", PERSON), False),
        (("张三,1949年12月31日生", PERSON), False),
        (("1949年12月31日", "810000194912310028"), False),
        (("1949-12-31", PERSON), False),
        (("1949年11月31日", PERSON), False),
        (("1949年12月31日", PERSON[:-1] + "1"), False),
        (("1949年12月31日", f"张三,身份证号码{PERSON},住北京"), False),
        (("1949年12月31日",), False),
    ],
    ids=[
        "a card",
        "its labels misread",
        "in two lines",
        "in three lines",
        "the year not read",
        "another month",
        "another end of the month",
        "told in running text",
        "told shortly",
        "a permit of Hong Kong",
        "a licence",
        "another day",
        "misread",
        "mentioned",
        "no number",
    ],
)
def test_the_number_of_a_person(lines: tuple[str, ...], *, is_proof: bool):
    assert has_a_person_number("\n".join(lines)) is is_proof
