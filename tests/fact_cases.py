"""Builds whole cases of drawn facts, as a perfect reader would see them: one builder for each situation of a payee."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from release_cases import BOX, READY, case_of, paper

from intake.domain.document import Party, Value
from intake.domain.drawing import Account, Facts, Person
from intake.domain.text import Seal
from intake.drawing.facts import facts_of, pinyin
from intake.release.case import CaseDocument, CaseInput
from intake.release.parts.case import Kind

TODAY = date(2025, 1, 6)  # after every drawn paper, before drawn identity cards expire
Fields = Mapping[str, Value | None]
Pile = list[tuple[str, Fields]]
"""Types of paper with their fields, in the order in which they are handed in."""


def order(facts: Facts, kind: str, payee: Party, **changes: Value | None) -> tuple[str, Fields]:
    """Build the paper that orders the payment to `payee`."""
    fields: dict[str, Value | None] = {
        "court_name": facts.court_name,
        "case_number": facts.case_number,
        "basis_case_number": facts.basis_case_number,
        "applicants": (payee,),
        "respondents": (Party(facts.respondent.name, facts.respondent.id_number, address=facts.respondent.address),),
        "cause": facts.cause,
        "amount": f"{facts.amount:.2f}",
        "amount_upper": facts.amount_upper,
        "payee_name": payee.name,
        "decision_date": facts.decided_on.isoformat(),
        "has_seal": True,
    }
    return kind, fields | changes


def card(person: Person) -> Pile:
    """Build both sides of a person's identity card."""
    face = {"name": person.name, "sex": person.sex, "birth_date": person.born_on.isoformat()}
    end = person.id_valid_to.isoformat() if person.id_valid_to else "长期"
    return [
        ("resident_id_front", face | {"address": person.address, "id_number": person.id_number}),
        ("resident_id_back", {"valid_from": person.id_valid_from.isoformat(), "valid_to": end}),
    ]


def form(facts: Facts, account: Account, id_number: str | None) -> tuple[str, Fields]:
    return "account_confirmation", {
        "case_number": facts.case_number,
        "account_name": account.name,
        "account_number": account.number,
        "bank_name": account.branch_name,
        "cnaps_code": account.cnaps_code,
        "id_number": id_number,
        "is_signed": True,
        "confirmed_on": facts.confirmed_on.isoformat(),
    }


def party(person: Person) -> Party:
    return Party(person.name, person.id_number, address=person.address)


def person(facts: Facts) -> Pile:
    return [
        order(facts, "enforcement_ruling", party(facts.applicant), account_number=facts.account.number),
        *card(facts.applicant),
        form(facts, facts.account, facts.applicant.id_number),
        _bank_card(facts),
    ]


def holder_of_a_passbook(facts: Facts) -> Pile:
    account = facts.account
    book = {"account_name": account.name, "account_number": account.number, "bank_name": account.branch_name}
    return [*person(facts)[:3], ("passbook", book), _judgment(facts)]


def holder_of_a_temporary_card(facts: Facts) -> Pile:
    (_, face), _ = card(facts.applicant)
    return [person(facts)[0], ("temporary_id", {**face, "valid_to": "2025-02-01"}), *person(facts)[3:]]


def foreigner(facts: Facts) -> Pile:
    latin = pinyin(facts.applicant.name)
    shown = {"name": facts.applicant.name, "name_latin": latin, "sex": facts.applicant.sex, "nationality": "加拿大"}
    number = {"document_number": "AB123456", "valid_to": "2030-01-01", "birth_date": "1980-01-01"}
    payee = Party(facts.applicant.name, "AB123456", address="加拿大温哥华市")
    ruling = order(facts, "enforcement_ruling", payee)
    return [ruling, ("passport", shown | number), form(facts, facts.account, "AB123456")]


def company(facts: Facts) -> Pile:
    firm, chief = facts.company, facts.company.legal_representative
    licence = {
        "company_name": firm.name,
        "uscc": firm.uscc,
        "legal_representative": chief.name,
        "address": firm.address,
        "registration_authority": firm.authority,
        "issued_on": firm.issued_on.isoformat(),
    }
    permit = {
        "account_name": firm.name,
        "account_number": firm.account.number,
        "bank_name": firm.account.branch_name,
        "issued_on": firm.issued_on.isoformat(),
    }
    day = facts.confirmed_on.isoformat()
    certificate = {"company_name": firm.name, "name": chief.name, "id_number": chief.id_number, "issued_on": day}
    payee = Party(firm.name, uscc=firm.uscc, legal_representative=chief.name)
    return [
        order(facts, "enforcement_ruling", payee),
        ("business_licence", licence),
        ("legal_rep_certificate", certificate),
        *card(chief),
        ("account_permit", permit),
        form(facts, firm.account, None),
        ("receipt", {}),
    ]


