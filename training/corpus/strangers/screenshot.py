"""Draws screenshots: a chat, a bank's app, a transfer, short messages, a web page, a window of an office program."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style, wrap
from intake.drawing.fonts import Face
from training.corpus.kit import city, digits, drawn, flow, lines, money, people, some, words

_PHONE = (828, 1792)
_GREY: Colour = (140, 144, 150)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("screenshot", _LAYOUTS, facts, seed)


def _phone(rng: Random, title: str, bar: Colour, back: Colour) -> Canvas:
    page = Canvas.blank(_PHONE, back)
    page.pen.rectangle((0, 0, 828, 170), fill=bar)
    ink: Colour = (255, 255, 255) if sum(bar) < 420 else (20, 20, 20)
    page.text(50, 54, f"{rng.randint(7, 22)}:{rng.randint(10, 59)}", Style(Face.HEI_BOLD, 32, ink))
    page.flush_right(780, 54, f"5G {rng.randint(9, 99)}%", Style(Face.HEI, 28, ink))
    page.centred(414, 140, title, Style(Face.HEI_BOLD, 40, ink))
    page.text(36, 142, "<", Style(Face.HEI, 44, ink))
    return page


def _chat(facts: Facts, rng: Random) -> Canvas:
    page = _phone(rng, rng.choice((*people(facts), "家人群(5)", "案件沟通群")), (238, 238, 238), (238, 238, 238))
    text, y = Style(Face.HEI, 34, leading=1.4), 250.0
    for said in some(rng, "chat", 10):
        mine = rng.random() < 0.5
        colour: Colour = (150, 236, 106) if mine else (255, 255, 255)
        width = min(text.width(said) + 56, 560)
        rows = wrap(said, text, 510)
        height = 44 * len(rows) + 40
        left = 690 - width if mine else 140
        page.pen.rounded_rectangle((left, y, left + width, y + height), 12, fill=colour)
        avatar = 716 if mine else 36
        page.pen.rounded_rectangle(
            (avatar, y, avatar + 84, y + 84), 10, fill=(rng.randint(60, 220), rng.randint(60, 200), 160)
        )
        lines(page, rows, text, (left + 28, y + 52))
        y += height + 56
        if y > 1560:
            break
    page.pen.rectangle((0, 1680, 828, 1792), fill=(246, 246, 246))
    page.pen.rounded_rectangle((100, 1700, 620, 1770), 10, fill=(255, 255, 255))
    return page


def _app(facts: Facts, rng: Random) -> Canvas:
    colour = rng.choice(((196, 30, 46), (0, 120, 100), (20, 80, 170)))
    page = _phone(rng, rng.choice(("我的账户", "账户详情", "首页")), colour, (244, 245, 248))
    page.pen.rounded_rectangle((40, 210, 788, 560), 24, fill=colour)
    white = Style(Face.HEI, 34, (255, 255, 255))
    account = facts.account
    page.text(80, 290, f"{account.bank_name}储蓄卡", white)
    page.text(80, 370, f"{account.number[:4]} **** **** {account.number[-4:]}", white.sized(40))
    page.text(80, 490, f"余额 ¥{money(rng, 1, 90000)}", white.sized(46))
    y = 660.0
    page.text(50, y, "交易明细", Style(Face.HEI_BOLD, 38))
    for _ in range(8):
        y += 124
        page.pen.line((40, y + 34, 788, y + 34), fill=(226, 228, 232), width=2)
        page.text(50, y - 20, rng.choice(words("shops")), Style(Face.HEI, 34))
        page.text(
            50,
            y + 20,
            f"{facts.decided_on:%m-%d} {rng.randint(8, 21)}:{rng.randint(10, 59)}",
            Style(Face.HEI, 24, _GREY),
        )
        page.flush_right(780, y, f"{rng.choice('-+')}{money(rng, 1, 3000)}", Style(Face.HEI, 36))
    return page


def _transfer(facts: Facts, rng: Random) -> Canvas:
    page = _phone(rng, rng.choice(("账单详情", "转账结果", "电子回单")), (255, 255, 255), (247, 247, 247))
    page.pen.ellipse((354, 230, 474, 350), fill=(40, 180, 100))
    page.centred(414, 310, "√", Style(Face.HEI_BOLD, 66, (255, 255, 255)))
    page.centred(414, 430, rng.choice(("转账成功", "支付成功")), Style(Face.HEI, 40))
    page.centred(414, 530, f"¥{facts.amount:,.2f}", Style(Face.HEI_BOLD, 72))
    said = {
        "收款人": facts.applicant.name,
        "收款账号": f"{facts.account.number[:6]}****{facts.account.number[-4:]}",
        "收款银行": facts.account.bank_name,
        "付款账户": f"尾号{digits(rng, 4)}",
        "转账时间": f"{facts.decided_on} 10:{digits(rng, 2)}",
        "交易单号": digits(rng, 20),
        "附言": rng.choice(words("notes")),
    }
    for i, (label, value) in enumerate(said.items()):
        page.text(50, 680 + i * 96, label, Style(Face.HEI, 34, _GREY))
        page.flush_right(780, 680 + i * 96, value, Style(Face.HEI, 32))
    return page


def _messages(facts: Facts, rng: Random) -> Canvas:
    page = _phone(
        rng, rng.choice(("95588", "12368", "10086", "106" + digits(rng, 8))), (250, 250, 250), (255, 255, 255)
    )
    y = 260.0
    texts = (
        (
            f"您尾号{facts.account.number[-4:]}的储蓄卡{facts.decided_on:%m月%d日}转入人民币{facts.amount}元，"
            f"余额{facts.amount + 53}元。【{facts.account.bank_name}】"
        ),
        f"您好，您的快递已到达{city(facts)}驿站，请凭取件码{digits(rng, 6)}领取。",
        f"【验证码】{digits(rng, 6)}，五分钟内有效，请勿泄露。",
        f"{facts.applicant.name}，您的案件{facts.case_number}已立案，请关注办理进度。",
    )
    for said in rng.sample(texts, rng.randint(2, 4)):
        rows = wrap(said, Style(Face.HEI, 34), 600)
        page.pen.rounded_rectangle((30, y, 700, y + 54 * len(rows) + 40), 26, fill=(232, 234, 238))
        y = lines(page, rows, Style(Face.HEI, 34, leading=1.55), (62, y + 58)) + 60
    return page


def _web(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1600, 1000))
    page.pen.rectangle((0, 0, 1600, 90), fill=(222, 226, 232))
    page.pen.rounded_rectangle((220, 24, 1300, 72), 22, fill=(255, 255, 255))
    page.text(250, 58, f"https://www.example.com/{digits(rng, 6)}.html", Style(Face.HEI, 24, (90, 90, 90)))
    page.pen.rectangle((0, 90, 1600, 200), fill=rng.choice(((180, 30, 40), (30, 90, 170), (40, 120, 90))))
    page.text(
        120,
        165,
        city(facts) + rng.choice(("在线", "政务服务网", "论坛", "二手交易网")),
        Style(Face.HEI_BOLD, 50, (255, 255, 255)),
    )
    page.text(120, 250, "首页　新闻　服务　互动　公开　登录 | 注册", Style(Face.HEI, 26))
    page.text(120, 350, rng.choice(words("headlines")), Style(Face.HEI_BOLD, 44))
    flow(page, some(rng, "news", 6), Style(Face.ZEN, 27, leading=1.7), Rect(120, 400, 1060, 960))
    lines(page, ["热门推荐", *some(rng, "headlines", 8)], Style(Face.ZEN, 25, (50, 80, 160), leading=2), (1140, 380))
    return page


def _window(_facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1600, 1000), (214, 218, 224))
    page.pen.rectangle((0, 0, 1600, 50), fill=(42, 86, 154))
    page.text(
        30, 36, rng.choice(("文档1 - 文字处理", "报表.xlsx - 表格", "新建文件夹")), Style(Face.HEI, 25, (255, 255, 255))
    )
    page.pen.rectangle((0, 50, 1600, 170), fill=(243, 243, 243))
    page.text(30, 90, "文件　开始　插入　页面布局　引用　审阅　视图", Style(Face.HEI, 26))
    for i in range(24):
        page.pen.rectangle((30 + i * 60, 112, 66 + i * 60, 148), outline=(150, 156, 164), width=2)
    page.pen.rectangle((330, 200, 1270, 960), fill=(255, 255, 255))
    flow(
        page,
        some(rng, rng.choice(("notices", "clauses", "letters")), 7),
        Style(Face.SONG, 28),
        Rect(420, 250, 1190, 930),
    )
    page.text(20, 990, f"第 1 页，共 {rng.randint(1, 9)} 页　{rng.randint(200, 900)} 个字", Style(Face.HEI, 22))
    return page


_LAYOUTS = (_chat, _app, _transfer, _messages, _web, _window)
