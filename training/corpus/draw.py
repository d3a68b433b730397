"""Draws one paper of the corpus by its index: a type from the registry or a stranger, alone or two on a sheet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.page import Pixels
from intake.drawing.facts import facts_of
from samples.wear import two_up
from training.corpus.balance import DECK, NEAR_MISSES, ON_ONE_SHEET, STRANGER, TWO_UP
from training.corpus.compose import composed
from training.corpus.families import families
from training.corpus.papers import hands, is_near, materials, strange

FIRST_SEED = 10_000_000  # of drawings that are trained on: samples and evaluations stay below
SEEDS = 1_000_000_000
LAYOUTS = 4  # types draw the layout `seed % 4`


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A drawn paper. `type` is None for strangers, and for a sheet with papers of two types of one class."""

    klass: DocumentClass
    type: str | None
    family: str
    """The type, or the family of strangers; two joined by + for a sheet."""
    pages: tuple[DrawnPage, ...]
    layout: int
    """Which of its layouts a type or family draws, from 0; a sheet of two has that of the first."""


def drawn_at(seed: int, index: int) -> Drawn:
    """Draw the paper `index` of the corpus `seed`; what others are drawn makes no difference."""
    kind, rank = _kind(seed, index)
    names = _names(kind)
    Random(f"names {seed} {kind}").shuffle(names)
    rng = Random(f"corpus {seed} {index}")
    name = names[rank % len(names)]
    drawn = _drawn(kind, name, rng)
    if is_card(drawn.pages[0].pixels) and rng.random() < ON_ONE_SHEET:
        return _beside(drawn, _drawn(kind, rng.choice(names), rng), rng)
    if len(drawn.pages) > 1 and rng.random() < TWO_UP * len(drawn.pages):
        first, second, *rest = drawn.pages
        return replace(drawn, pages=(_on_one_sheet(first, second, rng), *rest))
    return drawn


def paper_at(seed: int, index: int) -> Drawn:
    """Draw the stranger `index` made of material: all families come equally often, the near-misses twice."""
    names = [name for name in strange() for _ in range(NEAR_MISSES if is_near(name) else 1)]
    return _composed(names, seed, index)


def hand_at(seed: int, index: int) -> Drawn:
    """Draw the paper `index` of a type of ours by another hand than its own `draw`: all hands come equally often."""
    return _composed(list(hands()), seed, index)


def is_card(pixels: Pixels) -> bool:
    """Say whether a drawing is a card of the size of ISO 7810 ID-1 (85.6 x 54 mm)."""
    height, width = pixels.shape[:2]
    return bool(abs(max(width, height) / min(width, height) - 85.6 / 54) < 0.02)


def _kind(seed: int, index: int) -> tuple[str, int]:
    """Return the kind of a paper, and how many of this kind come before it: every deck holds the same cards."""
    deck = [str(kind) for kind, count in DECK.items() for _ in range(count)]
    turn, place = divmod(index, len(deck))
    Random(f"deck {seed} {turn}").shuffle(deck)
    kind = deck[place]
    return kind, turn * deck.count(kind) + deck[:place].count(kind)


def _names(kind: str) -> list[str]:
    if kind == STRANGER:
        return [name for name, f in families().items() for _ in range(NEAR_MISSES if f.is_near_miss else 1)]
    return [name for name, doctype in registry().items() if doctype.klass == kind and doctype.draw]


def _drawn(kind: str, name: str, rng: Random) -> Drawn:
    facts, look = facts_of(FIRST_SEED + rng.randrange(SEEDS)), FIRST_SEED + rng.randrange(SEEDS)
    if kind == STRANGER:
        return Drawn(DocumentClass.OTHER, None, name, families()[name].draw(facts, look).pages, look % LAYOUTS)
    draw = registry()[name].draw
    if draw is None:
        raise ValueError(f"the type {name} cannot be drawn")
    return Drawn(DocumentClass(kind), name, name, draw(facts, look).pages, look % LAYOUTS)


def _composed(names: list[str], seed: int, index: int) -> Drawn:
    Random(f"papers {seed}").shuffle(names)
    rng = Random(f"paper {seed} {index}")
    name = names[index % len(names)]
    facts, look = facts_of(FIRST_SEED + rng.randrange(SEEDS)), FIRST_SEED + rng.randrange(SEEDS)
    type_ = materials()[name].type
    klass = registry()[type_].klass if type_ else DocumentClass.OTHER
    return Drawn(klass, type_, name, composed(name, facts, look).pages, 0)


def _beside(one: Drawn, other: Drawn, rng: Random) -> Drawn:
    """Lay two cards of one class on a sheet; another paper than a card is left out."""
    if not is_card(other.pages[0].pixels):
        return one
    same = one.type if one.type == other.type else None
    sheet = _on_one_sheet(one.pages[0], other.pages[0], rng)
    return Drawn(one.klass, same, f"{one.family}+{other.family}", (sheet,), one.layout)


def _on_one_sheet(first: DrawnPage, second: DrawnPage, rng: Random) -> DrawnPage:
    pictures = two_up(first.pixels, second.pixels, rng.getrandbits(32))
    lines = tuple(
        DrawnLine(line.text, picture.quad(line.box))
        for page, picture in zip((first, second), pictures, strict=True)
        for line in page.lines
    )
    return DrawnPage(pictures[0].pixels, lines, first.seal_text or second.seal_text)
