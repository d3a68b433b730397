"""The arithmetic of the models."""

from __future__ import annotations

import pytest

from benchmarks.flop import Pixels, flop, share


@pytest.mark.parametrize(
    ("pixels", "expected"),
    [
        pytest.param(Pixels(detection=640 * 448), 6.066e9, id="detection"),
        pytest.param(Pixels(recognition=48 * 640), 4.370e9, id="recognition"),
        pytest.param(Pixels(orientation=48 * 192), 0.0326e9, id="orientation"),
        pytest.param(Pixels(), 0.0, id="nothing"),
    ],
)
def test_flop_is_what_was_counted_in_the_graphs(pixels, expected):
    assert flop(pixels) == pytest.approx(expected, rel=0.01)


def test_share_is_the_time_of_the_arithmetic_by_the_time_taken():
    pixels = Pixels(detection=1_000_000)

    assert share(pixels, flops=flop(pixels), seconds=4.0) == pytest.approx(0.25)
