"""Ratios of pages, from what readers of no weight take."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.cer import Errors
from benchmarks.pages import Subject, is_sheet
from benchmarks.peer import RAPIDOCR
from benchmarks.speed import Reader, Timing, best, ratios, speed, wrong
from benchmarks.truth import TruePage
from intake.domain.page import PageImage


def timing(reader: str, page: int, seconds: float, kind: str = "A4 clean") -> Timing:
    return Timing(reader, kind, page, seconds, Errors(1, 10))


TIMINGS = (
    timing("ours", 0, 1.0),
    timing(RAPIDOCR, 0, 4.0),
    timing("other", 0, 0.5),
    timing("ours", 1, 1.0),
    timing(RAPIDOCR, 1, 2.0),
    timing("other", 1, 3.0),
    timing("ours", 2, 1.0, "card photo"),
    timing(RAPIDOCR, 2, 1.0, "card photo"),
)


def test_ratios_compare_page_by_page_and_leave_other_kinds_out():
    assert ratios(TIMINGS, "ours", is_sheet) == [0.25, 0.5]


def test_best_has_the_lowest_median_ratio():
    assert best(TIMINGS, ("other", "ours"), is_sheet) == "ours"


def test_wrong_sums_up_the_errors_of_one_reader():
    assert wrong(TIMINGS, "ours") == Errors(3, 30)


def test_speed_reads_every_page_by_every_reader():
    page = PageImage(1, np.full((8, 8, 3), 255, np.uint8))
    subject = Subject("A4 clean", "a.jpg", page, TruePage(1, "clean", ("样本",)))
    readers = [Reader("right", lambda _: ("样本",), 2), Reader("blind", lambda _: (), 1)]

    found = list(speed([subject], readers))

    assert [(t.reader, t.page, t.errors) for t in found] == [("right", 0, Errors(0, 2)), ("blind", 0, Errors(2, 2))]
    assert all(t.seconds == pytest.approx(0, abs=1) for t in found)
