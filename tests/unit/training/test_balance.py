"""What the corpus declares: shares that add up, marks that fit the paper."""

from __future__ import annotations

from random import Random

import pytest

from intake.domain.document import DocumentClass
from samples.wear import Wear
from training.corpus.balance import DECK, TREATMENTS, marks, treatment


def test_every_class_has_a_share():
    assert set(DocumentClass) <= set(DECK)
    assert all(count > 0 for count in DECK.values())


def test_shares_of_treatments_add_up():
    assert sum(way.share for way in TREATMENTS) == pytest.approx(1)


def test_all_treatments_are_drawn():
    rng = Random(1)

    assert {treatment(rng).name for _ in range(400)} == {way.name for way in TREATMENTS}


def test_cards_are_neither_folded_nor_punched():
    rng = Random(1)

    seen = {kind for _ in range(400) for kind in marks(rng, is_card=True)}

    assert seen == {Wear.ON_A4, Wear.CROPPED}
