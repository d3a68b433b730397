"""Doubtful readings go to a person."""

from __future__ import annotations

from judged import field

from intake.domain.document import FieldState
from intake.validate.confidence import confident


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
