"""Draws letters and notices: on letterhead, by hand on ruled paper, an envelope, a circular, an invitation."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style, wrap
from intake.drawing.fonts import Face
from intake.drawing.seal import RED, Seal, stamp
from intake.drawing.words import plain_date
from training.corpus.kit import BLUE, HEIGHT, WIDTH, body, city, digits, drawn, flow, people, scrawl, sheet, some, words

_GOLD = (232, 196, 110)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("letter", _LAYOUTS, facts, seed)


def _business(facts: Facts, rng: Random) -> Canvas:
    page, firm = sheet(rng), city(facts) + rng.choice(words("companies"))
    colour = rng.choice(((20, 70, 140), (0, 110, 80), (160, 30, 40)))
    page.pen.rectangle((100, 90, 170, 160), fill=colour)
    page.text(190, 136, firm, Style(Face.HEI_BOLD, 38, colour))
    page.text(
        192, 166, f"地址：{facts.company.address}　电话：0571-{digits(rng, 8)}", Style(Face.HEI, 19, (90, 90, 90))
    )
    page.pen.line((100, 190, 1140, 190), fill=colour, width=4)
    text = Style(body(rng), 30, leading=1.85)
    page.text(140, 300, f"尊敬的{rng.choice(people(facts))}{rng.choice(('先生', '女士', '经理'))}：", text)
    y = flow(page, some(rng, "letters", 6), text, Rect(140, 340, 1100, 1200))
    page.text(200, y + 20, "此致", text)
    page.text(140, y + 80, "敬礼！", text)
    page.flush_right(1090, y + 170, firm, text)
    page.flush_right(1090, y + 230, plain_date(facts.decided_on), text)
    if rng.random() < 0.6:
        stamp(page, Seal(firm, 125), (950, y + 190), rng)
    return page


def _by_hand(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    for rule in range(230, 1640, 62):
        page.pen.line((110, rule, 1130, rule), fill=(210, 90, 90), width=2)
    page.centred(
        WIDTH / 2,
        150,
        rng.choice((f"{city(facts)}第二中学信纸", "信　笺", "稿　纸")),
        Style(Face.KAI, 36, (200, 60, 60)),
    )
    pen = Style(Face.KAI, 44, rng.choice((BLUE, (30, 30, 34))), stroke=rng.randrange(2))
    y = 220.0
    scrawl(page, (120, y), f"{facts.agent.name}：", pen, rng)
    for text in some(rng, "letters", 5):
        for line in wrap("　　" + text, pen, 930):
            y += 62
            if y < 1500:
                scrawl(page, (125, y), line.strip() or "。", pen, rng)
    scrawl(page, (800, 1580), facts.applicant.name, pen, rng)
    return page


def _envelope(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1500, 750), rng.choice(((206, 176, 130), (250, 248, 242), (226, 206, 170))))
    for i in range(6):
        page.pen.rectangle((70 + i * 62, 60, 120 + i * 62, 116), outline=RED, width=3)
        page.text(80 + i * 62, 104, digits(rng, 1), Style(Face.MONO, 40))
    pen = Style(Face.KAI, 52, rng.choice((BLUE, (26, 26, 30))), stroke=1)
    scrawl(page, (180, 260), facts.applicant.address, pen, rng)
    scrawl(page, (500, 400), f"{facts.applicant.name}  收", pen.sized(72), rng)
    scrawl(page, (560, 600), f"{facts.company.name} {facts.agent.name}", pen.sized(42), rng)
    page.pen.rectangle((1250, 60, 1420, 250), outline=(120, 120, 120), width=3)
    page.centred(1335, 165, "贴邮票处", Style(Face.SONG, 30, (120, 120, 120)))
    page.text(1130, 690, f"邮政编码 {digits(rng, 6)}", Style(Face.SONG, 32))
    return page


def _circular(facts: Facts, rng: Random) -> Canvas:
    page, office = (
        sheet(rng),
        city(facts) + rng.choice(("教育局", "卫生健康委员会", "物业管理协会", "总工会", "交通运输局")),
    )
    page.centred(WIDTH / 2, 260, f"{office}文件", Style(Face.SONG_BOLD, 68, RED, 4))
    page.centred(WIDTH / 2, 380, f"办〔{facts.decided_on.year}〕{rng.randint(1, 90)}号", Style(Face.MING, 32, stroke=1))
    page.pen.line((120, 410, 1120, 410), fill=RED, width=5)
    page.centred(
        WIDTH / 2,
        510,
        rng.choice(("关于做好安全检查工作的通知", "关于开展年度培训的通知", "关于调整作息时间的通知")),
        Style(Face.SONG_BOLD, 46),
    )
    text = Style(rng.choice((Face.MING, Face.SONG)), 33, leading=1.75)
    page.text(140, 600, "各有关单位：", text)
    y = flow(page, some(rng, "notices", 6), text, Rect(140, 630, 1110, 1400))
    page.flush_right(1060, y + 60, office, text)
    page.flush_right(1060, y + 120, plain_date(facts.decided_on), text)
    stamp(page, Seal(office, 130), (930, y + 70), rng)
    page.centred(WIDTH / 2, HEIGHT - 80, "— 1 —", Style(Face.SONG, 26))
    return page


def _invitation(facts: Facts, rng: Random) -> Canvas:
    back, gold = rng.choice((((176, 24, 34), _GOLD), ((250, 236, 214), (150, 40, 40)), ((36, 52, 92), _GOLD)))
    page = Canvas.blank((1400, 980), back)
    page.pen.rectangle((50, 50, 1350, 930), outline=gold, width=6)
    page.centred(700, 220, rng.choice(("邀 请 函", "请　柬", "聘　书")), Style(Face.KAI, 110, gold, stroke=2))
    text = Style(Face.KAI, 42, gold, leading=1.9)
    page.text(160, 360, f"{facts.agent.name}先生/女士：", text)
    y = flow(
        page,
        (
            f"兹定于{plain_date(facts.confirmed_on)}举行{rng.choice(('新婚典礼', '开业庆典', '校庆大会'))}，",
            "恭请光临。",
        ),
        text,
        Rect(160, 400, 1240, 700),
    )
    page.flush_right(1240, min(y + 90, 860), f"{facts.respondent.name} 敬邀", text)
    return page


_LAYOUTS = (_business, _by_hand, _envelope, _circular, _invitation)
