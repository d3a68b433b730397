"""The outcomes of misread numbers are told apart."""

from __future__ import annotations

import pytest
from builders import spelled_out

from benchmarks.drawings.misreads import Written
from benchmarks.repairs import Outcome, misread, outcome, repairs

ID = "11010519491231002X"
WRONG = f"{ID[:8]}1{ID[9:]}"


@pytest.mark.parametrize(
    ("line", "expected", "characters"),
    [
        (spelled_out(ID), Outcome.ACCEPTED, 0),
        (spelled_out(WRONG, {8: {"4": 0.35}}), Outcome.REPAIRED, 1),
        (spelled_out(WRONG, {8: {"4": 0.01}}), Outcome.ASKED, 1),
        (spelled_out(WRONG), Outcome.UNKNOWN, 1),
        (spelled_out("110105194912310038"), Outcome.WRONG, 2),
        (spelled_out(ID[1:]), Outcome.UNKNOWN, -1),
        (None, Outcome.UNKNOWN, -1),
    ],
)
def test_an_outcome_says_what_becomes_of_a_number(line, expected, characters):
    written = Written("id_number", ID, line)

    assert (outcome(written), misread(written)) == (expected, characters)
    assert repairs([written]) == {("id_number", characters, expected): 1}
