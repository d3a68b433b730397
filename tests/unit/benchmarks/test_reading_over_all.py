"""Tasks that are done over all processors: in order, and none is begun when the time is over."""

from __future__ import annotations

from time import sleep

from benchmarks.classify.read import over_all


def test_results_come_in_the_order_of_the_tasks():
    assert list(over_all(abs, [-3, 1, -2])) == [3, 1, 2]


def test_when_the_time_is_over_no_other_task_is_begun():
    assert len(list(over_all(sleep, [0.05] * 200, seconds=0))) < 100
