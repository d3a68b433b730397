"""The two sides of a card are paired where it is clear which belong together."""

from __future__ import annotations

import pytest
from builders import page

from intake.classifier.pairs import paired
from intake.classifier.part import Part
from intake.domain.document import DocumentClass

NAMES = {"F": "resident_id_front", "B": "resident_id_back", "C": "bank_card", "-": "other"}


def _pairs(order):
    parts = [Part(DocumentClass.ID_PROOF, NAMES[letter], 0.9, (page(number=n),)) for n, letter in enumerate(order, 1)]
    return [part.pair for part in paired(parts)], [bool(part.findings) for part in paired(parts)]


@pytest.mark.parametrize(
    ("order", "pairs"),
    [
        ("FB", [1, 0]),
        ("BF", [1, 0]),
        ("FC-B", [3, None, None, 0]),
        ("FBFB", [1, 0, 3, 2]),
        ("FCBCFB", [2, None, 0, None, 5, 4]),
        ("F", [None]),
        ("FF", [None, None]),
    ],
)
def test_sides_are_paired(order, pairs):
    assert _pairs(order) == (pairs, [False] * len(order))


def test_sides_that_may_be_of_two_cards_are_left_to_a_person():
    pairs, told = _pairs("FFB")

    assert pairs == [None, 2, 1]
    assert told == [True, False, False]


def test_sides_far_apart_are_left_to_a_person():
    assert _pairs("FFCCCB")[1] == [True, True, False, False, False, True]
