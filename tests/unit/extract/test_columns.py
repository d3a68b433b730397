"""Values stand in the columns of a table, under their labels."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.extract.columns import under_label

HEAD = (line("户名", 100, 100), line("账号", 400, 100), line("账户状态", 750, 100))
AMONG = ("户名", "账号", "账户状态")


def _found(label, *lines):
    return [place.written.text for place in under_label(label, among=AMONG)([page(*lines)])]


def _row(top, name="张三", number="6222021234567890128", state="正常"):
    return line(name, 110, top), line(number, 300, top), line(state, 780, top)


@pytest.mark.parametrize(("label", "value"), [("户名", "张三"), ("账号", "6222021234567890128"), ("账户状态", "正常")])
def test_each_column_is_read_under_its_label(label, value):
    assert _found(label, *HEAD, *_row(180)) == [value]


def test_a_cell_of_several_lines_is_one_value():
    row = (line("杭州某某", 70, 170), *_row(190, name="食品")[1:], line("食品有限公司", 60, 210))

    assert _found("户名", *HEAD, *row) == ["杭州某某食品有限公司"]


def test_every_row_has_a_place():
    assert _found("户名", *HEAD, *_row(180), *_row(300, name="李四")) == ["张三", "李四"]


def test_a_label_with_a_slip_is_known():
    assert _found("账户状态", *HEAD[:2], line("账户伏态", 750, 100), *_row(180)) == ["正常"]


@pytest.mark.parametrize("top", [230, 300], ids=["close", "apart"])
def test_a_note_under_the_table_is_no_row(top):
    assert _found("户名", *HEAD, *_row(180), line("注：以上为查询时点数据。", 100, top)) == ["张三"]


def test_a_line_alone_ends_the_table():
    assert _found("户名", *HEAD, *_row(180), line("某某银行", 100, 300), *_row(400)) == ["张三"]


def test_a_label_alone_heads_no_table():
    assert _found("户名", HEAD[0], *_row(180)) == []


def test_a_head_without_rows_says_nothing():
    assert _found("户名", *HEAD) == []


def test_the_end_of_a_letter_is_no_part_of_the_table_above_it():
    assert _found("户名", *HEAD, *_row(180), line("特此函复", 100, 225)) == ["张三"]
