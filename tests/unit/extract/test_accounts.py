"""Account numbers on forms are read whole or not at all."""

from __future__ import annotations

import pytest
from builders import line

from intake.extract.accounts import account_number, passing_card_number
from intake.extract.running import joined, of_line

CARD = "6222021234567890128"


def _values(parse, *lines):
    return [reading.value for reading in parse(joined(of_line(item, 1) for item in lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6222 0212 3456 7890 128", [CARD]),
        ("6222-0212-3456", ["622202123456"]),
        ("（借记卡）6222 0212 3456（工商银行）", ["622202123456"]),
        ("6222 O212 3456 7890 128", []),
        ("S222 0212 3456 7890 128", []),
        ("6222 0212 3456 7890 12B", []),
        ("6222 0212 3456 7890 12了", []),
        ("6222021234567890128/1202021109900012345", []),
        ("6222", []),
        ("见附件", []),
    ],
)
def test_a_number_is_all_that_is_written(text, expected):
    assert _values(account_number, line(text)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("6222 0212 3456"), line("7890 128", 700)], [CARD]),
        ([line("6222 0212 3456"), line("7890 128", 100, 145)], [CARD]),
        ([line(CARD), line("2026", 100, 145)], [CARD]),
        ([line("1202 0211"), line("0990 0012", 250)], ["1202021109900012"]),
        ([line("1202 0211"), line("0990 0012", 700)], ["1202021109900012", "12020211"]),
        ([line("1202 0211"), line("0990 0012", 100, 145)], ["1202021109900012", "12020211"]),
    ],
    ids=["card, gap", "card, two rows", "card, other digits", "pieces", "account, gap", "account, two rows"],
)
def test_a_number_in_two_parts_is_doubted_unless_it_is_a_card(lines, expected):
    assert _values(account_number, *lines) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (CARD, [CARD]),
        ("110105194912310564", []),
        ("1234567890123452", []),
        ("622202123456789012", []),
        ("6222021234567890123", []),
    ],
    ids=["card", "number of a person that passes Luhn", "unknown issuer", "digit lost", "check digit"],
)
def test_only_a_known_card_needs_no_label(number, expected):
    assert _values(passing_card_number, line(number)) == expected
