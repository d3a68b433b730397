"""What is kept from the witnesses at first: a layout and a third of the hands of every type, families of strangers."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from training.classifier.gather import Seen
from training.classifier.held import LAYOUT, hidden, is_held
from training.corpus.families import families
from training.corpus.papers import hands, strange

NOTHING = np.zeros(0, np.float32)


def _seen(family, layout=0):
    return Seen(0, family, layout, NOTHING.astype(np.int32), NOTHING, None, NOTHING, NOTHING)


def test_a_third_of_the_hands_of_every_type_is_held_back():
    written = Counter(material.type for material in hands().values())

    assert Counter(hands()[name].type for name in hidden() & set(hands())) == {t: n // 3 for t, n in written.items()}


@pytest.mark.parametrize("group", [families(), strange()], ids=["drawn", "of material"])
def test_every_third_family_of_strangers_is_held_back(group):
    assert set(sorted(group)[::3]) <= hidden()


def test_a_page_is_held_back_by_its_layout_or_its_family():
    away = min(hidden())

    assert is_held(_seen("receipt", LAYOUT))
    assert is_held(_seen(away))
    assert is_held(_seen(f"receipt+{away}"))
    assert not is_held(_seen("receipt"))
