"""All rules between the papers of a case, in the order in which they are reported."""

from __future__ import annotations

from intake.domain.finding import Severity
from intake.release.parts.finding import Action
from intake.release.rules import agreement, numbers, papers, people
from intake.release.rules.materials import materials_are_there
from intake.release.rules.rule import Result, Rule, Scene

BLOCK, REVIEW = Severity.BLOCK, Severity.REVIEW
PROVIDE, CORRECT, CHECK = Action.PROVIDE, Action.CORRECT, Action.CHECK

MATERIALS = Rule("materials", REVIEW, PROVIDE, "missing_material", materials_are_there)

MATRIX = (
    MATERIALS,
    Rule("X1", BLOCK, CORRECT, "account_not_payees", people.account_is_payees),
    Rule("X2", BLOCK, CORRECT, "case_numbers_differ", agreement.same_case),
    Rule("X3", BLOCK, CORRECT, "amounts_differ", agreement.same_amount),
    Rule("X4", BLOCK, CORRECT, "id_number_unlike_card", people.number_fits_card),
    Rule("X5", REVIEW, CHECK, "banks_differ", papers.bank_fits_numbers),
    Rule("X7", REVIEW, CHECK, "courts_differ", papers.courts_fit),
    Rule("X9", BLOCK, PROVIDE, "id_card_expired", people.card_is_valid),
    Rule("X10", BLOCK, CORRECT, "payee_not_applicant", people.payee_is_applicant),
    Rule("X11", REVIEW, CHECK, "seal_missing", papers.ruling_is_sealed),
    Rule("X13", REVIEW, CHECK, "dates_disordered", papers.dates_are_ordered),
    Rule("S37", REVIEW, CHECK, "identity_unlike_earlier", people.identity_is_known),
    Rule("account_number", BLOCK, CORRECT, "account_numbers_differ", agreement.same_account),
    Rule("id_number", BLOCK, CORRECT, "id_numbers_differ", agreement.same_id_number),
    Rule("id_check_digit", BLOCK, CORRECT, "id_number_wrong", numbers.id_number_checks),
    Rule("card_check_digit", BLOCK, CORRECT, "card_number_wrong", numbers.card_number_checks),
    Rule("id_holder", BLOCK, CORRECT, "id_card_not_payees", people.card_is_payees),
    Rule("id_sides", REVIEW, CHECK, "id_sides_unpaired", people.backs_fit_fronts),
    Rule("payee", BLOCK, CORRECT, "payees_differ", agreement.same_payee),
    Rule("kind", REVIEW, CHECK, "kind_unlike_case", papers.kind_fits_case),
    Rule("cause", REVIEW, CHECK, "causes_differ", agreement.same_cause),
    Rule("debit_card", BLOCK, PROVIDE, "credit_card", papers.account_is_debit),
)
"""X6, X8, X12 and X14 need the table of areas, companies' papers, and the payments and accounts of the case so far."""


def judge(scene: Scene) -> tuple[Result, ...]:
    """Apply every rule."""
    return tuple(Result(rule, rule.judge(scene)) for rule in MATRIX)
