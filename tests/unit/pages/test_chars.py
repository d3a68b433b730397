"""Characters of a text layer are cut into lines as an eye would cut them."""

from __future__ import annotations

from itertools import groupby

import pytest

from intake.pages.chars import Placed, records

SIZE = 20.0


def typed(
    text: str, quarter: int = 0, *, across: float = 100.0, start: float = 100.0, step: float = SIZE
) -> list[Placed]:
    """Set characters one after the other in the direction of `quarter`."""
    chars = []
    for i, char in enumerate(text):
        begin, end = start + i * step, start + i * step + SIZE
        box = {
            0: (begin, across, end, across + SIZE),
            1: (-across - SIZE, begin, -across, end),
            2: (-end, -across - SIZE, -begin, -across),
            3: (across, -end, across + SIZE, -begin),
        }[quarter]
        chars.append(Placed(ord(char), quarter, *box))
    return chars


def cut(chars: list[Placed]) -> list[str]:
    found = groupby(records(iter(chars)), key=lambda record: record[0])
    return ["".join(chr(record[1]) for record in group) for _, group in found]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_what_follows_is_one_line_in_any_direction(quarter: int):
    assert cut(typed("账号六二二二", quarter)) == ["账号六二二二"]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_a_wide_gap_is_a_blank_in_any_direction(quarter: int):
    chars = typed("姓名", quarter) + typed("王", quarter, start=100 + 2 * SIZE + 15)

    assert cut(chars) == ["姓名 王"]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_the_next_column_is_another_line_in_any_direction(quarter: int):
    chars = typed("姓名", quarter) + typed("王", quarter, start=100 + 4 * SIZE)

    assert cut(chars) == ["姓名", "王"]


@pytest.mark.parametrize(
    "other",
    [typed("下", across=100 + SIZE * 1.2), typed("前", start=20), typed("侧", 1)],
    ids=["below", "before", "turned"],
)
def test_what_does_not_go_on_is_another_line(other: list[Placed]):
    assert len(cut(typed("第一行") + other)) == 2


def test_blanks_are_kept_between_words_and_not_at_the_ends():
    assert cut(typed("  a b  ")) == ["a b"]


def test_a_blank_lies_between_its_neighbours():
    blank = list(records(iter(typed("a b"))))[1]

    assert blank[1:4] == (0x20, 120.0, 100.0)
    assert blank[6:8] == (140.0, 120.0)


@pytest.mark.parametrize(("quarter", "first"), [(0, (1, 2)), (1, (3, 2)), (2, (3, 4)), (3, (1, 4))])
def test_the_first_corner_is_the_upper_left_of_the_text(quarter: int, first: tuple[float, float]):
    assert Placed(0x41, quarter, 1, 2, 3, 4).corners[:2] == first
