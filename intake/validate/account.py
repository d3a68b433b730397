"""Rules about where money goes: card numbers, other account numbers, clearing codes, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from intake.domain import bank as banks
from intake.domain import card, cnaps, phone
from intake.domain.card import CardKind, CardNumber
from intake.domain.clean import digits
from intake.domain.doctype import Rule
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.validate.fields import written

ACCOUNT_DIGITS = range(9, 29)
"""How many digits numbers of accounts have that are no cards: own choice around what banks print (9 to 23)."""
_PERMIT = re.compile("[JLZ][0-9]{13}")  # basic, temporary or budget account; area of the central bank; serial number


def valid_card(field: str) -> Rule:
    """Check a card number: its length, its check digit, its issuer, and that it is no credit card."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is None:
            return
        number = card.parse(value)
        if number is None:
            yield Finding("card_number_length", Severity.REVIEW, field, {"value": value})
        else:
            yield from _card(field, number)

    return rule


def valid_account(field: str) -> Rule:
    """Check an account number that may be a card's: what starts as the numbers of an issuer do is taken for one.

    One digit misread in the first six hides a card from its check digit: what would be one so is for a person.
    """

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        number = CardNumber(digits(written(fields, field) or ""))
        if number.fits or number.starts_like_one:
            yield from _card(field, number)
        elif (near := card.slipped(number.text)) and near.issuer:
            yield Finding(
                "nearly_card_number", Severity.REVIEW, field, {"value": number.text, "bank": near.issuer.bank}
            )

    return rule


def account_length(field: str) -> Rule:
    """Check the only thing that a number without check digit tells: whether a part of it was lost, or two were read."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is not None and len(digits(value)) not in ACCOUNT_DIGITS:
            yield Finding("account_number_length", Severity.REVIEW, field, {"value": value})

    return rule


def valid_permit_number(field: str) -> Rule:
    """Check the form of a number of the central bank's register of accounts: 核准号 or 基本存款账户编号."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is not None and not _PERMIT.fullmatch(value):
            yield Finding("permit_number_form", Severity.REVIEW, field, {"value": value})

    return rule


def issuer_agrees(number: str, bank: str) -> Rule:
    """Check that the bank named in the field `bank` issued the card in the field `number`."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        issuer = banks.bank_of_card(written(fields, number) or "")
        named = banks.bank_of(written(fields, bank) or "")
        if issuer and named and issuer != named:
            yield Finding("issuer_differs", Severity.REVIEW, number, {"issuer": issuer, "bank": named})

    return rule


def valid_cnaps(field: str, bank: str | None = None) -> Rule:
    """Check a clearing code, and that it is one of the bank named in the field `bank`."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value, named = written(fields, field), written(fields, bank or "")
        if value is None:
            return
        code = cnaps.parse(value)
        if code is None:
            yield Finding("cnaps_length", Severity.REVIEW, field, {"value": value})
        elif not code.checks:
            yield Finding("cnaps_check_digit", Severity.REVIEW, field, {"value": value})
        elif banks.cnaps_agrees(value, named or "") is False:
            yield Finding("cnaps_bank_differs", Severity.REVIEW, field, {"value": value, "bank": named or ""})

    return rule


def valid_phone(field: str) -> Rule:
    """Check that a telephone number could be dialled."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        value = written(fields, field)
        if value is not None and phone.normalise(value) is None:
            yield Finding("phone_form", Severity.REVIEW, field, {"value": value})

    return rule


def _card(field: str, number: CardNumber) -> Iterator[Finding]:
    issuer = number.issuer
    if not number.checks:
        yield Finding("card_check_digit", Severity.REVIEW, field, {"value": number.text})
    if issuer is None:
        yield Finding("unknown_issuer", Severity.INFO, field, {"value": number.text})
        return
    if not number.fits:
        facts = {"value": number.text, "bank": issuer.bank, "length": str(issuer.length)}
        yield Finding("card_length_differs", Severity.REVIEW, field, facts)
    if issuer.kind is CardKind.CREDIT:
        yield Finding("credit_card_account", Severity.BLOCK, field, {"bank": issuer.bank})
    if issuer.kind is CardKind.SEMI_CREDIT:
        yield Finding("semi_credit_card_account", Severity.REVIEW, field, {"bank": issuer.bank})
