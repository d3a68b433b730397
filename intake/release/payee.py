"""Who the payee is by the papers: which identity documents are the payee's, which numbers, a person or a company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from intake.domain import resident
from intake.domain.names import same_name
from intake.release import sources
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import (
    CONFIRMATION,
    FACE,
    IDENTITY,
    LICENCE,
    MANDATE,
    ORDER,
    PASSPORT,
    REPRESENTATIVE,
    TRAVEL,
    Claim,
    Spot,
    claim_of,
    claims,
    papers,
    parties,
    read_at,
)
from intake.release.parts.payee import IdType, PayeeKind

# Endings of names that people do not have (own list; a credit code on the ruling decides before it).
ORGANISATION = re.compile(
    r"(公司|工厂|[^\s]{2}厂|中心|合作社|银行|医院|学校|大学|委员会|事务所|[^\s]{3}局|商店|商行|经营部|集团|企业|研究院|研究所|协会"
    r"|人民政府|人民法院|人民检察院|办事处|[^\s]{2}厅)[)）]?$"
)
EMBOSSED = "holder_name"  # of a card
OF_AGE = 18  # years; 民法典 art. 17
HANZI = re.compile("[\u3400-\u9fff]")
SEVERAL = re.compile("[、,，;；]")


def several(case: CaseInput) -> bool:
    """Say whether a paper orders to pay several who are named together."""
    return len(payees(case)) > len(claim_of(case, ORDER, "payee_name"))


def payees(case: CaseInput) -> tuple[Claim, ...]:
    """Return those whom the papers order to pay, one claim each where several are named together."""
    return tuple(claim.valued(name) for claim in claim_of(case, ORDER, "payee_name") for name in _named(claim.value))


def _named(text: str) -> tuple[str, ...]:
    """Return the names in a text that lists several; any other text is one name as it stands."""
    names = tuple(name for name in SEVERAL.split(text) if name.strip())
    return names if len(names) > 1 else (text,)


def holders(case: CaseInput) -> tuple[Claim, ...]:
    """Return the holders of the account; the Latin letters of a card are no form of a name in Hanzi."""
    hanzi = any(HANZI.search(claim.value) for claim in payees(case))
    found = claims(case, sources.SOURCES[sources.ACCOUNT_NAME])
    return tuple(c for c in found if not hanzi or c.name != EMBOSSED or HANZI.search(c.value))


def is_payee(case: CaseInput, name: str) -> bool:
    """Say whether a paper of the case orders to pay `name`."""
    return any(same_name(name, claim.value) for claim in payees(case))


def names_of(case: CaseInput, paper: CaseDocument) -> tuple[Claim, ...]:
    """Return the names on an identity document; the Latin letters count where the payee is written in such."""
    latin = payees(case) and not any(HANZI.search(claim.value) for claim in payees(case))
    return tuple(claim for name in ("name", *(("name_latin",) if latin else ())) for claim in read_at(paper, name))


def identities(case: CaseInput, kind: str = IDENTITY) -> tuple[CaseDocument, ...]:
    """Return the payee's identity documents; where no name fits, those of nobody else, so that a difference is seen."""
    own = own_cards(case, kind)
    if own or own_cards(case) or is_minor(case):
        return own
    others = helpers(case)
    return tuple(
        card
        for card in papers(case, kind)
        if not any(same_name(name.value, other.value) for name in names_of(case, card) for other in others)
    )


def helpers(case: CaseInput) -> tuple[Claim, ...]:
    """Return those who act for others in the case: agents and legal representatives."""
    spots = (Spot(MANDATE, "agent_name"), Spot(REPRESENTATIVE, "name"), Spot(LICENCE, "legal_representative"))
    return claims(case, spots)


def is_minor(case: CaseInput) -> bool:
    """Say whether a number of the payee, on the ruling or on an own card, tells that the payee is not of age today."""
    own = tuple(claim for card in own_cards(case, FACE) for claim in read_at(card, "id_number"))
    return _tell_a_minor(case, (*own, *_party_numbers(case, company=False)))


def _tell_a_minor(case: CaseInput, numbers: Iterable[Claim]) -> bool:
    read = [resident.parse(claim.value) for claim in numbers]
    births = [number.birth_date for number in read if number is not None and number.checks]
    return any(birth is not None and case.today < _years_after(birth, OF_AGE) for birth in births)


