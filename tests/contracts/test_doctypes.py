"""What every document type promises: its drawings are recognised, read back, and every rule can be tripped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

import numpy as np
import pytest
from builders import as_read

from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.drawing import Facts
from intake.domain.text import plain_line
from intake.drawing.facts import facts_of
from intake.extract.fields import extract

pytestmark = pytest.mark.integration
TYPES = registry()
DRAWN = {name: doctype for name, doctype in TYPES.items() if doctype.draw}
SEEDS = range(5)
SAMPLES = [pytest.param(name, seed, id=f"{name}-{seed}") for name in DRAWN for seed in SEEDS]


@dataclass(frozen=True, slots=True)
class Broken:
    """A sample that is wrong on purpose: its facts, how surely it is read, its seal gone, another signature."""

    facts: Callable[[Facts], Facts] = lambda facts: facts
    confidence: float = 1.0
    sealed: bool = True
    signer: str | None = None


def _applicant(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, applicant=replace(facts.applicant, **changes)))


def _account(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, account=replace(facts.account, **changes)))


def _facts(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, **changes))


def _respondent(**changes) -> Broken:
    return Broken(lambda facts: replace(facts, respondent=replace(facts.respondent, **changes)))


SOUND = Broken()
UNSURE = Broken(confidence=0.3)
BAD_ID = "110105194912310021"
TOO_OLD = "440524188001010014"  # born in 1880: its check digit fits
BAD_CARD = "6222021234567890123"
BREAKS: Mapping[str, tuple[Broken, ...]] = {
    "resident_id_front": (
        UNSURE,
        _applicant(id_number=BAD_ID),
        _applicant(id_number=TOO_OLD),
        _applicant(born_on=date(1880, 1, 1)),
    ),
    "resident_id_back": (
        UNSURE,
        _applicant(id_valid_from=date(2020, 1, 1), id_valid_to=date(2019, 1, 1)),
        _applicant(id_valid_from=date(2020, 1, 1), id_valid_to=date(2027, 1, 1)),
    ),
    "bank_card": (UNSURE, _account(number=BAD_CARD), _account(number="6228480402564890018", bank_name="中国工商银行")),
    "account_confirmation": (
        UNSURE,
        _account(number=BAD_CARD),
        _account(number="6228480402564890018", bank_name="中国工商银行", branch_name="中国工商银行杭州西湖支行"),
        _account(cnaps_code="105100000071"),
        _applicant(id_number=BAD_ID),
        _facts(phone="01234567"),
        _facts(case_number="（2015）杭西执民字第1234号"),
        _facts(confirmed_on=date(2020, 1, 1)),
        _account(name=" "),
        Broken(signer="王小明"),
    ),
    "enforcement_ruling": (
        UNSURE,
        Broken(sealed=False),
        _account(number=BAD_CARD),
        _applicant(id_number=BAD_ID),
        _applicant(name="张三，女。申请执行人：李芳"),
        _respondent(id_number=BAD_ID),
        _facts(amount=Decimal("1.00")),
        _facts(amount=Decimal("0.00")),
        _facts(case_number="（2015）杭西执民字第1234号"),
        _facts(basis_case_number="（2015）杭西民初字第1234号"),
        _facts(court_name="四川省成都市锦江区人民法院", case_number="（2023）浙0106执1234号"),
        _facts(decided_on=date(2020, 2, 2)),
        _facts(judges=("王小明", "李芳")),
    ),
}


@cache
def _drawn(name: str, seed: int, broken: Broken):
    return DRAWN[name].draw(broken.facts(facts_of(seed)), seed)


def _pages(name: str, seed: int, how: Broken = SOUND):
    pages = as_read(_drawn(name, seed, how), confidence=how.confidence)
    pages = pages if how.sealed else tuple(replace(page, seals=()) for page in pages)
    return tuple(_signed(page, facts_of(seed).account.name, how.signer) for page in pages) if how.signer else pages


def _signed(page, holder: str, signer: str):
    """Put another name where the holder's stands last."""
    last = max(i for i, line in enumerate(page.lines) if line.text == holder)
    lines = list(page.lines)
    lines[last] = plain_line(signer, lines[last].box)
    return replace(page, lines=tuple(lines))


@pytest.mark.parametrize(("name", "seed"), SAMPLES)
def test_a_drawing_is_recognised_against_all_other_types(name, seed):
    (part,) = documents(_pages(name, seed), TYPES)

    assert part.type == name
    assert part.confidence >= 0.75


@pytest.mark.parametrize(("name", "seed"), SAMPLES)
def test_a_drawing_is_read_back_to_its_truth_without_a_finding(name, seed):
    fields, findings = extract(DRAWN[name], _pages(name, seed))

    assert {key: field.value for key, field in fields.items()} == dict(_drawn(name, seed, SOUND).fields)
    assert [finding for finding in findings if finding.severity != "info"] == []


@pytest.mark.parametrize("name", [name for name in DRAWN if DRAWN[name].rules])
def test_every_rule_is_tripped_by_a_broken_drawing(name):
    read = [extract(DRAWN[name], _pages(name, seed, broken))[0] for broken in BREAKS[name] for seed in (1, 3)]

    silent = [i for i, rule in enumerate(DRAWN[name].rules) if not any(list(rule(fields)) for fields in read)]

    assert silent == []


@pytest.mark.parametrize("name", DRAWN)
def test_drawing_follows_its_seed(name):
    first, again, other = (DRAWN[name].draw(facts_of(1), seed) for seed in (1, 1, 2))

    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first.pages, again.pages, strict=True))
    assert first.fields == again.fields
    assert not np.array_equal(first.pages[0].pixels, other.pages[0].pixels)
