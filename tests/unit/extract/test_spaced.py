"""Labels whose characters were read apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line, page, recognised

from intake.extract.labels import after_label
from intake.extract.spaced import regrouped, spaced

LABELS = ("名称", "注册资本", "住所")


def _texts(*lines) -> list[str]:
    return [item.text for item in regrouped(page(*lines), LABELS).lines]


@pytest.mark.parametrize(
    "lines",
    [
        [line("名", 100), line("称", 220)],
        [line("名.称", 100)],
        [line("名", 100), line("·称", 220)],
    ],
    ids=["apart", "a speck between", "a speck before"],
)
def test_a_wide_label_is_whole(lines):
    assert _texts(*lines, line("某公司", 300)) == ["名称", "某公司"]


def test_a_label_may_be_in_more_pieces():
    assert _texts(line("注", 100), line("册", 160), line("资本", 220), line("壹佰万元整", 400)) == [
        "注册资本",
        "壹佰万元整",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [line("名", 100), line("称", 500)],
        [line("名", 100), line("称", 100, 200)],
        [line("名", 100), line("字", 160)],
        [line("名", 100)],
        [line("名称", 100), line("住", 300)],
        [line("某公司.", 100)],
        [line("名", 100), line("称是某公司", 160)],
    ],
    ids=["too far", "another row", "another word", "half", "whole already", "specks elsewhere", "value behind it"],
)
def test_what_is_no_label_stays_as_it_is(lines):
    assert _texts(*lines) == [item.text for item in lines]


@pytest.mark.parametrize("end", ["称 6222", "称6222"], ids=["with a blank", "without one"])
def test_a_label_is_whole_whose_end_was_read_with_the_value(end: str):
    numbered = recognised([{char: 1.0} for char in end])
    placed = replace(line(end, 220), lattice=numbered.lattice)

    label, value = regrouped(page(line("名", 100), placed), LABELS).lines

    assert (label.text, value.text) == ("名称", "6222")
    assert value.lattice is numbered.lattice
    assert value.box.bounds.left >= label.box.bounds.right


def test_a_search_sees_whole_labels():
    found = spaced(after_label(*LABELS), LABELS)([page(line("名", 100), line("称", 220), line("某公司", 300))])

    assert [place.written.text for place in found] == ["某公司"]
