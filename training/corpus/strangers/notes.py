"""Draws what people write by hand: a notebook, a sticky note, an IOU, sums on squared paper, a blackboard."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Canvas, Style, wrap
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import BLUE, digits, drawn, scrawl, sheet, some


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("notes", _LAYOUTS, facts, seed)


def _pen(rng: Random, size: int) -> Style:
    return Style(Face.KAI, size, rng.choice((BLUE, (26, 26, 30), (70, 70, 74))), stroke=rng.randrange(2))


def _notebook(_facts: Facts, rng: Random) -> Canvas:
    page, pen = sheet(rng, (1100, 1500)), _pen(rng, 42)
    for y in range(170, 1450, 66):
        page.pen.line((0, y, 1100, y), fill=(160, 186, 216), width=2)
    page.pen.line((140, 0, 140, 1500), fill=(226, 120, 120), width=2)
    for y in range(100, 1450, 220):
        page.pen.ellipse((36, y, 74, y + 38), fill=(96, 92, 88))
    for i, note in enumerate(some(rng, "notes", rng.randint(8, 17))):
        scrawl(page, (160 + rng.randint(0, 40), 226 + i * 66), note, pen, rng)
    return page


def _sticky(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((900, 900), rng.choice(((252, 240, 140), (250, 200, 210), (196, 232, 196))))
    pen = _pen(rng, 72)
    for i, note in enumerate(some(rng, "notes", 4)):
        scrawl(page, (70, 180 + i * 170), note[:10], pen, rng)
    page.pen.line((70, 800, 820, 790), fill=pen.colour, width=4)
    return page


def _iou(facts: Facts, rng: Random) -> Canvas:
    page, pen = sheet(rng, (1200, rng.choice((900, 1500)))), _pen(rng, 52)
    scrawl(page, (500, 150), rng.choice(("借 条", "欠 条", "收 条", "保证书")), pen.sized(76), rng)
    text = f"今借到{facts.applicant.name}人民币{facts.amount_upper}（￥{facts.amount}），约定一年内还清，月息一分。"
    y = 280.0
    for line in wrap("　　" + text, pen, 980):
        scrawl(page, (90, y), line.strip(), pen, rng)
        y += 88
    scrawl(page, (560, y + 60), f"借款人：{facts.respondent.name}", pen, rng)
    scrawl(page, (560, y + 150), plain_date(facts.decided_on), pen, rng)
    if rng.random() < 0.5:
        page.pen.ellipse((880, y - 10, 960, y + 90), fill=(214, 70, 60))
    return page


def _sums(_facts: Facts, rng: Random) -> Canvas:
    page, pen = sheet(rng, (1000, 1400)), _pen(rng, 46)
    for at in range(0, 1400, 40):
        page.pen.line((at, 0, at, 1400), fill=(206, 220, 232), width=1)
        page.pen.line((0, at, 1000, at), fill=(206, 220, 232), width=1)
    for i in range(rng.randint(6, 12)):
        a, b = rng.randint(2, 980), rng.randint(2, 98)
        said = rng.choice((f"{a}×{b}={a * b}", f"{a}+{b}={a + b}", f"x={a}/{b}", f"∠A={b}°", f"S={digits(rng, 2)}cm²"))
        scrawl(page, (rng.choice((60, 520)), 110 + i * 100), said, pen, rng)
    page.pen.polygon([(640, 1300), (900, 1300), (700, 1080)], outline=pen.colour, width=4)
    return page


def _board(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1500, 900), rng.choice(((34, 62, 52), (30, 34, 36), (244, 244, 242))))
    light = sum(page.image.tobytes()[:3]) < 400
    pen = Style(Face.KAI, 64, (236, 236, 226) if light else (30, 60, 160), stroke=1)
    for i, note in enumerate(some(rng, "notes", 6)):
        scrawl(page, (90 + rng.randint(0, 200), 150 + i * 115), note, pen, rng)
    scrawl(page, (1050, 820), f"{facts.decided_on:%m月%d日}", pen, rng)
    page.mark(20, 888, 20, pen.colour)
    return page


_LAYOUTS = (_notebook, _sticky, _iou, _sums, _board)
