"""Where each value of a request may be read, in order of precedence."""

from __future__ import annotations

from collections.abc import Mapping

from intake.release.claims import CARD, CONFIRMATION, ID_FRONT, RULING, Spot

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

NUMBERS = (Spot(ID_FRONT, "id_number"), Spot(CONFIRMATION, "id_number"), Spot(RULING, "applicants"))

SOURCES: Mapping[str, tuple[Spot, ...]] = {
    COURT_CODE: (Spot(RULING, "case_number"),),
    COURT_NAME: (Spot(RULING, "court_name"),),
    CASE_NUMBER: (Spot(RULING, "case_number"), Spot(CONFIRMATION, "case_number")),
    CAUSE: (Spot(RULING, "cause"),),
    PAYEE_KIND: (Spot(ID_FRONT, "name"), Spot(RULING, "applicants")),
    PAYEE_NAME: (Spot(RULING, "payee_name"),),
    ID_TYPE: NUMBERS,
    ID_NUMBER: NUMBERS,
    ACCOUNT_NAME: (Spot(CONFIRMATION, "account_name"), Spot(CARD, "holder_name")),
    ACCOUNT_NUMBER: (
        Spot(CONFIRMATION, "account_number"),
        Spot(CARD, "card_number"),
        Spot(RULING, "account_number"),
    ),
    BANK: (Spot(CONFIRMATION, "bank_name"), Spot(CARD, "bank_name")),
    BRANCH: (Spot(CONFIRMATION, "bank_name"),),
    CNAPS: (Spot(CONFIRMATION, "cnaps_code"),),
    AMOUNT: (Spot(RULING, "amount"), Spot(RULING, "amount_upper")),
    UPPER_CASE: (Spot(RULING, "amount_upper"), Spot(RULING, "amount")),
}
"""JSON Pointer of a value -> where it may be read: the first that is read wins, and all that are read must agree."""
