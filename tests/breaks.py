"""Samples that are wrong on purpose, for the contract suite: every rule of a type is tripped by one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
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


CIVIL_PAPER = (
    UNSURE,
    Broken(sealed=False),
    account(number=BAD_CARD),
    account(number="12345678"),
    applicant(id_number=BAD_ID),
    applicant(name="张三，女。原告：李芳"),
    respondent(name=f"李四，男，公民身份号码{BAD_ID}"),
    facts(amount=Decimal("1.00")),
    facts(amount=Decimal("0.00")),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(cause=f"借款纠纷一案，不服（2015）杭西民初字第12号判决，另{'借款纠纷'}"),
    facts(court_name="四川省成都市锦江区人民法院", case_number="（2023）浙0106执1234号"),
    facts(decided_on=date(2020, 2, 2)),
    facts(judges=("王小明", "李芳")),
)
"""What can be wrong with a paper of a civil case: seed 1 is about a company, seed 3 has words and an account."""
