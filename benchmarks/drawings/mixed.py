"""Files that hold several documents, with the true cut: bundles as people scan or photograph them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random

import numpy as np
from PIL import Image

from benchmarks.drawings.damage import Damage, Damaged, damaged, turned
from benchmarks.drawings.kinds import KINDS, Kind
from benchmarks.drawings.people import FIRST_SEED, held_facts
from intake.domain.document import DocumentClass, Value
from intake.domain.drawing import Drawing, DrawnLine, DrawnPage, Facts
from intake.domain.geometry import Affine, Quad, Rect
from intake.domain.page import Pixels
from intake.drawing.canvas import A4

FIRST_BUNDLE_SEED = FIRST_SEED + 20_000_000
_OTHER_CASE = 5_000_000  # added to a seed: the case of a second document of the same kind


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One true document of a bundle: its pages, counted from 1, and its place where it shares one."""

    type: str
    klass: DocumentClass
    family: str
    pages: tuple[int, ...]
    region: Quad | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A file of several documents: what its pages look like, what stands on them, and how it is to be cut."""

    recipe: str
    damage: Damage
    pages: tuple[DrawnPage, ...]
    turned: tuple[int, ...]
    """Degrees clockwise by which each page was turned away from upright."""
    parts: tuple[Part, ...]
    seed: int

    @property
    def pixels(self) -> tuple[Pixels, ...]:
        return tuple(page.pixels for page in self.pages)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a recipe: a document of its own, or several cards on one sheet."""

    kinds: tuple[str, ...]
    layout: str = ""
    """The layout that is wanted; none: any."""


def _slots(*names: str) -> tuple[Slot, ...]:
    return tuple(Slot(tuple(name.split("+"))) for name in names)


RECIPES: Mapping[str, tuple[Slot, ...]] = {
    "case": (
        Slot(("enforcement_ruling",), "several_debtors"), *_slots("resident_id_front", "resident_id_back", "bank_card"),
    ),
    "two_rulings": _slots("enforcement_ruling", "enforcement_ruling"),
    "separated": _slots("civil_judgment", "blank", "account_confirmation", "blank", "power_of_attorney"),
    "two_cards": _slots("enforcement_ruling", "resident_id_front+resident_id_back", "account_confirmation"),
    "id_and_card": _slots("resident_id_front+bank_card"),
    "lawyer": _slots("power_of_attorney", "law_firm_letter", "lawyer_licence", "enforcement_ruling", "receipt"),
    "company": _slots("business_licence", "legal_rep_certificate", "account_permit", "power_of_attorney"),
    "minor": _slots("household_register", "guardianship_proof", "resident_id_front+resident_id_back", "passbook"),
    "stranger_within": _slots("court_notice", "menu", "account_confirmation", "chat"),
    "judgment_then_ruling": _slots("civil_judgment", "enforcement_ruling", "service_receipt"),
    "alike": _slots("civil_mediation", "ruling", "civil_judgment"),
    "three_cards": _slots("resident_id_front+resident_id_back+bank_card"),
}  # fmt: skip


def recipes(count: int) -> list[tuple[str, int]]:
    """Return recipe and seed of the first `count` files; recipes take turns."""
    names = tuple(RECIPES)
    return [(names[number % len(names)], FIRST_BUNDLE_SEED + number) for number in range(count)]


