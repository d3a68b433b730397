"""A finder makes one field of a search and a parser, and says when it cannot."""

from __future__ import annotations

import pytest
from builders import line, page, seal

from intake.domain.document import FieldState
from intake.extract.finders import (
    field_of,
    first_of,
    has_seal,
    lines,
    pattern,
    rows,
    running,
    something_written,
    stacked,
)
from intake.extract.labels import after_label

NUMBER = pattern(r"(?<!\d)\d{4}(?!\d)", str)
AT = after_label("账号")


def test_read_value_has_its_characters_box_and_confidence():
    text = line("账号：12 34", confidence=0.9)

    field = field_of(AT, NUMBER)([page(text, number=3)])

    assert (field.value, field.raw, field.page, field.state) == ("1234", "12 34", 3, FieldState.READ)
    assert field.box.bounds.left == text.chars[3].box.bounds.left
    assert field.confidence == 0.9


def test_label_without_value_is_empty():
    field = field_of(AT, NUMBER)([page("账号：")])

    assert (field.value, field.raw, field.state) == (None, "", FieldState.EMPTY)


def test_what_the_parser_cannot_take_is_unreadable():
    field = field_of(AT, NUMBER)([page("账号：12A4")])

    assert (field.value, field.raw, field.state) == (None, "12A4", FieldState.UNREADABLE)


@pytest.mark.parametrize("search", [AT, lines], ids=["by label", "anywhere"])
def test_paper_without_it_has_no_field(search):
    assert field_of(search, NUMBER)([page("户名：张三")]) is None


def test_other_values_are_rivals():
    field = field_of(lines, NUMBER)([page("1234", "5678", "1234")])

    assert (field.value, field.rivals) == ("1234", ("5678",))


def test_the_preferred_value_has_no_rivals_among_the_rest():
    field = field_of(lines, NUMBER, prefer=lambda value: value.startswith("5"))([page("1234", "5678")])

    assert (field.value, field.rivals) == ("5678", ())


def test_with_none_preferred_all_count():
    field = field_of(lines, NUMBER, prefer=lambda value: value.startswith("9"))([page("1234", "5678")])

    assert (field.value, field.rivals) == ("1234", ("5678",))


def test_the_first_finder_that_reads_wins():
    find = first_of(field_of(AT, NUMBER), field_of(lines, NUMBER))

    assert find([page("账号：12A4", "5678")]).value == "5678"


def test_when_none_reads_the_first_says_why():
    find = first_of(field_of(AT, NUMBER), field_of(lines, NUMBER))

    assert find([page("账号：12A4")]).state is FieldState.UNREADABLE


def test_when_none_finds_there_is_no_field():
    assert first_of(field_of(AT, NUMBER), field_of(lines, NUMBER))([page("户名")]) is None


def test_a_row_in_pieces_is_read_as_one():
    field = field_of(rows, NUMBER)([page(line("12", 100), line("34", 300))])

    assert field.value == "1234"


def test_running_text_is_read_over_the_end_of_a_line():
    assert field_of(running, pattern(r"\d{8}", str))([page("1234", "5678")]).value == "12345678"


def test_seal_is_found_with_its_place():
    field = has_seal([page("甲"), page("乙", number=2, seals=[seal()])])

    assert (field.value, field.page, field.box) == (True, 2, seal().box)


def test_without_a_seal_the_whole_last_page_is_the_evidence():
    field = has_seal([page("甲"), page("乙", number=2)])

    assert (field.value, field.page, field.box.bounds.width) == (False, 2, 1000)


def test_what_another_label_says_is_a_rival_and_never_the_value():
    read, unread = page("账号：1234", "账号 5678", "账号等5555"), page("账号：见附件", "账号 5678")
    finder = field_of(AT, pattern(r"\d{4}", str))

    assert (finder([read]).value, finder([read]).rivals) == ("1234", ("5678",))
    assert (finder([unread]).state, finder([unread]).raw) == (FieldState.UNREADABLE, "见附件")


def test_what_says_that_nothing_is_written_counts_as_nothing():
    field = something_written(after_label("签名"), but="未.")([page("签名：未签")])

    assert (field.value, field.raw) == (False, "未签")


@pytest.mark.parametrize(
    ("text", "expected"), [("签名：张三", True), ("签名：", False), ("日期", None)], ids=["signed", "not", "no place"]
)
def test_signature_is_whatever_is_written(text, expected):
    field = something_written(after_label("签名"))([page(text)])

    assert (field and field.value) is expected


WHOLE = pattern(r"(?<!\d)\d{16}(?!\d)", str)


def test_a_number_in_rows_is_read_as_one():
    found = field_of(stacked, WHOLE)([page(line("6214 9053 4419", 100, 100), line("5317", 100, 140))])

    assert (found.value, found.raw) == ("6214905344195317", "6214 9053 44195317")


def test_a_row_of_a_number_may_be_in_pieces():
    found = field_of(stacked, WHOLE)([page(line("62149053", 100, 100), line("4419", 240, 100), line("5317", 100, 140))])

    assert found.value == "6214905344195317"


@pytest.mark.parametrize(
    "below",
    [line("5317", 400, 140), line("5317", 100, 300), line("EXP 5317", 100, 140)],
    ids=["aside", "far-below", "words"],
)
def test_figures_elsewhere_do_not_go_on_with_a_number(below):
    assert field_of(stacked, WHOLE)([page(line("6214 9053 4419", 100, 100), below)]) is None