def office(facts: Facts) -> Pile:
    name = facts.court_name.removesuffix("人民法院") + "财政局"
    account = replace(facts.company.account, name=name)
    payee = Party(name, uscc="11320000MB151840XJ")
    return [order(facts, "enforcement_ruling", payee), ("fiscal_account_note", {}), form(facts, account, None)]


def agent(facts: Facts) -> Pile:
    account = replace(facts.account, name=facts.agent.name)
    powers = {
        "principal_name": facts.applicant.name,
        "agent_name": facts.agent.name,
        "agent_id_number": facts.agent.id_number,
        "case_number": facts.case_number,
        "powers": "特别授权：代为收取执行款项",
        "may_receive_funds": True,
        "account_number": account.number,
        "issued_on": facts.confirmed_on.isoformat(),
    }
    return [
        order(facts, "enforcement_ruling", party(facts.applicant)),
        *card(facts.applicant),
        *card(facts.agent),
        ("power_of_attorney", powers),
        form(facts, account, facts.agent.id_number),
    ]


def minor(facts: Facts) -> Pile:
    child = facts.child
    return [
        order(facts, "enforcement_ruling", party(child)),
        *card(child),
        *card(facts.applicant),
        ("household_register", {}),
        form(facts, replace(facts.account, name=child.name), child.id_number),
    ]


def refund(facts: Facts) -> Pile:
    facts = replace(facts, case_number=facts.basis_case_number)
    notice = order(facts, "court_notice", party(facts.applicant), basis_case_number=None)
    return [notice, *card(facts.applicant), form(facts, facts.account, facts.applicant.id_number), ("receipt", {})]


def compensation(facts: Facts) -> Pile:
    facts = replace(facts, case_number=facts.basis_case_number)
    judgment = order(facts, "civil_judgment", party(facts.applicant))
    return [judgment, *card(facts.applicant), form(facts, facts.account, facts.applicant.id_number), ("receipt", {})]


def several(facts: Facts) -> Pile:
    both = (party(facts.applicant), party(facts.agent))
    names = f"{facts.applicant.name}、{facts.agent.name}"
    ruling = order(facts, "enforcement_ruling", both[0], applicants=both, payee_name=names)
    return [ruling, *card(facts.applicant), *card(facts.agent), form(facts, facts.account, facts.applicant.id_number)]


PILES: Mapping[str, tuple[Kind, Callable[[Facts], Pile]]] = {
    "person": (Kind.ENFORCEMENT, person),
    "passbook": (Kind.ENFORCEMENT, holder_of_a_passbook),
    "temporary card": (Kind.ENFORCEMENT, holder_of_a_temporary_card),
    "foreigner": (Kind.ENFORCEMENT, foreigner),
    "company": (Kind.ENFORCEMENT, company),
    "office": (Kind.ENFORCEMENT, office),
    "agent": (Kind.ENFORCEMENT, agent),
    "minor": (Kind.ENFORCEMENT, minor),
    "refund": (Kind.FEE_REFUND, refund),
    "compensation": (Kind.COMPENSATION, compensation),
    "several": (Kind.ENFORCEMENT, several),
}


def built(pile: Pile, kind: Kind = Kind.ENFORCEMENT, **said: object) -> CaseInput:
    """Make a case of papers: numbered in their order, those of companies sealed."""
    documents = tuple(_paper(n, name, fields) for n, (name, fields) in enumerate(pile, start=1))
    return case_of(*documents, **{"kind": kind, "today": TODAY, **said})


def clean(name: str, seed: int, **said: object) -> CaseInput:
    """Make a case in which all papers are there and agree."""
    kind, pile = PILES[name]
    return built(pile(facts_of(seed)), kind, **said)


def changed(pile: Pile, kind: str, changes: Fields) -> Pile:
    """Return the papers with changed fields on those of one type."""
    return [(name, {**fields, **changes} if name == kind else fields) for name, fields in pile]


def _paper(number: int, name: str, fields: Fields) -> CaseDocument:
    own = {**dict.fromkeys(READY.get(name, {})), **fields}  # nothing of the people of the ready case
    sealed = (Seal("", 0.9, BOX),) if name == "legal_rep_certificate" else ()
    return replace(paper(name, number, **own), seals=sealed)


def _bank_card(facts: Facts) -> tuple[str, Fields]:
    account = facts.account
    return "bank_card", {"card_number": account.number, "bank_name": account.bank_name, "card_type": "借记卡"}


def _judgment(facts: Facts) -> tuple[str, Fields]:
    """Build the judgment that is enforced: it has another number and another sum, and orders nothing here."""
    payee = party(facts.applicant)
    return order(facts, "civil_judgment", payee, case_number=facts.basis_case_number, amount="1.00", amount_upper=None)
