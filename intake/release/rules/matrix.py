"""All rules between the papers of a case, in the order in which they are reported."""

from __future__ import annotations

from intake.domain.finding import Severity
from intake.release.parts.finding import Action
from intake.release.rules import agreement, banks, care, company, mandate, numbers, papers, payments, people
from intake.release.rules.materials import materials_are_there
from intake.release.rules.rule import Result, Rule, Scene

BLOCK, REVIEW = Severity.BLOCK, Severity.REVIEW
PROVIDE, CORRECT, CHECK = Action.PROVIDE, Action.CORRECT, Action.CHECK

MATERIALS = Rule("materials", REVIEW, PROVIDE, "missing_material", materials_are_there, version=2)

MATRIX = (
    MATERIALS,
    Rule("X1", BLOCK, CORRECT, "account_not_payees", people.account_is_payees, version=2),
    Rule("X2", BLOCK, CORRECT, "case_numbers_differ", agreement.same_case, version=2),
    Rule("X3", BLOCK, CORRECT, "amounts_differ", agreement.same_amount, version=2),
    Rule("X4", BLOCK, CORRECT, "id_number_unlike_card", people.number_fits_card, version=2),
    Rule("X5", REVIEW, CHECK, "banks_differ", banks.bank_fits_numbers),
    Rule("X6", REVIEW, CHECK, "area_unlike_branch", banks.branch_fits_area),
    Rule("X7", REVIEW, CHECK, "courts_differ", papers.courts_fit),
    Rule("X8", REVIEW, CHECK, "licence_unlike_payee", company.licence_is_payees),
    Rule("X9", BLOCK, PROVIDE, "id_card_expired", people.card_is_valid, version=2),
    Rule("X10", BLOCK, CORRECT, "payee_not_applicant", people.payee_is_applicant, version=2),
    Rule("X11", REVIEW, CHECK, "seal_missing", papers.papers_are_sealed, version=2),
    Rule("X12", BLOCK, CHECK, "more_than_granted", payments.releases_within_grant, version=2),
    Rule("X13", REVIEW, CHECK, "dates_disordered", papers.dates_are_ordered, version=2),
    Rule("X14", BLOCK, PROVIDE, "account_not_confirmed", payments.account_is_confirmed),
    Rule("S35", REVIEW, CHECK, "account_crowded", payments.account_is_not_crowded),
    Rule("S36", REVIEW, CHECK, "amount_unlike_subject", payments.amount_fits_subject, version=2),
    Rule("S37", REVIEW, CHECK, "identity_unlike_earlier", people.identity_is_known),
    Rule("S38", REVIEW, CHECK, "special_care", care.nobody_needs_care),
    Rule("instalment", REVIEW, CHECK, "instalment_unconfirmed", payments.instalment_is_confirmed),
    Rule("instalment_order", BLOCK, CORRECT, "instalment_out_of_order", payments.instalment_is_next),
    Rule("account_change", REVIEW, CHECK, "account_changed", payments.account_is_unchanged),
    Rule("account_number", BLOCK, CORRECT, "account_numbers_differ", agreement.same_account, version=2),
    Rule("agent_powers", BLOCK, PROVIDE, "agent_may_not_receive", mandate.agent_may_receive),
    Rule("agent_number", BLOCK, CORRECT, "agent_numbers_differ", mandate.agent_is_named),
    Rule("id_number", BLOCK, CORRECT, "id_numbers_differ", agreement.same_id_number, version=2),
    Rule("id_check_digit", BLOCK, CORRECT, "id_number_wrong", numbers.id_number_checks),
    Rule("card_check_digit", BLOCK, CORRECT, "card_number_wrong", numbers.card_number_checks),
    Rule("id_holder", BLOCK, CORRECT, "id_card_not_payees", people.card_is_payees, version=2),
    Rule("id_sides", REVIEW, CHECK, "id_sides_unpaired", people.backs_fit_fronts),
    Rule("legal_representative", REVIEW, CHECK, "representatives_differ", company.representative_is_one),
    Rule("representative_number", BLOCK, CORRECT, "representative_numbers_differ", company.representative_is_named),
    Rule("payee", BLOCK, CORRECT, "payees_differ", agreement.same_payee),
    Rule("kind", REVIEW, CHECK, "kind_unlike_case", papers.kind_fits_case),
    Rule("cause", REVIEW, CHECK, "causes_differ", agreement.same_cause),
    Rule("debit_card", BLOCK, PROVIDE, "credit_card", banks.account_is_debit),
)


def judge(scene: Scene) -> tuple[Result, ...]:
    """Apply every rule."""
    return tuple(Result(rule, rule.judge(scene)) for rule in MATRIX)
