"""Rules about what a company is registered by: a credit code, or on old licences a registration number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain import licence
from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.validate.fields import written


def numbered(code: str, number: str) -> Rule:
    """Ask for the credit code in the field `code`; an old licence with a registration number has none, and is told."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        found = fields.get(code)
        if found and found.state is not FieldState.EMPTY:
            return
        if number in fields:
            yield Finding("licence_without_code", Severity.INFO, number)
        else:
            yield Finding("missing", Severity.REVIEW, code)

    return rule


def valid_registration_number(field: str) -> Rule:
    """Check the check digit of a 注册号."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        number = licence.parse(value or "")
        if value is not None and (number is None or not number.checks):
            yield Finding("registration_number_check", Severity.REVIEW, field, {"value": value})

    return rule
