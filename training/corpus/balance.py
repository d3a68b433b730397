"""What share each class has in the corpus, and which degradations its pages go through: the only place that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from intake.domain.document import DocumentClass
from samples.degrade import Variant
from samples.wear import Wear

STRANGER = "stranger"
"""Papers of no type of ours; their class is `other`."""

DECK: Mapping[str, int] = {
    DocumentClass.RULING: 5,
    DocumentClass.ID_PROOF: 4,
    DocumentClass.BANK_ACCOUNT: 4,
    DocumentClass.OTHER: 3,
    STRANGER: 6,
}
"""Drawings of each kind in every 22; within a kind all types (families) come equally often."""

NEAR_MISSES = 2  # times as often as other families come those that quote our papers
TURNED = 0.15  # of all pages lie on a side or on their head
ON_ONE_SHEET = 0.12  # of cards lie on a sheet with another card of their class
TWO_UP = 0.04  # of pages lie beside another page of their document


@dataclass(frozen=True, slots=True)
class Treatment:
    """What a page goes through: first the paper, then the capture. `strength` (0 to 1) is how badly it is read."""

    name: str
    share: float
    strength: float
    capture: Variant | None = None
    after: tuple[Wear, ...] = ()
    is_grey: bool = False
    """Red is lost: no seal can be told from print."""


# The strengths follow the wrong characters that were measured for each (the head of confusions.toml).
TREATMENTS = (
    Treatment("born_digital", 0.10, 0.08, Variant.BORN_DIGITAL),
    Treatment("clean", 0.16, 0.15, Variant.CLEAN),
    Treatment("photocopy", 0.18, 0.45, Variant.PHOTOCOPY, is_grey=True),
    Treatment("photo", 0.20, 0.25, Variant.PHOTO),
    Treatment("fax", 0.09, 0.5, after=(Wear.FAX,), is_grey=True),
    Treatment("jpeg", 0.08, 0.65, Variant.CLEAN, (Wear.JPEG,)),
    Treatment("low_resolution", 0.07, 0.7, Variant.CLEAN, (Wear.LOW_RESOLUTION, Wear.JPEG)),
    Treatment("shadow", 0.06, 0.2, Variant.CLEAN, (Wear.SHADOW,)),
    Treatment("tilted", 0.06, 0.18, Variant.CLEAN, (Wear.TILTED,)),
)

ON_PAPER: Mapping[Wear, float] = {
    Wear.FOLDED: 0.12,
    Wear.STAPLED: 0.08,
    Wear.PUNCHED: 0.08,
    Wear.STAMPED: 0.10,
    Wear.NOTED: 0.12,
    Wear.BLEED_THROUGH: 0.07,
    Wear.CROPPED: 0.06,
}
"""Chance of each mark on a sheet; cards are not folded or punched."""

ON_CARD: Mapping[Wear, float] = {Wear.ON_A4: 0.3, Wear.CROPPED: 0.06}


def treatment(rng: Random) -> Treatment:
    """Draw a treatment by the shares."""
    return rng.choices(TREATMENTS, [t.share for t in TREATMENTS])[0]


def marks(rng: Random, *, is_card: bool) -> tuple[Wear, ...]:
    """Draw what happened to the paper before it was captured."""
    chances = ON_CARD if is_card else ON_PAPER
    return tuple(kind for kind, chance in chances.items() if rng.random() < chance)
