"""Who the payee is by the papers: which identity cards are the payee's, which numbers, a person or a company."""

from __future__ import annotations

import re

from intake.domain.names import same_name
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import CONFIRMATION, ID_FRONT, RULING, Claim, claim_of, papers, parties, read_at
from intake.release.parts.payee import IdType, PayeeKind

# Endings of names that people do not have (own list; a credit code on the ruling decides before it).
ORGANISATION = re.compile(
    r"(公司|工厂|[^\s]{2}厂|中心|合作社|银行|医院|学校|大学|委员会|事务所|[^\s]{3}局|商店|商行|经营部|集团|企业|研究院|研究所|协会)[)）]?$"
)


def is_payee(case: CaseInput, name: str) -> bool:
    """Say whether a ruling of the case names `name` as its payee."""
    return any(same_name(name, claim.value) for claim in claim_of(case, RULING, "payee_name"))


def fronts(case: CaseInput) -> tuple[CaseDocument, ...]:
    """Return the identity cards of the payee; all of them where no name fits, so that the difference is seen."""
    cards = papers(case, ID_FRONT)
    own = tuple(card for card in cards if any(is_payee(case, claim.value) for claim in read_at(card, "name")))
    return own or cards


def kinds(case: CaseInput) -> tuple[Claim, ...]:
    """Return what says whether the payee is a person or a company; a company by its code or by its name."""
    codes = tuple(name for name, party in parties(case) if party.uscc and is_payee(case, name.value))
    names = tuple(c for c in claim_of(case, RULING, "payee_name") if ORGANISATION.search(c.value))
    if codes or names:
        return tuple(claim.valued(PayeeKind.COMPANY) for claim in (*codes, *names))
    numbers = tuple(name for name, party in parties(case) if party.id_number and is_payee(case, name.value))
    people = tuple(claim for card in fronts(case) for claim in read_at(card, "name"))
    return tuple(claim.valued(PayeeKind.NATURAL_PERSON) for claim in (*people, *numbers))


def is_company(case: CaseInput) -> bool:
    return any(claim.value == PayeeKind.COMPANY for claim in kinds(case))


def id_numbers(case: CaseInput) -> tuple[Claim, ...]:
    """Return the payee's numbers, that of the identity card first."""
    if is_company(case):
        return _party_numbers(case, company=True)
    cards = tuple(claim for card in fronts(case) for claim in read_at(card, "id_number"))
    return cards + claim_of(case, CONFIRMATION, "id_number") + _party_numbers(case, company=False)


def id_types(case: CaseInput) -> tuple[Claim, ...]:
    """Return what the payee's number is."""
    kind = IdType.USCC if is_company(case) else IdType.RESIDENT_ID
    return tuple(claim.valued(kind) for claim in id_numbers(case))


def _party_numbers(case: CaseInput, *, company: bool) -> tuple[Claim, ...]:
    found = [(name, party.uscc if company else party.id_number) for name, party in parties(case)]
    return tuple(name.valued(number) for name, number in found if number and is_payee(case, name.value))
