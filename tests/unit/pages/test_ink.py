"""An empty page is told from one with anything on it."""

import numpy as np
import pytest

from intake.pages.ink import has_ink


def sheet(level=245, noise=0):
    chance = np.random.default_rng(7)
    return np.clip(level + chance.normal(0, noise, (1200, 900, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(sheet(), id="white"),
        pytest.param(sheet(30), id="black"),
        pytest.param(sheet(noise=2), id="the noise of a scanner"),
        pytest.param((sheet() * np.linspace(0.6, 1, 900)[:, None]).astype(np.uint8), id="light from one side"),
    ],
)
def test_nothing_stands_on_an_empty_page(page):
    assert not has_ink(page)


def test_a_soft_change_of_colours_is_a_picture():
    colours = np.linspace((250, 220, 190), (190, 210, 250), 900).astype(np.uint8)

    assert has_ink(np.broadcast_to(colours, (1200, 900, 3)).copy())


def test_a_sheet_under_a_warm_lamp_is_empty():
    light = np.linspace((1.0, 1.0, 1.0), (0.95, 0.9, 0.84), 900)

    assert not has_ink((sheet() * light).astype(np.uint8))


@pytest.mark.parametrize("grey", [pytest.param(0, id="black"), pytest.param(215, id="faint")])
def test_one_word_is_ink(grey):
    page = sheet()
    page[600:640, 400:404] = page[600:604, 400:440] = grey

    assert has_ink(page)
