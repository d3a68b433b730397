"""The report says what was measured, and leaves out what was not."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import Accuracy
from benchmarks.cer import Errors
from benchmarks.fields import Fields, FieldScore, TypeScore
from benchmarks.memory import Memory
from benchmarks.report import Figures, report
from benchmarks.speed import Speed
from benchmarks.start import Start

SCORES = Fields((TypeScore("other", 4, 3, ("blank",)),), (FieldScore("bank_card", "card_number", 8, 6, 5, 1),))


def written(**figures) -> str:
    return report(Figures(**figures), "make bench", "2026-01-02")


def test_report_names_the_command_and_the_day():
    text = written()

    assert "written by `make bench`" in text
    assert "2026-01-02" in text
    assert "##" not in text


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        pytest.param(
            {"accuracy": (Accuracy("photo", 2, Errors(1, 200), Errors(4, 200)),)},
            "| photo | 2 | 200 | 0.50% | 2.00% |",
            id="characters",
        ),
        pytest.param({"samples": SCORES}, "| other | 4 | 75.0% | blank 1 |", id="types"),
        pytest.param({"held_out": SCORES}, "| bank_card | card_number | 8 | 75.0% | 5 | 1 |", id="fields"),
        pytest.param(
            {"speed": (Speed(2, 0.5, 1.0, 0.5, (0.4, 0.6), 9),)},
            "| 2 | 9 | 0.50 s | 1.00 s | 0.50 | 0.40-0.60 |",
            id="speed",
        ),
        pytest.param({"start": Start(1.5, 3.0, 0.5, 5)}, "1.50 s, 0.50 times", id="start"),
        pytest.param({"memory": Memory(200, 612.4, 0.0123)}, "200 pages: at most 612 MB", id="memory"),
    ],
)
def test_report_writes_each_figure(figures, line):
    assert line in written(**figures)
