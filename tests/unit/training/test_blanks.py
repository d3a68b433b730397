"""Which steps of a strip are taken for blank before classes are computed."""

import numpy as np

from training.blanks import LEAST, blanks


def drawn(seed, count=4000, spread=3.0):
    """Draw features (count, 6) and probabilities of a blank that follow them, with something of their own."""
    chance = np.random.default_rng(seed)
    features = chance.normal(size=(count, 6)).astype(np.float32)
    odds = spread * (features[:, 0] + features[:, 1]) + chance.normal(0, 1, count)
    return features, (1 / (1 + np.exp(-odds))).astype(np.float32)


def scores(features, weights):
    return features @ weights[:-1] + weights[-1]


def test_no_fitted_step_that_may_be_a_character_is_left_out():
    features, probabilities = drawn(1)

    weights, least = blanks(features, probabilities)

    left_out = probabilities[scores(features, weights) > least]
    assert len(left_out) > 200
    assert left_out.min() >= LEAST


def test_hardly_a_step_of_others_that_may_be_a_character_is_left_out():
    weights, least = blanks(*drawn(1))
    features, probabilities = drawn(2)

    left_out = probabilities[scores(features, weights) > least]

    assert (left_out < LEAST).mean() < 0.01


def test_the_score_is_the_log_odds_of_the_blank():
    features, probabilities = drawn(3)

    weights, _ = blanks(features, probabilities)

    odds = np.log(probabilities / (1 - probabilities))
    assert np.corrcoef(scores(features, weights), odds)[0, 1] > 0.95
