"""The fit of how likely values are wrong."""

from __future__ import annotations

import tomllib
from dataclasses import replace

import numpy as np
import pytest

from training.fields.fit import curve, fitted, limits, logistic, written
from training.fields.gather import Seen


def values(least: float, count: int, wrong: int, name: str = "amount") -> list[Seen]:
    return [Seen(0, name, {"least": least, "mean": -1.0}, i < wrong, ()) for i in range(count)]


def test_what_is_wrong_more_often_is_said_to_be():
    model = fitted([*values(-4.0, 200, 1), *values(-1.0, 200, 60)])

    sure, unsure = (model.error("amount", {"least": least, "mean": -1.0}) for least in (-4.0, -1.0))

    assert sure == pytest.approx(0.005, abs=0.01)
    assert unsure == pytest.approx(0.3, abs=0.02)


def test_a_field_that_is_wrong_more_often_moves_the_chance():
    model = fitted([*values(-2.0, 200, 2), *values(-2.0, 200, 40, "name")])

    assert model.groups["name"] > model.groups["amount"]


def test_the_bias_alone_gives_the_share():
    weights = logistic(np.zeros((100, 1)), np.array([1.0] * 10 + [0.0] * 90))

    assert 1 / (1 + np.exp(-weights[-1])) == pytest.approx(0.1, abs=1e-3)


def test_the_file_holds_what_was_fitted():
    model = replace(fitted([*values(-4.0, 20, 1), *values(-1.0, 20, 6)]), limits=[(0.001, 0.01)])

    read = tomllib.loads(written(model, ["made by a test"]))

    assert read["bias"] == pytest.approx(model.bias, abs=1e-4)
    assert read["weights"]["least"] == pytest.approx(
        [model.weights["least"].weight, model.weights["least"].low, model.weights["least"].high], abs=1e-4
    )
    assert set(read["groups"]) == {"amount"}
    assert read["limits"] == [[0.001, 0.01]]


def test_a_limit_accepts_the_surest_of_which_no_more_are_wrong():
    errors = [0.3, 0.0001, 0.0003, 0.0017, 0.01]

    assert limits(errors) == [
        (0.0001, 0.0001),
        (0.0002, 0.0003),
        (0.0005, 0.0003),
        (0.001, 0.0017),
        (0.002, 0.0017),
    ]


def test_a_share_that_nothing_is_sure_enough_for_is_no_limit():
    assert limits([0.0015]) == [(0.002, 0.0015)]


def test_the_curve_sets_what_is_said_beside_what_is_true():
    found = curve({0: (0.1, False), 1: (0.3, True)}, parts=2)

    assert found == [(1, pytest.approx(0.1), 0.0), (1, pytest.approx(0.3), 1.0)]
