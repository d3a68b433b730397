"""Labels are counted as they were deserved and given."""

from __future__ import annotations

import pytest

from benchmarks.quality import Alarms, Judged, LabelScore, alarms, score


def page(deserves: str | None, *got: str, doctype: str = "other", asked: bool = False) -> Judged:
    return Judged(doctype, deserves, frozenset(got), asked, 0.01)


def test_a_label_is_found_missed_or_wrong():
    judged = [page("glare", "glare"), page("glare"), page("screen", "glare"), page(None, "glare"), page(None)]

    found = score("glare", judged)

    assert (found.n, found.found, found.wrong, found.wrong_on_good) == (2, 1, 2, 1)
    assert (found.recall, found.precision) == (0.5, pytest.approx(1 / 3))


def test_a_label_that_nobody_deserves_and_nobody_got_is_precise():
    found = LabelScore("glare", 0.5, 0, 0, 0, 0)

    assert (found.recall, found.precision) == (0.0, 1.0)


def test_alarms_count_good_pages_only():
    judged = [page(None), page("photocopy", asked=True), page("screen", asked=True), page(None, doctype="bank_card")]

    assert alarms(judged) == (Alarms("bank_card", 1, 0), Alarms("other", 2, 1))
