"""Decoding under a grammar finds what trying every path would find, and nothing that the lattice does not support."""

from __future__ import annotations

import itertools
import math

import pytest
from builders import recognised, spelled_out
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.extract.decode import KEPT, Decoded, Text, decode
from intake.extract.grammar import Check, Grammar, Part, one_of
from intake.extract.lattice import LIMIT, Window, best_text, window
from intake.extract.running import joined, of_line

DIGIT = one_of("123")
FREE = Grammar(((Part(DIGIT, range(10)),),))
THREES = Grammar(
    ((Part(DIGIT, (1, 2, 3)),),), Check((0,), lambda s, c: ((s[0] + int(c)) % 3,), lambda state: state[0] == 0)
)
EITHER = Grammar(((Part(one_of("1")), Part(DIGIT, (1, 3))), (Part(one_of("2"), (2,)),)))
STEP = st.dictionaries(
    st.sampled_from(["", "1", "2", "3", "x"]), st.sampled_from([0.0, 0.5, 1.25, 3.0, 6.5]), min_size=1
)


def _lowered(step):
    least = min(step.values())
    return {symbol: cost - least for symbol, cost in step.items()}


STEPS = st.lists(STEP.map(_lowered), min_size=1, max_size=5)


def _all_texts(steps):
    """Return every text of the lattice with the cost of its best path, by trying all paths."""
    texts = {}
    for path in itertools.product(*(step.items() for step in steps)):
        text = "".join(symbol for symbol, _ in itertools.groupby(symbol for symbol, _ in path))
        texts[text] = min(texts.get(text, math.inf), sum(cost for _, cost in path))
    return {text: cost for text, cost in texts.items() if cost <= LIMIT}


@pytest.mark.parametrize("grammar", [FREE, THREES, EITHER], ids=["free", "checked", "shapes"])
@settings(deadline=None)
@given(steps=STEPS)
def test_the_best_texts_are_those_of_all_paths(grammar, steps):
    texts = _all_texts(steps)
    fitting = sorted(cost for text, cost in texts.items() if grammar.accepts(text))
    others = [cost for text, cost in texts.items() if not grammar.accepts(text)]

    decoded = decode(Window(tuple(steps), 0.0), grammar)

    assert [fit.cost for fit in decoded.fits] == pytest.approx(fitting[:KEPT])
    assert all(texts[fit.text] == pytest.approx(fit.cost) for fit in decoded.fits)
    assert (decoded.other.cost if decoded.other else None) == (pytest.approx(min(others)) if others else None)


def test_what_holds_is_asked_of_the_texts_that_fit():
    steps = ({"1": 0.0, "2": 1.0},)

    decoded = decode(Window(steps, -0.5), Grammar(((Part(DIGIT),),), holds=lambda text: text == "2"))

    assert decoded == Decoded((Text("2", 1.0),), Text("1", 0.0), -0.5)


def test_the_margin_is_the_distance_to_the_next_that_fits():
    decoded = decode(Window(({"1": 0.0, "2": 1.5},), 0.0), FREE)

    assert decoded.margin == 1.5


def test_without_a_second_text_the_margin_is_as_far_as_we_can_see():
    assert decode(Window(({"1": 0.0},), 0.0), FREE).margin == LIMIT
    assert decode(Window(({"x": 0.0},), 0.0), FREE).margin == 0.0


def test_what_is_less_likely_than_the_limit_has_no_support():
    line = spelled_out("1", {0: {"2": 1e-4}})
    faint = window(of_line(line, 1), str)

    assert faint is not None
    assert [fit.text for fit in decode(Window(({"1": 0.0, "2": LIMIT + 1},), 0.0), FREE).fits] == ["1"]


def test_a_window_has_the_steps_of_the_characters_and_the_blanks_around():
    line = recognised([{"账": 0.9}, {"": 0.9}, {"1": 0.8}, {"1": 0.9, "2": 0.05}, {"": 0.9}, {"x": 0.9}])
    span = of_line(line, 1).cut(1, 2)

    seen = window(span, str)

    assert seen is not None
    assert [set(step) for step in seen.steps] == [{""}, {"1"}, {"1", "2"}, {""}, {""}]
    assert seen.log_p == pytest.approx(math.log(0.9 * 0.8 * 0.9 * 0.9), abs=0.01)


def test_what_stands_in_two_lines_is_not_one_character():
    span = joined([of_line(spelled_out("1"), 1), of_line(recognised([{"1": 0.9}]), 1)])

    seen = window(span, str)

    assert seen is not None
    assert best_text(seen.steps) == "11"


@pytest.mark.parametrize(
    "span",
    [
        of_line(spelled_out("12"), 1).cut(0, 0),
        joined([of_line(spelled_out("12"), 1).cut(0, 1), of_line(spelled_out("12"), 1).cut(0, 0)]).cut(0, 0),
    ],
    ids=["nothing", "nothing of two"],
)
def test_nothing_has_no_window(span):
    assert window(span, str) is None
