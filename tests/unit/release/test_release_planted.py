"""Faults planted between the papers of drawn cases are all found, and clean cases are never stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from fact_cases import PILES, TODAY, Pile, built, changed, clean

from intake.domain.amount import in_words
from intake.domain.document import Value
from intake.domain.drawing import Facts
from intake.domain.finding import Severity
from intake.drawing.facts import _credit_code, facts_of
from intake.release.assemble import assemble
from intake.release.request import ReleaseRequest, Status

SEEDS = range(19)  # of 11 situations: 209 clean cases
FAULTY = 50  # cases of each fault, at least
FORM, RULING = "account_confirmation", "enforcement_ruling"
OTHERS = str.maketrans("0123456789", "8756942310")
Change = tuple[str, dict[str, Value | None]]
"""A type of paper, and what is written on it in place of the truth."""


def names(facts: Facts) -> Iterator[Change]:
    stranger, own = facts.respondent.name, facts.applicant.name
    yield FORM, {"account_name": stranger}
    yield FORM, {"account_name": own[:-1] + ("明" if own[-1] != "明" else "朋")}
    yield "resident_id_front", {"name": own + "华"}
    yield RULING, {"payee_name": stranger}


def accounts(facts: Facts) -> Iterator[Change]:
    number = facts.account.number
    last = number[:-1] + number[-1].translate(OTHERS)
    yield FORM, {"account_number": last}
    yield "bank_card", {"card_number": number[:-3] + number[-2] + number[-3] + number[-1] + "0"}
    yield RULING, {"account_number": number[:-1]}


def amounts(facts: Facts) -> Iterator[Change]:
    yield RULING, {"amount": f"{facts.amount + Decimal('0.01'):.2f}"}
    yield RULING, {"amount": f"{facts.amount * 10:.2f}"}
    yield RULING, {"amount_upper": in_words(facts.amount + 1000)}


def case_numbers(facts: Facts) -> Iterator[Change]:
    number = facts.case_number
    yield FORM, {"case_number": number.replace("号", "1号")}
    yield FORM, {"case_number": facts.basis_case_number}
    yield FORM, {"case_number": number.replace("（202", "（201")}


def dates(facts: Facts) -> Iterator[Change]:
    yield RULING, {"decision_date": (TODAY + timedelta(days=1)).isoformat()}
    yield FORM, {"confirmed_on": facts.decided_on.replace(year=facts.decided_on.year - 1).isoformat()}
    yield "resident_id_back", {"valid_to": (TODAY - timedelta(days=1)).isoformat()}
    yield "resident_id_front", {"birth_date": date(1950, 2, 3).isoformat()}


def seals(_facts: Facts) -> Iterator[Change]:
    yield RULING, {"has_seal": False}
    yield RULING, {"has_seal": None}


FAULTS: dict[str, tuple[Callable[[Facts], Iterator[Change]], set[str | None]]] = {
    "name": (names, {"X1", "X10", "id_holder"}),
    "account": (accounts, {"account_number"}),
    "amount": (amounts, {"X3"}),
    "case number": (case_numbers, {"X2"}),
    "date": (dates, {"X4", "X9", "X13"}),
    "seal": (seals, {"X11"}),
}


@cache
def planted(fault: str) -> list[ReleaseRequest]:
    """Assemble cases with one fault each: every way of it, for as many seeds as it takes."""
    make, _ = FAULTS[fault]
    pile = PILES["person"][1]
    ways = len(list(make(facts_of(0))))
    seeds = range(-(-FAULTY // ways))
    return [assemble(built(changed(pile(facts), *way))) for facts in map(facts_of, seeds) for way in make(facts)]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_planted_fault_is_found_by_the_rule_for_it(fault: str):
    requests = planted(fault)

    missed = [n for n, made in enumerate(requests) if not FAULTS[fault][1] & {f.rule for f in made.findings}]
    passed = [n for n, made in enumerate(requests) if made.status is Status.READY]
    assert (len(requests) >= FAULTY, missed, passed) == (True, [], [])


@pytest.mark.parametrize("fault", ["name", "account", "amount", "case number"])
def test_a_fault_that_sends_money_astray_blocks(fault: str):
    assert {request.status for request in planted(fault)} == {Status.BLOCKED}


@pytest.mark.parametrize("name", PILES)
def test_a_clean_case_is_never_stopped(name: str):
    requests = [assemble(clean(name, seed)) for seed in SEEDS]

    found = {f.code for made in requests for f in made.findings if f.severity is Severity.BLOCK}
    wanted = Status.NEEDS_REVIEW if name == "foreigner" else Status.READY
    assert (found, {made.status for made in requests}) == (set(), {wanted})


COMPANY_FAULTS = {
    "the licence is another's": ("business_licence", {"company_name": "杭州别家有限公司"}, "X8"),
    "the certificate is another's": ("legal_rep_certificate", {"company_name": "杭州别家有限公司"}, "X8"),
    "another code on the licence": ("business_licence", {"uscc": "9131000063159284XQ"}, "id_number"),
    "another representative": ("legal_rep_certificate", {"name": "李四"}, "legal_representative"),
    "another number of the representative": (
        "legal_rep_certificate",
        {"id_number": "34052419800101001X"},
        "representative_number",
    ),
    "the account is another's": ("account_permit", {"account_name": "杭州别家有限公司"}, "X1"),
    "another account": ("account_permit", {"account_number": "1234567890"}, "account_number"),
}


@pytest.mark.parametrize(("kind", "change", "rule"), COMPANY_FAULTS.values(), ids=COMPANY_FAULTS.keys())
def test_a_fault_between_the_papers_of_a_company_is_found(kind: str, change: dict[str, Value], rule: str):
    pile: Pile = PILES["company"][1](facts_of(1))

    request = assemble(built(changed(pile, kind, change)))

    assert rule in {f.rule for f in request.findings}
    assert request.status is not Status.READY


def test_a_code_of_another_province_than_the_address_is_for_a_person():
    facts = facts_of(1)
    pile = changed(PILES["company"][1](facts), "business_licence", {"address": "云南省昆明市样本路1号"})

    assert "X8" in {f.rule for f in assemble(built(pile)).findings}


def test_a_code_that_only_its_inner_check_supports_is_for_a_person():
    facts = facts_of(1)
    firm = replace(facts.company, uscc="91350211M0000XUF46")
    pile = PILES["company"][1](replace(facts, company=firm))

    assert [f.rule for f in assemble(built(pile)).findings] == ["X8"]


def test_a_code_of_a_region_that_no_table_has_is_no_fault():
    facts = facts_of(1)
    firm = replace(facts.company, uscc=_credit_code(Random(1), "999999"))
    pile = PILES["company"][1](replace(facts, company=firm))

    assert assemble(built(pile)).status is Status.READY


def test_a_certificate_without_a_seal_is_for_a_person():
    case = built(PILES["company"][1](facts_of(1)))
    bare = tuple(replace(paper, seals=()) for paper in case.documents)

    assert [f.rule for f in assemble(replace(case, documents=bare)).findings] == ["X11"]


def test_a_party_of_two_names_is_two_payees():
    request = assemble(clean("several", 1))

    assert request.payee.id_number == facts_of(1).applicant.id_number
