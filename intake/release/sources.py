"""Where each value of a request may be read, in order of precedence."""

from __future__ import annotations

from collections.abc import Mapping

from intake.release.claims import (
    ACCOUNT_PERMIT,
    CARD,
    CONFIRMATION,
    FACE,
    IDENTITY,
    LICENCE,
    MANDATE,
    ORDER,
    PASSBOOK,
    TRAVEL,
    Spot,
)

COURT_CODE = "/court/code"
COURT_NAME = "/court/name"
CASE_NUMBER = "/case/number"
CAUSE = "/case/cause"
PAYEE_KIND = "/payee/kind"
PAYEE_NAME = "/payee/name"
ID_TYPE = "/payee/id_type"
ID_NUMBER = "/payee/id_number"
ACCOUNT_NAME = "/account/name"
ACCOUNT_NUMBER = "/account/number"
BANK = "/account/bank"
BRANCH = "/account/branch"
CNAPS = "/account/cnaps"
AMOUNT = "/amount/value"
UPPER_CASE = "/amount/upper_case"

NUMBERS = (
    Spot(FACE, "id_number"),
    Spot(TRAVEL, "document_number"),
    Spot(CONFIRMATION, "id_number"),
    Spot(ORDER, "applicants"),
    Spot(LICENCE, "uscc"),
)

SOURCES: Mapping[str, tuple[Spot, ...]] = {
    COURT_CODE: (Spot(ORDER, "case_number"),),
    COURT_NAME: (Spot(ORDER, "court_name"),),
    CASE_NUMBER: (Spot(ORDER, "case_number"), Spot(CONFIRMATION, "case_number"), Spot(MANDATE, "case_number")),
    CAUSE: (Spot(ORDER, "cause"),),
    PAYEE_KIND: (Spot(IDENTITY, "name"), Spot(ORDER, "applicants"), Spot(LICENCE, "company_name")),
    PAYEE_NAME: (Spot(ORDER, "payee_name"),),
    ID_TYPE: NUMBERS,
    ID_NUMBER: NUMBERS,
    ACCOUNT_NAME: (
        Spot(CONFIRMATION, "account_name"),
        Spot(PASSBOOK, "account_name"),
        Spot(ACCOUNT_PERMIT, "account_name"),
        Spot(CARD, "holder_name"),
    ),
    ACCOUNT_NUMBER: (
        Spot(CONFIRMATION, "account_number"),
        Spot(CARD, "card_number"),
        Spot(PASSBOOK, "account_number"),
        Spot(ACCOUNT_PERMIT, "account_number"),
        Spot(ORDER, "account_number"),
        Spot(MANDATE, "account_number"),
    ),
    BANK: (
        Spot(CONFIRMATION, "bank_name"),
        Spot(CARD, "bank_name"),
        Spot(PASSBOOK, "bank_name"),
        Spot(ACCOUNT_PERMIT, "bank_name"),
    ),
    BRANCH: (Spot(CONFIRMATION, "bank_name"), Spot(PASSBOOK, "bank_name"), Spot(ACCOUNT_PERMIT, "bank_name")),
    CNAPS: (Spot(CONFIRMATION, "cnaps_code"),),
    AMOUNT: (Spot(ORDER, "amount"), Spot(ORDER, "amount_upper")),
    UPPER_CASE: (Spot(ORDER, "amount_upper"), Spot(ORDER, "amount")),
}
"""JSON Pointer of a value -> where it may be read: the first that is read wins, and all that are read must agree."""
