"""Draws slides of a lawyer's talk on rulings: a title, bullets, two columns, a course of time, a handout."""

from __future__ import annotations

from random import Random

from PIL import Image

from intake.domain.drawing import Drawing, DrawnLine, Facts
from intake.domain.geometry import Affine, Rect
from intake.drawing.canvas import Canvas, Colour, Style
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from training.corpus.kit import SHEET, drawn, fitted, flow, lines, some

_SIZE = (1600, 900)
_COLOURS: tuple[Colour, ...] = ((24, 60, 120), (140, 30, 40), (30, 90, 80), (70, 70, 80))
_TITLES = (
    "执行裁定书的审查要点",
    "民事判决书的结构与解读",
    "如何申请强制执行",
    "裁定书与调解书的区别",
    "案款发放所需材料：身份证与银行卡",
    "执行异议实务分享",
)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_slide", _LAYOUTS, facts, seed)


def _titled(rng: Random) -> Canvas:
    page, colour, title = Canvas.blank(_SIZE), rng.choice(_COLOURS), rng.choice(_TITLES)
    if rng.random() < 0.5:
        page.pen.rectangle((0, 0, 1600, 140), fill=colour)
        page.text(80, 95, title, fitted(Style(Face.HEI_BOLD, 60, (255, 255, 255)), title, 1400))
    else:
        page.text(80, 110, title, fitted(Style(Face.HEI_BOLD, 60, colour), title, 1400))
        page.pen.line((80, 150, 1520, 150), fill=colour, width=5)
    return page


def _cover(facts: Facts, rng: Random) -> Canvas:
    page, colour, title = Canvas.blank(_SIZE), rng.choice(_COLOURS), rng.choice(_TITLES)
    gradient(page.image, colour, (min(colour[0] + 90, 255), min(colour[1] + 90, 255), min(colour[2] + 90, 255)))
    white: Colour = (255, 255, 255)
    page.centred(800, 400, title, fitted(Style(Face.HEI_BOLD, 90, white), title, 1400))
    page.centred(800, 520, f"—— 以{facts.cause}案为例", Style(Face.HEI, 44, white))
    page.centred(
        800, 720, f"{facts.law_firm}　{facts.agent.name}律师　{facts.decided_on:%Y年%m月}", Style(Face.HEI, 40, white)
    )
    page.mark(30, 880, 22, white)
    return page


def _bullets(_facts: Facts, rng: Random) -> Canvas:
    page, y = _titled(rng), 250.0
    for said in some(rng, "ruling_talk", rng.randint(3, 5)):
        page.pen.rectangle((90, y - 24, 110, y - 4), fill=(200, 60, 50))
        y = flow(page, (said,), Style(Face.ZEN, 36, leading=1.5), Rect(140, y - 34, 1510, 860), indent=0) + 40
    return page


def _versus(_facts: Facts, rng: Random) -> Canvas:
    page = _titled(rng)
    for left, head in ((80, "判决书"), (830, "裁定书")):
        page.pen.rounded_rectangle((left, 200, left + 690, 840), 20, outline=(120, 130, 150), width=4)
        page.centred(left + 345, 280, head, Style(Face.HEI_BOLD, 52))
        flow(
            page,
            some(rng, "ruling_talk", 3),
            Style(Face.ZEN, 32, leading=1.5),
            Rect(left + 30, 320, left + 670, 820),
            indent=0,
        )
    return page


def _course(_facts: Facts, rng: Random) -> Canvas:
    page, colour = _titled(rng), rng.choice(_COLOURS)
    steps = ("立案", "一审判决书", "申请执行", "执行裁定书", "划拨存款", "发放案款")
    page.pen.line((100, 420, 1500, 420), fill=colour, width=6)
    for i, step in enumerate(steps):
        x = 150 + i * 255
        page.pen.ellipse((x - 34, 386, x + 34, 454), fill=colour)
        page.centred(x, 434, str(i + 1), Style(Face.HEI_BOLD, 38, (255, 255, 255)))
        page.centred(x, 350 if i % 2 else 540, step, Style(Face.HEI_BOLD, 40))
    lines(page, some(rng, "ruling_talk", 3), Style(Face.ZEN, 28), (90, 680))
    return page


def _handout(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank(SHEET)
    for i, layout in enumerate(rng.sample((_bullets, _versus, _course), 2)):
        slide, scale, top = layout(facts, rng), 1060 / 1600, 160 + i * 780
        page.image.paste(slide.image.resize((1060, 596), Image.Resampling.BOX), (90, top))
        page.pen.rectangle((90, top, 1150, top + 596), outline=(60, 60, 60), width=3)
        move = Affine(scale, 0, 90, 0, scale, top)
        page.lines.extend(DrawnLine(line.text, move.quad(line.box)) for line in slide.lines)
    return page


_LAYOUTS = (_cover, _bullets, _versus, _course, _handout)
