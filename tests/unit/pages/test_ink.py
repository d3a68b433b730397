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


@pytest.mark.parametrize("grey", [pytest.param(0, id="black"), pytest.param(215, id="faint")])
def test_one_word_is_ink(grey):
    page = sheet()
    page[600:640, 400:404] = page[600:604, 400:440] = grey

    assert has_ink(page)
