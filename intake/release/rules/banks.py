"""Rules about banks: name, card number and clearing number are of one bank and one city; no credit card is paid."""

from __future__ import annotations

import re

from intake.domain import areas, card
from intake.domain.bank import bank_of, bank_of_card, bank_of_cnaps
from intake.domain.card import CardKind
from intake.release import sources
from intake.release.claims import CARD, Claim, Spot, claim_of
from intake.release.rules.rule import Scene, Verdict, verdict

CREDIT = re.compile(r"(?<!准)贷记|信用|[Cc]redit|CREDIT")


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


def branch_fits_area(scene: Scene) -> Verdict:
    """X6: the city in the clearing number is the one that the branch names; without one of them, nobody can tell."""
    clearing, branches = scene.settled.stated[sources.CNAPS], scene.settled.stated[sources.BRANCH]
    told = [areas.agrees(code.value, branch.value) for code in clearing for branch in branches]
    known = [fits for fits in told if fits is not None]
    return verdict(holds=all(known), inputs=clearing + branches, waits=(), computable=bool(known))
