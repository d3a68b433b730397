"""How the witnesses are weighed where only what pages say was taught again."""

from __future__ import annotations

import pytest

from intake.classifier.learned import Settings, Weights
from training.classifier.reweigh import reweighed

FORMER = Settings(("receipt", "other"), Weights(0.8, 0.3, 1.0, 0.2), Weights(1.0, 0.0, 1.0, 0.4), 1.0, 0.6)


def test_weights_without_a_look_are_those_that_were_found_and_the_look_keeps_its_own():
    found = reweighed(FORMER, Weights(1.5, 0.0, 0.7, 0.2))

    assert found.unseen == Weights(1.5, 0.0, 0.7, 0.2)
    assert found.seen.looks == 0.3
    assert (found.labels, found.sure) == (FORMER.labels, FORMER.sure)


def test_weights_beside_a_look_keep_their_ratio_to_those_without():
    seen = reweighed(FORMER, Weights(1.5, 0.0, 0.7, 0.2)).seen

    assert (seen.says, seen.cues, seen.defined) == pytest.approx((1.2, 0.7, 0.1))


def test_a_weight_that_was_nothing_divides_nothing_by_it():
    former = Settings(("other",), Weights(0.0, 0.3, 1.0, 0.2), Weights(0.0, 0.0, 1.0, 0.4), 1.0, 0.6)

    assert reweighed(former, Weights(1.0, 0.0, 1.0, 0.4)).seen.says == 0.0