def own_cards(case: CaseInput, kind: str = IDENTITY) -> tuple[CaseDocument, ...]:
    """Return the identity documents that carry the payee's name; a minor's parent may have the same one."""
    cards = tuple(c for c in papers(case, kind) if any(is_payee(case, name.value) for name in names_of(case, c)))
    numbers = _party_numbers(case, company=False)
    if not _tell_a_minor(case, numbers):
        return cards
    known = {claim.value for claim in numbers}
    return tuple(c for c in cards if any(claim.value in known for claim in read_at(c, "id_number"))) or cards


def _years_after(day: date, years: int) -> date:
    """Return the day so many years later; one born on 29 February is of age on 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def kinds(case: CaseInput) -> tuple[Claim, ...]:
    """Return what says whether the payee is a person or a company; a company by its code, its name or its licence."""
    codes = tuple(name for name, party in parties(case) if party.uscc and is_payee(case, name.value))
    names = tuple(c for c in payees(case) if ORGANISATION.search(c.value))
    licences = tuple(c for c in claim_of(case, LICENCE, "company_name") if is_payee(case, c.value))
    if codes or names or licences:
        return tuple(claim.valued(PayeeKind.COMPANY) for claim in (*codes, *names, *licences))
    numbers = tuple(name for name, party in parties(case) if party.id_number and is_payee(case, name.value))
    people = tuple(claim for card in identities(case) for claim in names_of(case, card))
    return tuple(claim.valued(PayeeKind.NATURAL_PERSON) for claim in (*people, *numbers))


def is_company(case: CaseInput) -> bool:
    return any(claim.value == PayeeKind.COMPANY for claim in kinds(case))


def id_numbers(case: CaseInput) -> tuple[Claim, ...]:
    """Return the payee's numbers, that of the identity document first."""
    if is_company(case):
        licences = tuple(p for p in papers(case, LICENCE) if any(_is_own(case, c) for c in read_at(p, "company_name")))
        codes = tuple(claim for paper in licences for claim in read_at(paper, "uscc"))
        return codes + _party_numbers(case, company=True)
    cards = tuple(claim for card in _receivers(case, FACE) for claim in read_at(card, "id_number"))
    travel = tuple(claim for card in _receivers(case, TRAVEL) for claim in read_at(card, "document_number"))
    return (cards or travel) + _confirmed(case) + _party_numbers(case, company=False)


def id_types(case: CaseInput) -> tuple[Claim, ...]:
    """Return what the payee's number is."""
    if is_company(case):
        return tuple(claim.valued(IdType.USCC) for claim in id_numbers(case))
    travel = next((paper.document.type for paper in identities(case, TRAVEL)), None)
    abroad = IdType.PASSPORT if travel == PASSPORT else IdType.MAINLAND_TRAVEL_PERMIT
    return tuple(
        claim.valued(abroad if travel and resident.parse(claim.value) is None else IdType.RESIDENT_ID)
        for claim in id_numbers(case)
    )


def _receivers(case: CaseInput, kind: str) -> tuple[CaseDocument, ...]:
    """Return the identity documents of whom the money goes to: of several payees, of the one who holds the account."""
    return tuple(c for c in identities(case, kind) if _receives(case, names_of(case, c)))


def _receives(case: CaseInput, names: tuple[Claim, ...]) -> bool:
    if not several(case):
        return True
    return any(same_name(name.value, holder.value) for name in names for holder in holders(case))


def _is_own(case: CaseInput, claim: Claim) -> bool:
    return is_payee(case, claim.value)


def _confirmed(case: CaseInput) -> tuple[Claim, ...]:
    """Return the numbers on account confirmations, less those of other holders: an agent has another number."""
    return tuple(
        claim
        for paper in papers(case, CONFIRMATION)
        if not any(_is_others(case, holder) for holder in read_at(paper, "account_name"))
        for claim in read_at(paper, "id_number")
    )


def _is_others(case: CaseInput, holder: Claim) -> bool:
    return bool(payees(case)) and not is_payee(case, holder.value)


def _party_numbers(case: CaseInput, *, company: bool) -> tuple[Claim, ...]:
    found = [(name, party.uscc if company else party.id_number) for name, party in parties(case)]
    return tuple(
        name.valued(number)
        for name, number in found
        if number and is_payee(case, name.value) and _receives(case, (name,))
    )
