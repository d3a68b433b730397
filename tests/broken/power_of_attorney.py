"""What can be wrong with power_of_attorney."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from breaks import BAD_CARD, BAD_ID, TOO_OLD, UNSURE, Broken, account, facts


def _agent(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, agent=replace(facts.agent, **changes)))


BROKEN = (
    UNSURE,
    _agent(id_number=BAD_ID),
    _agent(id_number=TOO_OLD),
    Broken(lambda facts: replace(facts, agent=facts.applicant)),
    account(number=BAD_CARD),
    account(number="12345678"),
    facts(case_number="（2015）杭西执民字第1234号"),
    facts(confirmed_on=date(2020, 1, 1)),
)
