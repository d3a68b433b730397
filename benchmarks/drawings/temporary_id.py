"""临时居民身份证: the white card that holds everything on one side, alone, and both sides on a sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks.drawings.cards import copied, plastic, small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import portrait, wreath
from benchmarks.drawings.resident_id_back import fields as back_fields
from benchmarks.drawings.resident_id_front import fields as front_fields
from benchmarks.drawings.words import dotted
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Run, Style, wrap
from intake.drawing.card import round_corners
from intake.drawing.fonts import Face

_NAME = "临时居民身份证"


def one_side(facts: Facts, rng: Random) -> Drawing:
    """Draw the side with the person, the name of the card above."""
    person = _temporary(facts)
    card = _person_side(person, rng, titled=True)
    round_corners(card.image)
    return Drawing((card.page(),), _fields(person))


def both_on_a_sheet(facts: Facts, rng: Random) -> Drawing:
    """Draw a copy of both sides on A4."""
    person = _temporary(facts)
    page = copied(facts, rng, _name_side(rng), _person_side(person, rng, titled=False))
    return Drawing((page.page(),), _fields(person))


def _temporary(facts: Facts) -> Person:
    since = facts.confirmed_on
    return replace(facts.applicant, id_valid_from=since, id_valid_to=since + timedelta(days=90))


def _person_side(person: Person, rng: Random, *, titled: bool) -> Canvas:
    card = plastic(rng, ((246, 246, 242), (236, 240, 238)), ((226, 232, 222),))
    label, ink = Style(Face.SONG, 27, (40, 60, 90)), Style(Face.SONG, 31, INK, stroke=1)
    y = 92.0
    if titled:
        card.text(60, 74, f"中华人民共和国{_NAME}", Style(Face.HEI, 38, (150, 30, 40), spacing=4))
        y = 144.0
    until = person.id_valid_to or person.id_valid_from
    where = wrap(person.address, ink, 430)
    rows = [
        ("姓名", person.name),
        ("性别", f"{person.sex}　　民族　{person.ethnicity}"),
        ("出生", f"{person.born_on.year}年{person.born_on.month}月{person.born_on.day}日"),
        ("住址", where[0]),
        *(("", line) for line in where[1:]),
        ("公民身份号码", person.id_number),
        ("签发机关", person.id_authority),
        ("有效期限", f"{dotted(person.id_valid_from)}-{dotted(until)}"),
    ]
    step = (600 - y) / (len(rows) - 0.5)
    for name, value in rows:
        gap = label.width(name) + 26 if name else 80
        runs = (Run(name, label, 60), Run(value, ink, 60 + gap)) if name else (Run(value, ink, 60 + gap),)
        card.runs(y, runs)
        y += step
    portrait(card, Rect(690, 150, 940, 470), rng)
    small_mark(card, rng)
    return card


def _name_side(rng: Random) -> Canvas:
    card = plastic(rng, ((240, 244, 246), (250, 244, 236)), ((220, 228, 232),))
    wreath(card, (506, 190), 110, ((196, 40, 36), (246, 214, 120)))
    card.centred(506, 404, "中华人民共和国", Style(Face.SONG, 54, INK, spacing=12, stroke=1))
    card.centred(506, 512, _NAME, Style(Face.SONG, 76, INK, spacing=12, stroke=2))
    small_mark(card, rng)
    return card


def _fields(person: Person) -> dict[str, Value]:
    return {**front_fields(person), **back_fields(person)}


LAYOUTS = (one_side, both_on_a_sheet)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
