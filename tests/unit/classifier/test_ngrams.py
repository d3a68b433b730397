"""What a page says as numbers: lines add up to the page, digits are all the same, titles are set apart."""

from __future__ import annotations

import numpy as np
import pytest
from builders import line, page
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.classifier.ngrams import SIZE, by_line

BODY = [line("本院认为应当执行", top=500 + 50 * i) for i in range(6)]


def _said(*lines):
    return by_line(page(*lines)).sum(axis=0)


def test_the_lines_of_a_page_add_up_to_length_one():
    rows = by_line(page(*BODY))

    assert rows.shape == (6, SIZE)
    assert np.linalg.norm(rows.sum(axis=0)) == pytest.approx(1, abs=1e-5)


def test_a_page_without_lines_says_nothing():
    assert by_line(page()).shape == (0, SIZE)


def test_a_line_of_blanks_says_nothing():
    assert not by_line(page(line("　"))).any()


def test_which_number_it_is_makes_no_difference():
    assert np.array_equal(_said(line("账号6222")), _said(line("账号9558")))


def test_a_title_says_more_than_the_same_words_in_the_text():
    first = _said(line("执行裁定书", top=100), *BODY)
    later = _said(*BODY, line("执行裁定书", top=1200))

    assert np.count_nonzero(first) > np.count_nonzero(later)


def test_what_is_set_large_is_a_title_wherever_it_stands():
    large = _said(*BODY, line("执行裁定书", top=1200, height=60))
    plain = _said(*BODY, line("执行裁定书", top=1200))

    assert np.count_nonzero(large) > np.count_nonzero(plain)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(min_size=1, max_size=20), max_size=5))
def test_any_text_gives_finite_numbers(texts):
    assert np.isfinite(by_line(page(*texts))).all()
