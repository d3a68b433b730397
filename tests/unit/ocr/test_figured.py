"""Two readers of one number: what both see is believed, what they see differently is for a person to say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders import line, recognised
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.text import Figure
from intake.extract.kinds import card_number
from intake.extract.lattice import best_text, window
from intake.extract.running import of_line
from intake.extract.sure import CHECKED
from intake.ocr.figured import figured, is_confirmed, matched
from intake.ocr.recognise import Steps

ALPHABET = ("", *"0123456789Xx×浙账号：:元MABS.（） 一")
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
    found = figured(reading("账号：123", 0.7), seen("*123", 0.98))

    assert found.text == "账号：123"
    assert sureness(found)[:3] == [0.7, 0.7, 0.7]
    assert min(sureness(found)[3:]) > 0.95


@pytest.mark.parametrize(
    ("own", "other"),
    [(0.98, 0.7), (0.9, 0.9), (0.7, 0.96)],
    ids=["only guessed by the other", "not surely read", "hardly read"],
)
def test_what_the_other_does_not_see_plainly_is_doubted(own: float, other: float):
    found = figured(reading("12", 0.98, at1={"2": own, "": 1 - own}), seen("12", at1={"2": other, "7": 1 - other}))

    assert found.text == "12"
    assert sureness(found)[1] == pytest.approx(min(own, 0.7), abs=0.01)


@pytest.mark.parametrize(
    ("own", "other", "stands", "sure"),
    [(0.99, 0.999, "1", 0.7), (0.85, 0.99, "1", 0.7), (0.7, 0.6, "1", 0.7), (0.7, 0.99, "4", 0.45)],
    ids=["surely read", "firmly read", "guessed by the other", "doubtful"],
)
def test_what_they_see_differently_is_asked_about(own: float, other: float, stands: str, sure: float):
    found = figured(reading("813", 0.98, at1={"1": own, "": 1 - own}), seen("843", at1={"4": other, "1": 1 - other}))

    assert found.text == f"8{stands}3"
    assert sureness(found)[1] == pytest.approx(sure, abs=0.01)
    assert min(sureness(found)[::2]) > 0.95


def test_a_replaced_figure_is_asked_about_even_where_a_check_digit_fits():
    first = reading(MISREAD, 0.98, at9={"1": 0.7, "": 0.3})

    (number,) = card_number(of_line(figured(first, seen(TRUTH, at9={"4": 0.99})), 1))

    assert [each.value for each in card_number(of_line(first, 1))] != [TRUTH]
    assert number.value == TRUTH
    assert (number.sure or number.span.confidence) < CHECKED


@pytest.mark.parametrize("other", ["12456", "*12456*", "1245", "*", ""])
def test_a_figure_that_the_other_does_not_see_is_doubted(other: str):
    found = figured(reading("123456"), seen(other))

    assert found.text == "123456"
    assert sureness(found)[2] == 0.7


@pytest.mark.parametrize(
    ("text", "other", "doubted"),
    [
        ("1234", "12934", [1, 2]),
        ("12：34", "12734", [1, 3]),
        ("12：34", "125634", [1, 3]),
        ("1234：", "1234*67", [3]),
        ("：3456", "*12*3456", [1]),
        ("123456", "1234*56", [3, 4]),
        ("1234：56", "123456", [3, 5]),
        ("1234号元号56", "123456", []),
        ("12元34", "12734", []),
        ("账12", "12", []),
        ("12", "*12*", []),
    ],
    ids=["one more", "one for a mark", "two for a mark", "behind a mark", "before a mark", "a mark more", "a mark less",
         "words less", "one for a word", "no label", "a label"],
)  # fmt: skip
def test_what_is_seen_beside_figures_is_a_doubt_of_them(text: str, other: str, doubted: list[int]):
    found = figured(reading(text), seen(other))

    assert found.text == text
    assert [i for i, char in enumerate(found.chars) if char.text.isdigit() and char.confidence <= 0.7] == doubted


def test_a_second_view_that_spoke_against_a_figure_is_not_overruled():
    found = figured(reading("12", 0.98, at1={"2": 0.01, "8": 0.005}), seen("12", 0.99))

    assert sureness(found)[1] <= 0.01


def test_where_no_doubt_may_be_lifted_one_is_added_only():
    first = reading("1234", 0.9, at0={"1": 0.6, "": 0.4})

    found = figured(first, seen("1294"), may_lift=False)

    assert found.text == "1234"
    assert sureness(found) == [0.6, 0.9, 0.7, 0.9]


def test_a_hanzi_that_was_read_as_a_figure_can_still_be_one():
    first = reading("12浙34", at2={"2": 0.6, "浙": 0.4})

    for other in (seen("12*34"), seen("12234", at2={"2": 0.6, "": 0.39})):
        found = figured(first, other)
        steps = window(of_line(found, 1), str).steps
        assert found.text == "12234"
        assert sureness(found)[2] <= 0.7
        assert any(step.get("浙", 0) > 0.2 for step in steps)


def test_beside_latin_letters_no_doubt_is_lifted():
    """It knows none, and takes B for 8."""
    first = reading("MA293B7", 0.7, at2={"2": 0.9, "": 0.1})

    found = figured(first, seen("*29387", 0.99))

    assert found.text == "MA293B7"
    assert sureness(found) == [0.7, 0.7, 0.9, 0.7, 0.7, 0.7, 0.7]


def test_letters_that_are_seen_as_figures_are_no_doubt_of_their_neighbours():
    found = figured(reading("S1234"), seen("81234"))

    assert sureness(found)[1:] == sureness(reading("S1234"))[1:]


def test_a_figure_never_becomes_one_with_its_neighbour():
    steps = [{"8": 0.98}, {"": 1.0}, {"1": 0.7, "": 0.3}, {"4": 0.98}, {"": 1.0}, {"3": 0.98}, {"": 1.0}]
    made = recognised(steps)
    classes = np.vectorize(lambda at: ALPHABET.index(made.lattice.alphabet[at]))(made.lattice.classes)
    first = replace(made, lattice=replace(made.lattice, classes=classes.astype(np.uint16), alphabet=ALPHABET))

    found = figured(first, seen("8443"))

    assert found.text == "8143"
    assert sureness(found)[1] == 0.7
    assert best_text(window(of_line(found, 1), str).steps) == "8143"


@pytest.mark.parametrize(("text", "other", "sure"), [("12x", "12X", True), ("12×", "12X", True), ("12x", "128", False)])
def test_crosses_are_one_figure_and_stay_as_they_were_read(text: str, other: str, *, sure: bool):
    found = figured(reading(text, 0.9), seen(other))

    assert found.text == text
    assert (sureness(found)[2] > 0.95) is sure


def test_what_are_no_figures_stays():
    first = reading("账号元12", 0.6)

    found = figured(first, seen("*12"))

    assert sureness(found)[:3] == sureness(first)[:3]
    assert found.confidence == pytest.approx(sum(sureness(found)) / 5, abs=0.01)


def test_a_line_without_a_lattice_stays():
    printed = line("123456")

    assert figured(printed, seen("123456")) is printed


def test_figures_are_matched_across_what_stands_between():
    found = matched(reading("账12元3号").chars, seen("*12*3*"))

    assert {at: max(beliefs) for at, beliefs in found.items()} == {1: "1", 2: "2", 4: "3"}


@given(st.lists(st.sampled_from("0123456789：元"), min_size=1, max_size=8), st.text("0123456789*", max_size=8))
def test_the_best_path_says_what_the_line_says(text: list[str], other: str):
    found = figured(reading("".join(text), 0.75), seen(other, 0.99))

    best = found.lattice.classes[:, 0]
    said = [at for at, before in zip(best, [0, *best[:-1]], strict=True) if at not in (0, before)]
    assert "".join(ALPHABET[at] for at in said) == found.text
    assert all(0 <= char.confidence <= 1 for char in found.chars)
    assert float(found.lattice.probabilities.max()) <= 1


def steps(text: str, sure: float = 0.99, **doubts: dict[str, float]) -> Steps:
    """Read each character in a step, with a blank behind it; `doubts` say otherwise of the character in a place."""
    lattice = reading(text, sure, **doubts).lattice
    probabilities = lattice.probabilities.astype(np.float32)
    return Steps(lattice.classes, probabilities, np.linspace(0, 1, len(probabilities) + 1, dtype=np.float32))


def confirmed(read: Steps, figures: tuple[Figure, ...]) -> bool:
    return is_confirmed(lambda _strip: figures, ALPHABET, np.zeros((48, 100, 3), np.uint8), read)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("账号：6222", "*6222"),
        ("（2024）浙", "*2024*"),
        ("4X号", "4X*"),
        ("6222 0212", "62220212"),
    ],
)
def test_figures_that_another_reader_sees_just_so_are_confirmed(text: str, figures: str):
    assert confirmed(steps(text), seen(figures))


@pytest.mark.parametrize(
    ("read", "figures"),
    [
        pytest.param(steps("账号"), seen("*"), id="no figure at all"),
        pytest.param(steps("账号1"), seen("*7"), id="another figure"),
        pytest.param(steps("1"), seen("11"), id="one figure more"),
        pytest.param(steps("1 1"), seen("1"), id="one figure less"),
        pytest.param(steps("12"), seen("12", 0.96), id="the other is not sure"),
        pytest.param(steps("12", at1={"2": 0.94, "": 0.06}), seen("12"), id="not surely read"),
        pytest.param(steps("12元", at2={"元": 0.85, "": 0.15}), seen("12*"), id="a character that was hardly read"),
        pytest.param(steps("1.2", at1={".": 0.9, "": 0.1}), seen("1*2"), id="a point that was hardly read"),
        pytest.param(steps("1.2"), seen("12"), id="a point that only one sees"),
        pytest.param(steps("12"), seen("1*2"), id="a point that only the other sees"),
        pytest.param(steps("一12"), seen("*12"), id="figures in words"),
        pytest.param(steps("A12"), seen("*12"), id="Latin letters"),
        pytest.param(steps("812", at0={"8": 0.96, "B": 0.03}), seen("812"), id="a figure that may be a letter"),
        pytest.param(steps("12号34"), seen("12034"), id="a figure where a word was read"),
        pytest.param(steps("1234号"), seen("12340"), id="a figure behind them where a word was read"),
        pytest.param(steps("62×34"), seen("62834"), id="a figure where a cross was read"),
        pytest.param(steps("34×", at2={"×": 0.3, "": 0.2}), seen("348"), id="a figure where a cross may be"),
    ],
)
def test_what_is_not_seen_alike_and_surely_is_not_confirmed(read: Steps, figures: tuple[Figure, ...]):
    assert not confirmed(read, figures)
