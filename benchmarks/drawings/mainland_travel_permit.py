"""来往内地 and 来往大陆 permits: cards of people from Hong Kong, Macao or Taiwan, and a copy of two sides."""

from __future__ import annotations

from datetime import date
from random import Random

from benchmarks.drawings.cards import copied, plastic, small_mark
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import portrait
from benchmarks.drawings.mrz import Traveller, card
from benchmarks.drawings.people import latin
from benchmarks.drawings.words import dotted
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import INK, Canvas, Style
from intake.drawing.card import round_corners
from intake.drawing.fonts import Face

_HOME = "港澳居民来往内地通行证"
_STRAIT = "台湾居民来往大陆通行证"


def from_hong_kong(facts: Facts, rng: Random) -> Drawing:
    """Draw the face of a permit for Hong Kong and Macao."""
    who = _traveller(facts.applicant, f"{rng.choice('HM')}{rng.randrange(10**8):08}", rng)
    page = _face(_HOME, facts.applicant, who, rng)
    round_corners(page.image)
    return Drawing((page.page(),), _fields(facts.applicant, who))


def from_taiwan(facts: Facts, rng: Random) -> Drawing:
    """Draw the face of a permit for Taiwan: eight digits, labels above the values."""
    person = facts.applicant
    who = _traveller(person, f"{rng.randint(1, 9)}{rng.randrange(10**7):07}", rng)
    page = plastic(rng, ((230, 240, 230), (244, 236, 226)), ((208, 226, 210), (230, 216, 204)))
    page.text(60, 84, _STRAIT, Style(Face.ZEN, 40, (36, 84, 60), spacing=6))
    page.text(60, 122, "MAINLAND TRAVEL PERMIT FOR TAIWAN RESIDENTS", Style(Face.ZEN, 20, (36, 84, 60)))
    portrait(page, Rect(70, 160, 320, 480), rng)
    label, ink = Style(Face.ZEN, 20, (80, 104, 92)), Style(Face.ZEN, 31, INK)
    cells = (
        (370, 180, "姓名", f"{person.name}　{who.surname}, {who.given}"),
        (370, 270, "出生日期", dotted(person.born_on)),
        (660, 270, "性别", person.sex), (370, 360, "有效期限", f"{dotted(_since(who))}-{dotted(who.valid_to)}"),
        (370, 450, "签发机关", "国家移民管理局"), (660, 450, "签发地点", "福建"), (70, 540, "证件号码", who.number),
    )  # fmt: skip
    for x, y, name, value in cells:
        page.text(x, y, name, label)
        page.text(x, y + 42, value, ink)
    small_mark(page, rng)
    round_corners(page.image)
    return Drawing((page.page(),), _fields(person, who))


def both_sides(facts: Facts, rng: Random) -> Drawing:
    """Draw a copy of both sides on A4; the back carries the lines for machines."""
    who = _traveller(facts.applicant, f"H{rng.randrange(10**8):08}", rng)
    back = plastic(rng, ((226, 236, 244), (240, 234, 240)), ((206, 220, 234),))
    label, ink = Style(Face.ZEN, 26, INK), Style(Face.MONO, 42, INK)
    back.text(60, 100, "持证人港澳身份证号码", label)
    back.text(60, 150, f"{rng.choice('ADKRZ')}{rng.randrange(10**6):06}({rng.randrange(10)})", label.sized(32))
    back.text(60, 260, "请妥善保管，如有遗失请向公安机关出入境管理部门报失。", label.sized(22))
    lines = card(who, "CR")
    for i, line in enumerate(lines):
        back.text(56, 450 + i * 62, line, Style(Face.MONO, 42, INK, spacing=(900 - ink.width(line)) / 29))
    page = copied(facts, rng, _face(_HOME, facts.applicant, who, rng), back)
    return Drawing((page.page(),), {**_fields(facts.applicant, who), "mrz": "".join(lines)})


def _face(title: str, person: Person, who: Traveller, rng: Random) -> Canvas:
    page = plastic(rng, ((222, 234, 246), (246, 236, 240)), ((200, 216, 236), (234, 214, 224)))
    page.text(60, 92, title, Style(Face.HEI, 44, (30, 60, 120), stroke=1, spacing=4))
    label, ink = Style(Face.HEI, 24, (84, 90, 110)), Style(Face.HEI, 32, INK)
    rows = (
        ("姓名", person.name), ("", f"{who.surname}, {who.given}"), ("出生日期", dotted(person.born_on)),
        ("性别", person.sex), ("有效期限", f"{dotted(_since(who))} - {dotted(who.valid_to)}"),
        ("签发机关", "公安部出入境管理局"), ("证件号码", who.number),
    )  # fmt: skip
    for i, (name, value) in enumerate(rows):
        y = 170 + i * 66
        if name:
            page.text(60, y, name, label)
        page.text(220, y, value, ink if i < len(rows) - 1 else ink.sized(42))
    portrait(page, Rect(700, 150, 950, 470), rng)
    page.text(700, 540, f"换证次数 {rng.randint(0, 4):02}", label)
    small_mark(page, rng)
    return page


def _traveller(person: Person, number: str, rng: Random) -> Traveller:
    surname, given = latin(person.name)
    until = date(rng.randint(2026, 2033), rng.randint(1, 12), rng.randint(1, 28))
    return Traveller(surname, given, "M" if person.sex == "男" else "F", person.born_on, until, number)


def _since(who: Traveller) -> date:
    return who.valid_to.replace(year=who.valid_to.year - 10)


def _fields(person: Person, who: Traveller) -> dict[str, Value]:
    return {
        "name": person.name,
        "name_latin": f"{who.surname} {who.given}",
        "sex": person.sex,
        "birth_date": person.born_on.isoformat(),
        "document_number": who.number,
        "valid_to": who.valid_to.isoformat(),
    }


LAYOUTS = (from_hong_kong, from_taiwan, both_sides)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
