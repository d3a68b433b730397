"""Draws the face of a resident identity card: labels in blue, values in black, a portrait, waves behind all."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import CARD, Canvas, Run, Style, wrap
from intake.drawing.card import guilloche, round_corners
from intake.drawing.fonts import Face
from intake.drawing.portrait import portrait

_LABEL = (62, 122, 170)
_VALUE = (28, 28, 32)
_LEFT, _INDENT = 68, 162  # labels and values begin here


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"resident_id_front {seed}")
    holder = facts.applicant
    card = Canvas.blank(CARD, (232, 240, 244))
    guilloche(card.image, rng, ((176, 208, 226), (214, 200, 214), (190, 220, 214)))
    portrait(card, rng, holder.sex, (652, 76))
    face = rng.choice((Face.HEI, Face.ZEN, Face.SONG_BOLD))
    value = Style(face, rng.choice((34, 36)), _VALUE)
    label = Style(rng.choice((Face.HEI, Face.ZEN)), 28, _LABEL)
    y = rng.choice((94, 100, 104))
    step = rng.choice((76, 80))
    card.runs(y, (Run("姓名", label, _LEFT), Run(holder.name, value.sized(value.size + 3), _INDENT)))
    card.runs(y + step, (Run("性别", label, _LEFT), Run(holder.sex, value, _INDENT)))
    card.runs(y + step, (Run("民族", label, 276), Run(holder.ethnicity, value, 360)))
    card.runs(y + 2 * step, _born(holder.born_on.timetuple()[:3], label, value))
    _address(card, holder.address, y + 3 * step, label, value)
    number = Style(Face.MONO if rng.random() < 0.7 else Face.HEI_BOLD, 42, _VALUE, spacing=rng.choice((3, 5)))
    card.runs(568, (Run("公民身份号码", label.sized(29), _LEFT), Run(holder.id_number, number, 338)))
    card.mark(916, 624, 22, (96, 120, 136))
    round_corners(card.image)
    return Drawing(
        (card.page(),),
        {
            "name": holder.name,
            "sex": holder.sex,
            "ethnicity": holder.ethnicity,
            "birth_date": holder.born_on.isoformat(),
            "address": holder.address,
            "id_number": holder.id_number,
        },
    )


def _born(day: tuple[int, ...], label: Style, value: Style) -> tuple[Run, ...]:
    x = float(_INDENT)
    runs = [Run("出生", label, _LEFT)]
    for number, unit, room in zip(day, ("年", "月", "日"), (96, 52, 52), strict=True):
        width = value.width(str(number))
        runs.append(Run(str(number), value, x + (room - width) / 2))
        runs.append(Run(unit, label, x + room + 2))
        x += room + 42
    return tuple(runs)


def _address(card: Canvas, address: str, y: float, label: Style, value: Style) -> None:
    lines = wrap(address, value.sized(33), 400)
    card.runs(y, (Run("住址", label, _LEFT), Run(lines[0], value.sized(33), _INDENT)))
    for i, line in enumerate(lines[1:], 1):
        card.text(_INDENT, y + i * 46, line, value.sized(33))
