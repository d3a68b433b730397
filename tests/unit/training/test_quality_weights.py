"""Training separates what can be separated, spares good pages, and writes what the product reads."""

from __future__ import annotations

import tomllib

import numpy as np
import pytest

from intake.domain.logistic import Weight
from intake.pages.signs.model import Model
from training.quality import LOWEST, SPEAKS, Measured, fitted, written

CHANCE = np.random.default_rng(7)


def pages(count: int, *, label: str | None, burnt: float) -> Measured:
    rows = tuple({"burnt": burnt + CHANCE.normal(0, 0.2)} for _ in range(count))
    return Measured(rows, (label,) * count, (True,) * count)


def joined(*parts: Measured) -> Measured:
    return Measured(
        sum((part.features for part in parts), ()),
        sum((part.labels for part in parts), ()),
        sum((part.is_read for part in parts), ()),
    )


def mixture(worst: float = -4.0) -> Measured:
    return joined(pages(40, label="glare", burnt=-1.0), pages(80, label=None, burnt=worst))


def model_of(spared: Measured) -> Model:
    found = fitted("glare", mixture(), mixture(), spared)
    return Model(found.threshold, found.bias, {name: Weight(*numbers) for name, *numbers in found.weights})


def test_what_differs_is_told_apart():
    model = model_of(pages(50, label=None, burnt=-4.0))

    assert model.probability({"burnt": -1.0}) > 0.9
    assert model.probability({"burnt": -4.0}) < 0.1
    assert model.threshold == LOWEST


def test_a_threshold_is_above_good_pages_that_look_bad():
    model = model_of(joined(pages(50, label=None, burnt=-4.0), pages(20, label=None, burnt=-2.0)))

    assert model.threshold > model.probability({"burnt": -2.0})


def test_pages_with_another_fault_count_less():
    sample = joined(mixture(), pages(5, label="screen", burnt=-1.0)).of("glare")

    assert max(sample.worth[-5:]) < 1 == min(sample.worth[:-5])
    assert not sample.is_good[-5:].any()


def test_pages_with_text_say_nothing_about_scenes():
    measured = Measured(
        tuple(dict.fromkeys(SPEAKS["not_a_document"], 0.0) for _ in range(3)),
        ("not_a_document", None, None),
        (False, True, False),
    )

    assert measured.of("not_a_document").worth.tolist() == [1.0, 0.0, 1.0]


def test_what_is_written_can_be_read_again():
    found = fitted("glare", mixture(), mixture(), mixture())

    entry = tomllib.loads(written({"glare": found}, (mixture(), mixture(), mixture())))["labels"]["glare"]

    assert entry["threshold"] == pytest.approx(found.threshold, abs=0.001)
    assert set(entry["weights"]) == {"burnt"}


def test_training_twice_gives_the_same():
    seen = mixture()

    assert written({"glare": fitted("glare", seen, seen, seen)}, (seen,)) == written(
        {"glare": fitted("glare", seen, seen, seen)}, (seen,)
    )
