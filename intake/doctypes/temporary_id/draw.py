"""Draws 临时居民身份证: on one side its title over a wall in the hills, on the other all that it says of its holder."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from intake.doctypes.temporary_id import MONTHS
from intake.domain.drawing import Drawing, Facts, Person
from intake.drawing.canvas import A4, CARD, Canvas, Run, Style, wrap
from intake.drawing.card import guilloche, lay, round_corners
from intake.drawing.fonts import Face
from intake.drawing.portrait import portrait

_LABEL = (70, 110, 96)
_VALUE = (30, 30, 34)
_PAPER = (238, 244, 238)
_WAVES = ((186, 214, 198), (214, 220, 196), (200, 214, 224))


@dataclass(frozen=True, slots=True)
class _Look:
    label: Style
    value: Style
    left: int
    indent: int
    photo: tuple[int, int]
    has_title: bool
    """Whether the side with the values also carries the title."""
    in_words: bool
    """Whether the period is written 2023年05月06日至2023年08月06日."""


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: a copy of both sides, a card with its portrait right, both sides in a photo, portrait left."""
    rng = Random(f"temporary_id {seed}")
    holder = facts.applicant
    start = holder.id_valid_from
    end = months_on(start)
    page = _LAYOUTS[seed % len(_LAYOUTS)](holder, (start, end), rng)
    return Drawing(
        (page.page(),),
        {
            "name": holder.name,
            "sex": holder.sex,
            "ethnicity": holder.ethnicity,
            "birth_date": holder.born_on.isoformat(),
            "address": holder.address,
            "id_number": holder.id_number,
            "authority": holder.id_authority,
            "valid_from": start.isoformat(),
            "valid_to": end.isoformat(),
        },
    )


def months_on(day: date) -> date:
    """Return the day on which a card ends that begins on `day`; fictional cards begin before the 29th."""
    year, month = divmod(day.month - 1 + MONTHS, 12)
    return day.replace(year=day.year + year, month=month + 1)


def _copy(holder: Person, period: tuple[date, date], rng: Random) -> Canvas:
    """Draw both sides, one under the other on a sheet."""
    page = Canvas.blank(A4)
    left, top = rng.choice((300, 330)), rng.choice((260, 330))
    lay(page, _title_side(rng), left, top)
    lay(page, _values(holder, period, _look(rng, photo=(676, 70)), rng), left, top + 638 + rng.choice((130, 220)))
    page.mark(120, 2262)
    return page


def _card(holder: Person, period: tuple[date, date], rng: Random) -> Canvas:
    """Draw the side with the values alone."""
    card = _values(holder, period, _look(rng, photo=(676, 70)), rng)
    card.mark(930, 624, 22, (96, 120, 106))
    return card


def _photo(holder: Person, period: tuple[date, date], rng: Random) -> Canvas:
    """Draw both sides beside each other on a desk."""
    desk = rng.choice(((196, 178, 150), (120, 124, 130), (206, 204, 198)))
    page = Canvas.blank((2300, 900), desk)
    lay(page, _values(holder, period, _look(rng, photo=(676, 70)), rng, behind=desk), 80, 120)
    lay(page, _title_side(rng, behind=desk), 1190, 120)
    page.mark(1100, 860, 26, (60, 60, 60))
    return page


def _portrait_left(holder: Person, period: tuple[date, date], rng: Random) -> Canvas:
    """Draw an older card: portrait left, title above the values, the period in words."""
    card = _values(holder, period, _look(rng, photo=(60, 96), left=390, has_title=True), rng)
    card.mark(930, 624, 22, (96, 120, 106))
    return card


_LAYOUTS: tuple[Callable[[Person, tuple[date, date], Random], Canvas], ...] = (_copy, _card, _photo, _portrait_left)


