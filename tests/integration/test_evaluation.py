"""The evaluation's pages: every layout can be drawn, says its truth, has all its characters, and follows its seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain, pairwise

import cv2
import numpy as np
import pytest
from stdnum import luhn

from benchmarks.drawings import mixed
from benchmarks.drawings.damage import Damage, Damaged, damaged, turned
from benchmarks.drawings.fonts import KAITI, MICRO, SUNGTI, has
from benchmarks.drawings.kinds import KINDS, LATE, TYPES
from benchmarks.drawings.mixed import RECIPES, bundle
from benchmarks.drawings.pages import document, evaluation, evenly
from benchmarks.drawings.people import FIRST_SEED, held_facts
from benchmarks.drawings.seals import pressed_over
from intake.domain.document import Value
from intake.domain.drawing import Drawing, DrawnLine
from intake.domain.geometry import Quad
from intake.drawing.canvas import MARK

pytestmark = pytest.mark.integration

LAYOUTS = [(kind.name, kind.seed(n)) for kind in KINDS.values() for n in range(len(kind.layouts))]
OURS = [(name, seed) for name, seed in LAYOUTS if name in TYPES]
UNMARKED = {"wood", "cloth", "sky", "faces", "lined", "blank"}
IN_WORDS = {  # said in other words or another form on the paper
    "decision_date", "issued_on", "confirmed_on", "birth_date", "valid_from", "valid_to", "established_on",
    "business_term", "registered_capital", "name_latin", "sex", "nationality",
}  # fmt: skip


@pytest.mark.parametrize(("name", "seed"), LAYOUTS, ids=[KINDS[name].family(seed) for name, seed in LAYOUTS])
def test_every_line_has_its_characters_and_lies_in_its_page(name, seed):
    said = _said(name, seed)

    for page in said.pages:
        width, height = page.size
        for line in page.lines:
            box = line.box.bounds
            assert all(_exists(char) for char in line.text), line.text
            assert box.left < box.right, line.text
            assert box.left >= -30, line.text
            assert box.right <= width + 30, line.text
            assert box.top >= -30, line.text
            assert box.bottom <= height + 30, line.text


@pytest.mark.parametrize(("name", "seed"), OURS, ids=[KINDS[name].family(seed) for name, seed in OURS])
def test_the_truth_is_written_on_the_paper(name, seed):
    said = _said(name, seed)

    for field, value in said.fields.items():
        if field not in IN_WORDS and isinstance(value, str):
            assert "".join(value.split()) in said.text, f"{field}: {value}"


@pytest.mark.parametrize(("name", "seed"), LAYOUTS, ids=[KINDS[name].family(seed) for name, seed in LAYOUTS])
def test_the_same_seed_draws_the_same(name, seed):
    again = _said.__wrapped__(name, seed)

    assert again == _said(name, seed)


@pytest.mark.parametrize("name", [name for name in KINDS if name not in UNMARKED])
def test_every_page_is_marked_as_drawn(name):
    said = _said(name, KINDS[name].first_seed)

    assert all(any(MARK in line.text for line in page.lines) for page in said.pages)


@pytest.mark.parametrize("name", TYPES)
def test_layouts_of_a_type_look_different(name):
    kind = KINDS[name]

    texts = {_said(name, kind.seed(n)).text for n in range(len(kind.layouts))}
    families = {kind.family(kind.seed(n)) for n in range(len(kind.layouts))}

    assert len(families) == len(kind.layouts) >= 2
    assert len(texts) >= 2 or name == "blank"


def test_blank_pages_say_nothing():
    kind = KINDS["blank"]

    assert [_said("blank", kind.seed(n)).text for n in range(len(kind.layouts))] == [""] * len(kind.layouts)


@pytest.mark.parametrize("damage", list(Damage))
def test_damage_follows_its_seed(damage):
    page = _drawn("account_confirmation", KINDS["account_confirmation"].first_seed).pages[0]

    first, second, other = (damaged(page.pixels, damage, seed) for seed in (5, 5, 6))

    assert np.array_equal(first.pixels, second.pixels)
    assert first.pixels.shape != other.pixels.shape or not np.array_equal(first.pixels, other.pixels)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("damage", list(Damage))
def test_boxes_follow_the_picture(damage, degrees):
    page = np.full((2339, 1654, 3), 255, np.uint8)
    page[700:760, 500:900] = 0
    box = Quad.of([[500, 700], [900, 700], [900, 760], [500, 760]])

    picture = turned(damaged(page, damage, 3), degrees)

    inside, around = _mean(picture, picture.quad(box)), _mean(picture, picture.quad(_beside(box)))
    assert inside < around - 60


def test_pages_are_drawn_for_every_kind_in_turns():
    counts = dict.fromkeys(("resident_id_front", "menu", "blank"), 1)

    pages = list(evaluation(counts))

    assert [page.type for page in pages] == ["resident_id_front", "other", "blank"]
    assert [page.klass for page in pages] == ["id_proof", "other", "other"]
    assert all(page.pixels is page.truth.pages[0].pixels for page in pages)


def test_a_document_yields_all_its_pages_damaged_alike():
    kind = KINDS["civil_judgment"]

    pages = list(document(kind, kind.first_seed))

    assert [page.number for page in pages] == list(range(1, pages[0].count + 1))
    assert len({page.damage for page in pages}) == 1
    assert all((page.turned + page.rotation) % 360 == 0 for page in pages)


def test_a_seal_is_pressed_over_a_value():
    drawing = _drawn("account_confirmation", KINDS["account_confirmation"].seed(2))

    sealed = pressed_over(drawing, 1)

    changed = np.argwhere((sealed.pages[0].pixels != drawing.pages[0].pixels).any(axis=2))
    top, bottom = changed[:, 0].min(), changed[:, 0].max()
    values = [
        v for k, v in drawing.fields.items() if k in {"account_number", "account_name", "id_number", "case_number"}
    ]
    hit = [line.text for line in drawing.pages[0].lines if top < line.box.bounds.centre.y < bottom]
    assert any(value in text.replace(" ", "") for value in values for text in hit)
    assert sealed.pages[0].lines == drawing.pages[0].lines


def test_a_page_without_values_is_not_stamped():
    drawing = _drawn("receipt", KINDS["receipt"].first_seed)

    assert np.array_equal(pressed_over(drawing, 1).pages[0].pixels, drawing.pages[0].pixels)


def test_counts_share_strangers_out():
    counts = evenly(3, near=13, far=5, fresh=6)
    strangers = {name for name, kind in KINDS.items() if name not in TYPES and not kind.is_fresh}

    assert {counts[name] for name in TYPES} == {3}
    assert sum(counts[name] for name in strangers if KINDS[name].near) == 13
    assert sum(counts[name] for name in strangers if not KINDS[name].near) == 5
    assert {counts[name] for name in LATE} == {6, 2}


def test_the_new_slice_holds_a_dozen_families_of_near_misses():
    assert sum(KINDS[name].near for name in LATE) >= 12
    assert {KINDS[name].type for name in LATE} > {"other"}


def test_no_seed_can_be_one_of_training():
    assert all(kind.first_seed >= FIRST_SEED for kind in KINDS.values())
    with pytest.raises(ValueError, match="may be one of training's"):
        held_facts(FIRST_SEED - 1)


def test_seeds_of_kinds_stay_apart():
    starts = sorted(kind.first_seed for kind in KINDS.values())

    assert min(b - a for a, b in pairwise(starts)) >= 100_000
    assert starts[-1] + 100_000 < mixed.FIRST_BUNDLE_SEED


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + 12))
def test_facts_of_the_evaluation_agree_with_each_other(seed):
    facts = held_facts(seed)

    assert luhn.is_valid(facts.account.number)
    assert facts.account.name == facts.applicant.name
    assert facts.applicant.id_number[6:14] == f"{facts.applicant.born_on:%Y%m%d}"
    assert facts == held_facts(seed)


@pytest.mark.parametrize("recipe", list(RECIPES))
def test_every_page_of_a_bundle_belongs_to_some_document(recipe):
    made = bundle(recipe, mixed.FIRST_BUNDLE_SEED)

    placed = list(chain.from_iterable(part.pages for part in made.parts))
    assert set(placed) == set(range(1, len(made.pages) + 1))
    assert len(placed) == len(set(placed)) or any(part.region for part in made.parts)
    assert all((part.region is not None) == (placed.count(part.pages[0]) > 1) for part in made.parts)


def test_both_sides_of_a_card_in_a_bundle_belong_together():
    made = bundle("case", mixed.FIRST_BUNDLE_SEED + 1)

    facts = held_facts(made.seed)
    fields = {part.type: part.fields for part in made.parts}
    assert fields["resident_id_front"]["name"] == fields["enforcement_ruling"]["payee_name"] == facts.applicant.name
    assert fields["resident_id_back"]["authority"] == facts.applicant.id_authority


def test_a_second_ruling_in_a_bundle_is_of_another_case():
    made = bundle("two_rulings", mixed.FIRST_BUNDLE_SEED + 1)

    first, second = (part.fields["case_number"] for part in made.parts)
    assert first != second


def test_cards_on_one_sheet_have_their_own_text():
    made = bundle("three_cards", mixed.FIRST_BUNDLE_SEED)

    page = made.pages[0]
    for part in made.parts:
        region = part.region.bounds.grown(6)
        inside = "".join(line.text for line in page.lines if region.contains(line.box.bounds.centre))
        assert "样本" in inside
        assert part.fields.get("id_number", part.fields.get("authority", "")) in "".join(inside.split())


@dataclass(frozen=True, slots=True)
class SaidPage:
    """What stands on a page; of its pixels only what tells whether they changed."""

    size: tuple[int, int]
    lines: tuple[DrawnLine, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Said:
    fields: Mapping[str, Value]
    pages: tuple[SaidPage, ...]

    @property
    def text(self) -> str:
        return "".join("".join(line.text.split()) for page in self.pages for line in page.lines).replace(",", "")


@cache
def _said(name: str, seed: int) -> Said:
    drawing = _drawn(name, seed)
    pages = [
        SaidPage((p.pixels.shape[1], p.pixels.shape[0]), p.lines, sha256(p.pixels.tobytes()).hexdigest())
        for p in drawing.pages
    ]
    return Said(drawing.fields, tuple(pages))


def _drawn(name: str, seed: int) -> Drawing:
    return KINDS[name].draw(seed)


def _exists(char: str) -> bool:
    """Say whether all three typefaces have a character: lines do not tell which of them they were drawn in."""
    return all(has(file, char) for file in (SUNGTI, KAITI, MICRO))


def _mean(picture: Damaged, box: Quad) -> float:
    mask = np.zeros(picture.pixels.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.array([[round(p.x), round(p.y)] for p in box.points], np.int32)], 1)
    return float(picture.pixels[mask > 0].mean())


def _beside(box: Quad) -> Quad:
    return Quad.of([[p.x, p.y + 100] for p in box.points])
