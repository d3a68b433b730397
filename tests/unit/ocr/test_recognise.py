"""Decoding, batching and character boxes of the recogniser, without weights."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.geometry import Quad, Rect
from intake.ocr.recognise import BATCH, HEIGHT, Recogniser, Steps, alphabet, batches, decoded, line_of, padded, trimmed

LETTERS = ("", "甲", "乙", "1", " ")


def steps(*best, confidence=0.9):
    classes = np.zeros((len(best), 5), np.uint16)
    classes[:, 0] = best
    probabilities = np.full((len(best), 5), 0.01, np.float32)
    probabilities[:, 0] = confidence
    return Steps(classes, probabilities, np.linspace(0, 1, len(best) + 1, dtype=np.float32))


class FakeSession:
    """Reads a strip by its grey: every step says the class of the strip's first pixel."""

    def __init__(self):
        self.shapes = []

    def run(self, batch):
        self.shapes.append(batch.shape)
        n, _, _, width = batch.shape
        classes = np.zeros((n, width // 8, 5), np.int64)
        classes[:, :, 0] = np.rint((batch[:, 0, 0, :1] + 1) * 255 / 2)
        return classes, np.full(classes.shape, 0.5, np.float32)


@pytest.mark.parametrize(
    ("best", "text"),
    [
        pytest.param([0, 1, 0, 2, 0], "甲乙", id="blanks part characters"),
        pytest.param([1, 1, 1], "甲", id="repeats are one"),
        pytest.param([1, 0, 1], "甲甲", id="a blank between repeats"),
        pytest.param([1, 2, 2, 3], "甲乙1", id="neighbours without a blank"),
        pytest.param([4, 1, 4, 2, 4], "甲 乙", id="outer spaces go, inner stay"),
        pytest.param([0, 0], "", id="nothing"),
        pytest.param([], "", id="no steps"),
    ],
)
def test_decoding_follows_ctc(best, text):
    symbols = trimmed(decoded(steps(*best), LETTERS))

    assert "".join(s.text for s in symbols) == text


def test_a_symbol_stands_at_its_surest_step():
    run = steps(0, 1, 1, 1, 0)
    run.probabilities[:, 0] = [0.9, 0.3, 0.8, 0.5, 0.9]

    (symbol,) = decoded(run, LETTERS)

    assert (symbol.step, symbol.first, symbol.last) == (2, 1, 3)
    assert symbol.confidence == pytest.approx(0.8)


def test_a_line_keeps_the_lattice_its_steps_point_into():
    line = line_of(steps(0, 1, 0, 2, 0), LETTERS, Quad.of_rect(Rect(0, 0, 400, 48)), 40)

    assert line.text == "甲乙"
    assert [LETTERS[line.lattice.classes[c.step, 0]] for c in line.chars] == ["甲", "乙"]


def test_character_boxes_follow_the_quad_of_a_line_on_its_head():
    on_its_head = Quad.of([(400, 48), (0, 48), (0, 0), (400, 0)])

    line = line_of(steps(0, 1, 0, 0, 0, 0, 0, 0, 2, 0), LETTERS, on_its_head, 80)

    assert line.chars[0].box.bounds.left > line.chars[1].box.bounds.right
    assert line.chars[0].box.bounds.right <= 400


def test_a_blank_strip_is_no_line():
    assert line_of(steps(0, 4, 0), LETTERS, Quad.of_rect(Rect(0, 0, 9, 9)), 24) is None


@given(st.lists(st.integers(min_value=0, max_value=4), max_size=60))
def test_characters_keep_to_the_line_and_to_their_order(best):
    quad = Quad.of_rect(Rect(10, 10, 10 + max(len(best), 1) * 8, 58))

    line = line_of(steps(*best), LETTERS, quad, max(len(best), 1) * 8)

    lefts = [c.box.top_left.x for c in line.chars] if line else []
    assert lefts == sorted(lefts)
    assert all(10 <= x <= quad.bounds.right for x in lefts)


@given(st.lists(st.integers(min_value=16, max_value=12_000), max_size=80))
def test_batches_hold_every_strip_once_and_bound_memory(widths):
    groups = batches(widths)

    assert sorted(i for g in groups for i in g) == list(range(len(widths)))
    assert all(len(g) == 1 or len(g) * max(widths[i] for i in g) <= BATCH for g in groups)


def test_strips_of_unlike_width_are_not_padded_to_one():
    assert batches([320, 800, 310]) == [[1], [0, 2]]


def test_strips_come_back_in_their_own_order_and_length():
    greys = [np.full((HEIGHT, width, 3), grey, np.uint8) for width, grey in [(320, 1), (800, 2), (317, 3)]]

    read = Recogniser(FakeSession(), LETTERS)(greys)

    assert [int(s.classes[0, 0]) for s in read] == [1, 2, 3]
    assert [len(s.classes) for s in read] == [40, 100, 40]


def test_padding_is_grey_and_blue_comes_first():
    strip = np.zeros((HEIGHT, 10, 3), np.uint8)
    strip[:, :, 2] = 255

    batch = padded([strip], 32)

    assert batch.shape == (1, 3, HEIGHT, 32)
    assert batch[0, :, 0, 0].tolist() == [1, -1, -1]
    assert not batch[:, :, :, 10:].any()


def test_the_alphabet_has_the_blank_before_and_the_space_after():
    assert alphabet("甲\n乙") == ("", "甲", "乙", " ")
