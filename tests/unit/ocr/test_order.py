"""Reading order of one and two columns, rows of forms, and lines that read another way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.geometry import Quad, Rect
from intake.ocr.order import order


def line(left, top, width, height=30):
    return Quad.of_rect(Rect(left, top, left + width, top + height))


COLUMNS = [line(x, y, 590) for y in range(200, 500, 50) for x in (100, 800)]
TITLE = line(300, 100, 900)


@pytest.mark.parametrize(
    ("quads", "expected"),
    [
        pytest.param([line(0, 100, 200), line(0, 0, 200)], [1, 0], id="top to bottom"),
        pytest.param([line(300, 4, 100), line(0, 0, 100)], [1, 0], id="one row left to right"),
        pytest.param(
            [
                line(600, 0, 90),
                line(0, 2, 90),
                line(0, 100, 90),
                line(600, 98, 90),
                line(0, 200, 90),
                line(600, 200, 90),
            ],
            [1, 0, 2, 3, 4, 5],
            id="labels and values are read across",
        ),
        pytest.param([*COLUMNS, TITLE], [12, 0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11], id="two columns under a title"),
        pytest.param(
            [*COLUMNS, line(100, 310, 1290)],
            [0, 2, 4, 1, 3, 5, 12, 6, 8, 10, 7, 9, 11],
            id="a full line parts the columns",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_lines_are_put_in_reading_order(quads, expected):
    assert order(quads) == expected


def test_a_page_on_its_head_is_read_from_its_own_top():
    first = Quad.of([(300, 90), (100, 90), (100, 60), (300, 60)])
    second = Quad.of([(300, 40), (100, 40), (100, 10), (300, 10)])

    assert order([second, first]) == [1, 0]


def test_a_page_on_its_side_is_read_from_its_own_top():
    first = Quad.of([(300, 0), (300, 200), (270, 200), (270, 0)])
    second = Quad.of([(200, 0), (200, 200), (170, 200), (170, 0)])

    assert order([second, first]) == [1, 0]


rects = st.builds(
    line,
    st.integers(min_value=0, max_value=900),
    st.integers(min_value=0, max_value=900),
    st.integers(min_value=5, max_value=700),
)


@given(st.lists(rects, max_size=30))
def test_every_line_is_read_once(quads):
    assert sorted(order(quads)) == list(range(len(quads)))