def bundle(recipe: str, seed: int) -> Bundle:
    """Draw one file: its documents came the same way, and are of one case, but for a second one of the same kind."""
    facts, other = held_facts(seed), held_facts(seed + _OTHER_CASE)
    kinds = [slot.kinds for slot in RECIPES[recipe]]
    rng = Random(f"bundle {recipe} {seed}")
    damage = rng.choice((Damage.SCAN, Damage.SCAN, Damage.COPY, Damage.PHONE))
    pages: list[DrawnPage] = []
    turns: list[int] = []
    parts: list[Part] = []
    for place, slot in enumerate(RECIPES[recipe]):
        case = other if slot.kinds in kinds[:place] else facts
        drawn, found = _filled(slot, seed + place * 1000, case, rng)
        first = len(pages) + 1
        pictures = []
        for page in drawn:
            degrees = 0 if rng.random() < 0.85 else rng.choice((90, 180, 270))
            turns.append(degrees)
            pictures.append(turned(damaged(page.pixels, damage, seed * 100 + len(turns)), degrees))
        pages += [picture.page(page) for picture, page in zip(pictures, drawn, strict=True)]
        parts += [_moved(part, first, pictures[0]) for part in found]
    return Bundle(recipe, damage, tuple(pages), tuple(turns), tuple(parts), seed)


def _filled(slot: Slot, seed: int, facts: Facts, rng: Random) -> tuple[Sequence[DrawnPage], Sequence[Part]]:
    """Draw what goes in one place: the pages, and the parts with pages counted from 1."""
    if len(slot.kinds) == 1:
        kind = KINDS[slot.kinds[0]]
        used = _seed(kind, seed, slot.layout)
        drawing = kind.draw(used, facts)
        whole = tuple(range(1, len(drawing.pages) + 1))
        return drawing.pages, [Part(kind.type, kind.klass, kind.family(used), whole, fields=drawing.fields)]
    cards = [_card(KINDS[name], seed, facts) for name in slot.kinds]
    sheet, regions = side_by_side([drawing.pages[0] for _, _, drawing in cards], rng)
    parts = [
        Part(kind.type, kind.klass, kind.family(used), (1,), Quad.of_rect(region), drawing.fields)
        for (kind, used, drawing), region in zip(cards, regions, strict=True)
    ]
    return [sheet], parts


def side_by_side(cards: Sequence[DrawnPage], rng: Random) -> tuple[DrawnPage, list[Rect]]:
    """Lay cards one below the other on a sheet, none straight below the next; return where each lies."""
    paper = rng.choice(((255, 255, 255), (246, 246, 242)))
    sheet = np.full((A4[1], A4[0], 3), paper, np.uint8)
    lines: list[DrawnLine] = []
    regions = []
    room = (A4[1] - 200) // len(cards)
    for i, card in enumerate(cards):
        height, width = card.pixels.shape[:2]
        scale = min(rng.uniform(0.66, 0.9), (room - 40) / height)
        wide, high = round(width * scale), round(height * scale)
        left = rng.randint(80, A4[0] - wide - 80)
        top = 100 + i * room + rng.randint(0, max(room - high - 40, 1))
        small = Image.fromarray(card.pixels).resize((wide, high), Image.Resampling.LANCZOS)
        sheet[top : top + high, left : left + wide] = np.asarray(small, np.uint8)
        move = Affine(wide / width, 0, left, 0, high / height, top)
        lines += [DrawnLine(line.text, move.quad(line.box)) for line in card.lines]
        regions.append(Rect(left, top, left + wide, top + high))
    return DrawnPage(sheet, tuple(lines)), regions


def _card(kind: Kind, seed: int, facts: Facts) -> tuple[Kind, int, Drawing]:
    """Draw a card that is not itself a copy on a sheet."""
    used = next(
        number
        for number in range(kind.seed(seed % 10_000), kind.seed(seed % 10_000) + len(kind.layouts))
        if "sheet" not in kind.family(number)
    )
    return kind, used, kind.draw(used, facts)


def _seed(kind: Kind, seed: int, layout: str) -> int:
    """Return a seed of a kind that draws a wanted layout."""
    start = kind.seed(50_000 + seed % 40_000)
    return next(
        n for n in range(start, start + len(kind.layouts)) if not layout or kind.family(n).endswith(f"/{layout}")
    )


def _moved(part: Part, first: int, picture: Damaged) -> Part:
    region = picture.quad(part.region) if part.region else None
    return replace(part, pages=tuple(number + first - 1 for number in part.pages), region=region)
