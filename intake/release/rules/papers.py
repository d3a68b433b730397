"""Rules about papers: banks and numbers fit, courts fit, seals are there, dates are in order."""

from __future__ import annotations

import re

from intake.domain import card
from intake.domain.bank import bank_of, bank_of_card, bank_of_cnaps
from intake.domain.card import CardKind
from intake.domain.case_number import court_agrees, normalise
from intake.domain.names import same_name
from intake.release import sources
from intake.release.claims import CARD, CONFIRMATION, RULING, Claim, Spot, claim_of, papers, unread
from intake.release.parts.case import Kind
from intake.release.rules.days import day_of
from intake.release.rules.rule import Scene, Verdict, verdict

CREDIT = re.compile(r"(?<!准)贷记|信用|[Cc]redit|CREDIT")
SEAL_FLOOR = 0.8  # below it the text around a seal is a guess and proves nothing


def bank_fits_numbers(scene: Scene) -> Verdict:
    """X5: the bank named, the issuer of the card number and the bank of the clearing number are one."""
    stated = scene.settled.stated
    named, numbers, clearing = stated[sources.BANK], stated[sources.ACCOUNT_NUMBER], stated[sources.CNAPS]
    banks = [bank_of(claim.value) for claim in named] + [bank_of_cnaps(claim.value) for claim in clearing]
    banks += [bank_of_card(claim.value) for claim in numbers if _is_card(claim)]
    known = [bank for bank in banks if bank is not None]
    return verdict(
        holds=len(set(known)) <= 1 and scene.settled.agree(sources.BANK),
        inputs=named + numbers + clearing,
        waits=_unknown_banks(named) if known else (),
        computable=len(known) > 1,
    )


def _unknown_banks(named: tuple[Claim, ...]) -> tuple[Spot, ...]:
    """Return where a bank is named that we do not know: nobody can tell whether the numbers are its own."""
    papers_of = [claim.paper for claim in named if claim.paper is not None and bank_of(claim.value) is None]
    return tuple(dict.fromkeys(Spot(paper.document.type or "", "bank_name") for paper in papers_of))


def account_is_debit(scene: Scene) -> Verdict:
    """Refuse a credit card: money of a case goes to a debit card, a passbook or a bank account only."""
    told = claim_of(scene.case, CARD, "card_type")
    numbers = tuple(c for c in scene.settled.stated[sources.ACCOUNT_NUMBER] if _is_card(c))
    kinds = {number.kind for c in numbers if (number := card.parse(c.value)) is not None} - {CardKind.UNKNOWN}
    return verdict(
        holds=CardKind.CREDIT not in kinds and not any(CREDIT.search(kind.value) for kind in told),
        inputs=told + numbers,
        waits=(),
        computable=bool(told or kinds),
    )


def _is_card(claim: Claim) -> bool:
    """Say whether a number is that of a card: other accounts may begin with the same digits."""
    number = card.parse(claim.value)
    return number is not None and (claim.name == "card_number" or number.fits)


def courts_fit(scene: Scene) -> Verdict:
    """X7: the court of the ruling, of its case number, of its seal and of the person who asks are one."""
    names, codes = scene.settled.stated[sources.COURT_NAME], scene.settled.stated[sources.COURT_CODE]
    seals = _court_seals(scene)
    fits = all(same_name(name.value, seal.value) for name in names for seal in seals)
    coded = [court_agrees(code.value, name.value) for code in codes for name in names]
    said = scene.settled.agree(sources.COURT_NAME) and scene.settled.agree(sources.COURT_CODE)
    return verdict(
        holds=said and fits and False not in coded,
        inputs=names + codes + seals,
        waits=(),
        computable=bool(names and seals) or True in coded or len(names) > 1,
    )


def ruling_is_sealed(scene: Scene) -> Verdict:
    """X11: every ruling bears a seal."""
    seals = claim_of(scene.case, RULING, "has_seal")
    return verdict(
        holds=all(seal.value == "true" for seal in seals),
        inputs=seals,
        waits=unread(scene.case, (Spot(RULING, "has_seal"),)),
        computable=bool(seals),
    )


def dates_are_ordered(scene: Scene) -> Verdict:
    """X13: the year of the case number, then the dates of the papers, then today."""
    numbers = scene.settled.stated[sources.CASE_NUMBER]
    years = [number.year for claim in numbers if (number := normalise(claim.value)) is not None]
    dated = claim_of(scene.case, RULING, "decision_date") + claim_of(scene.case, CONFIRMATION, "confirmed_on")
    days = [day for claim in dated if (day := day_of(claim.value)) is not None]
    holds = all(day <= scene.case.today for day in days) and all(year <= day.year for year in years for day in days)
    inputs = (*numbers, *dated, Claim("today", scene.case.today.isoformat()))
    return verdict(holds=holds, inputs=inputs, waits=(), computable=bool(years and days))


def kind_fits_case(scene: Scene) -> Verdict:
    """Say whether money of the kind `enforcement`, and no other, belongs to a case of enforcement."""
    numbers = scene.settled.stated[sources.CASE_NUMBER]
    read = [number for claim in numbers if (number := normalise(claim.value)) is not None]
    wanted = scene.case.kind is Kind.ENFORCEMENT
    return verdict(
        holds=all(number.is_enforcement == wanted for number in read),
        inputs=(Claim("kind", scene.case.kind), *numbers),
        waits=(),
        computable=bool(read),
    )


def _court_seals(scene: Scene) -> tuple[Claim, ...]:
    """Return what the seals of the rulings say, where it is the name of a court and surely read."""
    seals = [(paper, seal) for paper in papers(scene.case, RULING) for seal in paper.seals]
    return tuple(
        Claim("seal", seal.text, paper)
        for paper, seal in seals
        if seal.confidence >= SEAL_FLOOR and seal.text.endswith("法院")
    )
