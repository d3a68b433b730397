"""The belief from which on an answer is given: few wrong answers, and not too many pages for people."""

from __future__ import annotations

import numpy as np
import pytest

from training.classifier.accept import LEAST, REJECTED, outcome, sure


def _same(a, b):
    return a == b


def _beliefs(first):
    first = np.array(first, np.float32)
    return np.stack([first, 1 - first], axis=1)


def test_where_nothing_is_wrong_everything_is_answered():
    assert sure(_beliefs([0.6, 0.8, 0.99]), np.zeros(3, np.int64), _same) == pytest.approx(0.6)


def test_wrong_answers_of_little_belief_are_refused():
    found = _beliefs([*np.linspace(0.9, 0.99, 199), 0.6])
    wanted = np.array([0] * 199 + [1], np.int64)

    assert sure(found, wanted, _same) == pytest.approx(0.9)


def test_no_more_than_a_part_is_refused_for_it():
    beliefs = np.linspace(0.6, 0.99, 100)
    wanted = np.array([1] * 50 + [0] * 50, np.int64)

    limit = sure(_beliefs(beliefs), wanted, _same)

    assert np.mean(beliefs < limit) <= REJECTED + 0.01


def test_what_comes_of_a_limit_is_what_is_refused_and_what_is_wrong_beyond_it():
    assert outcome(_beliefs([0.6, 0.8, 0.9, 0.95]), np.array([1, 0, 0, 1]), _same, 0.7) == pytest.approx((1 / 4, 1 / 3))


def test_it_is_never_less_than_a_toss():
    assert sure(_beliefs([0.3, 0.4]), np.ones(2, np.int64), _same) >= LEAST
