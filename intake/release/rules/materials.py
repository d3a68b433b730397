"""Which papers a case must have. Known so far: a natural person who is paid what was enforced."""

from __future__ import annotations

from dataclasses import dataclass

from intake.release.case import CaseInput
from intake.release.claims import CARD, CONFIRMATION, ID_BACK, ID_FRONT, RULING, Claim, papers
from intake.release.parts.case import Kind
from intake.release.payee import is_company
from intake.release.rules.rule import Scene, Verdict


@dataclass(frozen=True, slots=True)
class Need:
    """A paper that must be there: one of `types` will do."""

    types: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name of the sentence that says what people call it, where no type alone does."""
        return "_or_".join(self.types)

    def met(self, case: CaseInput) -> bool:
        return any(papers(case, kind) for kind in self.types)


RULING_NEED = Need((RULING,))
ACCOUNT_NEED = Need((CONFIRMATION, CARD))
PERSON = (RULING_NEED, Need((ID_FRONT,)), Need((ID_BACK,)), ACCOUNT_NEED)
ANYONE = (RULING_NEED, ACCOUNT_NEED)


def absent(case: CaseInput) -> tuple[Need, ...]:
    """Return the papers that are needed and not there."""
    return tuple(need for need in (PERSON if _known(case) else ANYONE) if not need.met(case))


def materials_are_there(scene: Scene) -> Verdict:
    """Say whether all needed papers are there; what companies and other kinds of money need is not known yet."""
    kinds = tuple(dict.fromkeys(paper.document.type or "" for paper in scene.case.documents))
    inputs = tuple(Claim("type", kind) for kind in kinds if kind)
    if not _known(scene.case):
        return Verdict(passed=None, inputs=inputs)
    return Verdict(passed=not absent(scene.case), inputs=inputs)


def _known(case: CaseInput) -> bool:
    return case.kind is Kind.ENFORCEMENT and not is_company(case)
