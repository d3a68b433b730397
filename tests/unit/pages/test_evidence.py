"""Page images of the evidence carry the marks of their values."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage
from intake.pages.evidence import Mark, mark, save


def test_a_page_is_kept_as_it_is(tmp_path: Path):
    pixels = np.random.default_rng(1).integers(0, 255, (40, 60, 3), np.uint8)

    save(PageImage(1, pixels), tmp_path / "new" / "页 1.png")

    assert np.array_equal(np.asarray(Image.open(tmp_path / "new" / "页 1.png")), pixels)


def test_a_mark_surrounds_its_box_and_leaves_the_inside_readable(tmp_path: Path):
    path = tmp_path / "page.png"
    save(PageImage(1, np.full((400, 600, 3), 255, np.uint8)), path)

    mark(path, [Mark((1, 12), Quad.of_rect(Rect(100, 200, 300, 250)))])

    marked = np.asarray(Image.open(path)).astype(int)
    coloured = marked.min(axis=2) < 255
    assert coloured[200, 100:301].all()
    assert coloured[200:251, 300].all()
    assert not coloured[210:240, 110:290].any()
    assert coloured[:195, 95:200].any()
