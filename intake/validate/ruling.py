"""The rules that every paper of a court with an order is checked by."""

from __future__ import annotations

from intake.domain.doctype import Rule
from intake.validate.account import valid_account
from intake.validate.court import court_agrees, valid_case_number, year_agrees
from intake.validate.identity import valid_parties
from intake.validate.money import amount_positive, words_equal_figures

ORDERED: tuple[Rule, ...] = (
    valid_case_number("case_number"),
    valid_case_number("basis_case_number"),
    court_agrees("court_name", "case_number"),
    year_agrees("case_number", "decision_date"),
    amount_positive("amount"),
    words_equal_figures("amount_upper", "amount"),
    valid_account("account_number"),
    valid_parties("applicants"),
    valid_parties("respondents"),
)
