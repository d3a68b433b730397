"""The labels of a page: what its picture shows to be wrong with it, each with a probability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf, log, log10

from intake.pages.signs.editors import editor_of
from intake.pages.signs.features import features
from intake.pages.signs.model import models
from intake.pages.signs.scene import has_text
from intake.pages.signs.view import View

SIGNED = 0.95  # of a file signed by a picture editor: what it changed nobody can tell, that it wrote it is certain


class Label(StrEnum):
    """Faults that one picture can show by itself; the value is the code of the finding."""

    DARK = "too_dark"
    GLARE = "glare"
    BLURRED = "blurred"
    CUT = "cut_off"
    COVERED = "covered"
    PHOTOCOPY = "photocopy"
    SCREEN = "screen"
    EDITED = "edited"
    NOT_A_DOCUMENT = "not_a_document"


CLEAR: Mapping[Label, tuple[str, float, float]] = {
    Label.DARK: ("light", 70, inf),
    Label.GLARE: ("burnt", -inf, log10(0.004)),
    Label.BLURRED: ("steep", log(0.17), inf),
    Label.CUT: ("cut_lines", -inf, 2),
}
"""Features beyond whose bounds a fault is said whatever its probability: what pages always were told."""
HIDES: Mapping[Label, frozenset[Label]] = {
    Label.DARK: frozenset({Label.NOT_A_DOCUMENT, Label.PHOTOCOPY}),
    Label.BLURRED: frozenset({Label.PHOTOCOPY}),
    Label.NOT_A_DOCUMENT: frozenset({Label.CUT, Label.COVERED}),
}
"""What cannot be told where a fault is: in the dark a paper looks like none, and what is no paper has no edge."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The probability of each label, and those that are probable enough to be said."""

    probabilities: Mapping[str, float]
    claimed: frozenset[Label]


def labels_of(view: View) -> Labels:
    """Return the labels of a page."""
    measured = features(view)
    clear = {label for label, (name, low, high) in CLEAR.items() if not low < measured[name] < high}
    found = {label: models()[label].probability(measured) for label in Label}
    if has_text(view):
        found[Label.NOT_A_DOCUMENT] = 0.0
    if editor_of(view.origin.software):
        found[Label.EDITED] = max(found[Label.EDITED], SIGNED)
    claimed = clear | {label for label, probability in found.items() if probability >= models()[label].threshold}
    hidden = {other for label, others in HIDES.items() if label in claimed for other in others}
    return Labels({label.value: probability for label, probability in found.items()}, frozenset(claimed - hidden))
