"""Judges how well a page can be read, in words that a party understands while still standing at the scanner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.finding import Finding, Severity
from intake.domain.page import PageImage, Quality
from intake.domain.text import Line
from intake.pages.shrink import shrunk

SMALL_SIDE = 1000  # pixels of the longer side at which light is judged
DARK = 70  # grey of the lighter parts (90th percentile) below which a page is too dark
GLARE_WHITE = 250  # grey of a reflection
GLARE_LEAST, GLARE_DARK_PAPER = 0.004, 235  # share of the page that glares; paper as bright as this cannot show it
TINY_TEXT = 11.0  # pixels of a line's height, below which the recogniser guesses
FAINT = 4.0  # standard deviation of grey of a page with nothing on it
SLOWLY, RIM = 61, 0.03  # pixels over which light changes; share of a side that is the edge of a scan
SHAPELESS = 0.12  # steepest step of a page without text, as a share of its contrast; a drawing has 0.3 and more
BLURRED = 0.16  # edge steepness of text, see _steepness
BLURRED_CONFIDENCE = 0.97  # a page read this surely is sharp enough, whatever it looks like
SURELY_READ = 0.96  # mean confidence of the lines of a page that its picture did no harm to
CUT_MARGIN = 2.0  # pixels from the edge of the picture within which a line was cut
CUT_LINES = 2  # one line at the edge may be a neighbour's
PRICE = {"blank_page": 1.0, "too_dark": 0.4, "glare": 0.3, "blurred": 0.4, "too_small": 0.4, "cut_off": 0.3}


def quality_of(page: PageImage, lines: Sequence[Line]) -> Quality:
    """Judge a page as it came, with what was read on it (boxes in its pixels)."""
    grey = cv2.cvtColor(page.pixels, cv2.COLOR_RGB2GRAY)
    small, _ = shrunk(np.asarray(grey, np.uint8), SMALL_SIDE)
    codes = tuple(_codes(page, small, grey, lines))
    read = float(np.mean([line.confidence for line in lines])) if lines else 1.0
    findings = tuple(Finding(code, _severity(code, lines, read)) for code in codes)
    return Quality(max(read - sum(PRICE[code] for code in codes), 0.0), findings)


def _codes(page: PageImage, small: NDArray[np.uint8], grey: NDArray[np.uint8], lines: Sequence[Line]) -> Iterator[str]:
    if not lines and (code := _of_empty(small)):
        yield code
        return
    if np.percentile(small, 90) < DARK and not _light_on_dark(small, lines):
        yield "too_dark"
    if _glares(small):
        yield "glare"
    if not lines:
        return
    if median(line.box.height for line in lines) < TINY_TEXT:
        yield "too_small"
    if np.mean([line.confidence for line in lines]) < BLURRED_CONFIDENCE and _steepness(grey, lines) < BLURRED:
        yield "blurred"
    if sum(_cut(line, page) for line in lines) >= CUT_LINES:
        yield "cut_off"


def _of_empty(small: NDArray[np.uint8]) -> str | None:
    """Judge a page on which nothing was read: blank, or so blurred that nobody could read it, or only a picture.

    What changes slowly over the page is light, and the outermost strip is what lies under the scanner's lid.
    """
    smooth = cv2.GaussianBlur(small.astype(np.float32), (0, 0), 1.0)
    local = smooth - cv2.blur(smooth, (SLOWLY, SLOWLY))
    rim_y, rim_x = (round(side * RIM) for side in local.shape)
    local = local[rim_y : local.shape[0] - rim_y, rim_x : local.shape[1] - rim_x]
    if local.std() < FAINT:
        return "blank_page"
    if local.shape[1] < 2 or np.median(small) < DARK:
        return None
    contrast = float(np.percentile(local, 99.5) - np.percentile(local, 0.5))
    steepest = float(np.percentile(np.abs(np.diff(local, axis=1)), 99.9))
    return "blurred" if steepest < SHAPELESS * contrast else None


def _severity(code: str, lines: Sequence[Line], read: float) -> Severity:
    """Ask a person only where the fault may have cost text: what was cut off is lost, what was read surely was not."""
    if code == "blank_page":
        return Severity.INFO
    return Severity.REVIEW if code == "cut_off" or not lines or read < SURELY_READ else Severity.INFO


def _light_on_dark(small: NDArray[np.uint8], lines: Sequence[Line]) -> bool:
    """Say whether this is a dark screen with bright letters, which is no dark photograph."""
    return bool(lines and np.percentile(small, 99.5) > 180 and small.std() > 25)


def _glares(small: NDArray[np.uint8]) -> bool:
    """Say whether a compact spot is burnt out on paper that is otherwise clearly darker."""
    paper = float(np.percentile(small, 75))
    if paper >= GLARE_DARK_PAPER:
        return False
    burnt = (small >= max(GLARE_WHITE, paper + 12)).astype(np.uint8)
    burnt = cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    return bool(burnt.mean() > GLARE_LEAST)


def _steepness(grey: NDArray[np.uint8], lines: Sequence[Line]) -> float:
    """Return how steep the edges of the longest lines are, as a share of their contrast.

    It is the 99th percentile of the step between neighbours: sharp print reaches 0.5, a blur of a tenth of the text
    height about 0.15.
    """
    measured = []
    for line in sorted(lines, key=lambda found: -len(found.text))[:12]:
        box = line.box.bounds
        part = grey[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.left), 0) : int(box.right) + 1].astype(
            np.int16
        )
        if part.shape[0] < 4 or part.shape[1] < 4:
            continue
        contrast = max(float(np.percentile(part, 98) - np.percentile(part, 2)), 1.0)
        measured.append(float(np.percentile(np.abs(np.diff(part, axis=1)), 99)) / contrast)
    return median(measured) if measured else 1.0


def _cut(line: Line, page: PageImage) -> bool:
    """Say whether a line runs into the edge of the picture along which it reads."""
    box = line.box.bounds
    if box.width < box.height:
        return box.top <= CUT_MARGIN or box.bottom >= page.height - 1 - CUT_MARGIN
    return box.left <= CUT_MARGIN or box.right >= page.width - 1 - CUT_MARGIN
