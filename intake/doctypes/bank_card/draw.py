"""Draws the face of a debit card: the bank's colours, a number raised or flat, sometimes holder and validity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import CARD, Canvas, Colour, Style
from intake.drawing.card import gradient, guilloche, raised, round_corners
from intake.drawing.facts import banks, pinyin
from intake.drawing.fonts import Face
from intake.drawing.words import grouped

_LIGHT = (248, 248, 246)
_COLOURS: Mapping[str, tuple[Colour, Colour]] = {
    "中国工商银行": ((196, 30, 46), (122, 12, 30)),
    "中国农业银行": ((0, 132, 110), (0, 84, 76)),
    "中国银行": ((164, 28, 52), (206, 90, 96)),
    "中国建设银行": ((16, 74, 154), (70, 134, 206)),
    "招商银行": ((206, 168, 96), (164, 118, 58)),
    "中国邮政储蓄银行": ((0, 120, 72), (70, 170, 110)),
}
_OTHER = ((70, 78, 96), (150, 156, 170))


@dataclass(frozen=True, slots=True)
class _Look:
    number: Style
    is_raised: bool
    groups: int
    kind: str
    has_dates: bool
    has_holder: bool


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"bank_card {seed}")
    look, account = _look(rng), facts.account
    card = Canvas.blank(CARD)
    start, end = _COLOURS.get(account.bank_name, _OTHER)
    gradient(card.image, start, end, angle=rng.uniform(0.1, 1.3))
    wave = tuple(min(c + 16, 255) for c in start)
    guilloche(card.image, rng, ((wave[0], wave[1], wave[2]),), spacing=rng.choice((16, 26)))
    _bank(card, account.bank_name, rng)
    _chip(card.image, rng)
    fields: dict[str, Value] = {
        "card_number": account.number,
        "bank_name": account.bank_name,
        "card_type": look.kind,
    }
    _number(card, account.number, look)
    if look.has_dates:
        fields["valid_thru"] = _valid_thru(card, facts, rng)
    if look.has_holder:
        fields["holder_name"] = pinyin(account.name)
        card.text(86, 566, pinyin(account.name), Style(Face.MONO, 32, _LIGHT, spacing=2))
    card.text(rng.choice((640, 700)), 96, look.kind, Style(Face.HEI, 32, _LIGHT, spacing=4))
    _network(card, rng)
    card.mark(28, 624, 22, _LIGHT)
    round_corners(card.image)
    return Drawing((card.page(),), fields)


def _look(rng: Random) -> _Look:
    is_raised = rng.random() < 0.5
    colour = rng.choice(((226, 226, 224), (240, 214, 150))) if is_raised else _LIGHT
    return _Look(
        number=Style(Face.MONO, 56 if is_raised else 50, colour, spacing=3),
        is_raised=is_raised,
        groups=rng.choice((4, 4, 4, 6)),
        kind=rng.choice(("储蓄卡", "借记卡", "借记卡")),
        has_dates=rng.random() < 0.5,
        has_holder=rng.random() < 0.4,
    )


def _number(card: Canvas, number: str, look: _Look) -> None:
    text = grouped(number) if look.groups == 4 else f"{number[:6]} {number[6:]}"
    style = look.number
    while style.width(text) > 880:
        style = style.sized(style.size - 1)
    if look.is_raised:
        raised(card, 74, 412, text, style)
    else:
        card.text(74, 412, text, style)


def _bank(card: Canvas, name: str, rng: Random) -> None:
    latin = next((bank["latin"] for bank in banks() if bank["name"] == name), "")
    pen, mark = card.pen, rng.randrange(3)
    pen.ellipse((70, 52, 142, 124), outline=_LIGHT, width=7)
    if mark == 0:
        pen.rectangle((98, 72, 114, 104), outline=_LIGHT, width=6)
    elif mark == 1:
        pen.polygon([(106, 66), (128, 104), (84, 104)], outline=_LIGHT, width=6)
    else:
        pen.arc((84, 66, 128, 110), 30, 290, fill=_LIGHT, width=7)
    card.text(160, 96, name, Style(rng.choice((Face.HEI_BOLD, Face.SONG_BOLD)), 44, _LIGHT, spacing=2))
    if latin:
        card.text(162, 126, latin, Style(Face.HEI, 22, _LIGHT, spacing=1))


def _chip(image: Image.Image, rng: Random) -> None:
    pen, gold = ImageDraw.Draw(image), rng.choice(((222, 190, 112), (206, 206, 200)))
    pen.rounded_rectangle((80, 206, 208, 306), 16, fill=gold, outline=(120, 100, 60), width=3)
    for y in (238, 272):
        pen.line((80, y, 122, y), fill=(120, 100, 60), width=3)
        pen.line((166, y, 208, y), fill=(120, 100, 60), width=3)
    pen.rounded_rectangle((122, 226, 166, 286), 8, outline=(120, 100, 60), width=3)


def _valid_thru(card: Canvas, facts: Facts, rng: Random) -> str:
    until = facts.confirmed_on.replace(year=facts.confirmed_on.year + rng.randint(6, 9), day=1)
    card.text(430, 484, "VALID THRU", Style(Face.HEI, 20, _LIGHT))
    card.text(560, 488, f"{until:%m/%y}", Style(Face.MONO, 32, _LIGHT, spacing=2))
    return f"{until:%m/%y}"


def _network(card: Canvas, rng: Random) -> None:
    """Paint three slanted fields with the words 银联 UnionPay."""
    left, top = 772, 498
    for i, colour in enumerate(((208, 40, 52), (20, 82, 140), (0, 122, 124))):
        x = left + i * 58
        card.pen.polygon([(x + 18, top), (x + 84, top), (x + 66, top + 92), (x, top + 92)], fill=colour)
    card.text(left + 34, top + 42, "UnionPay", Style(Face.HEI_BOLD, 28, _LIGHT))
    if rng.random() < 0.8:
        card.text(left + 62, top + 78, "银联", Style(Face.HEI_BOLD, 32, _LIGHT))
