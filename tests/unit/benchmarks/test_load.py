"""The report of the service's figures: each bar from what was measured, and nothing of what was not."""

from __future__ import annotations

import pytest

from benchmarks.load.claims import Claims
from benchmarks.load.costs import Cost
from benchmarks.load.figures import Figures, bars
from benchmarks.load.lists import Timed
from benchmarks.load.overhead import Overhead
from benchmarks.load.reading import Reading
from benchmarks.load.report import report
from benchmarks.load.storm import Asked, Storm

GOOD = Figures(
    documents=1000,
    lists=(Timed("documents", "one court", 100, 9.0, 49.0, 50), Timed("scans", "one court", 100, 4.0, 8.0, 50)),
    claims=(Claims("claim", 301.0), Claims("claim and end", 200.0)),
    overhead=(Overhead("claim to commit", 10, 14.9, 6.0), Overhead("and its page and picture kept", 10, 30.0, 9.0)),
    storm=Storm(300, (Asked("upload", 6000, 0, 90.0, 299.0, 20.0),), 3, (), 299.0),
    reading=(Reading("pipeline", 2, 40, 20.0), Reading("service", 2, 40, 22.0), Reading("service", 1, 40, 40.0)),
    costs=(Cost("poll", 400, 2.5),),
    busy=(("storm", 2.5),),
)
BAD = Figures(
    documents=1000,
    lists=(Timed("documents", "one court", 100, 9.0, 51.0, 50),),
    claims=(Claims("claim", 299.0),),
    overhead=(Overhead("claim to commit", 10, 15.1, 6.0),),
    storm=Storm(300, (Asked("upload", 6000, 1, 90.0, 301.0, 20.0),), 3, ("500",), 301.0),
    reading=(Reading("pipeline", 2, 40, 20.0), Reading("service", 2, 40, 23.0), Reading("service", 1, 40, 40.0)),
)


def test_all_bars_hold_where_all_is_as_it_is_asked_for():
    assert [bar.holds for bar in bars(GOOD)] == [True] * 8


def test_no_bar_holds_where_each_is_just_missed():
    assert [bar.holds for bar in bars(BAD)] == [False] * 8


def test_what_was_not_measured_has_no_bar():
    assert bars(Figures()) == ()


def test_uploads_that_never_came_hold_no_bar():
    silent = Figures(storm=Storm(300, (), 0, (), 100.0))

    assert not all(bar.holds for bar in bars(silent))


@pytest.mark.parametrize(
    "said", ["storm 2.5", "Told to come back: 3", "| scans | one court |", "| claim to commit", "| poll | 400 | 2.5 |"]
)
def test_the_report_says(said: str):
    assert said in report(GOOD, "make load", "2026-11-25")
