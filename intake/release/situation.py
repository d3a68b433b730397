"""In which situation a case is: who is paid, through whom, and how many; it decides what papers are asked for."""

from __future__ import annotations

import re

from intake.release.agent import agents
from intake.release.case import CaseInput
from intake.release.claims import parties
from intake.release.payee import is_company, is_minor, is_payee, payees, several
from intake.release.policy.policy import Situation

GOVERNMENT = re.compile(
    r"(人民政府|人民法院|人民检察院|办事处|(?<!村民|居民|业主|仲裁)委员会|[^\s]{2}厅|(?<!邮政|电信|供电|铁路)局|财政所)[)）]?$"
)
OFFICES = "11"  # how the credit codes of offices of the state begin (GB 32100: 机构编制, 机关)


def situations(case: CaseInput) -> tuple[Situation, ...]:
    """Return the situations of a case, in the order in which papers are asked for."""
    found = [Situation.EVERYONE, _payee(case)]
    if agents(case):
        found.append(Situation.AGENT)
    if several(case):
        found.append(Situation.SEVERAL_PAYEES)
    return tuple(found)


def _payee(case: CaseInput) -> Situation:
    if is_company(case):
        return Situation.GOVERNMENT_BODY if _is_office(case) else Situation.COMPANY
    return Situation.MINOR if is_minor(case) else Situation.NATURAL_PERSON


def _is_office(case: CaseInput) -> bool:
    codes = [party.uscc for name, party in parties(case) if party.uscc and is_payee(case, name.value)]
    named = any(GOVERNMENT.search(claim.value) for claim in payees(case))
    return named or any(code.startswith(OFFICES) for code in codes)
