"""The rules that papers of courts are checked by."""

from __future__ import annotations

from intake.domain.doctype import Rule
from intake.validate.account import account_length, valid_account
from intake.validate.court import court_agrees, valid_case_number, year_agrees
from intake.validate.identity import valid_parties
from intake.validate.money import amount_positive, words_equal_figures

STATED: tuple[Rule, ...] = (
    valid_case_number("case_number"),
    valid_case_number("basis_case_number"),
    court_agrees("court_name", "case_number"),
    year_agrees("case_number", "decision_date"),
    amount_positive("amount"),
    words_equal_figures("amount_upper", "amount"),
    valid_account("account_number"),
    account_length("account_number"),
)
"""What any of them states: its case, its day, a sum, an account."""

ORDERED: tuple[Rule, ...] = (
    *STATED,
    valid_parties("applicants"),
    valid_parties("respondents"),
)
"""What a paper with an order states: its parties too, with their numbers."""
