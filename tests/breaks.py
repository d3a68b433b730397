"""Samples that are wrong on purpose, for the contract suite: every rule of a type is tripped by one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

from intake.domain.drawing import Facts
from intake.domain.text import PageText, plain_line


@dataclass(frozen=True, slots=True)
class Broken:
    """A sample that is wrong on purpose: its facts, how surely it is read, its seal gone, another signature.

    `instead` are regular expressions, each with what is read where it matches.
    """

    facts: Callable[[Facts], Facts] = lambda facts: facts
    confidence: float = 1.0
    sealed: bool = True
    signer: str | None = None
    instead: tuple[tuple[str, str], ...] = ()

    def reworded(self, page: PageText) -> PageText:
        """Return a page with other words put in the place of some."""
        lines = list(page.lines)
        for (old, new), (i, line) in product(self.instead, enumerate(page.lines)):
            if re.search(old, line.text):
                lines[i] = plain_line(re.sub(old, new, line.text), line.box, confidence=self.confidence)
        return replace(page, lines=tuple(lines))


def applicant(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, applicant=replace(facts.applicant, **changes)))


def account(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, account=replace(facts.account, **changes)))


def facts(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, **changes))


def company(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, company=replace(facts.company, **changes)))


def reading(old: str, new: str) -> Broken:
    return Broken(instead=((old, new),))


def respondent(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, respondent=replace(facts.respondent, **changes)))


SOUND = Broken()
UNSURE = Broken(confidence=0.3)
BAD_ID = "110105194912310021"
TOO_OLD = "440524188001010014"  # born in 1880: its check digit fits
BAD_CARD = "6222021234567890123"
