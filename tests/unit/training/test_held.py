"""What is kept from the witnesses at first: a layout and a hand of every type, families of strangers."""

from __future__ import annotations

from collections import Counter

import numpy as np

from training.classifier.gather import Seen
from training.classifier.held import LAYOUT, hidden, is_held
from training.corpus.papers import hands

NOTHING = np.zeros(0, np.float32)


def _seen(family, layout=0):
    return Seen(0, family, layout, NOTHING.astype(np.int32), NOTHING, None, NOTHING, NOTHING)


def test_one_hand_of_every_type_is_held_back():
    held = hidden([])

    by_type = Counter(hands()[name].type for name in held)

    assert set(by_type.values()) == {1}
    assert set(by_type) == {material.type for material in hands().values()}


def test_every_third_family_of_strangers_is_held_back():
    held = hidden([_seen(name) for name in "abcdef"])

    assert {"a", "d"} == held - set(hands())


def test_a_page_is_held_back_by_its_layout_or_its_family():
    assert is_held(_seen("receipt", LAYOUT), frozenset())
    assert is_held(_seen("a"), frozenset("a"))
    assert not is_held(_seen("receipt"), frozenset("a"))
