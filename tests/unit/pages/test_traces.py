"""A patch in a picture that was a JPEG before gives itself away, and a picture as it was does not."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from intake.domain.page import Origin, PageImage, Pixels
from intake.pages.signs.traces import traces
from intake.pages.signs.view import view_of


def printed(seed: int) -> Pixels:
    chance = np.random.default_rng(seed)
    page = np.full((1200, 1000, 3), 232, np.uint8)
    for row in range(30):
        text = "".join(chance.choice(list("ABCDEFGHKLMNPRSTUXYZ0123456789"), 38))
        cv2.putText(page, text, (30, 50 + row * 38), cv2.FONT_HERSHEY_DUPLEX, 1.0, (40, 40, 40), 2)
    noisy = cv2.GaussianBlur(page, (0, 0), 0.7) + chance.normal(0, 2, page.shape)
    return noisy.clip(0, 255).astype(np.uint8)


def through_jpeg(pixels: Pixels, quality: int) -> tuple[Pixels, tuple[int, ...]]:
    memory = io.BytesIO()
    Image.fromarray(pixels).save(memory, "JPEG", quality=quality)
    with Image.open(memory) as image:
        return np.asarray(image.convert("RGB"), np.uint8).copy(), tuple(image.quantization[0])


def patched(pixels: Pixels) -> Pixels:
    changed = pixels.copy()
    changed[403:463, 300:620] = printed(9)[611:671, 105:425]
    return changed


def seen(pixels: Pixels, steps: tuple[int, ...]) -> dict[str, float]:
    return dict(traces(view_of(PageImage(1, pixels, origin=Origin("", steps)), [])))


def test_a_picture_saved_once_shows_nothing():
    assert seen(*through_jpeg(printed(1), 90))["twice"] == 0


def test_a_picture_saved_twice_shows_both_and_nothing_strange():
    found = seen(*through_jpeg(through_jpeg(printed(1), 70)[0], 93))

    assert found["twice"] > 0.5
    assert found["strangest"] < 0.4


def test_a_patch_does_not_agree_with_the_rest():
    found = seen(*through_jpeg(patched(through_jpeg(printed(1), 70)[0]), 93))

    assert found["strangest"] > 0.6
    assert found["strange"] > 2


def test_a_patch_that_was_saved_coarsely_afterwards_is_not_seen():
    """Say what the method cannot do: the last saving must be finer than the one before."""
    assert seen(*through_jpeg(patched(through_jpeg(printed(1), 92)[0]), 70))["twice"] == 0


@pytest.mark.parametrize("steps", [(), (255,) * 64], ids=["no jpeg", "steps above all that is looked for"])
def test_without_a_coarser_step_there_is_nothing_to_see(steps: tuple[int, ...]):
    assert seen(printed(1), steps)["twice"] == 0
