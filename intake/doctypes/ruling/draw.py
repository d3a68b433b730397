"""Draws 民事裁定书: property preserved, a suit withdrawn, an appeal about jurisdiction, security returned."""

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

_TITLE = "民事裁定书"


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family, by the seed: 0 preservation, 1 withdrawal, 2 appeal, 3 return of a security."""
    rng = Random(f"ruling {seed}")
    name, fields = tuple(_FAMILY.items())[seed % len(_FAMILY)]
    paragraphs = told(texts(__package__)[name], facts, rng)
    appeal = "民辖终" if name == "appeal" else None
    decision = civil(_TITLE, paragraphs, fields(facts), facts, appeal=appeal)
    return decided(decision, facts, look_of(rng), rng)


def _preservation(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (party_of(facts.respondent),),
        "cause": facts.cause,
        "amount": figures(facts.amount, commas=False),
        "amount_upper": facts.amount_upper,
    }


def _withdrawal(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.applicant),),
        "respondents": (company_party(facts.company),),
        "cause": facts.cause,
    }


def _appeal(facts: Facts) -> dict[str, Value]:
    return {
        "applicants": (party_of(facts.respondent),),
        "respondents": (party_of(facts.applicant),),
        "basis_case_number": facts.basis_case_number,
        "cause": f"{facts.cause}管辖权异议",
    }


def _return_of_security(facts: Facts) -> dict[str, Value]:
    debtor = facts.respondent
    return {
        **_preservation(facts),
        "respondents": (Party(debtor.name, address=debtor.address),),
        "payee_name": facts.account.name,
        "account_number": facts.account.number,
    }


_FAMILY: Mapping[str, Callable[[Facts], dict[str, Value]]] = {
    "preservation": _preservation,
    "withdrawal": _withdrawal,
    "appeal": _appeal,
    "return_of_security": _return_of_security,
}
