"""Rules that one value is the same on all papers that state it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from intake.release import sources
from intake.release.claims import (
    ACCOUNT_PERMIT,
    CARD,
    CONFIRMATION,
    FACE,
    LICENCE,
    MANDATE,
    ORDER,
    PASSBOOK,
    TRAVEL,
    Claim,
    Spot,
    papers,
    unread,
)
from intake.release.payee import identities, is_company
from intake.release.rules.rule import Scene, Verdict, verdict
from intake.release.stated import granted

Judge = Callable[[Scene], Verdict]


def agreement(path: str, *due: Spot) -> Judge:
    """Return a rule that all who state the value at `path` agree; it waits for what should be stated at `due`."""

    def judge(scene: Scene) -> Verdict:
        stated = scene.settled.stated[path]
        holds = scene.settled.agree(path)
        return verdict(holds=holds, inputs=stated, waits=_unstated(scene, stated, due), computable=len(stated) > 1)

    return judge


def _unstated(scene: Scene, stated: Sequence[Claim], due: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the spots on papers of the case where nothing is read, or nothing that means such a value."""
    said = {claim.name for claim in stated}
    there = tuple(spot for spot in due if papers(scene.case, spot.type))
    silent = unread(scene.case, there)
    return tuple(spot for spot in there if spot in silent or spot.field not in said)


same_case = agreement(
    sources.CASE_NUMBER,
    Spot(ORDER, "case_number"),
    Spot(CONFIRMATION, "case_number"),
    Spot(MANDATE, "case_number"),
)

same_account = agreement(
    sources.ACCOUNT_NUMBER,
    Spot(CONFIRMATION, "account_number"),
    Spot(CARD, "card_number"),
    Spot(PASSBOOK, "account_number"),
    Spot(ACCOUNT_PERMIT, "account_number"),
)

same_payee = agreement(sources.PAYEE_NAME, Spot(ORDER, "payee_name"))

same_cause = agreement(sources.CAUSE)


def same_amount(scene: Scene) -> Verdict:
    """Say whether the papers that order the payment grant the same in figures and in words, whatever part is paid."""
    said = granted(scene.case)
    waits = _unstated(scene, said, (Spot(ORDER, "amount"), Spot(ORDER, "amount_upper")))
    holds = len({claim.value for claim in said}) <= 1
    return verdict(holds=holds, inputs=said, waits=waits, computable=len(said) > 1)


def same_id_number(scene: Scene) -> Verdict:
    """Say whether the payee's number is the same on all papers; those of agents and representatives are others'."""
    case, path = scene.case, sources.ID_NUMBER
    groups = {LICENCE: "uscc"} if is_company(case) else {FACE: "id_number", TRAVEL: "document_number"}
    due = tuple(Spot(kind, name) for kind, name in groups.items() if kind == LICENCE or identities(case, kind))
    stated = scene.settled.stated[path]
    waits = _unstated(scene, stated, due)
    return verdict(holds=scene.settled.agree(path), inputs=stated, waits=waits, computable=len(stated) > 1)
