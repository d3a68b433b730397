"""Draws the face of a resident identity card: labels in blue, values in black, a portrait, waves behind all."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageFilter

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import CARD, Canvas, Run, Style, wrap
from intake.drawing.card import guilloche, round_corners
from intake.drawing.fonts import Face

_LABEL = (62, 122, 170)
_VALUE = (28, 28, 32)
_LEFT, _INDENT = 68, 162  # labels and values begin here


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"resident_id_front {seed}")
    holder = facts.applicant
    card = Canvas.blank(CARD, (232, 240, 244))
    guilloche(card.image, rng, ((176, 208, 226), (214, 200, 214), (190, 220, 214)))
    _portrait(card, rng, holder.sex)
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


def _portrait(card: Canvas, rng: Random, sex: str) -> None:
    """Paint a figure without a face: head, hair, neck, shoulders; drawn large and reduced so that edges are soft."""
    scale = 2
    size = (292 * scale, 366 * scale)
    photo = Image.new("RGB", size, (240, 244, 246))
    pen = Canvas(photo).pen
    skin, hair = rng.choice((((226, 190, 164), (38, 32, 30)), ((214, 176, 148), (60, 48, 42))))
    coat = rng.choice(((46, 56, 84), (92, 92, 96), (120, 44, 48), (36, 80, 70)))
    x, y = size[0] / 2, size[1] * 0.40
    w, h = size[0] * 0.19, size[1] * 0.20
    long_hair = 1.9 if sex == "女" and rng.random() < 0.7 else 0.7
    pen.ellipse((x - w * 1.22, y - h * 1.28, x + w * 1.22, y + h * long_hair), fill=hair)
    pen.rectangle((x - w * 0.45, y + h * 0.6, x + w * 0.45, y + h * 1.6), fill=skin)
    pen.ellipse((x - w * 2.3, y + h * 1.35, x + w * 2.3, y + h * 5), fill=coat)
    pen.polygon([(x - w * 0.5, y + h * 1.35), (x + w * 0.5, y + h * 1.35), (x, y + h * 2.0)], fill=(246, 246, 246))
    pen.ellipse((x - w, y - h, x + w, y + h), fill=skin)
    pen.pieslice((x - w, y - h * 1.05, x + w, y + h * 0.2), 180, 360, fill=hair)
    _features(photo, (x, y), (w, h))
    soft = photo.filter(ImageFilter.GaussianBlur(2)).resize((292, 366), Image.Resampling.LANCZOS)
    card.image.paste(soft, (652, 76))


def _features(photo: Image.Image, middle: tuple[float, float], half: tuple[float, float]) -> None:
    pen, (x, y), (w, h) = Canvas(photo).pen, middle, half
    for side in (-1, 1):
        eye = x + side * w * 0.42
        pen.ellipse((eye - w * 0.13, y - h * 0.02, eye + w * 0.13, y + h * 0.10), fill=(52, 44, 42))
        pen.line((eye - w * 0.2, y - h * 0.14, eye + w * 0.2, y - h * 0.16), fill=(60, 50, 48), width=5)
    nose = [(x + w * 0.06 * math.sin(i), y + h * (0.1 + i * 0.1)) for i in range(4)]
    pen.line(nose, fill=(190, 150, 130), width=4)
    pen.arc((x - w * 0.32, y + h * 0.35, x + w * 0.32, y + h * 0.62), 25, 155, fill=(168, 96, 92), width=6)
