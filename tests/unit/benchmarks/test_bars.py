"""Bars are computed, and a missed one says so."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import Accuracy
from benchmarks.bars import Bar, bars
from benchmarks.cer import Errors
from benchmarks.figures import Figures
from benchmarks.growth import Growth, step_of
from benchmarks.mixed import Mixed, Stream
from benchmarks.peer import RAPIDOCR
from benchmarks.race import Race
from benchmarks.report.whole import report
from benchmarks.scaling import Scaling
from benchmarks.speed import Timing
from benchmarks.start import OURS, Start

USUAL, OTHER = "onnxruntime-int8", "openvino-int8"


def timed(usual_s: float, other_s: float) -> tuple[Timing, ...]:
    seconds = {USUAL: usual_s, OTHER: other_s, RAPIDOCR: 1.0}
    return tuple(Timing(name, "A4 clean", 0, s, Errors(1, 100)) for name, s in seconds.items())


def reached(**figures) -> list[tuple[float, bool, bool]]:
    return [(bar.reached, bar.holds, bar.is_beyond) for bar in bars(Figures(backends=(USUAL, OTHER), **figures))]


@pytest.mark.parametrize(
    ("bar", "holds", "beyond"),
    [
        pytest.param(Bar("a", 0.5, 0.5), True, False, id="reached"),
        pytest.param(Bar("a", 0.5, 0.51), False, False, id="missed"),
        pytest.param(Bar("a", 0.5, 0.2, beyond=0.25), True, True, id="beyond"),
        pytest.param(Bar("a", 0.5, 0.3, beyond=0.25), True, False, id="not-beyond"),
        pytest.param(Bar("a", 1.8, 1.9, more_is_better=True), True, False, id="more-reached"),
        pytest.param(Bar("a", 1.8, 1.7, more_is_better=True), False, False, id="more-missed"),
    ],
)
def test_a_bar_holds_on_its_side_of_the_limit(bar, holds, beyond):
    assert (bar.holds, bar.is_beyond) == (holds, beyond)


def test_sheets_ask_more_of_the_quickest_backend():
    found = reached(speed=timed(0.3, 0.22))

    assert found[:2] == [(0.3, True, False), (0.22, False, False)]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param({"cards": (Race(USUAL, (0.1,), (1.0,)),)}, [(0.1, True, True)], id="cards"),
        pytest.param(
            {"accuracy": (Accuracy("all", 2, Errors(3, 100), Errors(2, 100)),)}, [(0.03, False, False)], id="characters"
        ),
        pytest.param(
            {"mixed": Mixed((Race(USUAL, (3.0,), (6.0,)),), 2.1, Stream(20, 2, 3.0, 22.0))},
            [(0.5, False, False), (2.1, False, False), (502 / 60, True, False)],
            id="case",
        ),
        pytest.param(
            {"growth": Growth((step_of("1 600 650 60 60"), step_of("2 600 650 60 60")))},
            [(710.0, False, False), (0.0, True, False)],
            id="worker",
        ),
        pytest.param({"start": (Start(OURS, 1.9, 3), Start(RAPIDOCR, 3.0, 3))}, [(1.9, True, False)], id="start"),
        pytest.param(
            {"scaling": (Scaling(USUAL, "A4", 1.0, 1.7), Scaling("sgemm", "product", 1, 2))},
            [(1.7, False, False)],
            id="two",
        ),
        pytest.param({}, [], id="nothing-measured"),
    ],
)
def test_bars_judge_what_was_measured(figures, expected):
    assert reached(**figures) == expected


def test_the_report_says_no_when_a_bar_is_missed():
    text = report(Figures((USUAL,), start=(Start(OURS, 2.5, 3),)), "make bench", "2026-01-02")

    assert "| Seconds of a cold start to the first ID photo | <= 2.00 | 2.50 | **no** |  |" in text


def test_the_report_says_yes_when_a_bar_holds():
    text = report(Figures((USUAL,), start=(Start(OURS, 1.5, 3),)), "make bench", "2026-01-02")

    assert "| <= 2.00 | 1.50 | yes |  |" in text
