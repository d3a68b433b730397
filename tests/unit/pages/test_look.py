"""The look of a page is judged on a square, and its answer is a share of belief."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest

from intake.pages.look import SIDE, Look, tensor


class Fixed:
    """Answers with raw values for three labels."""

    metadata: ClassVar = {}

    def run(self, batch):
        assert batch.shape == (1, 3, SIDE, SIDE)
        return (np.array([[1.0, 2.0, 3.0]], np.float32),)


def test_the_answer_is_a_share_of_belief():
    said = Look(Fixed())(np.zeros((40, 30, 3), np.uint8))

    assert np.exp(said).sum() == pytest.approx(1, abs=1e-5)
    assert said.argmax() == 2


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (1600, 1200)])
def test_a_page_of_any_shape_becomes_a_square(shape):
    found = tensor(np.full((*shape, 3), 255, np.uint8))

    assert found.shape == (3, SIDE, SIDE)
    assert found.max() == pytest.approx(1)