def _look(rng: Random, *, photo: tuple[int, int], left: int = 60, has_title: bool = False) -> _Look:
    face = rng.choice((Face.HEI, Face.ZEN, Face.SONG_BOLD))
    return _Look(
        label=Style(rng.choice((Face.HEI, Face.ZEN)), 27, _LABEL),
        value=Style(face, 31 if has_title else 33, _VALUE),
        left=left,
        indent=left + rng.choice((92, 98)),
        photo=photo,
        has_title=has_title,
        in_words=has_title,
    )


def _values(
    holder: Person, period: tuple[date, date], look: _Look, rng: Random, behind: tuple[int, int, int] = (255, 255, 255)
) -> Canvas:
    card = Canvas.blank(CARD, _PAPER)
    guilloche(card.image, rng, _WAVES)
    portrait(card, rng, holder.sex, look.photo, (266, 334))
    label, value, y = look.label, look.value, 100.0
    if look.has_title:
        card.text(look.left + 20, 76, "临时居民身份证", Style(Face.HEI_BOLD, 46, (40, 70, 60), spacing=14))
        y = 148.0
    step = 62 if look.has_title else 68
    card.runs(y, (Run("姓名", label, look.left), Run(holder.name, value.sized(value.size + 3), look.indent)))
    card.runs(y + step, (Run("性别", label, look.left), Run(holder.sex, value, look.indent)))
    card.runs(y + step, (Run("民族", label, look.left + 210), Run(holder.ethnicity, value, look.left + 300)))
    born = f"{holder.born_on.year} 年 {holder.born_on.month} 月 {holder.born_on.day} 日"
    card.runs(y + 2 * step, (Run("出生", label, look.left), Run(born, value, look.indent)))
    lines = wrap(holder.address, value, 480)
    card.runs(y + 3 * step, (Run("住址", label, look.left), Run(lines[0], value, look.indent)))
    for i, line in enumerate(lines[1:], 1):
        card.text(look.indent, y + 3 * step + i * 44, line, value)
    _numbers(card, holder, period, look)
    round_corners(card.image, behind)
    return card


def _numbers(card: Canvas, holder: Person, period: tuple[date, date], look: _Look) -> None:
    """Set the number, the office and the period under everything else."""
    label, value = look.label, look.value
    left = 60
    number = Style(Face.MONO, 38, _VALUE, spacing=3)
    card.runs(486, (Run("公民身份号码", label, left), Run(holder.id_number, number, left + 200)))
    card.runs(546, (Run("签发机关", label, left), Run(holder.id_authority, value, left + 140)))
    form = "%Y年%m月%d日" if look.in_words else "%Y.%m.%d"
    joint = "至" if look.in_words else "-"
    said = joint.join(day.strftime(form) for day in period)
    card.runs(604, (Run("有效期限", label, left), Run(said, value, left + 140)))


def _title_side(rng: Random, behind: tuple[int, int, int] = (255, 255, 255)) -> Canvas:
    card = Canvas.blank(CARD, _PAPER)
    guilloche(card.image, rng, _WAVES)
    _wall(card, rng)
    face = rng.choice((Face.SONG_BOLD, Face.HEI_BOLD))
    card.centred(506, 150, "中华人民共和国", Style(face, 52, _VALUE, spacing=24))
    card.centred(506, 262, "临时居民身份证", Style(face, 74, _VALUE, spacing=18))
    round_corners(card.image, behind)
    return card


def _wall(card: Canvas, rng: Random) -> None:
    """Paint hills, and along the nearer ridge a wall with towers."""
    pen = card.pen
    for depth, colour in enumerate(((206, 222, 208), (182, 206, 190))):
        base, phase = 420 + 80 * depth, rng.uniform(0, 6)
        ridge = [(x, base + 46 * math.sin(x / (120 + 40 * depth) + phase)) for x in range(0, CARD[0] + 12, 12)]
        pen.polygon([(0, CARD[1]), *ridge, (CARD[0], CARD[1])], fill=colour)
    for x, y in ridge[::2]:
        pen.rectangle((x - 5, y - 12, x + 5, y + 2), fill=(150, 178, 160))
    for x, y in ridge[8::26]:
        pen.rectangle((x - 24, y - 54, x + 24, y + 4), fill=(140, 168, 150))
