"""Running text leads every match back to the characters on the paper."""

from __future__ import annotations

import numpy as np
import pytest
from builders import line, page, tilted
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.text import Char, Lattice, Line, Source
from intake.extract.running import NOTHING, joined, of_line, of_pages

TEXT = st.text(alphabet="案号（2023）浙0106 执1234\u3000号：，abcＡＢ", min_size=1, max_size=40)


@given(TEXT, st.data())
def test_a_cut_has_the_characters_between_its_offsets(text, data):
    running = of_line(line(text), 1)
    start = data.draw(st.integers(0, len(running.text)))
    end = data.draw(st.integers(start, len(running.text)))

    part = running.cut(start, end)

    assert part.text == running.text[start:end]
    assert "".join(part.raw.split()) == "".join(running.glyphs[i].char.text for i in running.at[start:end])


@given(st.lists(TEXT, max_size=5))
def test_joined_text_is_that_of_its_pieces_in_order(texts):
    pieces = [of_line(line(text), 1) for text in texts]

    whole = joined(pieces)

    assert whole.text == "".join(piece.text for piece in pieces)
    assert len(whole.at) == len(whole.text)


def test_text_is_half_width_without_blanks_and_raw_is_as_printed():
    running = of_line(line("户 名：ＡＢ"), 1)

    assert (running.text, running.raw) == ("户名:AB", "户 名：ＡＢ")


def test_a_cut_of_nothing_is_nothing():
    assert of_line(line("张三"), 1).cut(1, 1) is NOTHING


def test_trimming_takes_marks_from_both_ends():
    assert of_line(line("：张三__"), 1).trimmed(":_").raw == "张三"


def test_trimming_all_leaves_nothing():
    assert of_line(line("____"), 1).trimmed("_") is NOTHING


def test_confidence_is_that_of_the_least_sure_character():
    whole = joined((of_line(line("张", confidence=0.9), 1), of_line(line("三", confidence=0.6), 1)))

    assert whole.confidence == 0.6


def test_nothing_has_no_confidence():
    assert NOTHING.confidence == 0.0


def test_box_of_text_over_two_pages_is_that_on_the_first():
    first, second = of_line(line("上一页", top=1300), 1), of_line(line("下一页", top=50), 2)

    whole = joined((first, second))

    assert (whole.page, whole.box) == (1, first.box)


def test_source_is_that_of_the_line():
    assert of_line(line("张三"), 1).source is Source.OCR


def test_breaks_are_where_lines_start():
    whole = joined(of_line(line(text), 1) for text in ("申请执行人", "张三", "李四"))

    assert whole.breaks == (0, 5, 7)
    assert whole.cut(5, 9).breaks == (0, 2)


@pytest.mark.parametrize("furniture", ["- 1 -", "第 2 页", "第2页 共3页", "1/3", "样本", "7"])
def test_page_numbers_and_marks_are_no_text(furniture):
    assert of_pages([page("裁定如下", furniture)]).text == "裁定如下"


def test_leaning_text_is_no_text():
    assert of_pages([page("裁定如下", tilted("仅供参考", 300, 300))]).text == "裁定如下"


def test_pages_are_read_on():
    assert of_pages([page("申请执"), page("行人", number=2)]).text == "申请执行人"


@pytest.mark.parametrize(
    ("char", "confidence", "expected"),
    [("(", 0.6, 0.9), ("2", 0.6, 0.6), ("(", 0.97, 0.97)],
    ids=["two widths of a bracket", "another digit", "sure anyway"],
)
def test_forms_of_one_character_are_one_belief(char, confidence, expected):
    lattice = Lattice(
        np.array([[1, 2, 3]], np.uint16),
        np.array([[0.6, 0.3, 0.1]], np.float16),
        ("", char, "（" if char == "(" else "3", "x"),
    )
    box = line("(").box
    read = Line(char, confidence, box, (Char(char, confidence, box, step=0),), lattice)

    assert of_line(read, 1).confidence == pytest.approx(expected, abs=0.01)


def test_a_character_without_a_step_keeps_its_confidence():
    lattice = Lattice(np.array([[1]], np.uint16), np.array([[0.9]], np.float16), ("", "张"))
    box = line("张").box

    assert of_line(Line("张", 0.5, box, (Char("张", 0.5, box),), lattice), 1).confidence == 0.5
