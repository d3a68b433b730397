"""Which papers a case must have, as the court says for its kind of money and its payee, and which of them lack."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.document import DocumentClass
from intake.domain.names import same_name
from intake.release.agent import agents
from intake.release.case import CaseDocument, CaseInput
from intake.release.claims import IDENTITY, Claim, papers, types_of
from intake.release.payee import helpers, is_minor, names_of, own_cards
from intake.release.policy.policy import Owner, Requirement
from intake.release.rules.rule import Scene, Verdict
from intake.release.situation import situations


@dataclass(frozen=True, slots=True)
class Lack:
    """What is missing of a requirement: one type of paper; `type` is None for all of it, or for another's paper."""

    requirement: str
    type: str | None
    types: tuple[str, ...]
    """Types of paper that would bring it."""


def required(case: CaseInput) -> tuple[tuple[str, Requirement], ...]:
    """Return what the policy asks for in the case, by name."""
    names = case.policy.required(case.kind, situations(case))
    return tuple((name, case.policy.requirements[name]) for name in names)


def absent(case: CaseInput) -> tuple[Lack, ...]:
    """Return the papers that are needed and not there; a type that several requirements lack alike is said once."""
    found: dict[tuple[str, str | None], Lack] = {}
    for name, requirement in required(case):
        for lack in _lacks(case, name, requirement):
            found.setdefault((name, lack.type), lack)
    return tuple(found.values())


def materials_are_there(scene: Scene) -> Verdict:
    """Say whether all that the policy asks for is there."""
    case = scene.case
    kinds = tuple(dict.fromkeys(paper.document.type or "" for paper in case.documents))
    asked = tuple(Claim("requirement", name) for name, _ in required(case))
    found = tuple(Claim("type", kind) for kind in kinds if kind)
    links = tuple(Claim("link", name, paper) for paper in case.documents if (name := _linked(case, paper)))
    policy = Claim("policy", f"{case.policy.name} {case.policy.version}")
    situation = tuple(Claim("situation", one) for one in situations(case))
    return Verdict(passed=not absent(case), inputs=(policy, *situation, *asked, *found, *links))


def _lacks(case: CaseInput, name: str, requirement: Requirement) -> tuple[Lack, ...]:
    if any(_linked(case, paper) == name for paper in case.documents):
        return ()
    missing = [tuple(t for t in choice if not _there(case, t, requirement.of)) for choice in requirement.any_of]
    if () in missing:
        return ()
    begun = [lack for choice, lack in zip(requirement.any_of, missing, strict=True) if len(lack) < len(choice)]
    if begun:
        nearest = min(begun, key=len)
        return tuple(Lack(name, None if papers(case, t) else t, (t,)) for t in nearest)
    return (Lack(name, None, tuple(t for choice in requirement.any_of for t in choice)),)


def _linked(case: CaseInput, paper: CaseDocument) -> str | None:
    """Return the requirement that a person linked a paper to; only papers that are nothing we know may be."""
    known = paper.document.type not in {None, "other"} or paper.document.klass is not DocumentClass.OTHER
    return None if known else case.links.get(paper.document_id)


def _there(case: CaseInput, kind: str, owner: Owner) -> bool:
    return any(_may_be(case, paper, owner) for paper in papers(case, kind))


def _may_be(case: CaseInput, paper: CaseDocument, owner: Owner) -> bool:
    """Say whether an identity document may be that of its owner; one without a name, as a back, may be anybody's."""
    if owner is Owner.ANYONE or paper.document.type not in types_of(case, IDENTITY):
        return True
    names = names_of(case, paper)
    if not names:
        return True
    own = paper in own_cards(case)
    if owner is Owner.PAYEE:
        return own or not (is_minor(case) or _is_one_of(names, helpers(case)))
    if owner is Owner.GUARDIAN:
        return not own
    acting = agents(case) if owner is Owner.AGENT else helpers(case)
    return not acting or _is_one_of(names, acting)


def _is_one_of(names: tuple[Claim, ...], others: tuple[Claim, ...]) -> bool:
    return any(same_name(name.value, other.value) for name in names for other in others)
