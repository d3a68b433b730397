"""Rules about the case: the form of its number, the court it names, its year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain import case_number as grammar
from intake.domain import court as courts
from intake.domain.doctype import Rule
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.validate.fields import dated, written


def valid_case_number(field: str) -> Rule:
    """Check the form of a 案号; one from before 2016, or of a form that its year did not have, is for a person."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is None:
            return
        number = grammar.normalise(value)
        if number is None:
            yield Finding("case_number_form", Severity.REVIEW, field, {"value": value})
        elif number.legacy:
            yield Finding("case_number_legacy", Severity.REVIEW, field, {"value": value})
        elif number.year < grammar.SINCE:
            yield Finding("case_number_year", Severity.REVIEW, field, {"value": value})

    return rule


def court_agrees(court: str, field: str) -> Rule:
    """Check that the court named in the field `court` is of the province, and the district, that the 案号 names."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        name, number = written(fields, court), grammar.normalise(written(fields, field) or "")
        if name and number and number.court_code and courts.court_agrees(number.court_code, name) is False:
            yield Finding("case_number_court", Severity.REVIEW, field, {"code": number.court_code, "court": name})

    return rule


def year_agrees(field: str, day: str) -> Rule:
    """Check that the case of the 案号 is not younger than the paper, dated in the field `day`."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        number, paper = grammar.normalise(written(fields, field) or ""), dated(fields, day)
        if number and paper and number.year > paper.year:
            facts = {"year": str(number.year), "date": paper.isoformat()}
            yield Finding("case_number_after_date", Severity.REVIEW, field, facts)

    return rule
