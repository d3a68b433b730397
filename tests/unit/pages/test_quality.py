"""The quality of a page is judged by what was drawn on it: faults are named, and good pages are left alone."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from intake.domain.finding import Severity
from intake.domain.geometry import Quad, Rect
from intake.domain.page import Origin, PageImage, Pixels
from intake.domain.text import Line, plain_line
from intake.pages.quality import quality_of
from intake.pages.signs.labels import Label

WIDTH, HEIGHT = 1240, 1754
CHANCE = np.random.default_rng(5)
Drawn = tuple[Pixels, list[Line]]


def printed(size: float = 1.0, *, left: int = 120, confidence: float = 0.99) -> Drawn:
    """Print lines of capitals, `size` times 25 pixels high."""
    page = np.full((HEIGHT, WIDTH, 3), 250, np.uint8)
    lines = []
    for row in range(12):
        text, foot, high = f"RULING NO {row} OF THE COURT", 200 + row * 110, 25 * size
        cv2.putText(
            page, text, (left, foot), cv2.FONT_HERSHEY_DUPLEX, 1.15 * size, (30, 30, 30), max(round(2 * size), 1)
        )
        width = cv2.getTextSize(text, cv2.FONT_HERSHEY_DUPLEX, 1.15 * size, 2)[0][0]
        box = Quad.of_rect(Rect(left, foot - high * 1.2, min(left + width, WIDTH), foot + high * 0.2))
        lines.append(plain_line(text, box, confidence=confidence))
    return page, lines


def blank() -> Drawn:
    return np.full((HEIGHT, WIDTH, 3), 250, np.uint8), []


def empty_but_noisy() -> Drawn:
    noise = CHANCE.normal(232, 6, (HEIGHT, WIDTH, 1)).clip(0, 255)
    return np.repeat(noise, 3, axis=2).astype(np.uint8), []


def empty_in_uneven_light() -> Drawn:
    x = np.linspace(150, 245, WIDTH)
    page = np.repeat(np.tile(x, (HEIGHT, 1))[..., None], 3, axis=2).astype(np.uint8)
    page[:, :15] = 60
    return page, []


def portrait() -> Drawn:
    page = blank()[0]
    cv2.circle(page, (600, 800), 300, (90, 120, 160), -1)
    cv2.circle(page, (500, 700), 40, (20, 20, 20), -1)
    return page, []


def dim(page: Drawn, by: float) -> Drawn:
    return (page[0] * by).astype(np.uint8), page[1]


def soft(page: Drawn, by: float) -> Drawn:
    return cv2.GaussianBlur(page[0], (0, 0), by), page[1]


def with_glare(page: Drawn) -> Drawn:
    pixels = (page[0] * 0.7).astype(np.float32)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    spot = 260 * np.exp(-(((x - 500) / 140) ** 2 + ((y - 600) / 120) ** 2))
    return (pixels + spot[..., None]).clip(0, 255).astype(np.uint8), page[1]


def copied(page: Drawn) -> Drawn:
    """Copy on an old machine: grey, hard, with toner everywhere."""
    grey = page[0].astype(np.float32) * 0.75 + CHANCE.normal(30, 10, page[0].shape)
    grey[CHANCE.random(grey.shape[:2]) < 0.002] = 40
    return grey.clip(0, 255).astype(np.uint8), page[1]


def inverted(page: Drawn) -> Drawn:
    """Photograph a screen in its dark mode."""
    return (255 - page[0]).astype(np.uint8), page[1]


def squeezed(page: Drawn) -> Drawn:
    return page[0], [
        *page[1][:-3],
        *(
            plain_line(o.text, Quad.of_rect(Rect(900, o.box.top_left.y, WIDTH, o.box.bottom_left.y)))
            for o in page[1][-3:]
        ),
    ]


GOOD = {
    "print": printed,
    "small print": lambda: printed(0.7),
    "grey scan": lambda: dim(printed(), 0.85),
    "soft scan that is read well": lambda: soft(printed(), 1.0),
    "dark screen": lambda: inverted(printed()),
    "photograph with a shadow": lambda: dim(printed(), 0.55),
}
BAD = {
    "blank_page": [blank, empty_but_noisy, empty_in_uneven_light],
    "too_dark": [lambda: dim(printed(), 0.2)],
    "glare": [lambda: with_glare(printed())],
    "too_small": [lambda: printed(0.3)],
    "blurred": [lambda: soft(printed(confidence=0.8), 5.0), lambda: (soft(printed(), 14.0)[0], [])],
    "not_a_document": [portrait],
    "photocopy": [lambda: copied(printed())],
    "cut_off": [lambda: squeezed(printed()), lambda: printed(left=0)],
}
CASES = [(code, make) for code, makers in BAD.items() for make in makers]


def codes(drawn: Drawn) -> list[str]:
    return [finding.code for finding in quality_of(PageImage(1, drawn[0]), drawn[1]).findings]


@pytest.mark.parametrize("make", GOOD.values(), ids=GOOD)
def test_a_good_page_is_left_alone(make: Callable[[], Drawn]):
    pixels, lines = make()

    quality = quality_of(PageImage(1, pixels), lines)

    assert quality.findings == ()
    assert quality.score > 0.9


@pytest.mark.parametrize(("code", "make"), CASES, ids=[f"{c}-{n}" for n, (c, _) in enumerate(CASES)])
def test_a_fault_is_named(code: str, make: Callable[[], Drawn]):
    assert codes(make()) == [code]


def test_a_fault_costs_score():
    good, bad = (quality_of(PageImage(1, p), lines).score for p, lines in (printed(), dim(printed(), 0.2)))

    assert bad < good


def test_an_empty_page_is_only_told():
    (finding,) = quality_of(PageImage(1, blank()[0]), []).findings

    assert finding.severity is Severity.INFO


def test_what_is_no_paper_is_for_a_person_and_can_be_seen_well():
    quality = quality_of(PageImage(1, portrait()[0]), [])

    assert quality.findings[0].severity is Severity.REVIEW
    assert quality.score == 1.0


def test_a_photocopy_is_only_told_and_can_be_read_well():
    pixels, lines = copied(printed())

    quality = quality_of(PageImage(1, pixels), lines)

    assert quality.findings[0].severity is Severity.INFO
    assert quality.score > 0.9


def test_every_label_has_a_probability():
    labels = quality_of(PageImage(1, printed()[0]), printed()[1]).labels

    assert set(labels) == set(Label)
    assert all(0 <= probability <= 1 for probability in labels.values())


def test_an_editor_that_signed_is_named():
    pixels, lines = printed()

    (finding,) = quality_of(PageImage(1, pixels, origin=Origin("Adobe Photoshop 25.0")), lines).findings

    assert (finding.code, finding.severity, finding.facts) == (
        "edited_with",
        Severity.REVIEW,
        {"editor": "Adobe Photoshop"},
    )


def test_what_is_cut_off_is_for_a_person():
    pixels, lines = printed(left=0)

    (finding,) = quality_of(PageImage(1, pixels), lines).findings

    assert finding.severity is Severity.REVIEW


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (3, 3)])
def test_a_page_of_any_shape_is_judged(shape: tuple[int, int]):
    assert 0.0 <= quality_of(PageImage(1, np.zeros((*shape, 3), np.uint8)), []).score <= 1.0


def test_a_soft_picture_of_colours_is_not_called_blank():
    colours = np.linspace((250, 220, 190), (190, 210, 250), 900).astype(np.uint8)

    found = quality_of(PageImage(1, np.broadcast_to(colours, (1200, 900, 3)).copy()), ())

    assert not found.is_blank
