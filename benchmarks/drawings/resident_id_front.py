"""居民身份证, the face: a worn card of another print run, one with Zhuang beside Chinese, and a copy on a sheet."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import copied, plastic, small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import portrait
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Run, Style, wrap
from intake.drawing.card import round_corners
from intake.drawing.fonts import Face

_LABEL = (58, 112, 150)
_ZHUANG = {"姓名": "Singqmingz", "性别": "Singqbied", "民族": "Minzcuz", "出生": "Seng", "住址": "Dieg'youq"}


def worn(facts: Facts, rng: Random) -> Drawing:
    """Draw the card alone, its colours pale."""
    card = face(facts.applicant, rng)
    round_corners(card.image)
    return Drawing((card.page(),), fields(facts.applicant))


def zhuang(facts: Facts, rng: Random) -> Drawing:
    """Draw a card of Guangxi, with Latin labels under the Chinese ones."""
    card = face(facts.applicant, rng, both=True)
    round_corners(card.image)
    return Drawing((card.page(),), fields(facts.applicant))


def on_a_sheet(facts: Facts, rng: Random) -> Drawing:
    """Draw a copy of the card on A4."""
    return Drawing((copied(facts, rng, face(facts.applicant, rng)).page(),), fields(facts.applicant))


def face(person: Person, rng: Random, *, both: bool = False) -> Canvas:
    """Draw the face of a card, in `both` languages or in Chinese alone."""
    card = plastic(rng, ((232, 240, 244), (246, 238, 232)), ((206, 224, 232), (236, 220, 224)))
    label, ink = Style(Face.ZEN, 27, _LABEL), Style(Face.ZEN, 34, INK, spacing=3)
    gap, left, step = (178, 46, 92) if both else (rng.choice((112, 126)), rng.choice((62, 76)), 84)
    rows = [
        ("姓名", person.name, 0.0),
        ("性别", person.sex, 0.0),
        ("民族", person.ethnicity, 240.0),
    ]
    y = 104.0
    _row(card, (left, y), rows[:1], (label, ink), gap)
    _row(card, (left, y + step), rows[1:], (label, ink), gap)
    born = f"{person.born_on.year}　年　{person.born_on.month}　月　{person.born_on.day}　日"
    _row(card, (left, y + 2 * step), [("出生", born, 0.0)], (label, ink.sized(30)), gap)
    lines = wrap(person.address, ink.sized(32), 420 if both else 450)
    _row(card, (left, y + 3 * step), [("住址", lines[0], 0.0)], (label, ink.sized(32)), gap)
    for i, line in enumerate(lines[1:], 1):
        card.text(left + gap, y + 3 * step + i * 44, line, ink.sized(32))
    if both:
        for i, name in enumerate(("姓名", "性别", "出生", "住址")):
            card.text(left, y + i * step + 28, _ZHUANG[name], Style(Face.ZEN, 20, _LABEL))
        card.text(left + 240, y + step + 28, _ZHUANG["民族"], Style(Face.ZEN, 20, _LABEL))
    number = Style(Face.MONO, 42, INK, spacing=5)
    card.runs(574, (Run("公民身份号码", label, left), Run(person.id_number, number, left + (210 if both else 236))))
    portrait(card, Rect(664, 78, 940, 430), rng, (228, 236, 242))
    small_mark(card, rng)
    return card


def fields(person: Person) -> dict[str, Value]:
    return {
        "name": person.name,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "birth_date": person.born_on.isoformat(),
        "address": person.address,
        "id_number": person.id_number,
    }


def _row(
    card: Canvas,
    at: tuple[float, float],
    cells: list[tuple[str, str, float]],
    styles: tuple[Style, Style],
    gap: float,
) -> None:
    for label, value, shift in cells:
        x = at[0] + shift
        card.runs(at[1], (Run(label, styles[0], x), Run(value, styles[1], x + gap)))


LAYOUTS = (worn, zhuang, on_a_sheet)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
