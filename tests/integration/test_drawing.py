"""Drawings say what their truth says: all characters exist, boxes hold ink, the same seed gives the same pixels."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from stdnum import luhn
from stdnum.cn import ric
from stdnum.iso7064 import mod_11_10

from intake.doctypes.registry import registry
from intake.domain.drawing import Drawing
from intake.domain.geometry import Rect
from intake.domain.typed import typed
from intake.drawing.canvas import MARK, Canvas, Style, wrap
from intake.drawing.facts import facts_of, pinyin
from intake.drawing.fonts import Face

pytestmark = pytest.mark.integration

TYPES = [name for name, doctype in registry().items() if doctype.draw]
SEEDS = (1, 4, 12)


@pytest.mark.parametrize("seed", range(40))
def test_facts_pass_the_check_digits(seed):
    facts = facts_of(seed)

    assert facts.applicant.id_number[-1] == ric.calc_check_digit(facts.applicant.id_number)
    assert facts.applicant.id_number[6:14] == f"{facts.applicant.born_on:%Y%m%d}"
    assert (int(facts.applicant.id_number[16]) % 2 == 1) == (facts.applicant.sex == "男")
    assert luhn.is_valid(facts.account.number)
    assert mod_11_10.is_valid(facts.account.cnaps_code)
    assert facts.account.name == facts.applicant.name
    assert pinyin(facts.account.name).isascii()


def test_facts_follow_the_seed():
    assert facts_of(7) == facts_of(7)
    assert facts_of(7) != facts_of(8)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", TYPES)
def test_drawing_is_deterministic(name, seed):
    first, second = _drawing(name, seed), registry()[name].draw(facts_of(seed), seed)

    assert first.fields == second.fields
    assert [p.lines for p in first.pages] == [p.lines for p in second.pages]
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(first.pages, second.pages, strict=True))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", TYPES)
def test_what_papers_say_has_the_form_that_typed_values_are_brought_to(name, seed):
    fields = _drawing(name, seed).fields

    assert {field: typed(field, value) for field, value in fields.items()} == fields


@pytest.mark.parametrize("name", [name for name in TYPES if name != "blank"])
def test_drawing_changes_with_the_seed(name):
    draw, facts = registry()[name].draw, facts_of(1)

    looks = {draw(facts, seed).pages[0].pixels.tobytes() for seed in range(6)}

    assert len(looks) > 2


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", TYPES)
def test_every_page_is_marked_as_drawn_unless_nothing_is_on_it(name, seed):
    drawing = _drawing(name, seed)

    assert all(MARK in {line.text for line in page.lines} for page in drawing.pages if page.lines)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", TYPES)
def test_every_line_lies_on_the_page_and_has_ink(name, seed):
    drawing = _drawing(name, seed)

    for page in drawing.pages:
        height, width = page.pixels.shape[:2]
        for line in page.lines:
            box = line.box.bounds
            assert 0 <= box.left < box.right <= width, line.text
            assert 0 <= box.top < box.bottom <= height, line.text
            assert _ink(page.pixels, box) > 20, line.text


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", TYPES)
def test_every_field_of_the_type_is_in_the_contract(name, seed):
    drawing = _drawing(name, seed)

    assert set(drawing.fields) <= set(registry()[name].fields)


@pytest.mark.parametrize("seed", range(6))
def test_a_ruling_says_its_account_and_amount_in_its_lines(seed):
    drawing = _drawing("enforcement_ruling", seed)

    text = "".join(line.text for page in drawing.pages for line in page.lines).replace(",", "")

    assert drawing.fields["account_number"] in text
    assert drawing.fields["amount"] in text
    assert drawing.fields["amount_upper"] in text
    assert drawing.pages[-1].seal_text == drawing.fields["court_name"]


@pytest.mark.parametrize("face", list(Face), ids=lambda face: face.name)
def test_faces_have_the_characters_of_all_facts(face):
    said = {char for seed in range(25) for char in repr(facts_of(seed)) if char > "\u3000"}

    missing = [char for char in sorted(said) if _is_tofu(face, char)]

    assert missing == []


def test_wrap_keeps_numbers_whole_and_points_off_line_starts():
    style = Style(Face.SONG, 20)

    lines = wrap("账号：6222021234567890123，开户行：中国银行。", style, 220)

    assert "".join(lines) == "账号：6222021234567890123，开户行：中国银行。"
    assert any("6222021234567890123" in line for line in lines)
    assert not any(line.startswith(("，", "。")) for line in lines)


@lru_cache(maxsize=8)  # a drawing takes up to 36 MB
def _drawing(name: str, seed: int) -> Drawing:
    return registry()[name].draw(facts_of(seed), seed)


def _ink(pixels: np.ndarray, box: Rect) -> float:
    cut = pixels[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
    return float(cut.max() - float(cut.min()))


def _is_tofu(face: Face, char: str) -> bool:
    return _drawn(face, char) == _drawn(face, "\U000f0000")


def _drawn(face: Face, char: str) -> bytes:
    canvas = Canvas.blank((40, 40))
    canvas.text(4, 32, char, Style(face, 28))
    return canvas.image.tobytes()
