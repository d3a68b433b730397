"""What is read twice, what a second reading replaces, and that a line keeps one lattice, without weights."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ocr.cascade import CONTESTED, SHORT, SURE, Cascade, Cut, Piece, doubts, is_figure, placed, spliced, squeezed
from intake.ocr.recognise import Recogniser, Steps, Symbol, decoded

LETTERS = ("", "甲", "乙", "1", "2", "：", "一", "壹", "之")
SAID = {letter: i for i, letter in enumerate(LETTERS)}
STEP = 8
NO_PIXELS = np.zeros((48, 0, 3), np.uint8)


def steps(text, *, unsure=(), confidence=0.99):
    """Read each character for two steps with a blank step behind it; those at `unsure` are hardly read."""
    best = [step for letter in text for step in (SAID[letter], SAID[letter], 0)]
    classes = np.zeros((len(best), 5), np.uint16)
    classes[:, 0] = best
    probabilities = np.full((len(best), 5), 0.002, np.float32)
    probabilities[:, 0] = confidence
    for i in unsure:
        probabilities[3 * i : 3 * i + 2, 0] = SURE - 0.1
    return Steps(classes, probabilities, np.linspace(0, 1, len(best) + 1, dtype=np.float32))


def said(read):
    return "".join(symbol.text for symbol in decoded(read, LETTERS))


class FakeSession:
    """Reads every strip as the same text, as surely as told, and keeps what it was shown."""

    def __init__(self, text="", confidence=0.99):
        self.text, self.confidence, self.widths = text, confidence, []

    @property
    def metadata(self):
        return {}

    def run(self, batch):
        n, _, _, width = batch.shape
        self.widths += [width] * n
        read = steps(self.text, confidence=self.confidence)
        classes = np.zeros((n, max(width // STEP, len(read.classes)), 5), np.int64)
        probabilities = np.full(classes.shape, 0.99, np.float32)
        classes[:, : len(read.classes)] = read.classes
        probabilities[:, : len(read.classes)] = read.probabilities
        return classes, probabilities


def never(_strip, _symbols):
    return False


def cascade(quick, careful, confirm=never):
    return Cascade(Recogniser(quick, LETTERS), Recogniser(careful, LETTERS), confirm, 0.5)


def strip(width):
    return np.full((48, width, 3), 200, np.uint8)


@pytest.mark.parametrize(
    ("text", "unsure", "spans"),
    [
        pytest.param("甲乙甲乙", (), [], id="what is sure is read once"),
        pytest.param("甲乙甲1甲乙甲", (), [(6, 15)], id="a digit, with a neighbour on both sides"),
        pytest.param("甲乙甲乙甲乙甲", (3,), [(6, 15)], id="a character that was hardly read"),
        pytest.param("1甲乙甲乙甲乙甲2", (), [(0, 6), (21, 27)], id="two pieces, up to the ends"),
        pytest.param("甲1甲乙1甲", (), [(0, 18)], id="near pieces are one"),
        pytest.param("甲：乙", (1,), [], id="of a mark nobody is sure"),
        pytest.param("甲乙一甲乙", (), [], id="a figure that is part of a word"),
        pytest.param("甲乙之一甲", (), [(6, 15)], id="a figure that tells one paper from another"),
        pytest.param("甲乙甲乙一", (), [(9, 15)], id="a figure at the end"),
        pytest.param("甲乙一甲乙", (2,), [(3, 12)], id="a figure of a word that was hardly read"),
        pytest.param("甲乙甲壹甲乙甲", (), [(6, 15)], id="a figure of a sum in words, were it alone"),
        pytest.param("甲一甲乙一甲", (), [(0, 18)], id="figures that may be a date"),
    ],
)
def test_figures_and_doubts_deserve_a_second_look(text, unsure, spans):
    found = list(doubts(steps(text, unsure=unsure), LETTERS))

    assert found == spans


def test_a_digit_is_looked_at_again_however_sure_it_is():
    quick, careful = FakeSession("1"), FakeSession("2")
    first = steps("甲乙甲1甲乙甲", confidence=1.0)

    cascade(quick, careful).again([strip(SHORT)], [first])

    assert careful.widths


def test_a_piece_that_another_reader_confirms_is_not_read_again():
    quick, careful = FakeSession("2"), FakeSession("2")
    shown = []

    def confirm(pixels, read):
        shown.append((pixels.shape[1], said(read)))
        return True

    (read,) = cascade(quick, careful, confirm).again([strip(SHORT + 24)], [steps("甲乙甲1甲乙甲")])

    assert said(read) == "甲乙甲1甲乙甲"
    assert shown == [((SHORT + 24) * 9 // 21, "甲1甲")]
    assert quick.widths == careful.widths == []


def test_the_careful_reading_takes_the_place_of_the_piece():
    engine = cascade(FakeSession(), FakeSession("甲2甲"))

    (read,) = engine.again([strip(SHORT)], [steps("甲乙甲1甲乙甲")])

    assert said(read) == "甲乙甲2甲乙甲"


def test_two_equal_views_of_a_long_strip_need_no_careful_one():
    quick, careful = FakeSession("甲1甲"), FakeSession("甲2甲")

    (read,) = cascade(quick, careful).again([strip(SHORT + 8)], [steps("甲乙甲1甲乙甲")])

    assert said(read) == "甲乙甲1甲乙甲"
    assert careful.widths == []


def test_where_two_views_differ_the_careful_one_decides():
    engine = cascade(FakeSession("甲乙甲"), FakeSession("甲2甲"))

    (read,) = engine.again([strip(SHORT + 8)], [steps("甲乙甲1甲乙甲")])

    assert said(read) == "甲乙甲2甲乙甲"


def test_a_less_sure_careful_reading_changes_no_character_but_lets_nobody_believe_it():
    first = steps("甲乙甲1甲乙甲")

    (read,) = cascade(FakeSession(), FakeSession("甲2甲", confidence=0.5)).again([strip(SHORT)], [first])

    sure = {symbol.text: symbol.confidence for symbol in decoded(read, LETTERS)}
    assert said(read) == said(first)
    assert sure["1"] == pytest.approx(CONTESTED)
    assert sure["乙"] == pytest.approx(0.99)


def test_two_of_three_readings_decide():
    first = steps("甲乙甲1甲乙甲", confidence=0.995)
    engine = cascade(FakeSession("甲2甲", confidence=0.97), FakeSession("甲2甲", confidence=0.975))

    (read,) = engine.again([strip(SHORT + 8)], [first])

    assert said(read) == "甲乙甲2甲乙甲"


@pytest.mark.parametrize("figure", ["1", "X", "１", "〇", "○", "三", "亿", "萬", "两", "貳", "拾", "佰"])
def test_figures_in_every_writing_are_read_again(figure):
    assert is_figure(Symbol(figure, 1.0, 0, 0, 0))


@pytest.mark.parametrize("other", ["甲", "年", "：", " ", "。"])
def test_other_characters_are_believed_where_they_are_sure(other):
    assert not is_figure(Symbol(other, 1.0, 0, 0, 0))


def test_only_long_strips_are_squeezed():
    quick = FakeSession("甲")

    cascade(quick, FakeSession()).first([strip(SHORT), strip(2 * SHORT + 160)])

    assert sorted(quick.widths) == [SHORT, SHORT + 80]


def test_equal_characters_that_meet_stay_two():
    first = steps("甲甲")

    read = spliced(first, [(Piece(0, 3, 6), placed(Steps(*_without_blank(steps("甲"))), Cut(NO_PIXELS, 0.5, 1.0)))])
    cut = spliced(Steps(first.classes[:2], first.probabilities[:2], first.edges[:3]), [(Piece(0, 2, 2), steps("甲"))])

    assert said(read) == "甲甲"
    assert said(cut) == "甲甲"


@given(st.text(LETTERS[1:5], min_size=1, max_size=12), st.data())
def test_splicing_keeps_what_lies_outside_and_the_order_of_places(text, data):
    first = steps(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    new = data.draw(st.text(LETTERS[1:5], min_size=1, max_size=5))
    left, right = first.edges[3 * start], first.edges[3 * end]

    read = spliced(first, [(Piece(0, 3 * start, 3 * end), placed(steps(new), Cut(NO_PIXELS, left, right)))])

    assert said(read) == text[:start] + new + text[end:]
    assert len(read.edges) == len(read.classes) + 1
    assert all(a <= b + 1e-6 for a, b in pairwise(read.edges))


@given(st.integers(1, 2000), st.floats(0.3, 1.0))
def test_squeezing_never_widens(width, factor):
    assert squeezed(strip(width), factor).shape[1] <= max(width, 1)


def _without_blank(read):
    return read.classes[:2], read.probabilities[:2], read.edges[:3]
