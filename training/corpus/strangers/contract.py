"""Draws contracts of several pages: a sale, a lease to fill in, an employment, a loan, a cover with two languages."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import plain_date
from training.corpus.kit import (
    BLUE,
    HEIGHT,
    WIDTH,
    Grid,
    body,
    city,
    digits,
    drawn,
    flow,
    lines,
    money,
    scrawl,
    sheet,
    some,
    table,
    words,
)

_NUMBERS = "一二三四五六七八九十"


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("contract", _LAYOUTS, facts, seed)


def _articles(rng: Random, count: int) -> list[str]:
    return [f"第{_NUMBERS[i]}条　{clause}" for i, clause in enumerate(some(rng, "clauses", min(count, 10)))]


def _signed(page: Canvas, facts: Facts, rng: Random, top: float) -> None:
    style = Style(Face.SONG, 28)
    for x, side, name in ((150, "甲方", facts.company.name), (690, "乙方", facts.respondent.name)):
        page.text(x, top, f"{side}（盖章）：", style)
        scrawl(page, (x + 30, top + 64), name[:9], Style(Face.KAI, 36, BLUE, stroke=1), rng)
        page.text(x, top + 130, f"日期：{plain_date(facts.decided_on)}", style)
    stamp(page, Seal(facts.company.name, 120, "合同专用章"), (360, top + 40), rng)


def _numbered(pages: list[Canvas]) -> tuple[Canvas, ...]:
    for i, page in enumerate(pages, 1):
        page.centred(WIDTH / 2, HEIGHT - 70, f"第{i}页 共{len(pages)}页", Style(Face.SONG, 22))
    return tuple(pages)


def _sale(facts: Facts, rng: Random) -> tuple[Canvas, ...]:
    first, second = sheet(rng), sheet(rng)
    text = Style(body(rng), rng.choice((25, 27, 29)), leading=1.7)
    title = rng.choice(("购销合同", "买卖合同", "设备采购合同", "工业品买卖合同"))
    first.centred(WIDTH / 2, 190, title, Style(Face.HEI_BOLD, 52, spacing=20))
    first.flush_right(1090, 250, f"合同编号：HT{digits(rng, 9)}", text)
    parties = (f"甲方（买方）：{facts.company.name}", f"乙方（卖方）：{city(facts)}{rng.choice(words('companies'))}")
    y = lines(first, parties, text, (140, 320))
    rows = [(n, rng.choice(words("units")), str(rng.randint(1, 90)), money(rng, 9, 900)) for n in some(rng, "goods", 4)]
    y = table(first, y, (("品名", "单位", "数量", "金额（元）"), *rows), text, Grid(140, 1100, (3, 1, 1, 2), 56))
    flow(first, _articles(rng, 8), text, Rect(140, y + 40, 1100, 1620), indent=0)
    y = flow(second, _articles(rng, 9), text, Rect(140, 140, 1100, 1300), indent=0)
    _signed(second, facts, rng, min(y + 90, 1440))
    return _numbered([first, second])


def _lease(facts: Facts, rng: Random) -> tuple[Canvas, ...]:
    page = sheet(rng)
    text = Style(body(rng), 28, leading=1.75)
    page.centred(WIDTH / 2, 170, "房屋租赁合同", Style(Face.SONG_BOLD, 56, spacing=16))
    pen = Style(Face.KAI, 36, BLUE, stroke=1)
    blanks = {"出租方（甲方）：": facts.applicant.name, "承租方（乙方）：": facts.respondent.name}
    blanks |= {
        "房屋坐落：": facts.applicant.address[:18],
        "租赁期限：": "贰年",
        "月租金（元）：": str(rng.randint(8, 60) * 100),
    }
    y = 270.0
    for label, value in blanks.items():
        page.text(140, y, label, text)
        start = 150 + text.width(label)
        page.pen.line((start, y + 8, 1080, y + 8), fill=(60, 60, 60), width=1)
        scrawl(page, (start + 20, y), value, pen, rng)
        y += 68
    y = flow(page, _articles(rng, 7), text, Rect(140, y, 1100, 1380))
    _signed(page, facts, rng, min(y + 80, 1480))
    return (page,)


def _employment(facts: Facts, rng: Random) -> tuple[Canvas, ...]:
    cover, inner = sheet(rng), sheet(rng)
    cover.text(160, 200, f"编号：{digits(rng, 8)}", Style(Face.SONG, 30))
    cover.centred(WIDTH / 2, 620, "劳 动 合 同 书", Style(Face.SONG_BOLD, 84))
    cover.centred(WIDTH / 2, 710, rng.choice(("（固定期限）", "（无固定期限）")), Style(Face.SONG, 38))
    said = (
        f"甲　　方：{facts.company.name}",
        f"乙　　方：{facts.agent.name}",
        f"签订日期：{plain_date(facts.decided_on)}",
    )
    lines(cover, said, Style(Face.SONG, 38, leading=2.2), (300, 1080))
    cover.centred(WIDTH / 2, 1560, f"{city(facts)}人力资源和社会保障局监制", Style(Face.KAI, 34))
    flow(inner, _articles(rng, 10), Style(body(rng), 30, leading=1.8), Rect(150, 150, 1090, 1580), indent=2)
    return cover, inner


def _loan(facts: Facts, rng: Random) -> tuple[Canvas, ...]:
    page = sheet(rng)
    text = Style(body(rng, 0.8), 29, leading=1.8)
    page.centred(
        WIDTH / 2, 180, rng.choice(("借款合同", "借款协议", "最高额抵押合同")), Style(Face.HEI_BOLD, 54, spacing=14)
    )
    account = facts.account
    said = (
        f"出借人：{facts.applicant.name}，身份证号：{facts.applicant.id_number}",
        f"借款人：{facts.respondent.name}，身份证号：{facts.respondent.id_number}",
        f"一、借款金额为人民币{facts.amount}元（大写：{facts.amount_upper}），月利率百分之一。",
        f"二、出借人将款项汇入借款人指定账户，户名：{account.name}，账号：{account.number}，开户行：{account.branch_name}。",
        *_articles(rng, 5),
    )
    y = flow(page, said, text, Rect(140, 250, 1100, 1340))
    _signed(page, facts, rng, min(y + 90, 1450))
    return (page,)


def _bilingual(facts: Facts, rng: Random) -> tuple[Canvas, ...]:
    page = sheet(rng)
    page.centred(WIDTH / 2, 150, "技术服务合同", Style(Face.HEI_BOLD, 44))
    page.centred(WIDTH / 2, 200, "TECHNICAL SERVICE AGREEMENT", Style(Face.SONG_BOLD, 30))
    left, right = Style(Face.SONG, 23, leading=1.6), Style(Face.SONG, 21, leading=1.5)
    flow(page, (f"甲方：{facts.company.name}", *_articles(rng, 9)), left, Rect(90, 260, 600, 1600), indent=0)
    flow(page, some(rng, "english", 11), right, Rect(640, 260, 1170, 1600), indent=0)
    page.pen.line((620, 250, 620, 1610), fill=(160, 160, 160), width=1)
    return (page,)


_LAYOUTS = (_sale, _lease, _employment, _loan, _bilingual)
