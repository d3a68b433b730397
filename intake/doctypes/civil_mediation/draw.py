"""Draws 民事调解书: paid at once, in instalments of a company, settled in the second instance, to a named account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.court import (
    civil,
    company_party,
    decided,
    look_of,
    party_of,
    texts,
    told,
)
from intake.drawing.words import figures

_TITLE = "民事调解书"


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family, by the seed: 0 at once, 1 instalments, 2 second instance, 3 to an account."""
    rng = Random(f"civil_mediation {seed}")
    name, fields = tuple(_FAMILY.items())[seed % len(_FAMILY)]
    paragraphs = told(texts(__package__)[name], facts, rng)
    appeal = "民终" if name == "second_instance" else None
    decision = civil(
        _TITLE,
        paragraphs,
        {"cause": facts.cause, "amount": figures(facts.amount, commas=False), **fields(facts)},
        facts,
        appeal=appeal,
    )
    return decided(decision, facts, look_of(rng), rng)


def _at_once(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (party_of(facts.respondent),),
        "amount_upper": facts.amount_upper,
        "payee_name": facts.applicant.name,
    }


def _instalments(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (company_party(facts.company),),
        "payee_name": facts.applicant.name,
    }


def _second_instance(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.respondent),),
        "respondents": (party_of(facts.applicant),),
        "basis_case_number": facts.basis_case_number,
        "amount_upper": facts.amount_upper,
        "payee_name": facts.applicant.name,
    }


def _to_an_account(facts: Facts) -> dict[str, Value]:
    return _at_once(facts) | {"payee_name": facts.account.name, "account_number": facts.account.number}


_FAMILY: Mapping[str, Callable[[Facts], dict[str, Value]]] = {
    "at_once": _at_once,
    "instalments": _instalments,
    "second_instance": _second_instance,
    "to_an_account": _to_an_account,
}
