"""Rules about papers: courts fit, seals are there, dates are in order."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.case_number import normalise
from intake.domain.court import court_agrees
from intake.domain.names import same_name
from intake.release import sources
from intake.release.claims import (
    ACCOUNT_PERMIT,
    CONFIRMATION,
    LICENCE,
    MANDATE,
    ORDER,
    REPRESENTATIVE,
    Claim,
    Spot,
    claim_of,
    claims,
    papers,
    read_at,
    unread,
)
from intake.release.parts.case import Kind
from intake.release.payee import ORGANISATION
from intake.release.rules.days import day_of
from intake.release.rules.rule import Scene, Verdict, verdict

SEAL_FLOOR = 0.8  # below it the text around a seal is a guess and proves nothing

OF_THE_CASE = (Spot(ORDER, "decision_date"), Spot(CONFIRMATION, "confirmed_on"))
ISSUED = tuple(Spot(kind, "issued_on") for kind in (MANDATE, REPRESENTATIVE, LICENCE, ACCOUNT_PERMIT))
"""Papers that may be older than the case; none is from the future."""


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


def papers_are_sealed(scene: Scene) -> Verdict:
    """X11: every ruling bears a seal, and so does every paper that a company signs."""
    seals = claim_of(scene.case, ORDER, "has_seal") + _stamps(scene)
    bare = tuple(seal for seal in seals if seal.value != "true")
    waits = unread(scene.case, (Spot(ORDER, "has_seal"),))
    judged = verdict(holds=not bare, inputs=seals, waits=waits, computable=bool(seals))
    return replace(judged, blamed=bare)


def _stamps(scene: Scene) -> tuple[Claim, ...]:
    """Return whether the papers that a company signs bear a seal, one claim each."""
    powers = [
        p
        for p in papers(scene.case, MANDATE)
        if any(ORGANISATION.search(c.value) for c in read_at(p, "principal_name"))
    ]
    signed = (*papers(scene.case, REPRESENTATIVE), *powers)
    return tuple(Claim("has_seal", "true" if paper.seals else "false", paper) for paper in signed)


def dates_are_ordered(scene: Scene) -> Verdict:
    """X13: the year of the case number, then the dates of the papers of the case, then today."""
    numbers = scene.settled.stated[sources.CASE_NUMBER]
    years = [number.year for claim in numbers if (number := normalise(claim.value)) is not None]
    dated = claims(scene.case, OF_THE_CASE)
    earlier = claims(scene.case, ISSUED)
    days = [day for claim in dated if (day := day_of(claim.value)) is not None]
    issued = [day for claim in earlier if (day := day_of(claim.value)) is not None]
    past = all(day <= scene.case.today for day in (*days, *issued))
    holds = past and all(year <= day.year for year in years for day in days)
    inputs = (*numbers, *dated, *earlier, Claim("today", scene.case.today.isoformat()))
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
    seals = [(paper, seal) for paper in papers(scene.case, ORDER) for seal in paper.seals]
    return tuple(
        Claim("seal", seal.text, paper)
        for paper, seal in seals
        if seal.confidence >= SEAL_FLOOR and seal.text.endswith("法院")
    )
