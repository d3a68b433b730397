"""What every document type promises: its drawings are recognised, read back, and every rule can be tripped."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

import numpy as np
import pytest
from breaks import SOUND, Broken
from builders import as_read

from intake.classifier.defined import fitting
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.definition import ANYTHING
from intake.domain.document import DocumentClass
from intake.domain.text import plain_line
from intake.drawing.facts import facts_of
from intake.extract.fields import extract, judged

pytestmark = pytest.mark.integration
TYPES = registry()
DRAWN = {name: doctype for name, doctype in TYPES.items() if doctype.draw}
SEEDS = range(5)
SAMPLES = [pytest.param(name, seed, id=f"{name}-{seed}") for name in DRAWN for seed in SEEDS]


@cache
def _drawn(name: str, seed: int, broken: Broken):
    """Draw a sample and let go of its ink, of which two hundred would fill the memory."""
    drawing = DRAWN[name].draw(broken.facts(facts_of(seed)), seed)
    pages = (replace(page, pixels=np.broadcast_to(np.uint8(255), page.pixels.shape)) for page in drawing.pages)
    return replace(drawing, pages=tuple(pages))


def _pages(name: str, seed: int, how: Broken = SOUND):
    pages = tuple(map(how.reworded, as_read(_drawn(name, seed, how), confidence=how.confidence)))
    pages = pages if how.sealed else tuple(replace(page, seals=()) for page in pages)
    return tuple(_signed(page, facts_of(seed).account.name, how.signer) for page in pages) if how.signer else pages


def _broken(name: str):
    """Return the broken samples of a type: the file in `broken` that is called like it."""
    return import_module(f"broken.{name}").BROKEN


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
    read = [extract(DRAWN[name], _pages(name, seed, broken))[0] for broken in _broken(name) for seed in (1, 3)]

    silent = [i for i, rule in enumerate(DRAWN[name].rules) if not any(list(rule(fields)) for fields in read)]

    assert silent == []


@pytest.mark.parametrize("name", TYPES)
def test_rules_judge_whatever_was_read(name):
    """A person may say what a paper is before anything was read of it as that."""
    assert all(finding.code == "missing" for finding in judged(TYPES[name], {}))


@pytest.mark.parametrize("name", DRAWN)
def test_drawing_follows_its_seed(name):
    first, again, other = (DRAWN[name].draw(facts_of(1), seed) for seed in (1, 1, 2))

    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first.pages, again.pages, strict=True))
    assert first.fields == again.fields
    assert not np.array_equal(first.pages[0].pixels, other.pages[0].pixels)


@pytest.mark.parametrize("name", [name for name, found in TYPES.items() if found.klass is not DocumentClass.OTHER])
def test_a_type_on_which_money_may_be_paid_says_what_defines_it(name):
    assert TYPES[name].defined != ANYTHING


@pytest.mark.parametrize(("name", "seed"), SAMPLES)
def test_the_first_page_of_a_drawing_has_what_defines_its_type(name, seed):
    assert fitting(_pages(name, seed)[0], TYPES).get(name, True)
