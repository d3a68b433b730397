"""What happens to papers beside scanning: deterministic, and the boxes stay where their ink is."""

from __future__ import annotations

import numpy as np
import pytest

from intake.domain.drawing import DrawnPage
from intake.drawing.canvas import A4, CARD, Canvas, Style
from intake.drawing.fonts import Face
from samples.degrade import Degraded
from samples.wear import Wear, two_up, wear, worn

pytestmark = pytest.mark.integration


def _drawn(size: tuple[int, int]) -> DrawnPage:
    canvas = Canvas.blank(size)
    canvas.centred(size[0] / 2, size[1] * 0.62, "执行裁定书", Style(Face.HEI_BOLD, size[0] // 9, (0, 0, 0)))
    return canvas.page()


@pytest.mark.parametrize("kind", list(Wear))
def test_wear_is_deterministic(kind):
    page = _drawn(CARD).pixels

    looks = {wear(page, kind, seed).pixels.tobytes() for seed in (1, 1, 2, 3, 4, 5)}

    assert 2 <= len(looks) <= 5


@pytest.mark.parametrize("size", [CARD, A4], ids=["card", "a4"])
@pytest.mark.parametrize("kind", list(Wear))
def test_boxes_follow_their_ink(kind, size):
    page = _drawn(size)

    picture = wear(page.pixels, kind, 3)

    assert _is_on_ink(picture, page)


def test_several_things_happen_one_after_the_other():
    page = _drawn(A4)

    picture = worn(Degraded(page.pixels, np.eye(3)), (Wear.FOLDED, Wear.TILTED, Wear.CROPPED, Wear.LOW_RESOLUTION), 4)

    assert _is_on_ink(picture, page)
    assert max(picture.pixels.shape) < max(page.pixels.shape) * 0.7


def test_nothing_that_happens_changes_nothing():
    picture = Degraded(_drawn(CARD).pixels, np.eye(3))

    assert worn(picture, (), 1) is picture


@pytest.mark.parametrize("size", [CARD, A4, (1200, 900)], ids=["cards", "sheets", "slips"])
def test_two_on_one_sheet_lie_beside_each_other(size):
    page = _drawn(size)

    first, second = two_up(page.pixels, page.pixels, 1)

    assert first.pixels is second.pixels
    assert _is_on_ink(first, page)
    assert _is_on_ink(second, page)
    a, b = (picture.quad(page.lines[0].box).bounds for picture in (first, second))
    assert a.overlap(b) == 0


def test_a_fax_is_black_and_white():
    assert set(np.unique(wear(_drawn(A4).pixels, Wear.FAX, 1).pixels)) == {0, 255}


def test_a_card_copied_on_a4_has_its_size():
    page = _drawn(CARD)

    picture = wear(page.pixels, Wear.ON_A4, 1)

    assert picture.pixels.shape[:2] == A4[::-1]
    assert np.sqrt(np.linalg.det(picture.homography[:2, :2])) * CARD[0] == pytest.approx(85.6 / 210 * A4[0], rel=0.01)


def _is_on_ink(picture: Degraded, page: DrawnPage) -> bool:
    """Say whether the box of the only line is dark, and what is just around it is paper."""
    box = picture.quad(page.lines[0].box).bounds
    cut = picture.pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    ring = box.grown(box.height * 0.4)
    around = picture.pixels[max(int(ring.top), 0) : int(ring.bottom), max(int(ring.left), 0) : int(ring.right)]
    return bool(
        np.percentile(cut, 8) < 90 and np.median(around) > 110 and np.percentile(cut, 30) < np.median(around) - 30
    )
