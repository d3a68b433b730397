"""Tells the steps of a strip that surely stand between characters, before a recogniser's head is computed.

A linear function of a step's features, fitted to the log-odds of the blank by least squares with a ridge.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LEAST = 0.9  # probability of the blank below which no fitted step may be left out
EDGE = 1e-6  # probabilities are this far from 0 and 1 where their log-odds are fitted
RIDGE = 0.1

Floats = NDArray[np.float32]


def blanks(features: Floats, probabilities: Floats) -> tuple[Floats, float]:
    """Fit the log-odds of the blank: weights (121,) for features (n, 120) and 1, and the least score that is believed.

    `probabilities` (n,) are those of the blank. No fitted step above the score has less than LEAST.
    """
    inside = np.clip(probabilities.astype(np.float64), EDGE, 1 - EDGE)
    rows = np.c_[features, np.ones(len(features))].astype(np.float64)
    normal = rows.T @ rows + RIDGE * np.eye(rows.shape[1])
    weights = np.linalg.solve(normal, rows.T @ np.log(inside / (1 - inside))).astype(np.float32)
    scores = rows.astype(np.float32) @ weights
    return weights, float(scores[probabilities < LEAST].max())
