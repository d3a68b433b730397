"""The report says what was measured, and leaves out what was not."""

from __future__ import annotations

import pytest

from benchmarks import flop
from benchmarks.accuracy import Accuracy
from benchmarks.cer import Errors
from benchmarks.fields import Fields, FieldScore, TypeScore
from benchmarks.figures import Figures
from benchmarks.growth import Growth, step_of
from benchmarks.mixed import Mixed, Stream
from benchmarks.peak import Peak
from benchmarks.quality import Alarms, LabelScore, Signs
from benchmarks.race import Race
from benchmarks.report.whole import report
from benchmarks.scaling import Scaling
from benchmarks.speed import Timing
from benchmarks.stages import STAGES, Breakdown
from benchmarks.start import Start

SCORES = Fields((TypeScore("other", 4, 3, ("blank",)),), (FieldScore("bank_card", "card_number", 8, 6, 5, 1),))
OURS = "onnxruntime-int8"
CARD = (
    Timing(OURS, "card photo", 0, 0.5, Errors(1, 100)),
    Timing("RapidOCR", "card photo", 0, 1.0, Errors(2, 100)),
)
TWO = (
    *CARD,
    Timing(OURS, "A4 seal", 1, 1.0, Errors(0, 9)),
    Timing("RapidOCR", "A4 seal", 1, 4.0, Errors(0, 9)),
)
RACE = Race(OURS, (0.2, 0.4), (1.0, 1.0))
COST = Breakdown(OURS, 2, dict.fromkeys(STAGES, 0.5), flop.Pixels(recognition=1_000_000))
SIGNS = Signs((LabelScore("screen", 0.9, 20, 18, 1, 0),), (Alarms("other", 50, 1),), 71, 20.4)
GROWTH = Growth(tuple(step_of(f"{i} 400 500 60 80") for i in range(1, 11)))


def written(**figures) -> str:
    return report(Figures(backends=(OURS,), **figures), "make bench", "2026-01-02")


def test_report_names_the_command_and_the_day():
    text = written()

    assert "written by `make bench`" in text
    assert "2026-01-02" in text
    assert "##" not in text


def test_report_says_what_was_not_installed():
    assert "not measured: PaddleOCR (`make paddle`)." in written(missing=("PaddleOCR (`make paddle`)",))


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
            {"speed": TWO},
            f"| card photo | 1 | {OURS} | 0.50 s | 0.50 s | 2.00 | 0.500 | 0.500-0.500 |",
            id="speed",
        ),
        pytest.param({"speed": TWO}, "| all | 2 | 109 | 0.92% | 1.83% |", id="errors-of-timed-pages"),
        pytest.param({"cards": (RACE,)}, f"| {OURS} | 2 | 0.30 s | 1.00 s | 0.300 | 0.250-0.350 |", id="cards"),
        pytest.param(
            {"mixed": Mixed((RACE,), 1.5, Stream(20, 2, 3.0, 22.0))},
            "10 minutes are enough for 598 cases",
            id="case",
        ),
        pytest.param(
            {"scaling": (Scaling("sgemm", "product", 50.0, 100.0),)},
            "| sgemm | product | 50.00/s | 100.00/s | 2.00 |",
            id="two",
        ),
        pytest.param({"stages": (COST,), "sgemm_flops": 1e11}, "| seals | 250 ms (10%) |", id="stages"),
        pytest.param(
            {"stages": (COST,), "sgemm_flops": 1e11}, f"| {OURS} | 71.1 | 0.71 s | 1.50 s | 47% | 28% |", id="limit"
        ),
        pytest.param(
            {"stages": (COST,), "sgemm_flops": 1e11, "speed": TWO}, f"| {OURS} | 67% | 0.250 | 0.167 |", id="floor"
        ),
        pytest.param({"signs": SIGNS}, "| screen | 0.90 | 20 | 18 | 90.0% | 1 | 0 | 94.7% |", id="faults"),
        pytest.param({"signs": SIGNS}, "| all | 50 | 1 | 2.0% |", id="suspected"),
        pytest.param({"start": (Start("intake read", 1.5, 5),)}, "| intake read | 5 | 1.50 s | 1.00 |", id="start"),
        pytest.param({"peaks": (Peak("RapidOCR", 881.2, 6),)}, "| RapidOCR | 6 | 881 MB |", id="peaks"),
        pytest.param({"growth": GROWTH}, "| 10 | 10.0 | 1.00 | 460 MB | 400 MB | 580 MB | 500 MB |", id="growth"),
    ],
)
def test_report_writes_each_figure(figures, line):
    assert line in written(**figures)
