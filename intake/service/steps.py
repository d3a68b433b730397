"""The steps of a case until its request is handed over: within what time, with what papers, and whose each is (S10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intake.domain.messages import Language, sentence
from intake.release.policy.policy import Policy
from intake.release.situation import situations
from intake.release.workdays import due
from intake.service.access import Principal, Right, Role
from intake.service.context import Context
from intake.service.requests import counted, input_of
from intake.service.review import case_papers
from intake.store import cases, scans


class Step(StrEnum):
    """What is done, in this order."""

    PROVIDE = "provide"
    CHECK = "check"
    CONFIRM = "confirm"
    HAND_OVER = "hand_over"


WHOSE: Mapping[Step, Role] = {
    Step.PROVIDE: Role.PARTY,
    Step.CHECK: Role.CLERK,
    Step.CONFIRM: Role.REVIEWER,
    Step.HAND_OVER: Role.JUDGE,
}
Said = Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Stage:
    """`working_days` are those that the court gives for it, `due` the day where it begins today."""

    step: Step
    working_days: int
    due: date
    materials: tuple[Said, ...]
    role: Role


def steps(context: Context, asks: Principal, case_id: str, today: date) -> tuple[Stage, ...]:
    """Return the steps of a case by the rules of its court and by who is paid. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        case = cases.get(connection, case_id, asks.scope)
        papers = case_papers(context, connection, case_id)
        given = input_of(context, case, *counted(case, papers, scans.all_of_case(connection, case_id)), today)
    policy = context.policy(case.court)
    wanted = (policy.requirements[name] for name in policy.required(given.kind, situations(given)))
    asked: tuple[Said, ...] = tuple({Language.ZH: each.zh, Language.EN: each.en} for each in wanted)
    typed, ready = _said("material_typed"), _said("material_ready")
    materials = {Step.PROVIDE: asked, Step.CHECK: asked, Step.CONFIRM: (typed,), Step.HAND_OVER: (ready,)}
    return tuple(_stage(policy, step, materials[step], today) for step in Step)


def _stage(policy: Policy, step: Step, materials: tuple[Said, ...], today: date) -> Stage:
    given = policy.notice.working_days if step is Step.PROVIDE else int(getattr(policy.steps, step))
    return Stage(step, given, due(today, given, policy.calendar).day, materials, WHOSE[step])


def _said(code: str) -> Said:
    return {language: sentence(code, {}, language) for language in Language}
