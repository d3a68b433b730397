"""Draws 居民户口簿: its first page, the card of a member, both on one copy, and the card of the older form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.grid import Cell, grid
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date

_PAGE = (1130, 800)  # 143 x 101 mm at 200 dots per inch
_RULE: Colour = (96, 88, 80)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 first page, 1 card of a member, 2 both on a copy, 3 card of the older form."""
    rng = Random(f"household_register {seed}")
    return Drawing((_FAMILY[seed % len(_FAMILY)](facts, rng).page(),))


def _first(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    _first_page(page, facts, rng, Rect(60, 40, 1070, 740))
    page.mark(700, 794, 20)
    return page


def _member(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    person, relation = rng.choice(((facts.applicant, "户主"), (facts.child, "子" if facts.child.sex == "男" else "女")))
    _card(page, person, relation, rng, Rect(50, 30, 1080, 760))
    page.mark(700, 794, 20)
    return page


def _copied(facts: Facts, rng: Random) -> Canvas:
    """Draw the sheet a copier makes of the open booklet: first page above, card of the child below."""
    page = Canvas.blank(A4)
    _first_page(page, facts, rng, Rect(300, 190, 1360, 1000))
    page.pen.line((250, 1075, 1420, 1075), fill=(214, 214, 214), width=3)
    _card(page, facts.child, "子" if facts.child.sex == "男" else "女", rng, Rect(290, 1120, 1370, 1920))
    page.mark(120, 2262)
    return page


def _older(facts: Facts, rng: Random) -> Canvas:
    """Draw a card printed on a needle printer into a form whose labels stand above the values."""
    page, person = _paper(rng), facts.applicant
    label, value = Style(Face.SONG, 24, (70, 60, 56)), Style(Face.MING, 32, (40, 40, 70), stroke=1)
    page.centred(565, 84, "常住人口登记卡", Style(Face.SONG_BOLD, 40, spacing=10))
    rows = (
        (("姓名", person.name), ("户主或与户主关系", "户主"), ("性别", person.sex)),
        (("曾用名", ""), ("出生地", _province(person)), ("民族", person.ethnicity)),
        (("籍贯", _province(person)), ("出生日期", plain_date(person.born_on)), ("宗教信仰", "")),
        (("公民身份证件编号", person.id_number), ("文化程度", "高中"), ("婚姻状况", "已婚")),
    )
    y = 118.0
    for row in rows:
        for i, (name, text) in enumerate(row):
            x = 50 + i * 400
            page.pen.rectangle((x, y, x + (400 if i < 2 else 230), y + 124), outline=_RULE, width=2)
            page.text(x + 14, y + 40, name, label)
            page.text(x + 14, y + 98, text, value)
        y += 124
    page.text(60, y + 50, "何时由何地迁来本市（县）", label)
    page.text(60, y + 100, f"承办人签章：{facts.clerk}", label)
    page.flush_right(1070, y + 100, f"登记日期：{plain_date(person.id_valid_from)}", label)
    page.mark(700, 794, 20)
    return page


_FAMILY: tuple[Callable[[Facts, Random], Canvas], ...] = (_first, _member, _copied, _older)


def _paper(rng: Random) -> Canvas:
    page = Canvas.blank(_PAGE, (250, 247, 238))
    guilloche(page.image, rng, ((240, 232, 222), (234, 238, 230)), spacing=16)
    return page


def _first_page(page: Canvas, facts: Facts, rng: Random, rect: Rect) -> None:
    label, value, middle = Style(Face.SONG, 28), Style(Face.HEI, 30), rect.centre.x
    page.centred(
        middle, rect.top + 50, rng.choice(("居民户口簿", "居 民 户 口 簿")), Style(Face.SONG_BOLD, 42, spacing=6)
    )
    holder = facts.applicant
    rows = [
        _cells((("户别", "家庭户"), ("户主姓名", holder.name)), label, value),
        _cells(
            (("户号", f"{rng.randrange(10**9):09}"), ("住址", holder.address)), label, value, (0.13, 0.22, 0.12, 0.53)
        ),
    ]
    bottom = grid(page, rows, Rect(rect.left, rect.top + 90, rect.right, rect.bottom), row=104, ink=_RULE)
    page.text(rect.left + 20, bottom + 90, "省级公安机关户口专用章", label)
    page.text(middle + 40, bottom + 90, "户口登记机关户口专用章", label)
    page.text(rect.left + 20, bottom + 300, f"承办人签章：{facts.clerk}", label)
    page.flush_right(rect.right - 20, bottom + 300, f"{plain_date(holder.id_valid_from)}签发", label)
    stamp(page, Seal(holder.id_authority, 105, "户口专用章"), (rect.left + 760, bottom + 170), rng)


def _card(page: Canvas, person: Person, relation: str, rng: Random, rect: Rect) -> None:
    label, value = Style(Face.SONG, 23), Style(rng.choice((Face.HEI, Face.MING, Face.ZEN)), 27)
    page.centred(rect.centre.x, rect.top + 46, "常住人口登记卡", Style(Face.SONG_BOLD, 40, spacing=8))
    home = _province(person)
    rows = [
        _cells((("姓名", person.name), ("户主或与户主关系", relation)), label, value),
        _cells((("曾用名", ""), ("性别", person.sex)), label, value),
        _cells((("出生地", home), ("民族", f"{person.ethnicity}族")), label, value),
        _cells((("籍贯", home), ("出生日期", plain_date(person.born_on))), label, value),
        _cells((("公民身份证件编号", person.id_number), ("身高", "")), label, value),
        _cells((("文化程度", "初中"), ("婚姻状况", "未婚"), ("兵役状况", "")), label, value),
        _cells((("服务处所", ""), ("职业", "")), label, value),
        _cells((("何时由何地迁来本市(县)", "出生申报"),), label, value),
    ]
    bottom = grid(page, rows, Rect(rect.left, rect.top + 70, rect.right, rect.bottom), row=60, ink=_RULE)
    page.text(rect.left + 10, bottom + 42, "承办人签章：", label)
    page.flush_right(rect.right - 10, bottom + 42, f"登记日期：{plain_date(person.id_valid_from)}", label)
    stamp(page, Seal(person.id_authority, 80, "户口专用章"), (rect.left + 360, bottom - 10), rng)


def _cells(
    row: Sequence[tuple[str, str]], label: Style, value: Style, shares: Sequence[float] = (0.16, 0.34) * 3
) -> list[Cell]:
    cells = []
    for i, (name, text) in enumerate(row):
        cells.append(Cell(name, shares[2 * i], label, centred=True))
        cells.append(Cell(text, shares[2 * i + 1], value, centred=True))
    return cells


def _province(person: Person) -> str:
    return person.address.split("区")[0] + "区"
