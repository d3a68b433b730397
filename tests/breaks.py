"""Samples that are wrong on purpose, for the contract suite: every rule of a type is tripped by one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from intake.domain.drawing import Facts


@dataclass(frozen=True, slots=True)
class Broken:
    """A sample that is wrong on purpose: its facts, how surely it is read, its seal gone, another signature."""

    facts: Callable[[Facts], Facts] = lambda facts: facts
    confidence: float = 1.0
    sealed: bool = True
    signer: str | None = None


def applicant(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, applicant=replace(facts.applicant, **changes)))


def account(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, account=replace(facts.account, **changes)))


def facts(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, **changes))


def respondent(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, respondent=replace(facts.respondent, **changes)))


SOUND = Broken()
UNSURE = Broken(confidence=0.3)
BAD_ID = "110105194912310021"
TOO_OLD = "440524188001010014"  # born in 1880: its check digit fits
BAD_CARD = "6222021234567890123"
