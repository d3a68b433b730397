"""Misreading: the same for the same seed, never nothing, worse the stronger, every character with its box."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.geometry import Quad, Rect
from training.corpus.misread import Said, confusions, misread

TEXTS = ("杭州市西湖区人民法院", "执行裁定书", "（2023）浙0106执1234号", "户名： 张明　账号：6222021234567890128")


def _said(*texts: str) -> list[Said]:
    return [Said(text, Quad.of_rect(Rect(10, 10 + 30 * i, 300, 30 + 30 * i))) for i, text in enumerate(texts)]


def _read(strength: float, seed: int, *texts: str) -> list[str]:
    return [line.text for line in misread(_said(*texts), strength, Random(seed))]


def test_misreading_is_deterministic():
    assert _read(0.7, 5, *TEXTS) == _read(0.7, 5, *TEXTS)


def test_misreading_changes_with_the_seed():
    assert len({tuple(_read(0.7, seed, *TEXTS)) for seed in range(20)}) > 10


@given(
    st.lists(st.text("执行裁定书，。：人民法院 123（）", min_size=1, max_size=12), max_size=5),
    st.floats(0, 1),
    st.integers(),
)
def test_something_is_read_exactly_where_something_stands(texts, strength, seed):
    truth = _said(*[text for text in texts if text.strip()])

    read = misread(truth, strength, Random(seed))

    assert bool(read) == bool(truth)
    assert all(line.text.strip() for line in read)


@pytest.mark.parametrize("strength", [0.0, 0.3, 1.0])
def test_every_character_has_a_box_and_a_confidence(strength):
    read = misread(_said(*TEXTS), strength, Random(3))

    assert all("".join(char.text for char in line.chars) == line.text for line in read)
    assert all(0 < char.confidence <= 1 for line in read for char in line.chars)


def test_at_strength_nought_only_widths_and_cuts_differ():
    read = "".join(_read(0.0, 1, *TEXTS))

    assert "杭州市西湖区人民法院执行裁定书" in read
    assert "6222021234567890128" in read


def test_stronger_means_worse():
    kept = {s: sum("执行裁定书" in _read(s, seed, *TEXTS) for seed in range(300)) for s in (0.0, 0.5, 1.0)}

    assert kept[0.0] > kept[0.5] > kept[1.0] > 0


def test_a_line_with_a_blank_is_sometimes_read_in_two_parts_side_by_side():
    reads = [misread(_said("户名 张明"), 0.0, Random(seed)) for seed in range(30)]

    torn = next(read for read in reads if len(read) == 2)
    assert [line.text for line in torn] == ["户名", "张明"]
    assert torn[0].box.bounds.right == pytest.approx(torn[1].box.bounds.left)


def test_neighbours_in_a_row_are_sometimes_joined():
    row = [Said("户名", Quad.of_rect(Rect(0, 0, 40, 20))), Said("张明", Quad.of_rect(Rect(50, 0, 90, 20)))]

    texts = {line.text for seed in range(200) for line in misread(row, 0.2, Random(seed))}

    assert "户名张明" in texts


def test_pieces_of_a_seal_are_read_where_it_stands():
    seal = _said("杭州市西湖区人民法院")[0]

    read = misread([], 0.5, Random(2), seal)

    assert len(read) == 1
    assert read[0].box == seal.box


def test_characters_are_taken_for_what_was_measured():
    char, likely = max(confusions().items(), key=lambda item: item[1].often)

    texts = "".join(_read(1.0, 1, *[char * 40] * 20))

    assert set(texts) & set(likely.read)
