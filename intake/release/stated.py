"""What is stated for each value of a request, best source first: by the papers, and by the person who gave the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from intake.domain.amount import LIMIT, in_words, parse_figures, parse_words, text_of
from intake.domain.bank import bank_of
from intake.domain.case_number import normalise
from intake.release import payee, sources
from intake.release.case import CaseInput
from intake.release.claims import ORDER, Claim, claim_of, claims
from intake.release.parts.base import MONEY
from intake.release.sources import SOURCES

BRANCH_WORDS = re.compile("支行|分行|营业[部室厅]|分理处|储蓄所|信用社|网点|分社")

Reader = Callable[[CaseInput], tuple[Claim, ...]]


def stated(case: CaseInput) -> Mapping[str, tuple[Claim, ...]]:
    """Return the claims for every value, by its JSON Pointer."""
    return {path: READERS[path](case) if path in READERS else claims(case, spots) for path, spots in SOURCES.items()}


def _said(name: str, value: str | None) -> tuple[Claim, ...]:
    return (Claim(name, value),) if value else ()


def _court_codes(case: CaseInput) -> tuple[Claim, ...]:
    told = claim_of(case, ORDER, "case_number") or _said_number(case)
    numbers = [(claim, normalise(claim.value)) for claim in told]
    codes = tuple(claim.valued(number.court_code) for claim, number in numbers if number and number.court_code)
    return _said("court_code", case.court_code) + codes


def _court_names(case: CaseInput) -> tuple[Claim, ...]:
    return _said("court_name", case.court_name) + claims(case, SOURCES[sources.COURT_NAME])


def _case_numbers(case: CaseInput) -> tuple[Claim, ...]:
    return claims(case, SOURCES[sources.CASE_NUMBER]) + _said_number(case)


def _said_number(case: CaseInput) -> tuple[Claim, ...]:
    """Return the case number that a person gave, spelled as papers are read: people type other brackets and blanks."""
    read = normalise(case.case_number or "")
    return _said("case_number", read.text if read else case.case_number)


def _banks(case: CaseInput) -> tuple[Claim, ...]:
    """Return the banks by the name we use; a bank that is in no list keeps the name on the paper."""
    found = claims(case, SOURCES[sources.BANK])
    return tuple(claim.valued(bank_of(claim.value) or claim.value) for claim in found)


def _branches(case: CaseInput) -> tuple[Claim, ...]:
    """Return what names more than a bank, on papers of the first type that does: the same branch has many names."""
    named = (tuple(c for c in claims(case, (s,)) if BRANCH_WORDS.search(c.value)) for s in SOURCES[sources.BRANCH])
    return next((found for found in named if found), ())


def _amounts(case: CaseInput) -> tuple[Claim, ...]:
    """Return the sum that a person states as an instalment; else all that the ruling grants."""
    part = case.instalment
    if part is None:
        return granted(case)
    return (Claim("amount", text_of(part.amount), confirmed_by=part.confirmed_by),)


def granted(case: CaseInput) -> tuple[Claim, ...]:
    """Return the amounts in figures and in words, both as figures; what is no positive amount of money is no claim."""
    figures = [(claim, _money(claim.value)) for claim in claim_of(case, ORDER, "amount")]
    words = [(claim, parse_words(claim.value)) for claim in claim_of(case, ORDER, "amount_upper")]
    return tuple(claim.valued(text_of(amount)) for claim, amount in (*figures, *words) if amount and amount < LIMIT)


def _money(text: str) -> Decimal | None:
    """Return the amount that a field holds: exactly two places, as contracts between programs want it."""
    return parse_figures(text) if re.fullmatch(MONEY, text) else None


def _upper_cases(case: CaseInput) -> tuple[Claim, ...]:
    """Return the amounts in canonical words: people may write the same amount in several ways."""
    return tuple(claim.valued(in_words(Decimal(claim.value))) for claim in reversed(_amounts(case)))


READERS: Mapping[str, Reader] = {
    sources.COURT_CODE: _court_codes,
    sources.COURT_NAME: _court_names,
    sources.CASE_NUMBER: _case_numbers,
    sources.PAYEE_KIND: payee.kinds,
    sources.ID_TYPE: payee.id_types,
    sources.ID_NUMBER: payee.id_numbers,
    sources.ACCOUNT_NAME: payee.holders,
    sources.BANK: _banks,
    sources.BRANCH: _branches,
    sources.AMOUNT: _amounts,
    sources.UPPER_CASE: _upper_cases,
}
"""Values that are not simply what stands at their spots."""
