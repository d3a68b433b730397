"""Copies of copies lose what they lose by chance, the same for the same seed."""

from __future__ import annotations

import numpy as np
from numpy.random import default_rng

from benchmarks.cases.handled import AS_TAKEN, handled
from benchmarks.cases.recopied import AGAIN, ONCE, recopied

SEEDS = range(8)


def _sheet():
    sheet = np.full((400, 300, 3), 250, np.uint8)
    sheet[100:110, 40:260] = 30
    return sheet


def test_a_copy_is_copied_again_the_same_way_for_the_same_seed():
    pairs = [(recopied(_sheet(), default_rng(seed)), recopied(_sheet(), default_rng(seed))) for seed in SEEDS]

    assert all(np.array_equal(one, other) and what == again for (one, what), (other, again) in pairs)
    assert len({one.tobytes() for (one, _), _ in pairs}) > len(SEEDS) / 2


def test_some_are_spared_and_the_others_are_grey_and_keep_their_print():
    made = [recopied(_sheet(), default_rng(seed)) for seed in range(30)]
    spared = [np.array_equal(one, _sheet()) for one, _ in made]
    copied = [one for one, what in made if what == AGAIN]

    assert spared == [what == ONCE for _, what in made]
    assert 0 < sum(spared) < len(copied)
    assert all(one.shape == (400, 300, 3) and np.ptp(one, axis=2).max() <= 2 for one in copied)
    assert all(one[90:120, 60:240].min(axis=(0, 2)).mean() < one[200:350, 60:240].mean() - 60 for one in copied)


def test_what_happened_to_a_photograph_is_told_with_it():
    made = [handled(_sheet(), default_rng(seed)) for seed in range(30)]

    assert {what for picture, what in made if np.array_equal(picture, _sheet())} == {AS_TAKEN}
    assert len({what for _, what in made}) == 4
