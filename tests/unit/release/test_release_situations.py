"""What a court asks for follows who is paid, through whom, and why the court holds the money."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fact_cases import PILES, Pile, built, changed, clean
from release_cases import case_of, paper, ready_case

from intake.doctypes.registry import registry
from intake.domain.document import Party
from intake.drawing.facts import facts_of
from intake.release.assemble import assemble
from intake.release.case import CaseDocument, CaseInput
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest, Status
from intake.release.situation import situations

SITUATIONS = {
    "person": ("everyone", "natural_person"),
    "foreigner": ("everyone", "natural_person"),
    "company": ("everyone", "company"),
    "office": ("everyone", "government_body"),
    "agent": ("everyone", "natural_person", "agent"),
    "minor": ("everyone", "minor"),
    "refund": ("everyone", "natural_person"),
    "several": ("everyone", "natural_person", "several_payees"),
}


@pytest.mark.parametrize(("name", "expected"), SITUATIONS.items(), ids=SITUATIONS.keys())
def test_the_papers_tell_the_situation(name: str, expected: tuple[str, ...]):
    assert situations(clean(name, 3)) == expected


NEEDED = [
    ("person", ("enforcement_ruling",), "执行裁定书"),
    ("person", ("resident_id_back",), "resident_id_back"),
    ("person", ("resident_id_front", "resident_id_back"), "身份证"),
    ("person", ("account_confirmation", "bank_card"), "收款账户确认书、银行卡或存折"),
    ("company", ("business_licence",), "营业执照"),
    ("company", ("legal_rep_certificate",), "法定代表人身份证明书或授权委托书"),
    ("company", ("resident_id_front", "resident_id_back"), "法定代表人或代理人"),
    ("company", ("account_permit", "account_confirmation"), "开户许可证"),
    ("company", ("receipt",), "收据"),
    ("office", ("fiscal_account_note", "account_confirmation"), "非税账户"),
    ("minor", ("household_register",), "监护关系证明或户口簿"),
    ("refund", ("court_notice",), "退款（退费）通知书"),
    ("refund", ("receipt",), "收据"),
    ("compensation", ("civil_judgment",), "判决书、调解书或裁定书"),
    ("several", ("account_confirmation",), "共同指定一个收款账户"),
]


@pytest.mark.parametrize(("name", "gone", "asked"), NEEDED, ids=[f"{n} without {g[-1]}" for n, g, _ in NEEDED])
def test_what_is_missing_is_asked_for(name: str, gone: tuple[str, ...], asked: str):
    request = assemble(without(clean(name, 3), *gone))

    wanted = [f.places[0].label.zh for f in request.findings if f.code == "missing_material"]
    assert (request.status, len([w for w in wanted if asked in w])) == (Status.INCOMPLETE, 1)


def test_an_enforcement_ruling_alone_is_no_ground_for_a_refund():  # S12
    request = assemble(ready_case(kind=Kind.FEE_REFUND))

    assert "退款（退费）通知书" in {f.places[0].label.zh for f in request.findings if f.rule == "materials"}
    assert "kind" in {f.rule for f in request.findings}


@pytest.mark.parametrize("owner", ["applicant", "agent"])
def test_the_cards_of_the_payee_and_of_the_agent_are_both_asked_for(owner: str):
    person = getattr(facts_of(3), owner)
    case = clean("agent", 3)
    kept = tuple(d for d in case.documents if not _is_of(d, person.name))

    request = assemble(replace(case, documents=kept))

    assert "missing_material" in {f.code for f in request.findings}


def test_a_card_of_a_stranger_is_none_of_the_representative():
    pile = changed(PILES["company"][1](facts_of(3)), "resident_id_front", {"name": "李四"})

    assert assemble(built(pile)).status is Status.INCOMPLETE


def test_a_guardian_needs_a_card_beside_the_minor():
    case = clean("minor", 3)
    kept = tuple(d for d in case.documents if not _is_of(d, facts_of(3).applicant.name))

    assert "guardian_identity" in {i.value for i in _materials(assemble(replace(case, documents=kept))).inputs}
    assert assemble(replace(case, documents=kept)).status is Status.INCOMPLETE


def test_a_minor_without_a_card_is_known_by_the_register():
    case = clean("minor", 3)
    kept = tuple(d for d in case.documents if not _is_of(d, facts_of(3).child.name))

    request = assemble(replace(case, documents=kept))

    assert "missing_material" not in {f.code for f in request.findings}
    assert request.payee.id_number == facts_of(3).child.id_number


def test_money_of_a_minor_to_a_guardian_is_for_a_person():
    pile = changed(PILES["minor"][1](facts_of(3)), "account_confirmation", {"account_name": facts_of(3).applicant.name})

    request = assemble(built(pile))

    assert request.status is Status.NEEDS_REVIEW
    assert [f.places[0].file for f in request.findings if f.rule == "X1"] == ["household_register.jpg"]


def test_money_of_a_minor_to_a_stranger_is_stopped():
    pile = changed(PILES["minor"][1](facts_of(3)), "account_confirmation", {"account_name": "李四"})

    assert assemble(built(pile)).status is Status.BLOCKED


def test_a_minor_is_of_age_on_the_birthday_and_one_of_a_leap_day_a_day_later():
    child = replace(facts_of(3).child, id_number="11010520080229002X")
    pile = PILES["minor"][1](replace(facts_of(3), child=child))
    days = {"2026-02-28": "minor", "2026-03-01": "natural_person"}

    found = {day: situations(built(pile, today=date.fromisoformat(day)))[1] for day in days}

    assert found == days


LINKS = {
    "linked": ("other", {"d9": "account"}, True),
    "linked to something else": ("other", {"d9": "receipt"}, False),
    "linked to nothing that exists": ("other", {"d9": "magic"}, False),
    "another document": ("other", {"d8": "account"}, False),
    "a paper of a known type": ("receipt", {"d9": "account"}, False),
}


@pytest.mark.parametrize(("kind", "links", "counts"), LINKS.values(), ids=LINKS.keys())
def test_another_paper_counts_where_a_person_linked_it(kind: str, links: dict[str, str], counts: bool):  # noqa: FBT001
    case = without(ready_case(links=links), "account_confirmation", "bank_card")

    request = assemble(replace(case, documents=(*case.documents, paper(kind, 9))))

    assert ("missing_material" not in {f.code for f in request.findings}) is counts
    assert ("link" in {i.field for i in _materials(request).inputs}) is (kind == "other" and "d9" in links)


def test_the_check_says_by_which_policy_and_for_which_situation():
    told = {(i.field, i.value) for i in _materials(assemble(clean("agent", 3))).inputs}

    assert {("policy", "default 1"), ("situation", "agent"), ("requirement", "agent_identity")} <= told


def test_values_come_from_the_strongest_paper_that_orders_the_payment():
    facts = facts_of(3)
    assert assemble(clean("passbook", 3)).amount.value == f"{facts.amount:.2f}"


def test_a_body_of_villagers_is_no_office():
    payee = Party("杭州市样本村民委员会")
    case = case_of(paper("enforcement_ruling", payee_name=payee.name, applicants=(payee,)))

    assert situations(case)[1] == "company"


def without(case: CaseInput, *kinds: str) -> CaseInput:
    return replace(case, documents=tuple(d for d in case.documents if d.document.type not in kinds))


def _materials(request: ReleaseRequest):
    return next(check for check in request.checks if check.rule == "materials")


def _is_of(document: CaseDocument, name: str) -> bool:
    field = document.document.fields.get("name")
    return field is not None and field.value == name


MANDATES: dict[str, tuple[dict[str, object], str, str]] = {
    "no power to receive": ({"may_receive_funds": False}, "blocked", "agent_powers"),
    "nobody can read whether there is": ({"may_receive_funds": None}, "needs_review", "agent_powers"),
    "of another principal": ({"principal_name": "李四"}, "blocked", "X1"),
    "for another agent": ({"agent_name": "李四"}, "blocked", "X1"),
    "another number of the agent": ({"agent_id_number": "34052419800101001X"}, "blocked", "agent_number"),
    "for another case": ({"case_number": "（2024）浙0106执9号"}, "blocked", "X2"),
    "for another account": ({"account_number": "1234567890"}, "blocked", "account_number"),
    "from the future": ({"issued_on": "2026-01-01"}, "needs_review", "X13"),
}


@pytest.mark.parametrize(("change", "status", "rule"), MANDATES.values(), ids=MANDATES.keys())
def test_money_goes_to_an_agent_only_under_a_power_that_says_so(change: dict, status: str, rule: str):
    pile: Pile = changed(PILES["agent"][1](facts_of(3)), "power_of_attorney", change)

    request = assemble(built(pile))

    assert (request.status, rule in {f.rule for f in request.findings}) == (status, True)


def test_a_power_of_another_applicant_does_not_open_the_account_of_the_agent():
    facts = facts_of(3)
    other = facts.respondent.name
    both = (Party(facts.applicant.name, facts.applicant.id_number), Party(other))
    pile = changed(PILES["agent"][1](facts), "power_of_attorney", {"principal_name": other})
    pile = changed(pile, "enforcement_ruling", {"applicants": both})

    assert "X1" in {f.rule for f in assemble(built(pile)).findings if f.severity == "block"}


def test_the_ruling_may_order_to_pay_the_agent():
    facts = facts_of(3)
    pile = changed(PILES["agent"][1](facts), "enforcement_ruling", {"payee_name": facts.agent.name})

    checks = {c.rule: c.outcome for c in assemble(built(pile)).checks}

    assert (checks["X10"], checks["agent_powers"]) == ("pass", "pass")


def test_a_power_for_the_trial_alone_asks_for_no_card_of_the_agent():
    facts = facts_of(3)
    powers = ("power_of_attorney", {"principal_name": facts.applicant.name, "agent_name": facts.agent.name})
    pile = [*PILES["person"][1](facts), (powers[0], {**powers[1], "case_number": facts.case_number})]

    assert assemble(built(pile)).status is Status.READY


def test_a_notice_that_accepts_the_case_orders_no_payment():
    facts = facts_of(3)
    pile = PILES["refund"][1](facts)
    accepted = {**pile[0][1], "payee_name": None, "amount": "1.00", "amount_upper": None, "has_seal": False}

    request = assemble(built([*pile, ("court_notice", accepted)], Kind.FEE_REFUND))

    assert (request.status, request.amount.value) == (Status.READY, f"{facts.amount:.2f}")


def test_a_fee_goes_back_to_the_respondent_who_paid_it():
    facts = facts_of(3)
    payee = Party(facts.applicant.name, facts.applicant.id_number)
    sides = {"applicants": (Party(facts.respondent.name),), "respondents": (payee,)}
    pile = changed(PILES["refund"][1](facts), "court_notice", sides)

    assert next(c.outcome for c in assemble(built(pile, Kind.FEE_REFUND)).checks if c.rule == "X10") == "pass"


def test_a_notice_without_parties_is_the_court_that_decides():
    pile = changed(PILES["refund"][1](facts_of(3)), "court_notice", {"applicants": None, "respondents": None})

    assert assemble(built(pile, Kind.FEE_REFUND)).status is Status.READY


def test_a_paper_without_such_a_field_is_named_as_a_whole():
    case = built(PILES["company"][1](facts_of(1)), types=registry())
    bare = tuple(replace(there, seals=()) for there in case.documents)

    (finding,) = assemble(replace(case, documents=bare)).findings

    assert [(spot.field, spot.label.zh) for spot in finding.places] == [(None, "法定代表人身份证明书")]
