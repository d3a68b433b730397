"""Rules about the papers of a company: its code, its licence and its representative are those of the payee."""

from __future__ import annotations

from functools import cache

from stdnum import numdb

from intake.domain import uscc
from intake.domain.clean import digits
from intake.domain.names import same_name
from intake.release import sources
from intake.release.agent import among
from intake.release.claims import FACE, LICENCE, REPRESENTATIVE, Claim, Spot, claim_of, papers, parties, read_at
from intake.release.payee import is_company, is_payee, payees
from intake.release.rules.rule import Scene, Verdict, verdict


def licence_is_payees(scene: Scene) -> Verdict:
    """X8: the licence and the certificate name the payee, the code passes, and its region fits the address.

    A code whose organisation part alone passes was perhaps really issued: that is for a person. A region that is in no
    table proves nothing.
    """
    if not is_company(scene.case):
        return Verdict(passed=None)
    names = claim_of(scene.case, LICENCE, "company_name") + claim_of(scene.case, REPRESENTATIVE, "company_name")
    codes, wanted = scene.settled.stated[sources.ID_NUMBER], payees(scene.case)
    told = [read for code in codes if (read := uscc.parse(code.value)) is not None]
    places = claim_of(scene.case, LICENCE, "address") + claim_of(scene.case, LICENCE, "registration_authority")
    fits = all(code.checks and code.inner_checks and _fits(code.region, places) for code in told)
    return verdict(
        holds=fits and all(among(name.value, wanted) for name in names),
        inputs=(*wanted, *names, *codes, *places),
        waits=tuple(Spot(LICENCE, n) for n in ("company_name",) if papers(scene.case, LICENCE) and not names),
        computable=bool(wanted and names and told),
    )


def representative_is_one(scene: Scene) -> Verdict:
    """Say whether licence, certificate and ruling name one legal representative."""
    if not is_company(scene.case):
        return Verdict(passed=None)
    named = claim_of(scene.case, REPRESENTATIVE, "name") + claim_of(scene.case, LICENCE, "legal_representative")
    named += tuple(
        claim.valued(party.legal_representative)
        for claim, party in parties(scene.case)
        if party.legal_representative and is_payee(scene.case, claim.value)
    )
    holds = all(same_name(named[0].value, other.value) for other in named[1:])
    return verdict(holds=holds, inputs=named, waits=(), computable=len(named) > 1)


def representative_is_named(scene: Scene) -> Verdict:
    """Say whether the number of the representative on the certificate is that on the representative's identity card."""
    names, told = claim_of(scene.case, REPRESENTATIVE, "name"), claim_of(scene.case, REPRESENTATIVE, "id_number")
    cards = [c for c in papers(scene.case, FACE) if any(among(name.value, names) for name in read_at(c, "name"))]
    numbers = tuple(claim for card in cards for claim in read_at(card, "id_number"))
    known = {digits(number.value) for number in numbers}
    return verdict(
        holds=not known or all(digits(claim.value) in known for claim in told),
        inputs=names + told + numbers,
        waits=(),
        computable=bool(told and numbers),
    )


def _fits(region: str, places: tuple[Claim, ...]) -> bool:
    """Say whether no place names another province than the code does; codes of the ministry itself name none."""
    found = numdb.get("cn/loc").info(region)
    province = next((facts["province"] for _, facts in found if "province" in facts), None)
    named = [p for place in places for p in _provinces() if place.value.startswith(p)]
    return province is None or all(p == province for p in named)


@cache
def _provinces() -> tuple[str, ...]:
    """Return the names of the provinces by the table of regions."""
    found = [facts.get("province") for head in range(11, 66) for _, facts in numdb.get("cn/loc").info(f"{head}0000")]
    return tuple(province for province in found if province)
