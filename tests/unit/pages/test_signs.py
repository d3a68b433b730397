"""Features say what a picture shows, and a label is as probable as they make it."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from intake.domain.geometry import Quad, Rect
from intake.domain.logistic import Weight
from intake.domain.page import Origin, PageImage, Pixels
from intake.domain.text import plain_line
from intake.pages.signs.editors import editor_of
from intake.pages.signs.features import features
from intake.pages.signs.labels import SIGNED, Label, labels_of
from intake.pages.signs.levels import level, levels
from intake.pages.signs.model import Model, models
from intake.pages.signs.outline import paper_in
from intake.pages.signs.scene import has_text
from intake.pages.signs.view import view_of

WOOD, PAPER = (118, 84, 58), (240, 240, 236)
WIDTH, HEIGHT = 600, 800


def on_a_table() -> Pixels:
    page = np.full((HEIGHT, WIDTH, 3), WOOD, np.uint8)
    page[100:700, 100:500] = PAPER
    return page


def with_finger() -> Pixels:
    page = on_a_table()
    cv2.ellipse(page, (500, 400), (110, 45), 0, 0, 360, (205, 150, 120), -1)
    return page


def without_a_corner() -> Pixels:
    page = on_a_table()
    cv2.circle(page, (500, 100), 90, (205, 150, 120), -1)
    return page


def striped() -> Pixels:
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    wave = 12 * np.cos(2 * np.pi * (0.21 * x + 0.13 * y))
    colours = np.stack([225 + wave, 225 + 0 * wave, 225 - wave], axis=2)
    return colours.astype(np.uint8)


def measured(pixels: Pixels, *texts: str, origin: Origin | None = None) -> dict[str, float]:
    lines = [plain_line(text, Quad.of_rect(Rect(120, 200, 480, 230))) for text in texts]
    return dict(features(view_of(PageImage(1, pixels, origin=origin or Origin()), lines)))


@given(arrays.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9))), st.floats(1, 100))
def test_a_level_is_the_percentile_that_counting_gives(picture, share: float):
    assert level(picture, share) == np.percentile(picture, share, method="inverted_cdf")


def test_levels_come_in_the_order_asked_for():
    assert levels(np.array([[0, 10, 20, 30]], np.uint8), 100, 50) == (30, 10)


def test_paper_is_found_on_wood():
    paper = paper_in(on_a_table())

    assert paper is not None
    assert paper.mask.mean() == pytest.approx(0.5, abs=0.02)


def test_no_paper_is_found_where_nothing_is_bright():
    speck = np.full((HEIGHT, WIDTH, 3), WOOD, np.uint8)
    speck[10:40, 10:40] = PAPER

    assert paper_in(speck) is None


@pytest.mark.parametrize("make", [with_finger, without_a_corner])
def test_what_covers_the_paper_bites_into_its_outline(make):
    assert measured(make())["bite"] > 1.5 > measured(on_a_table())["bite"] + 1


def test_paper_that_runs_out_of_the_picture_on_one_side_is_open_there():
    assert measured(on_a_table()[:, 200:])["open"] > 0.6 > measured(on_a_table())["open"] + 0.5


def test_a_scan_that_is_all_paper_is_open_nowhere():
    assert measured(np.full((HEIGHT, WIDTH, 3), PAPER, np.uint8))["open"] == 0


def test_a_grid_shows_in_lightness_and_colour():
    grid, plain = measured(striped()), measured(on_a_table())

    assert grid["grid"] > plain["grid"] + 0.5
    assert grid["grid_colour"] > plain["grid_colour"] + 0.5


def test_specks_are_counted_where_they_are_alone():
    page = np.full((HEIGHT, WIDTH, 3), 240, np.uint8)
    page[::50, ::50] = 30

    assert measured(page)["specks"] > 5 > measured(on_a_table())["specks"]


def test_blur_makes_text_less_steep():
    page = np.full((HEIGHT, WIDTH, 3), 240, np.uint8)
    cv2.putText(page, "RULING OF THE COURT", (130, 225), cv2.FONT_HERSHEY_DUPLEX, 0.9, (20, 20, 20), 2)

    assert measured(page, "RULING")["steep"] > measured(cv2.GaussianBlur(page, (0, 0), 4), "RULING")["steep"] + 0.7


def test_traces_say_nothing_of_what_is_no_jpeg():
    assert measured(on_a_table())["twice"] == 0


def test_a_few_characters_make_a_paper():
    view = view_of(PageImage(1, on_a_table()), [plain_line("居民身份", Quad.of_rect(Rect(0, 0, 9, 9)))])

    assert has_text(view)
    assert labels_of(view).probabilities["not_a_document"] == 0


@pytest.mark.parametrize(
    ("software", "editor"),
    [
        ("Adobe Photoshop 25.0 (Windows)", "Adobe Photoshop"),
        ("HUAWEI\nGIMP 2.10.34", "GIMP"),
        ("美图秀秀", "Meitu 美图"),
        ("", None),
        ("Canon MF Toolbox", None),
        ("Windows Photo Editor 10.0", None),
    ],
)
def test_an_editor_is_known_by_its_signature(software: str, editor: str | None):
    assert editor_of(software) == editor


def test_a_signed_picture_is_probably_edited():
    labels = labels_of(view_of(PageImage(1, on_a_table(), origin=Origin("Adobe Photoshop 25.0")), []))

    assert labels.probabilities["edited"] >= SIGNED
    assert Label.EDITED in labels.claimed


def test_every_label_has_a_model_with_a_threshold():
    assert set(models()) == set(Label)
    assert all(0.5 <= model.threshold < 1 for model in models().values())


def test_a_value_beyond_what_training_saw_counts_as_its_bound():
    model = Model(0.5, 0.0, {"x": Weight(2.0, -1.0, 1.0)})

    assert model.probability({"x": 50.0}) == model.probability({"x": 1.0}) == pytest.approx(1 / (1 + np.exp(-2)))


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (3, 3), (300, 300), (40, 2000)])
def test_any_picture_can_be_measured(shape: tuple[int, int]):
    chance = np.random.default_rng(4)
    for pixels in (np.zeros((*shape, 3), np.uint8), chance.integers(0, 256, (*shape, 3), np.uint8)):
        values = measured(pixels, origin=Origin("", (3,) * 64))

        assert all(np.isfinite(list(values.values())))


def test_what_cannot_be_told_in_the_dark_has_no_probability():
    night = (on_a_table() * 0.1).astype(np.uint8)

    labels = labels_of(view_of(PageImage(1, night), []))

    assert Label.DARK in labels.claimed
    assert (labels.probabilities["not_a_document"], labels.probabilities["photocopy"]) == (0, 0)


def test_a_lit_part_of_the_table_is_no_paper_that_was_cut():
    page = on_a_table()
    page[:160, :40] = page[120:160, :100] = PAPER

    assert measured(page)["open"] == 0
