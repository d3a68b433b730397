"""Rules about check digits: a number that fails on several papers alike was not misread, it is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from intake.domain import card, resident
from intake.release import sources
from intake.release.claims import Claim, Spot
from intake.release.rules.rule import Scene, Verdict


def id_number_checks(scene: Scene) -> Verdict:
    """Say whether the payee's identity number passes its check digit; one reading alone may be a misreading."""
    claims = scene.settled.claims(sources.ID_NUMBER)
    read = [number.checks for claim in claims if (number := resident.parse(claim.value)) is not None]
    return _judged(claims, read)


def card_number_checks(scene: Scene) -> Verdict:
    """Say whether the account number passes its check digit, where a paper says that it is that of a card."""
    claims = scene.settled.claims(sources.ACCOUNT_NUMBER)
    if not any(claim.name == "card_number" for claim in claims):
        return Verdict(passed=None)
    read = [number.checks for claim in claims if (number := card.parse(claim.value)) is not None]
    return _judged(claims, read)


def _judged(claims: tuple[Claim, ...], checks: Sequence[bool]) -> Verdict:
    if not checks:
        return Verdict(passed=None, inputs=claims)
    if all(checks):
        return Verdict(passed=True, inputs=claims)
    papers = [claim.paper for claim in claims if claim.paper is not None]
    if len({paper.document_id for paper in papers}) > 1:
        return Verdict(passed=False, inputs=claims)
    waits = tuple(Spot(paper.document.type or "", claims[0].name) for paper in papers[:1])
    return Verdict(passed=None, inputs=claims, waits=waits)
