"""What a company is registered by."""

from __future__ import annotations

import pytest
from judged import field, judged

from intake.domain.document import FieldState
from intake.validate.company import numbered, valid_registration_number

NUMBERED = numbered("uscc", "registration_number")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"uscc": field("91350100M000100Y43")}, []),
        ({"uscc": field(None)}, []),
        ({"registration_number": field("110108000000016")}, [("licence_without_code", "info", "registration_number")]),
        ({}, [("missing", "review", "uscc")]),
        ({"uscc": field(None, state=FieldState.EMPTY)}, [("missing", "review", "uscc")]),
    ],
    ids=["code", "code unreadable", "old licence", "neither", "label without a code"],
)
def test_a_company_has_a_code_or_an_old_number(fields, expected):
    assert [(f.code, f.severity.value, f.field) for f in NUMBERED(fields)] == expected


@pytest.mark.parametrize(
    ("number", "good"), [("110108000000016", True), ("110108000000017", False), ("1101080000000", False), (None, True)]
)
def test_a_registration_number_passes_its_check_digit(number: str | None, *, good: bool):
    expected = [] if good else [("registration_number_check", "review", "number")]

    assert judged(valid_registration_number("number"), number=number) == expected


def test_the_old_licence_is_told_in_both_languages():
    assert judged(NUMBERED, registration_number="110108000000016") == [
        ("licence_without_code", "info", "registration_number")
    ]
