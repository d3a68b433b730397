"""What the network says of the steps of a strip becomes figures, and what a text says becomes what it should say."""

from __future__ import annotations

import numpy as np
import pytest

from intake.ocr.figures import (
    ALPHABET,
    CLASSES,
    HEIGHT,
    OTHER,
    STEP,
    FigureReader,
    decoded,
    prepared,
)
from intake.ocr.recognise import BLANK


def odds(*steps: dict[int, float]) -> np.ndarray:
    """Build probabilities (steps, CLASSES) of what is given, the rest evenly shared."""
    rows = np.zeros((len(steps), CLASSES), np.float32)
    for row, step in zip(rows, steps, strict=True):
        row[:] = (1 - sum(step.values())) / CLASSES
        for at, p in step.items():
            row[at] += p
    return rows


def symbol(char: str) -> int:
    return ALPHABET.index(char) + 1


@pytest.mark.parametrize("shape", [(48, 300, 3), (48, 3, 3), (31, 97, 3)])
def test_strips_are_prepared_whatever_their_size(shape: tuple[int, int, int]):
    batch = prepared(np.full(shape, 255, np.uint8))

    assert batch.shape[:3] == (1, 1, HEIGHT)
    assert batch.shape[3] % STEP == 0
    assert batch.max() == pytest.approx(1, abs=0.01)


def test_repeats_are_one_and_blanks_part_them():
    seven, blank = {symbol("7"): 0.9}, {BLANK: 0.9}

    found = decoded(odds(seven, seven, blank, seven, {OTHER: 0.8}, {OTHER: 0.9}, {symbol("X"): 0.7, symbol("8"): 0.2}))

    assert [figure.text for figure in found] == ["7", "7", "", "X"]
    assert found[2].beliefs[""] > 0.9
    assert found[3].beliefs["X"] == pytest.approx(0.71, abs=0.02)
    assert found[3].beliefs["8"] == pytest.approx(0.21, abs=0.02)


def test_what_is_no_figure_is_one_however_long():
    other, blank = {OTHER: 0.9}, {BLANK: 0.9}

    assert [figure.text for figure in decoded(odds(other, blank, other, {symbol("1"): 0.9}, other))] == ["", "1", ""]


def test_a_figure_has_the_beliefs_of_its_surest_step():
    (found,) = decoded(odds({symbol("3"): 0.6, symbol("8"): 0.4}, {symbol("3"): 0.95}, {symbol("3"): 0.5}))

    assert found.beliefs["3"] == pytest.approx(0.95, abs=0.01)
    assert found.beliefs.get("8", 0) < 0.01


def test_nothing_is_read_where_nothing_stands():
    assert decoded(odds({BLANK: 0.99}, {BLANK: 0.99})) == ()


def test_a_strip_is_read_by_itself():
    class Session:
        def run(self, batch: np.ndarray) -> tuple[np.ndarray]:
            return (odds(*[{symbol("4"): 0.9}] * (batch.shape[3] // STEP))[None],)

    (figure,) = FigureReader(Session())(np.zeros((48, 60, 3), np.uint8))

    assert figure.text == "4"
