"""Two readers of one number: what both see is believed, what they see differently is for a person to say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders import line, recognised

from intake.domain.text import Figure
from intake.extract.kinds import card_number
from intake.extract.lattice import window
from intake.extract.running import of_line
from intake.ocr.figured import figured, matched

ALPHABET = ("", *"0123456789Xx浙账号：:元")
TRUTH, MISREAD = "6222021234567890128", "6222021231567890128"  # a 4 that lost its thin strokes


def reading(text: str, sure: float = 0.98, **doubts: dict[str, float]):
    """Build a line all of whose characters are `sure`; `doubts` say otherwise of the character in a place (at3)."""
    steps = []
    for i, char in enumerate(text):
        steps += [doubts.get(f"at{i}", {char: sure, "": 1 - sure}), {"": 1.0}]
    made = recognised(steps)
    classes = np.vectorize(lambda at: ALPHABET.index(made.lattice.alphabet[at]))(made.lattice.classes)
    return replace(made, lattice=replace(made.lattice, classes=classes.astype(np.uint16), alphabet=ALPHABET))


def seen(text: str, sure: float = 0.99, **beliefs: dict[str, float]) -> tuple[Figure, ...]:
    """Build what a reader of figures sees; `*` is anything else."""
    return tuple(
        Figure("" if char == "*" else char, beliefs.get(f"at{i}", {} if char == "*" else {char: sure}))
        for i, char in enumerate(text)
    )


def sureness(found, start: int = 0) -> list[float]:
    return [round(char.confidence, 2) for char in found.chars[start:]]


def test_figures_that_both_see_are_surer_than_each():
    found = figured(reading("账号：123", 0.7), seen("*123", 0.97))

    assert found.text == "账号：123"
    assert sureness(found) == [0.7, 0.7, 0.7, 1.0, 1.0, 1.0]


def test_a_figure_that_both_see_weakly_stays_doubtful():
    found = figured(reading("12", 0.98, at1={"2": 0.4, "7": 0.3}), seen("12", at1={"2": 0.4, "7": 0.5}))

    assert sureness(found)[1] < 0.8


@pytest.mark.parametrize(("own", "other", "stands"), [(0.99, 0.6, "1"), (0.7, 0.99, "4"), (0.6, 0.97, "4")])
def test_what_they_see_differently_is_asked_about(own: float, other: float, stands: str):
    found = figured(reading("813", 0.98, at1={"1": own, "": 1 - own}), seen("843", at1={"4": other, "1": 1 - other}))

    assert found.text == f"8{stands}3"
    assert 0.5 < sureness(found)[1] <= 0.7
    assert sureness(found)[::2] == [1.0, 1.0]


def test_what_the_other_sees_of_a_number_lets_its_check_digit_decide():
    first = reading(MISREAD, 0.98, at9={"1": 0.7, "": 0.3})

    (number,) = card_number(of_line(figured(first, seen(TRUTH, at9={"4": 0.9, "1": 0.1})), 1))

    assert [each.value for each in card_number(of_line(first, 1))] != [TRUTH]
    assert number.value == TRUTH


@pytest.mark.parametrize("other", ["12456", "*12456*", "1245"])
def test_a_figure_that_the_other_does_not_see_is_doubted(other: str):
    found = figured(reading("123456"), seen(other))

    assert found.text == "123456"
    assert sureness(found)[2] == 0.7


def test_a_hanzi_that_was_read_as_a_figure_can_still_be_one():
    first = reading("12浙34", at2={"2": 0.6, "浙": 0.4})

    found = figured(first, seen("12*34"))

    steps = window(of_line(found, 1), str).steps
    assert found.text == "12234"
    assert sureness(found)[2] == 0.6
    assert [step["浙"] for step in steps if "浙" in step] == [pytest.approx(0.4, abs=0.01)]


def test_a_figure_that_only_the_other_sees_is_a_doubt_of_its_neighbours():
    found = figured(reading("1234"), seen("12934"))

    assert sureness(found)[0] == sureness(found)[3] == 1.0
    assert max(sureness(found)[1:3]) <= 0.7


def test_a_figure_that_was_read_as_a_mark_is_a_doubt_of_its_neighbours():
    assert sureness(figured(reading("12：34"), seen("12734"))) == [1.0, 0.7, 0.98, 0.7, 1.0]


def test_a_small_x_is_seen_as_one_and_stays():
    found = figured(reading("12x", 0.9), seen("12X"))

    assert found.text == "12x"
    assert sureness(found) == [1.0, 1.0, 0.9]


def test_what_are_no_figures_stays():
    first = reading("账号元12", 0.6)

    found = figured(first, seen("*12"))

    assert sureness(found)[:3] == sureness(first)[:3]
    assert found.confidence == pytest.approx(sum(sureness(found)) / 5, abs=0.01)


def test_a_reader_that_sees_no_figure_at_all_says_nothing():
    first = reading("123456")

    assert figured(first, ()) is first
    assert figured(first, seen("*")) is first


def test_a_line_without_a_lattice_stays():
    printed = line("123456")

    assert figured(printed, seen("123456")) is printed


def test_figures_are_matched_across_what_stands_between():
    found = matched(reading("账12元3号").chars, seen("*12*3*"))

    assert {at: max(beliefs) for at, beliefs in found.items()} == {1: "1", 2: "2", 4: "3"}
