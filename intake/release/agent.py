"""Who receives the money for a payee: the agents whom powers of attorney name."""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.names import same_name
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import MANDATE, Claim, papers, parties, read_at
from intake.release.payee import holders, is_payee, payees


def mandates(case: CaseInput) -> tuple[CaseDocument, ...]:
    """Return the powers of attorney that the money needs; others, as those for the trial alone, change nothing.

    Needed are those of a payee for a stranger who holds the account, and of an applicant for a payee who is none.
    """
    return tuple(paper for paper in papers(case, MANDATE) if _holds(case, paper) or _is_paid(case, paper))


def agents(case: CaseInput) -> tuple[Claim, ...]:
    """Return the agents to whom the money goes."""
    return tuple(claim for paper in mandates(case) for claim in read_at(paper, "agent_name"))


def _holds(case: CaseInput, paper: CaseDocument) -> bool:
    """Say whether the agent holds the account for a payee."""
    strangers = [holder for holder in holders(case) if not is_payee(case, holder.value)]
    return _names(paper, payees(case), strangers)


def _is_paid(case: CaseInput, paper: CaseDocument) -> bool:
    """Say whether the ruling itself names the agent of an applicant as payee."""
    applicants = tuple(name for name, _ in parties(case))
    strangers = [payee for payee in payees(case) if not among(payee.value, applicants)]
    return _names(paper, applicants, strangers)


def _names(paper: CaseDocument, principals: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Say whether a power of attorney is of one of `principals` for one of `others`."""
    return any(among(claim.value, principals) for claim in read_at(paper, "principal_name")) and any(
        among(claim.value, others) for claim in read_at(paper, "agent_name")
    )


def among(name: str, claims: Iterable[Claim]) -> bool:
    """Say whether one of the claims is that name."""
    return any(same_name(name, claim.value) for claim in claims)
