"""The corpus: strangers that draw, examples that are the same for the same seed, classes in their shares."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import islice
from random import Random

import numpy as np
import pytest

from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.drawing.canvas import MARK
from intake.drawing.facts import facts_of
from training.corpus.__main__ import main
from training.corpus.balance import DECK, STRANGER
from training.corpus.compose import FORMS, composed
from training.corpus.draw import FIRST_SEED, drawn_at, hand_at, is_card
from training.corpus.families import families
from training.corpus.pages import (
    NOTHING,
    READINGS,
    SIDE,
    VIEWS,
    Example,
    by_hands,
    examples,
    pages,
    papers,
    read_by_hands,
    read_examples,
)
from training.corpus.papers import filler, hands, is_near, materials

pytestmark = pytest.mark.integration

FAMILIES = list(families())
PAPERS = list(materials())
SEED = FIRST_SEED


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_draws_the_same_for_the_same_seed(name):
    once, again = (families()[name].draw(facts_of(3), SEED + 3) for _ in range(2))

    assert [page.lines for page in once.pages] == [page.lines for page in again.pages]
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(once.pages, again.pages, strict=True))


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_has_at_least_four_looks(name):
    drawings = [families()[name].draw(facts_of(1), SEED + i) for i in range(4)]

    shapes = {
        tuple((round(line.box.bounds.left), round(line.box.bounds.top)) for line in d.pages[0].lines) for d in drawings
    }
    pictures = {d.pages[0].pixels.tobytes() for d in drawings}

    assert len(pictures) == 4
    assert len(shapes) >= (1 if name in {"scenery", "nearblank"} else 4)


@pytest.mark.parametrize("name", FAMILIES)
def test_every_line_of_a_stranger_lies_on_its_page_and_the_page_is_marked(name):
    for i in range(5):
        for page in families()[name].draw(facts_of(20 + i), SEED + 100 + i).pages:
            height, width = page.pixels.shape[:2]
            boxes = [(line.text, line.box.bounds) for line in page.lines]
            out = [
                text for text, b in boxes if b.left < -2 or b.top < -2 or b.right > width + 2 or b.bottom > height + 2
            ]
            assert out == []
            assert MARK in {line.text for line in page.lines}


def test_strangers_hold_the_near_misses_that_quote_our_papers():
    near = [name for name, family in families().items() if family.is_near_miss]

    assert len(near) >= 6
    assert len(FAMILIES) >= 20


def test_a_round_of_the_deck_holds_every_class_in_its_share():
    size = sum(DECK.values())

    drawn = [drawn_at(2, index) for index in range(size)]

    strangers = sum(d.type is None and d.klass is DocumentClass.OTHER for d in drawn)
    others = DECK[DocumentClass.OTHER] + DECK[STRANGER]
    assert strangers >= DECK[STRANGER]
    assert Counter(d.klass for d in drawn) == {
        klass: others if klass is DocumentClass.OTHER else DECK[klass] for klass in DocumentClass
    }


def test_every_type_that_can_be_drawn_comes():
    wanted = {name for name, doctype in registry().items() if doctype.draw}
    rounds = max(Counter(registry()[name].klass for name in wanted).values()) // 3 + 2

    seen = {drawn_at(4, index).family for index in range(sum(DECK.values()) * rounds)}

    assert wanted <= {part for family in seen for part in family.split("+")}


def test_examples_are_deterministic_and_do_not_depend_on_how_many_are_asked_for():
    few, more = list(pages(9, 5)), list(islice(pages(9, 50), 5))

    assert [_said(e) for e in few] == [_said(e) for e in more]
    assert all(np.array_equal(a.picture, b.picture) for a, b in zip(few, more, strict=True))


def test_corpora_of_other_seeds_differ():
    assert [_said(e) for e in pages(9, 3)] != [_said(e) for e in pages(10, 3)]


def test_the_views_of_a_drawing_differ_and_agree_on_what_it_is():
    views = list(examples(3, 1))

    assert len(views) == VIEWS
    assert len({(v.klass, v.type, v.family) for v in views}) == 1
    assert len({v.picture.tobytes() for v in views}) == VIEWS


def test_pictures_are_as_long_as_promised():
    assert all(max(e.picture.shape[:2]) == SIDE and e.picture.dtype == np.uint8 for e in _some())


def test_some_are_turned_and_the_text_is_that_of_the_upright_page():
    turned = [e for e in _some() if e.rotation in (90, 270)]

    assert turned
    assert all((e.text.height, e.text.width) == e.picture.shape[1::-1] for e in turned)


def test_texts_say_something_wherever_something_was_drawn():
    papers = [e for e in _some() if e.type not in {None, "other", "blank"}]

    assert papers
    assert all(any(line.text.strip() for line in e.text.lines) for e in papers)


def test_lines_lie_on_the_picture():
    for example in _some():
        for line in example.text.lines:
            x, y = line.box.bounds.centre
            assert -SIDE * 0.1 < x < example.text.width + SIDE * 0.1
            assert -SIDE * 0.1 < y < example.text.height + SIDE * 0.1


def test_cards_are_told_by_their_shape():
    assert is_card(np.zeros((638, 1012, 3), np.uint8))
    assert not is_card(np.zeros((2339, 1654, 3), np.uint8))


def test_the_command_writes_a_sheet_and_counts(tmp_path, capsys):
    main(["--seed", "3", "--count", "5", "--out", str(tmp_path)])

    assert (tmp_path / "corpus-3.png").stat().st_size > 10_000
    assert "==" in (tmp_path / "corpus-3.txt").read_text("utf-8")
    assert sum(int(line.split()[-1]) for line in capsys.readouterr().out.split("\n\n")[0].splitlines()) == 5


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_material_is_the_same_for_the_same_seed_and_lies_on_its_page(name):
    for i in range(6):
        page, again = (composed(name, facts_of(40 + i), SEED + i).pages[0] for _ in range(2))
        height, width = page.pixels.shape[:2]
        boxes = [(line.text, line.box.bounds) for line in page.lines]

        out = [t for t, b in boxes if b.left < -2 or b.top < -2 or b.right > width + 2 or b.bottom > height + 2]
        assert out == []
        assert page.lines == again.lines
        assert np.array_equal(page.pixels, again.pixels)
        assert MARK in {line.text for line in page.lines}


def test_material_uses_every_form_and_half_of_it_quotes_our_papers():
    used = {form for name in PAPERS for form in materials()[name].forms}

    assert used == set(FORMS)
    assert sum(is_near(name) for name in PAPERS) >= 12


@pytest.mark.parametrize("name", PAPERS)
def test_all_words_of_material_can_be_filled_in(name):
    fill, stuff = filler(facts_of(1), Random(1)), materials()[name]
    pools = (stuff.titles, stuff.heads, stuff.numbers, stuff.parties, stuff.says, stuff.ends, stuff.seals, *stuff.rows)

    assert not any("{" in fill(text) for pool in pools for text in pool)


def test_readings_of_a_paper_have_words_and_no_picture():
    read = list(papers(3, 1))

    assert len(read) == READINGS
    assert all(e.klass is DocumentClass.OTHER and e.picture is NOTHING and e.text.lines for e in read)
    assert [_said(e) for e in read] == [_said(e) for e in papers(3, 1)]


def test_other_hands_write_papers_of_our_types_by_at_least_three_hands_each():
    by_type = Counter(material.type for material in hands().values())

    assert set(by_type) <= set(registry())
    assert min(by_type.values()) >= 3
    assert {hand_at(1, index).family for index in range(len(hands()))} == set(hands())


def test_a_paper_by_another_hand_is_of_its_type_and_has_pictures():
    views = list(by_hands(3, 1))

    assert len(views) == VIEWS
    assert all(v.type == hands()[v.family].type and v.klass is registry()[v.type].klass for v in views)
    assert all(max(v.picture.shape[:2]) == SIDE and v.text.lines for v in views)


@pytest.mark.parametrize(("readings", "views"), [(read_by_hands, by_hands), (read_examples, examples)])
def test_readings_are_of_the_same_papers_as_the_views_and_have_no_picture(readings, views):
    read = list(readings(3, 1))

    assert len(read) == READINGS
    assert {(r.klass, r.type, r.family) for r in read} == {(v.klass, v.type, v.family) for v in views(3, 1)}
    assert all(r.picture is NOTHING for r in read)
    assert any(r.text.lines for r in read)


@cache
def _some() -> tuple[Example, ...]:
    return tuple(pages(6, 36))


def _said(example: Example) -> tuple[object, ...]:
    return example.family, example.degradation, example.rotation, tuple(line.text for line in example.text.lines)
