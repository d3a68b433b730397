"""Draws 民事判决书: of the first instance between persons or against a company, of the second, of small claims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from intake.domain.document import Party, Value
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

_TITLE = "民事判决书"


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family, by the seed: 0 two persons, 1 a company, 2 second instance, 3 small claims."""
    rng = Random(f"civil_judgment {seed}")
    name, fields = tuple(_FAMILY.items())[seed % len(_FAMILY)]
    paragraphs = told(texts(__package__)[name], facts, rng)
    appeal = "民终" if name == "second_instance" else None
    decision = civil(_TITLE, paragraphs, {"cause": facts.cause, **fields(facts)}, facts, appeal=appeal)
    return decided(decision, facts, look_of(rng, 42 if name == "company" else None), rng)


def _persons(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (party_of(facts.respondent),),
        "amount": figures(facts.amount, commas=False),
        "amount_upper": facts.amount_upper,
        "payee_name": facts.applicant.name,
    }


def _company(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (company_party(facts.company),),
        "amount": figures(facts.amount, commas=False),
        "payee_name": facts.applicant.name,
    }


def _second_instance(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.respondent),),
        "respondents": (party_of(facts.applicant),),
        "basis_case_number": facts.basis_case_number,
    }


def _small_claim(facts: Facts) -> dict[str, Value]:
    debtor, third = facts.respondent, facts.company
    head = third.legal_representative.name
    return {
        **_persons(facts),
        "respondents": (
            Party(debtor.name, address=debtor.address),
            Party(third.name, address=third.address, legal_representative=head),
        ),
        "payee_name": facts.account.name,
        "account_number": facts.account.number,
    }


_FAMILY: Mapping[str, Callable[[Facts], dict[str, Value]]] = {
    "persons": _persons,
    "company": _company,
    "second_instance": _second_instance,
    "small_claim": _small_claim,
}
