"""Draws sheets with next to nothing on them: specks, punch holes, a page number, a header, a divider, dark edges."""

from __future__ import annotations

from random import Random

from PIL import Image

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from training.corpus.kit import HEIGHT, WIDTH, drawn, flow, sheet, some, words


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("nearblank", _LAYOUTS, facts, seed)


def _specks(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    for _ in range(rng.randint(3, 160)):
        x, y, r = rng.randrange(WIDTH), rng.randrange(HEIGHT), rng.choice((1, 1, 2, 4))
        page.pen.ellipse((x - r, y - r, x + r, y + r), fill=(rng.randint(30, 170),) * 3)
    return page


def _holes(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    for y in rng.choice(((640, 1110), (200, 640, 1110, 1560), (870,))):
        page.pen.ellipse((60, y, 106, y + 46), fill=(rng.randint(20, 120),) * 3)
    return page


def _number(_facts: Facts, rng: Random) -> Canvas:
    page, number = sheet(rng), rng.randint(2, 80)
    said = rng.choice((str(number), f"- {number} -", f"第 {number} 页", f"Page {number}"))
    page.centred(rng.choice((WIDTH // 2, 1060)), HEIGHT - 90, said, Style(rng.choice((Face.SONG, Face.HEI)), 26))
    return page


def _header(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        WIDTH / 2,
        110,
        rng.choice((facts.company.name, "此页无正文", "（以下空白）", "本页留白", "附件")),
        Style(Face.SONG, 28),
    )
    if rng.random() < 0.6:
        page.pen.line((110, 130, 1130, 130), fill=(80, 80, 80), width=2)
    return page


def _divider(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank(
        (WIDTH, HEIGHT), rng.choice(((250, 226, 160), (196, 226, 240), (246, 206, 206), (226, 240, 206)))
    )
    page.centred(
        WIDTH / 2,
        860,
        rng.choice(("附件一", "第二部分", "材料目录", "分隔页", "卷内备考表", "证据材料")),
        Style(Face.HEI_BOLD, 90, spacing=16),
    )
    return page


def _through(_facts: Facts, rng: Random) -> Canvas:
    back = sheet(rng)
    flow(
        back,
        some(rng, rng.choice(("clauses", "notices", "novel")), 12),
        Style(Face.SONG, 30),
        Rect(120, 160, 1120, 1600),
    )
    mirrored = back.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    paper = Image.new("RGB", mirrored.size, (250, 249, 244))
    return Canvas(Image.blend(paper, mirrored, rng.uniform(0.05, 0.16)))


def _edges(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    band = Image.new("RGB", (rng.randint(20, 90), HEIGHT))
    gradient(band, (40, 40, 40), (240, 240, 240), angle=0.0)
    page.image.paste(band, (0, 0))
    if rng.random() < 0.5:
        page.pen.line((0, 900, WIDTH, 905), fill=(214, 214, 212), width=5)
    page.text(700, 1600, rng.choice(words("notes"))[:6], Style(Face.KAI, 30, (190, 190, 200)))
    return page


_LAYOUTS = (_specks, _holes, _number, _header, _divider, _through, _edges)
