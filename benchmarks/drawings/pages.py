"""The pages of the evaluation, drawn one by one when they are asked for, each with its truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.drawings.damage import Damage, damaged, turned
from benchmarks.drawings.kinds import KINDS, LATE, TYPES, Kind
from benchmarks.drawings.seals import pressed_over
from benchmarks.drawings.strangers.families import FAR, NEAR
from intake.domain.document import DocumentClass
from intake.domain.drawing import Drawing
from intake.domain.page import Pixels

_SHARES = {Damage.SCAN: 4, Damage.COPY: 2, Damage.PHONE: 3, Damage.FAX: 1, Damage.SCREEN: 1}
_UPRIGHT = 0.7  # of all pages; the others are turned, one way as often as the next
_ON_PAPER = 1_700_000  # pixels: what is smaller is a card, and nobody faxes one alone


@dataclass(frozen=True, slots=True, eq=False)
class EvaluationPage:
    """One page as a picture, and what is true of it."""

    type: str | None
    """A type of contract.md; `other` for a stranger."""
    klass: DocumentClass
    family: str
    """What it looks like, as bank_card/upright: pages of one family share a layout."""
    near: bool
    is_fresh: bool
    """Whether it belongs to the new slice: drawn by what was written after the training corpus was frozen."""
    damage: Damage
    turned: int
    """Degrees clockwise by which the picture was turned away from upright."""
    pixels: Pixels
    truth: Drawing
    """This page alone: its lines with boxes in `pixels`; `fields` are those of the whole document."""
    number: int
    """Which page of its document this is, counted from 1."""
    count: int
    seed: int
    sealed: bool = False
    """Whether a seal was pressed over one of the values."""

    @property
    def rotation(self) -> int:
        """Return the degrees clockwise that make the page upright again."""
        return -self.turned % 360


def evenly(per_type: int, *, near: int = 0, far: int = 0, fresh: int = 0) -> Mapping[str, int]:
    """Return how many documents of every kind to draw: the same of each type, strangers shared out among families.

    `fresh` are those of every near-miss of the new slice; of its layouts of known types there is a third.
    """
    late = {name: fresh if KINDS[name].near else -(-fresh // 3) for name in LATE}
    counts = dict.fromkeys(TYPES, per_type) | late
    for families, total in ((tuple(NEAR), near), (tuple(FAR), far)):
        for i, name in enumerate(families):
            counts[name] = total // len(families) + (i < total % len(families))
    return counts


def numbered(counts: Mapping[str, int], start: int = 0) -> Iterator[tuple[str, int]]:
    """Yield kind and number of the documents to draw; kinds take turns."""
    for number in range(start, start + max(counts.values(), default=0)):
        yield from ((name, number) for name, count in counts.items() if number < start + count)


def evaluation(counts: Mapping[str, int], *, start: int = 0, sealed: bool = False) -> Iterator[EvaluationPage]:
    """Draw documents from the `start`th of each kind on, and yield their pages; kinds take turns.

    `sealed` ones have a seal over a value.
    """
    for name, number in numbered(counts, start):
        yield from document(KINDS[name], KINDS[name].seed(number), sealed=sealed)


def document(kind: Kind, seed: int, *, sealed: bool = False) -> Iterator[EvaluationPage]:
    """Draw one document and yield its pages, all damaged alike and turned each for itself."""
    rng = Random(f"damage {kind.name} {seed}")
    drawing = pressed_over(kind.draw(seed), seed) if sealed else kind.draw(seed)
    small = drawing.pages[0].pixels.shape[0] * drawing.pages[0].pixels.shape[1] < _ON_PAPER
    damages = [d for d in _SHARES if d is not Damage.FAX or not small]
    damage = rng.choices(damages, [_SHARES[d] for d in damages])[0]
    for number, page in enumerate(drawing.pages, 1):
        degrees = 0 if rng.random() < _UPRIGHT else rng.choice((90, 180, 270))
        picture = turned(damaged(page.pixels, damage, seed * 100 + number), degrees)
        yield EvaluationPage(
            type=kind.type,
            klass=kind.klass,
            family=kind.family(seed),
            near=kind.near,
            is_fresh=kind.is_fresh,
            damage=damage,
            turned=degrees,
            pixels=picture.pixels,
            truth=Drawing((picture.page(page),), drawing.fields),
            number=number,
            count=len(drawing.pages),
            seed=seed,
            sealed=sealed,
        )
