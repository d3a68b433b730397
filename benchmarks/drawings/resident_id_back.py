"""居民身份证, the back: the card alone with another ornament, one with two scripts, and a copy on a sheet."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import copied, plastic, small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import wreath
from benchmarks.drawings.words import dotted
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts, Person
from intake.drawing.canvas import INK, Canvas, Run, Style
from intake.drawing.card import round_corners
from intake.drawing.fonts import Face


def alone(facts: Facts, rng: Random) -> Drawing:
    """Draw the card alone."""
    card = back(facts.applicant, rng)
    round_corners(card.image)
    return Drawing((card.page(),), fields(facts.applicant))


def two_scripts(facts: Facts, rng: Random) -> Drawing:
    """Draw a card of Guangxi, the names of country and card in Latin letters too."""
    card = back(facts.applicant, rng)
    latin = Style(Face.ZEN, 22, INK)
    card.text(330, 216, "CUNGHVAZ YINZMINZ GUNGHOZGOZ", latin)
    card.text(330, 350, "GIHMINZ SINHFWNCWNG", latin)
    round_corners(card.image)
    return Drawing((card.page(),), fields(facts.applicant))


def on_a_sheet(facts: Facts, rng: Random) -> Drawing:
    return Drawing((copied(facts, rng, back(facts.applicant, rng)).page(),), fields(facts.applicant))


def back(person: Person, rng: Random) -> Canvas:
    card = plastic(rng, ((244, 238, 228), (228, 238, 240)), ((232, 216, 206), (204, 222, 228)))
    wreath(card, (168, 178), 104, ((196, 40, 36), (246, 214, 120)))
    big = Style(Face.SONG, 54, INK, spacing=8, stroke=1)
    card.text(330, 170, "中华人民共和国", big)
    card.text(330, 300, "居民身份证", Style(Face.SONG, 80, INK, spacing=22, stroke=2))
    label, ink = Style(Face.ZEN, 27, INK), Style(Face.ZEN, 32, INK)
    left = rng.choice((176, 204, 232))
    until = dotted(person.id_valid_to) if person.id_valid_to else "长期"
    rows = (("签发机关", person.id_authority), ("有效期限", f"{dotted(person.id_valid_from)}-{until}"))
    for i, (name, value) in enumerate(rows):
        card.runs(490 + i * rng.choice((72, 74)), (Run(name, label, left), Run(value, ink, left + 168)))
    small_mark(card, rng)
    return card


def fields(person: Person) -> dict[str, Value]:
    return {
        "authority": person.id_authority,
        "valid_from": person.id_valid_from.isoformat(),
        "valid_to": person.id_valid_to.isoformat() if person.id_valid_to else "长期",
    }


LAYOUTS = (alone, two_scripts, on_a_sheet)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
