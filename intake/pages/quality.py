"""Judges how well a page can be read, in words that a party understands while still standing at the scanner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.finding import Finding, Severity
from intake.domain.page import PageImage, Pixels, Quality
from intake.domain.text import Line
from intake.pages.ink import changes_tint
from intake.pages.signs.editors import editor_of
from intake.pages.signs.labels import Label, labels_of
from intake.pages.signs.levels import level
from intake.pages.signs.view import View, view_of

BLANK = "blank_page"
DARK = 70  # grey of the lighter parts (90th percentile) below which a picture shows nothing
TINY_TEXT = 11.0  # pixels of a line's height, below which the recogniser guesses
FAINT = 4.0  # standard deviation of grey of a page with nothing on it
SLOWLY, RIM = 61, 0.03  # pixels over which light changes; share of a side that is the edge of a scan
SHAPELESS = 0.12  # steepest step of a page without text, as a share of its contrast; a drawing has 0.3 and more
BLURRED_CONFIDENCE = 0.97  # mean confidence from which on a page is sharp enough
SURELY_READ = 0.96  # mean confidence of the lines of a page that its picture did no harm to
PRICE = {
    BLANK: 1.0,
    Label.DARK: 0.4,
    Label.GLARE: 0.3,
    Label.BLURRED: 0.4,
    "too_small": 0.4,
    Label.CUT: 0.3,
    Label.COVERED: 0.3,
}
"""What a fault takes from the score: that of a page is how well it can be read, not where it is from."""
TOLD = frozenset({BLANK, Label.PHOTOCOPY})  # what a person may know, and need not look at
ASKED = frozenset({Label.CUT, Label.COVERED, Label.SCREEN, Label.EDITED, "edited_with", Label.NOT_A_DOCUMENT})
"""Faults that a person must look at however surely the rest was read: what they hide or feign is not in the text."""


def quality_of(page: PageImage, lines: Sequence[Line]) -> Quality:
    """Judge a page as it came, with what was read on it (boxes in its pixels)."""
    view = view_of(page, lines)
    shown = labels_of(view)
    read = float(np.mean([line.confidence for line in lines])) if lines else 1.0
    findings = tuple(
        Finding(code, _severity(code, lines, read), facts=facts)
        for code, facts in _found(view, shown.claimed, read, page.pixels)
    )
    score = read - sum(PRICE.get(finding.code, 0.0) for finding in findings)
    return Quality(max(score, 0.0), findings, shown.probabilities)


def _found(
    view: View, claimed: frozenset[Label], read: float, pixels: Pixels
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the code of each fault and the facts of its sentence; a blank page has no other."""
    if not view.lines and (code := _of_empty(view.small)) and not (code == BLANK and changes_tint(pixels)):
        yield code, {}
        return
    if view.lines and median(line.box.height for line in view.lines) < TINY_TEXT:
        yield "too_small", {}
    for label in Label:
        if label not in claimed or (label is Label.BLURRED and not _may_blur(view, read)):
            continue
        editor = editor_of(view.origin.software) if label is Label.EDITED else None
        yield ("edited_with", {"editor": editor}) if editor else (label.value, {})


def _may_blur(view: View, read: float) -> bool:
    """Say whether reading suffered; of a page without a line _of_empty knows, as a view may be soft by itself."""
    return bool(view.lines) and read < BLURRED_CONFIDENCE


def _of_empty(small: NDArray[np.uint8]) -> str | None:
    """Judge a page on which nothing was read: blank, or so blurred that nobody could read it, or only a picture.

    What changes slowly over the page is light, and the outermost strip is what lies under the scanner's lid.
    """
    smooth = cv2.GaussianBlur(small.astype(np.float32), (0, 0), 1.0)
    local = smooth - cv2.blur(smooth, (SLOWLY, SLOWLY))
    rim_y, rim_x = (round(side * RIM) for side in local.shape)
    local = local[rim_y : local.shape[0] - rim_y, rim_x : local.shape[1] - rim_x]
    if local.std() < FAINT:
        return BLANK
    if local.shape[1] < 2 or level(small, 50) < DARK:
        return None
    contrast = float(np.percentile(local, 99.5) - np.percentile(local, 0.5))
    steepest = float(np.percentile(np.abs(np.diff(local, axis=1)), 99.9))
    return "blurred" if steepest < SHAPELESS * contrast else None


def _severity(code: str, lines: Sequence[Line], read: float) -> Severity:
    """Ask a person only where the fault may have cost text: what was read surely was not lost."""
    if code in TOLD:
        return Severity.INFO
    return Severity.REVIEW if code in ASKED or not lines or read < SURELY_READ else Severity.INFO
