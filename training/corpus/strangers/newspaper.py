"""Draws newspapers and magazines: a front page, columns, an upright headline, small ads, a magazine, a clipping."""

from __future__ import annotations

from random import Random

from PIL import Image

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.card import gradient
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import HEIGHT, WIDTH, Grid, city, digits, drawn, fitted, flow, some, table, upright_text, words

_PAPER = ((244, 240, 228), (250, 248, 242), (238, 234, 226))


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("newspaper", _LAYOUTS, facts, seed)


def _paper(rng: Random, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Canvas:
    return Canvas.blank(size, rng.choice(_PAPER))


def _columns(page: Canvas, rng: Random, rect: Rect, count: int) -> None:
    width = (rect.width - 30 * (count - 1)) / count
    for i in range(count):
        left = rect.left + i * (width + 30)
        flow(
            page,
            some(rng, "news", 18),
            Style(Face.SONG, 20, leading=1.45),
            Rect(left, rect.top, left + width, rect.bottom),
        )


def _photo(page: Canvas, box: Rect, rng: Random) -> None:
    photo = Image.new("RGB", (round(box.width), round(box.height)))
    gradient(photo, (rng.randint(60, 190),) * 3, (rng.randint(120, 230),) * 3, angle=1.4)
    page.image.paste(photo, (round(box.left), round(box.top)))
    page.pen.ellipse((box.centre.x - 60, box.centre.y - 80, box.centre.x + 60, box.centre.y + 60), fill=(90, 84, 80))


def _front(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    page.text(
        90,
        190,
        city(facts)[:-1] + rng.choice(("日报", "晚报", "都市报")),
        Style(Face.KAI, 110, (170, 24, 30), stroke=2),
    )
    page.text(720, 120, f"{plain_date(facts.decided_on)}　第{digits(rng, 5)}期", Style(Face.SONG, 26))
    page.pen.line((80, 215, 1160, 215), fill=(170, 24, 30), width=6)
    head = rng.choice(words("headlines"))
    page.centred(WIDTH / 2, 320, head, fitted(Style(Face.SONG_BOLD, 80), head, 1060))
    _photo(page, Rect(90, 380, 700, 790), rng)
    _columns(page, rng, Rect(730, 380, 1160, 800), 2)
    _columns(page, rng, Rect(90, 840, 1160, 1660), 4)
    return page


def _inside(_facts: Facts, rng: Random) -> Canvas:
    page, y = _paper(rng), 130.0
    for head in some(rng, "headlines", 3):
        page.text(90, y, head, Style(Face.HEI_BOLD, 44))
        _columns(page, rng, Rect(90, y + 30, 1160, y + 450), rng.choice((3, 4, 5)))
        page.pen.line((90, y + 470, 1160, y + 470), fill=(60, 60, 60), width=2)
        y += 530
    return page


def _upright(_facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    head = rng.choice(words("headlines"))[:10]
    upright_text(page, (1080, 130), head, Style(Face.SONG_BOLD, 92))
    _columns(page, rng, Rect(90, 130, 980, 900), 3)
    _photo(page, Rect(90, 940, 560, 1300), rng)
    _columns(page, rng, Rect(600, 940, 1160, 1640), 2)
    _columns(page, rng, Rect(90, 1340, 560, 1640), 2)
    return page


def _ads(facts: Facts, rng: Random) -> Canvas:
    page = _paper(rng)
    page.centred(WIDTH / 2, 110, "分类广告", Style(Face.HEI_BOLD, 54, spacing=30))
    kinds = ("房屋出租", "遗失声明", "招聘启事", "转让", "家政服务", "公告")
    lost = f"{facts.respondent.name}遗失身份证，号码{facts.respondent.id_number[:6]}…，声明作废。"
    rows = [
        tuple(f"{rng.choice(kinds)}：{rng.choice((lost, *words('notes')))} 电话{digits(rng, 8)}" for _ in range(3))
        for _ in range(11)
    ]
    table(page, 150, rows, Style(Face.SONG, 22), Grid(80, 1160, (1, 1, 1), 135))
    return page


def _magazine(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1150, 1550))
    _photo(page, Rect(0, 0, 1150, 560), rng)
    head = rng.choice(words("headlines"))
    page.text(90, 680, head, Style(Face.HEI_BOLD, 70, (30, 80, 120)))
    for left in (90, 600):
        flow(page, some(rng, "novel", 9), Style(Face.SONG, 25, leading=1.6), Rect(left, 730, left + 460, 1450))
    page.text(1040, 1510, digits(rng, 2), Style(Face.HEI, 26))
    return page


_LAYOUTS = (_front, _inside, _upright, _ads, _magazine)
