"""Measuring confusions: lines are paired, aligned and counted, and the table can be read again."""

from __future__ import annotations

import tomllib

from training.corpus.confusions import Tally, count, report


def test_replaced_characters_are_counted_by_pair():
    tally = Tally()

    count(tally, "fax", ["未成年人的监护人", "公民身份号码"], ["末成年人的监护人", "公民身份号码"])

    assert tally.pairs == {("未", "末"): 1}
    assert (tally.chars["fax"], tally.wrong["fax"]) == (14, 1)


def test_lost_characters_are_counted():
    tally = Tally()

    count(tally, "photo", ["户名：张明"], ["户名张明"])

    assert tally.lost == {"：": 1}


def test_lines_that_are_nowhere_are_no_confusion():
    tally = Tally()

    count(tally, "photo", ["执行裁定书"], ["天气晴朗有风"])

    assert not tally.pairs


def test_the_table_can_be_read_again():
    tally = Tally()
    count(tally, "clean", ['他说"未成年"人'], ["他说\\末成年”人"])

    table = tomllib.loads(report(tally))

    assert set(table["pairs"]) == {'" \\ 1', "未 末 1", '" ” 1'}
