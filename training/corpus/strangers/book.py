"""Draws books and schoolwork: a novel, a table of contents, an examination, a chart, a floor plan, a lexicon."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from training.corpus.kit import digits, drawn, flow, lines, sheet, some, words

_BOOK = (1000, 1420)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("book", _LAYOUTS, facts, seed)


def _novel(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, _BOOK)
    style = Style(rng.choice((Face.SONG, Face.MING, Face.KAI)), rng.choice((28, 32)), leading=1.75)
    page.text(110, 90, rng.choice(("第七章　旧信", "江边的人", "雨巷")), Style(Face.SONG, 22, (90, 90, 90)))
    flow(page, [*some(rng, "novel", 10), *some(rng, "novel", 10)], style, Rect(110, 130, 900, 1290))
    page.centred(500, 1360, digits(rng, 3), Style(Face.SONG, 24))
    return page


def _contents(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, _BOOK)
    page.centred(500, 170, "目　录", Style(Face.HEI_BOLD, 56))
    y, number, text = 280.0, 1, Style(Face.SONG, 30)
    for title in [*some(rng, "headlines", 9), *some(rng, "departments", 7)]:
        name = f"{number}.{rng.randint(1, 9)} {title}"
        page.text(110, y, name, text)
        page.pen.line((120 + text.width(name), y - 6, 830, y - 6), fill=(150, 150, 150), width=1)
        page.flush_right(890, y, str(number * 12), text)
        y, number = y + 62, number + rng.randrange(2)
    return page


def _exam(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620,
        130,
        f"{rng.choice(words('schools'))}期末考试{rng.choice(words('subjects'))}试卷",
        Style(Face.SONG_BOLD, 42),
    )
    page.centred(620, 190, "班级________　姓名________　得分________", Style(Face.SONG, 28))
    text, y = Style(Face.SONG, 27, leading=1.7), 260.0
    for i in range(1, 9):
        said = rng.choice((*words("textbook"), *words("english")))
        y = flow(page, (f"{i}．{said}（　　）",), text, Rect(100, y, 1140, y + 150), indent=0)
        page.text(
            140,
            y,
            f"A．{rng.choice(words('goods'))}　B．{rng.choice(words('goods'))}　C．{rng.choice(words('goods'))}",
            text,
        )
        y += 50
    return page


def _chart(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1400, 1000))
    page.centred(700, 100, f"{rng.choice(words('headlines'))}（单位：万元）", Style(Face.HEI_BOLD, 40))
    page.pen.line((140, 160, 140, 860), fill=(40, 40, 40), width=3)
    page.pen.line((140, 860, 1320, 860), fill=(40, 40, 40), width=3)
    colour = rng.choice(((60, 110, 180), (210, 110, 50), (80, 150, 90)))
    points = []
    for i in range(10):
        x, y = 190 + i * 112, rng.randint(220, 800)
        points.append((x + 35, y))
        if rng.random() < 0.8:
            page.pen.rectangle((x, y, x + 70, 860), fill=colour)
        page.text(x, 905, f"{2014 + i}", Style(Face.HEI, 26))
        page.text(x, y - 12, str(860 - y), Style(Face.HEI, 24))
    page.pen.line(points, fill=(190, 50, 50), width=4)
    return page


def _plan(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1400, 1100))
    page.pen.rectangle((120, 120, 1280, 960), outline=(20, 20, 20), width=14)
    across, down = rng.randint(500, 900), rng.randint(400, 700)
    page.pen.line((across, 120, across, 960), fill=(20, 20, 20), width=10)
    page.pen.line((120, down, across, down), fill=(20, 20, 20), width=10)
    page.pen.line((across, down - 100, 1280, down - 100), fill=(20, 20, 20), width=10)
    page.pen.arc((across - 110, down - 110, across + 110, down + 110), 180, 270, fill=(60, 60, 60), width=4)
    for x, y, room in (
        (220, 260, "主卧"),
        (220, down + 140, "客厅"),
        (across + 80, 260, "厨房"),
        (across + 80, 860, "卫生间"),
    ):
        page.text(x, y, f"{room} {rng.randint(4, 30)}㎡", Style(Face.HEI, 38))
    page.text(560, 1040, "户型图　比例 1:100　单位：毫米", Style(Face.SONG, 32))
    return page


def _lexicon(_facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, _BOOK)
    for left in (90, 520):
        entries = [f"{word}　{rng.choice(words('textbook'))}" for word in some(rng, "goods", 9)]
        flow(page, entries, Style(Face.SONG, 23, leading=1.5), Rect(left, 120, left + 400, 1320), indent=0)
    page.pen.line((502, 110, 502, 1330), fill=(120, 120, 120), width=2)
    lines(page, (digits(rng, 3),), Style(Face.SONG, 24), (480, 1370))
    return page


_LAYOUTS = (_novel, _contents, _exam, _chart, _plan, _lexicon)
