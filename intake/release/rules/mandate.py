"""Rules about agents: the power of attorney allows receiving the money, and the agent is the one it names."""

from __future__ import annotations

from intake.domain.clean import digits
from intake.release.agent import agents, among, mandates
from intake.release.case import CaseDocument
from intake.release.claims import FACE, MANDATE, Spot, papers, read_at
from intake.release.rules.rule import Scene, Verdict, verdict


def agent_may_receive(scene: Scene) -> Verdict:
    """Say whether an agent to whom the money goes may receive it: the powers must say so (代为收取执行款项)."""
    acting = mandates(scene.case)
    may = tuple(claim for paper in acting for claim in read_at(paper, "may_receive_funds"))
    told = tuple(claim for paper in acting for name in ("agent_name", "powers") for claim in read_at(paper, name))
    silent = any(not read_at(paper, "may_receive_funds") for paper in acting)
    return verdict(
        holds=all(claim.value == "true" for claim in may),
        inputs=told + may,
        waits=(Spot(MANDATE, "may_receive_funds"),) if silent else (),
        computable=bool(acting),
    )


def agent_is_named(scene: Scene) -> Verdict:
    """Say whether the number of the agent's identity card is the one on the power of attorney."""
    acting = mandates(scene.case)
    named = tuple(claim for paper in acting for claim in read_at(paper, "agent_id_number"))
    numbers = tuple(claim for card in _cards(scene) for claim in read_at(card, "id_number"))
    holds = all(digits(claim.value) in {digits(number.value) for number in numbers} for claim in named)
    return verdict(
        holds=holds or not numbers,
        inputs=agents(scene.case) + named + numbers,
        waits=(),
        computable=bool(named and numbers),
    )


def _cards(scene: Scene) -> tuple[CaseDocument, ...]:
    """Return the identity cards of agents."""
    acting = agents(scene.case)
    return tuple(c for c in papers(scene.case, FACE) if any(among(name.value, acting) for name in read_at(c, "name")))
