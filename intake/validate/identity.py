"""Rules about who somebody is: resident numbers and credit codes.

A number whose check digit fails was most likely misread: a person looks (`review`). A number that passes was read well:
where it tells a day that cannot be, or another birthday or sex than the card beside it, the paper contradicts itself
and nothing is paid on it (`block`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from intake.domain import resident, uscc
from intake.domain.doctype import Rule
from intake.domain.document import Field, Party
from intake.domain.finding import Finding, Severity
from intake.validate.confidence import Proven
from intake.validate.fields import dated, written

EARLIEST_BIRTH = date(1900, 1, 1)  # own choice: nobody older is a party


def valid_resident_number(field: str, birth: str | None = None, sex: str | None = None) -> Rule:
    """Check a resident number by itself, and against the fields that tell birth date and sex."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is None:
            return
        yield from _resident(field, value)
        number = resident.parse(value)
        if number and number.checks:
            yield from _unlike(field, number, written(fields, birth or ""), written(fields, sex or ""))

    return rule


def told_by_number(field: str, least: float) -> Proven:
    """Prove `birth_date` and `sex` where a card says the same in a number that passes, read with `least` confidence."""

    def proven(fields: Mapping[str, Field]) -> Collection[str]:
        found = fields.get(field)
        if found is None or found.is_guess or found.rivals or found.suggestion is not None or found.confidence < least:
            return ()
        number = resident.parse(str(found.value))
        if number is None or number.is_legacy or not number.checks or number.birth_date is None:
            return ()
        told = {"birth_date": number.birth_date.isoformat(), "sex": number.sex}
        return [name for name, value in told.items() if written(fields, name) == value]

    return proven


def valid_party_number(field: str) -> Rule:
    """Check a number that is a person's resident number or a company's credit code."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is None or _is_company(value):
            return
        number = resident.parse(value)
        yield from _person(field, number) if number else _credit_code(field, value)

    return rule


def valid_credit_code(field: str) -> Rule:
    """Check a 统一社会信用代码."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is not None:
            yield from _credit_code(field, value)

    return rule


def valid_parties(field: str) -> Rule:
    """Check the numbers of all parties that a field lists."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        found = fields.get(field)
        listed = found.value if found and isinstance(found.value, tuple) else ()
        for party in listed:
            if isinstance(party, Party):
                number = resident.parse(party.id_number or "")
                yield from _person(field, number) if number else ()
                yield from _credit_code(field, party.uscc) if party.uscc else ()

    return rule


def birth_date_plausible(field: str, by: str | None = None) -> Rule:
    """Check the birth date in a resident number, or a birth date itself: in the calendar, after 1900, not after `by`.

    `by` is the field with the date of the paper. The date in a number that fails its check digit is not looked at.
    """

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field) or ""
        number = resident.parse(value)
        if number and not number.checks:
            return
        born = number.birth_date if number else dated(fields, field)
        latest = dated(fields, by or "") or date.max
        if (number and born is None) or (born and not EARLIEST_BIRTH <= born <= latest):
            yield Finding("birth_date_impossible", Severity.BLOCK, field, {"value": value})

    return rule


def _is_company(value: str) -> bool:
    """Say whether a number passes as a credit code and as nobody's.

    Some codes are all digits: they must pass by both their check digits and tell no birthday, because every thirtieth
    number passes by the outer one alone, and was a misread card once.
    """
    code, number = uscc.parse(value), resident.parse(value)
    if code is None or not code.checks:
        return False
    return number is None or (code.inner_checks and not number.checks and number.birth_date is None)


def _person(field: str, number: resident.ResidentNumber) -> Iterator[Finding]:
    """Check the number of a person of whom nothing else is known."""
    yield from _resident(field, number.text)
    born = number.birth_date
    if number.checks and (born is None or born < EARLIEST_BIRTH):
        yield Finding("birth_date_impossible", Severity.BLOCK, field, {"value": number.text})


def _resident(field: str, value: str) -> Iterator[Finding]:
    number = resident.parse(value)
    if number is None:
        yield Finding("id_number_length", Severity.REVIEW, field, {"value": value})
    elif number.is_legacy:
        yield Finding("id_number_legacy", Severity.REVIEW, field, {"value": value, "full": number.full})
    elif not number.checks:
        yield Finding("id_number_check_digit", Severity.REVIEW, field, {"value": value})
    elif not number.region_is_known:
        yield Finding("id_number_region", Severity.INFO, field, {"region": number.region})


def _unlike(field: str, number: resident.ResidentNumber, birth: str | None, sex: str | None) -> Iterator[Finding]:
    born = number.birth_date
    if birth and born and born.isoformat() != birth:
        yield Finding("birth_date_differs", Severity.BLOCK, field, {"number": born.isoformat(), "card": birth})
    if sex and number.sex != sex:
        yield Finding("sex_differs", Severity.BLOCK, field, {"number": number.sex, "card": sex})


def _credit_code(field: str, value: str) -> Iterator[Finding]:
    code = uscc.parse(value)
    if code is None:
        yield Finding("credit_code_length", Severity.REVIEW, field, {"value": value})
    elif code.mended:
        yield Finding("credit_code_letters", Severity.REVIEW, field, {"value": value, "mended": code.mended})
    elif not code.checks:
        yield Finding("credit_code_check", Severity.REVIEW, field, {"value": value})
