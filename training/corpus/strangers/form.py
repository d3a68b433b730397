"""Draws forms that are not ours: an application with a photo, a questionnaire, a leave slip, a waybill, a register."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import (
    BLUE,
    WIDTH,
    Grid,
    bars,
    body,
    city,
    digits,
    drawn,
    face,
    flow,
    people,
    scrawl,
    sheet,
    some,
    table,
    words,
)

_ASKED = (
    "您对本次服务的总体评价是？",
    "您每月购物的次数是？",
    "您通常通过哪种方式付款？",
    "您的年龄段是？",
    "您家中有几口人？",
    "您是否愿意向朋友推荐我们？",
)
_CHOICES = (
    "□非常满意 □满意 □一般 □不满意",
    "□1～2次 □3～5次 □6次以上",
    "□现金 □银行卡 □手机支付",
    "□18岁以下 □18～40岁 □40岁以上",
    "□是 □否",
)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("form", _LAYOUTS, facts, seed)


def _application(facts: Facts, rng: Random) -> Canvas:
    page, person = sheet(rng), facts.agent
    title = rng.choice(("入职登记表", "报名登记表", "党员信息登记表", "学生学籍卡", "会员申请表"))
    page.centred(WIDTH / 2, 150, title, Style(Face.HEI_BOLD, 52, spacing=18))
    text = Style(body(rng), 27)
    rows = (
        ("姓名", person.name, "性别", person.sex),
        ("出生年月", f"{person.born_on:%Y.%m}", "民族", person.ethnicity),
        ("学历", rng.choice(("本科", "大专", "高中")), "政治面貌", rng.choice(("群众", "党员"))),
        ("联系电话", facts.phone, "婚姻状况", rng.choice(("已婚", "未婚"))),
    )
    y = table(page, 210, rows, text, Grid(110, 920, (1, 1.6, 1, 1.2), 70))
    face(page, Rect(930, 212, 1128, y - 2), rng)
    rest = (
        ("身份证号", person.id_number),
        ("家庭住址", person.address),
        ("毕业院校", city(facts) + rng.choice(words("schools"))),
    )
    y = table(page, y, rest, text, Grid(110, 1130, (1, 5), 70))
    history = [
        (f"{rng.randint(2001, 2020)}年", rng.choice(words("companies")), rng.choice(words("departments")))
        for _ in range(5)
    ]
    y = table(page, y, (("起止时间", "工作单位", "部门及职务"), *history), text, Grid(110, 1130, (1, 2, 1.4), 64))
    page.pen.rectangle((110, y, 1130, y + 260), outline=(50, 50, 50), width=2)
    page.text(130, y + 50, "单位意见：", text)
    page.text(760, y + 220, f"（盖章）{plain_date(facts.decided_on)}", text)
    return page


def _questions(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        WIDTH / 2, 150, rng.choice(("顾客满意度调查问卷", "居民出行调查表", "学生评教问卷")), Style(Face.SONG_BOLD, 48)
    )
    text, y = Style(body(rng, 0.4), 29, leading=1.7), 250.0
    for i, asked in enumerate(rng.sample(_ASKED, len(_ASKED)), 1):
        page.text(120, y, f"{i}．{asked}", text)
        page.text(160, y + 58, rng.choice(_CHOICES), text)
        if rng.random() < 0.7:
            scrawl(page, (158, y + 60), "√", Style(Face.HEI, 40, BLUE), rng)
        y += 150
    flow(page, ("其他意见和建议：", rng.choice(words("notices"))), text, Rect(120, y, 1120, 1600), indent=0)
    page.flush_right(1100, 1640, f"填表日期：{facts.decided_on}", text)
    return page


def _slip(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((1240, 880))
    page.centred(620, 120, rng.choice(("请 假 条", "领 款 单", "出 门 证", "费用报销单")), Style(Face.SONG_BOLD, 56))
    text, pen = Style(Face.SONG, 32), Style(Face.KAI, 40, BLUE, stroke=1)
    said = {
        "申请人": facts.agent.name,
        "部门": rng.choice(words("departments")),
        "事由": rng.choice(words("notes")),
        "时间": f"{facts.decided_on:%m月%d日}至{facts.confirmed_on:%m月%d日}",
    }
    for i, (label, value) in enumerate(said.items()):
        y = 200 + i * 110
        page.pen.rectangle((100, y, 1140, y + 110), outline=(40, 40, 40), width=2)
        page.pen.line((320, y, 320, y + 110), fill=(40, 40, 40), width=2)
        page.centred(210, y + 66, label, text)
        scrawl(page, (350, y + 70), value[:18], pen, rng)
    for x, who in ((120, "部门主管："), (480, "分管领导："), (840, "经办人：")):
        page.text(x, 740, who, text)
    scrawl(page, (660, 742), rng.choice(people(facts)), pen, rng)
    return page


def _waybill(facts: Facts, rng: Random) -> Canvas:
    page = Canvas.blank((900, 1300))
    page.pen.rectangle((20, 20, 880, 1280), outline=(20, 20, 20), width=4)
    page.text(50, 110, rng.choice(("飞达速递", "通联快运", "顺安物流")), Style(Face.HEI_BOLD, 60))
    page.text(520, 100, rng.choice(("标准快递", "次日达", "代收货款")), Style(Face.HEI_BOLD, 44))
    bars(page, Rect(120, 150, 780, 270), rng)
    page.centred(450, 315, digits(rng, 13), Style(Face.MONO, 34, spacing=4))
    page.text(60, 430, f"{digits(rng, 3)}-{digits(rng, 2)} {digits(rng, 3)}", Style(Face.HEI_BOLD, 84))
    text = Style(Face.HEI, 32, leading=1.5)
    for y, mark, person in ((500, "收", facts.applicant), (760, "寄", facts.respondent)):
        page.pen.line((20, y - 10, 880, y - 10), fill=(20, 20, 20), width=3)
        page.pen.ellipse((50, y + 30, 110, y + 90), fill=(20, 20, 20))
        page.centred(80, y + 72, mark, Style(Face.HEI_BOLD, 36, (255, 255, 255)))
        flow(
            page,
            (f"{person.name} {facts.phone[:3]}****{facts.phone[-4:]}", person.address),
            text,
            Rect(140, y + 20, 860, y + 230),
            indent=0,
        )
    page.text(60, 1060, f"物品：{rng.choice(words('goods'))}　重量：{rng.randint(1, 20)}.2kg", text)
    page.text(60, 1130, "签收人：　　　　　　时间：", text)
    bars(page, Rect(480, 1180, 840, 1250), rng)
    return page


def _register(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    page.centred(
        877,
        120,
        rng.choice(("来访人员登记表", "会议签到表", "车辆出入登记簿", "资产领用登记表")),
        Style(Face.HEI_BOLD, 50, spacing=14),
    )
    grid = Grid(80, 1674, (0.5, 1, 1.6, 1.4, 1.6, 1), 74)
    head = ("序号", "姓名", "单位", "联系电话", "事由", "签名")
    rows = [(str(i), "", "", "", "", "") for i in range(1, 12)]
    table(page, 180, (head, *rows), Style(Face.SONG, 30), grid)
    pen, names = Style(Face.KAI, 36, BLUE, stroke=1), people(facts)
    for i in range(rng.randint(4, 10)):
        y = 180 + 74 * (i + 1) + 52
        said = (
            rng.choice(names),
            rng.choice(words("companies"))[:7],
            f"1{digits(rng, 10)}",
            some(rng, "notes", 1)[0][:7],
            rng.choice(names),
        )
        for x, value in zip(grid.edges[1:], said, strict=False):
            scrawl(page, (x + 10, y), value, pen.sized(30), rng)
    return page


_LAYOUTS = (_application, _questions, _slip, _waybill, _register)
