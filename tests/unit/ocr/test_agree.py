"""A second view of a line: what they do not both see is doubtful, and agreement alone makes nothing believed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders import line, recognised

from intake.extract.kinds import card_number
from intake.extract.lattice import best_text, window
from intake.extract.running import of_line
from intake.ocr.agree import agreed

SURE = 0.98
ALPHABET = ("", *"0123456789张三二乔泽宇金影彩区區:：")


def reading(*chars: dict[str, float] | str):
    """Build a line of characters, a blank step behind each; a plain one is surely read."""
    steps = [{char: SURE, "": 0.02} if isinstance(char, str) else char for char in chars]
    return spelled(recognised([step for one in steps for step in (one, {"": 1.0})]))


def spelled(line):
    """Return a line whose lattice points into the alphabet that all readings share."""
    classes = np.vectorize(lambda at: ALPHABET.index(line.lattice.alphabet[at]))(line.lattice.classes)
    return replace(line, lattice=replace(line.lattice, classes=classes.astype(np.uint16), alphabet=ALPHABET))


def sureness(line) -> list[float]:
    return [round(char.confidence, 2) for char in line.chars]


@pytest.mark.parametrize(("first", "together"), [(0.4, 0.69), (0.6, 0.7), (0.78, 0.78), (0.9, 0.9)])
def test_agreement_is_enough_for_a_check_digit_and_never_for_a_name(first: float, together: float):
    weak = reading("张", {"三": first, "二": (1 - first) / 3, "": (1 - first) / 3})

    line = agreed(weak, reading("张", "三"))

    assert line.text == "张三"
    assert sureness(line) == [0.98, together]
    assert of_line(line, 1).confidence == pytest.approx(together, abs=0.01)


def test_what_the_other_sees_weakly_is_no_surer():
    weak = reading("张", {"三": 0.5, "二": 0.3, "": 0.2})

    assert sureness(agreed(weak, reading("张", {"三": 0.9, "二": 0.1}))) == [0.98, 0.5]


def test_a_sure_character_is_as_doubtful_as_the_other_finds_it():
    assert sureness(agreed(reading("张", "三"), reading("张", {"三": 0.6, "二": 0.4}))) == [0.98, 0.6]


def test_what_the_other_does_not_see_is_not_believed():
    assert sureness(agreed(reading("泽", "宇"), reading("泽"))) == [0.98, 0.0]


def test_what_the_other_adds_speaks_against_its_neighbours():
    line = agreed(reading("乔", "泽"), reading("乔", "泽", "宇"))

    assert line.text == "乔泽"
    assert sureness(line) == [0.98, 0.02]


def test_a_hanzi_that_both_are_surer_of_is_taken_and_not_believed():
    line = agreed(reading("金", {"影": 0.6, "彩": 0.4}), reading("金", "彩"))

    assert line.text == "金彩"
    assert line.chars[1].confidence < 0.8
    assert best_text(window(of_line(line, 1), str).steps) == "金彩"


def test_a_figure_stays_as_it_was_first_read_and_its_lattice_says_what_the_other_saw():
    line = agreed(reading("1", {"3": 0.6, "8": 0.4}), reading("1", "8"))

    steps = window(of_line(line, 1), str).steps
    assert line.text == "13"
    assert sureness(line) == [0.98, 0.0]
    assert of_line(line, 1).confidence < 0.05
    assert [step["8"] for step in steps if "8" in step] == [pytest.approx(0.01, abs=0.003)]


def test_a_number_that_only_the_second_view_proves_is_repaired_and_marked():
    truth, wrong = "6222021234567890128", "6222021234567890123"
    first = reading(*wrong[:-1], {"3": 0.999, "8": 1e-6})

    alone = card_number(of_line(first, 1))
    (seen,) = card_number(of_line(agreed(first, reading(*truth)), 1))

    assert [reading.value for reading in alone] == [wrong]
    assert seen.value == truth
    assert seen.repaired
    assert seen.sure is not None
    assert seen.sure > 0.9


def test_a_character_of_several_steps_keeps_its_surest():
    wide = spelled(recognised([{"8": 0.6, "3": 0.4}, {"8": 0.7, "3": 0.3}, {"8": 0.5, "3": 0.4}, {"": 1.0}]))

    line = agreed(wide, reading("3"))

    assert line.text == "8"
    steps = window(of_line(line, 1), str).steps
    assert best_text(steps) == "8"
    assert sum("3" in step for step in steps) == 1


def test_a_view_of_nothing_speaks_against_all():
    assert sureness(agreed(reading("张", "三"), None)) == [0.0, 0.0]


def test_marks_are_no_difference():
    assert sureness(agreed(reading("张", "：", "三"), reading("张", ":", "三"))) == [0.98, 0.98, 0.98]


def test_a_line_that_no_lattice_stands_behind_stays():
    printed = line("张三")

    assert agreed(printed, None) is printed


@pytest.mark.parametrize(("first", "second"), [("区", "區"), ("區", "区")])
def test_the_other_form_of_a_character_is_no_other_character(first: str, second: str):
    line = agreed(reading("张", {first: 0.8, second: 0.2}), reading("张", second))

    assert line.text == f"张{first}"
    assert sureness(line) == [0.98, 0.98]
