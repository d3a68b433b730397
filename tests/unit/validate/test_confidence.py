"""Doubtful readings go to a person."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judged import field

from intake.domain.document import Field, FieldState
from intake.validate.confidence import confident
from intake.validate.identity import told_by_number


def test_only_what_was_read_below_its_threshold_is_doubtful():
    fields = {
        "name": field("张三", confidence=0.89),
        "court_name": field("某法院", confidence=0.9),
        "account_number": field("12345678", confidence=0.94),
        "cnaps_code": field("102331005059", confidence=0.95),
        "phone": field(None, confidence=0.1, state=FieldState.EMPTY),
        "amount": field(None, confidence=0.1, state=FieldState.UNREADABLE),
    }
    rule = confident(0.9, {"account_number": 0.95, "cnaps_code": 0.95})

    assert [(f.code, f.severity, f.field) for f in rule(fields)] == [
        ("low_confidence", "review", "name"),
        ("low_confidence", "review", "account_number"),
    ]


def test_one_threshold_is_enough():
    assert [f.field for f in confident(0.9)({"name": field("张三", confidence=0.5)})] == ["name"]


ID = "11010519491231002X"  # 1949-12-31, 女


@pytest.mark.parametrize(
    ("number", "asked"),
    [
        (field(ID, confidence=0.7), []),
        (field(ID, confidence=0.4), ["birth_date", "sex"]),
        (field("110105194912310021", confidence=0.99), ["birth_date", "sex"]),
        (field("110105194912310038", confidence=0.99), ["sex"]),
        (replace(field(ID), suggestion="110105194012310021"), ["birth_date", "sex"]),
        (replace(field(ID), rivals=("110105194012310021",)), ["birth_date", "sex"]),
        (replace(field(ID), repaired=True), ["birth_date", "sex"]),
        (field(None, state=FieldState.UNREADABLE), ["birth_date", "sex"]),
    ],
    ids=["agrees", "doubtful", "fails", "another sex", "may be another", "ambiguous", "a guess", "unread"],
)
def test_what_a_number_that_passes_says_too_is_no_doubt(number: Field, asked: list[str]):
    fields = {
        "id_number": number,
        "birth_date": field("1949-12-31", confidence=0.5),
        "sex": field("女", confidence=0.7),
        "name": field("张三", confidence=0.95),
    }
    rule = confident(0.8, {"id_number": 0.1}, told_by_number("id_number", 0.5))

    assert [finding.field for finding in rule(fields)] == asked
