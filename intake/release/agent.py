"""Who receives the money for the payee: the holder of the account, and the powers of attorney that name an agent."""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.names import same_name
from intake.release import sources
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import MANDATE, Claim, claims, papers, parties, read_at
from intake.release.payee import HANZI, is_payee, payees


def holders(case: CaseInput) -> tuple[Claim, ...]:
    """Return the holders of the account; the Latin letters of a card are no form of a name in Hanzi."""
    hanzi = any(HANZI.search(claim.value) for claim in payees(case))
    found = claims(case, sources.SOURCES[sources.ACCOUNT_NAME])
    return tuple(claim for claim in found if not hanzi or HANZI.search(claim.value))


def mandates(case: CaseInput) -> tuple[CaseDocument, ...]:
    """Return the powers of attorney under which another than an applicant is paid, on the ruling or by the account."""
    applicants = tuple(name for name, _ in parties(case))
    strangers = [claim for claim in holders(case) if not is_payee(case, claim.value)]
    if applicants:
        strangers += [claim for claim in payees(case) if not among(claim.value, applicants)]
    entitled = (*payees(case), *applicants)
    return tuple(
        paper
        for paper in papers(case, MANDATE)
        if any(among(agent.value, strangers) for agent in read_at(paper, "agent_name"))
        and any(among(principal.value, entitled) for principal in read_at(paper, "principal_name"))
    )


def agents(case: CaseInput) -> tuple[Claim, ...]:
    """Return the agents to whom the money goes."""
    return tuple(claim for paper in mandates(case) for claim in read_at(paper, "agent_name"))


def among(name: str, claims: Iterable[Claim]) -> bool:
    """Say whether one of the claims is that name."""
    return any(same_name(name, claim.value) for claim in claims)
