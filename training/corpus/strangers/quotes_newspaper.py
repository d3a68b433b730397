"""Draws press about a ruling, which quotes its words: columns, a column with a photo, a web article, a wall poster."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import RED
from intake.drawing.words import plain_date
from training.corpus.kit import HEIGHT, WIDTH, body, city, digits, drawn, fitted, flow, some, words

_HEADS = (
    "法院一纸裁定书 欠款终到账",
    "执行裁定书送达后，他主动还了钱",
    "老赖藏匿财产 法院依法划拨存款",
    "一份判决书背后的二十年",
    "案款发放日：拿着身份证领到血汗钱",
    "“执行裁定书”是什么？法官这样说",
)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_newspaper", _LAYOUTS, facts, seed)


def _story(facts: Facts, rng: Random, count: int = 8) -> list[str]:
    opening = f"本报{city(facts)[:-1]}讯　{plain_date(facts.decided_on)}，{facts.court_name}向当事人送达了执行裁定书。"
    quoted = (
        f"记者看到，裁定书的案号为{facts.case_number}，案由是{facts.cause}，裁定划拨被执行人银行存款{facts.amount}元。"
    )
    return [opening, *some(rng, "ruling_talk", count), quoted, *some(rng, "news", 6)]


def _columns(facts: Facts, rng: Random) -> Canvas:
    page, head = Canvas.blank((WIDTH, HEIGHT), (244, 240, 230)), rng.choice(_HEADS)
    page.text(90, 110, f"法治周刊　{facts.decided_on}　第{digits(rng, 2)}版", Style(Face.SONG, 26))
    page.pen.line((80, 130, 1160, 130), fill=(40, 40, 40), width=3)
    page.centred(WIDTH / 2, 240, head, fitted(Style(Face.SONG_BOLD, 64), head, 1060))
    count = rng.choice((2, 3, 4))
    width, text = (1080 - 30 * (count - 1)) / count, Style(Face.SONG, 23, leading=1.5)
    story = _story(facts, rng)
    for i in range(count):
        left = 80 + i * (width + 30)
        flow(page, story[i * 4 :] + some(rng, "news", 12), text, Rect(left, 290, left + width, 1640))
    return page


def _pictured(facts: Facts, rng: Random) -> Canvas:
    page, head = Canvas.blank((WIDTH, HEIGHT), (250, 248, 242)), rng.choice(_HEADS)
    page.pen.rectangle((80, 90, 700, 500), fill=(rng.randint(90, 170),) * 3)
    for x in range(140, 660, 90):
        page.pen.pieslice((x - 40, 330, x + 60, 640), 180, 360, fill=(60, 60, 70))
        page.pen.ellipse((x - 20, 270, x + 40, 340), fill=(200, 170, 150))
    page.text(80, 535, f"图为执行现场。通讯员 {facts.clerk} 摄", Style(Face.KAI, 22))
    page.text(80, 640, head, fitted(Style(Face.HEI_BOLD, 58), head, 1060))
    flow(page, _story(facts, rng), Style(Face.SONG, 25, leading=1.6), Rect(80, 690, 600, 1640))
    flow(page, _story(facts, rng, 6)[3:], Style(Face.SONG, 25, leading=1.6), Rect(640, 690, 1160, 1640))
    flow(page, ("【法条链接】", *some(rng, "ruling_talk", 4)), Style(Face.KAI, 24), Rect(740, 90, 1160, 530), indent=0)
    return page


def _article(facts: Facts, rng: Random) -> Canvas:
    page, head = Canvas.blank((900, 1700)), rng.choice(_HEADS)
    page.text(50, 100, head, fitted(Style(Face.HEI_BOLD, 46), head, 800))
    page.text(
        50, 160, f"{facts.court_name} {facts.decided_on} 发布于{city(facts)[:-1]}", Style(Face.HEI, 26, (120, 130, 150))
    )
    flow(page, _story(facts, rng), Style(Face.ZEN, 32, leading=1.8), Rect(50, 200, 860, 1480), indent=0)
    page.text(
        50,
        1600,
        f"阅读 {digits(rng, 4)}　赞 {digits(rng, 2)}　在看 {digits(rng, 2)}",
        Style(Face.HEI, 28, (120, 120, 120)),
    )
    return page


def _poster(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((WIDTH, HEIGHT), rng.choice(((250, 240, 220), (236, 242, 250))))
    page.pen.rectangle((0, 0, WIDTH, 260), fill=rng.choice((RED, (30, 70, 140))))
    page.centred(
        WIDTH / 2,
        165,
        rng.choice(("普法宣传 | 什么是执行裁定书", "以案说法", "诉讼指南：裁定书与判决书")),
        Style(Face.HEI_BOLD, 66, (255, 255, 255)),
    )
    text = Style(body(rng, 0.3), 32, leading=1.7)
    y = 330.0
    for said in some(rng, "ruling_talk", 6):
        page.pen.ellipse((90, y - 14, 120, y + 16), fill=RED)
        y = flow(page, (said,), text, Rect(150, y - 30, 1150, 1560), indent=0) + 40
    page.centred(WIDTH / 2, 1660, f"{facts.court_name} 宣传资料", text)
    return page


def _brief(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((WIDTH, HEIGHT), (246, 243, 236))
    y = 130.0
    for head in rng.sample(_HEADS, 4):
        page.pen.line((80, y + 16, 1160, y + 16), fill=(90, 90, 90), width=1)
        page.text(80, y, head, Style(Face.HEI_BOLD, 36))
        flow(page, _story(facts, rng, 4), Style(Face.SONG, 23, leading=1.5), Rect(80, y + 30, 1160, y + 320))
        y += 400
    page.flush_right(1150, 1690, f"本版编辑 {facts.clerk} {rng.choice(words('headlines'))}", Style(Face.SONG, 20))
    return page


_LAYOUTS = (_columns, _pictured, _article, _poster, _brief)
