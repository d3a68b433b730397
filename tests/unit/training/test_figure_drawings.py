"""The lines that teach the reader of figures: the same seed gives the same line, and it shows what it says."""

from __future__ import annotations

import re
from random import Random

import numpy as np
import pytest

from intake.ocr.figures import ALPHABET, HEIGHT, OTHER
from training.figures import worn, written
from training.figures.batches import symbols_of


def bar(width: int = 240) -> np.ndarray:
    """Build ink (60, w): upright strokes, thick ones and thin."""
    ink = np.zeros((60, width), np.float32)
    for x in range(20, width - 20, 24):
        ink[12:48, x : x + 8] = 1
        ink[28:30, x - 8 : x] = 1
    return ink


def test_lines_are_numbers_of_papers():
    lines = [written.line(Random(seed)) for seed in range(300)]

    assert all(re.search(r"\d", line) for line in lines)
    assert sum(bool(re.search(r"\d{12}", line)) for line in lines) > 80
    assert sum("号" in line for line in lines) > 20
    assert written.line(Random(7)) == written.line(Random(7))


def test_figures_are_drawn_evenly():
    """What it is taught must not let it guess: every figure is as frequent as the others, where any may stand."""
    text = "".join(re.sub(r"\D", "", written.line(Random(seed))) for seed in range(3000))
    shares = [text.count(str(figure)) / len(text) for figure in range(10)]

    assert min(shares) > 0.07
    assert max(shares) < 0.16


@pytest.mark.parametrize("seed", range(40))
def test_a_worn_line_is_a_strip_of_the_right_height(seed: int):
    strip = worn.seen(bar(), Random(seed))

    assert strip.shape[0] == HEIGHT
    assert strip.dtype == np.uint8
    assert np.array_equal(strip, worn.seen(bar(), Random(seed)))


def test_an_empty_strip_shows_nothing():
    assert not worn.shows(np.full((HEIGHT, 100), 200, np.uint8))
    assert worn.shows((255 * (1 - bar())).astype(np.uint8))


def test_thin_strokes_go_and_thick_ones_stay():
    grey = 1 - bar()
    lost = [worn.thinned(grey, Random(seed), np.random.default_rng(seed)) for seed in range(30)]

    thin, thick = grey[28:30, 13:19], grey[14:26, 22:26]
    assert thin.max() == thick.max() == 0
    assert sum(each[28:30, 13:19].mean() > 0.4 for each in lost) >= 10
    assert all(each[14:26, 22:26].mean() < 0.3 for each in lost)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("账号：6222 02X", "*622202X"),
        ("（2023）浙0106执1号", "*2023*0106*1*"),
        ("12x", "12X"),
        ("元", "*"),
        ("  ", ""),
    ],
)
def test_a_text_is_taught_as_figures_and_what_stands_between(text: str, said: str):
    assert "".join("*" if at == OTHER else ALPHABET[at - 1] for at in symbols_of(text)) == said
