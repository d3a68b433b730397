"""Draws tables: a spreadsheet, a price list, a timetable, an attendance sheet, a wage list, payments."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import Grid, body, city, digits, drawn, lines, money, people, sheet, some, table, words


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("spreadsheet", _LAYOUTS, facts, seed)


def _cells(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    columns = rng.randint(6, 9)
    text = Style(rng.choice((Face.HEI, Face.ZEN)), 24)
    page.pen.rectangle((60, 60, 1694, 100), fill=(226, 228, 232))
    head = ("", *"ABCDEFGHI"[:columns])
    title = ("1", "项目", *[f"{m}月" for m in range(1, columns)])
    rows = [
        (str(i + 2), name, *[money(rng, 1, 9999) for _ in range(columns - 1)])
        for i, name in enumerate(some(rng, "goods", 23))
    ]
    table(page, 60, (head, title, *rows), text, Grid(60, 1694, (0.4, 2, *([1.2] * (columns - 1))), 44, (190, 194, 200)))
    page.flush_right(1690, 1220, f"{facts.decided_on}  第 1 页，共 {rng.randint(1, 9)} 页", text.sized(20))
    return page


def _prices(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(620, 130, f"{city(facts)}{rng.choice(words('companies'))}", Style(Face.HEI_BOLD, 40))
    page.centred(620, 200, rng.choice(("报 价 单", "送 货 单", "出库单", "采购清单")), Style(Face.SONG_BOLD, 48))
    text = Style(body(rng), 26)
    page.text(100, 270, f"客户：{facts.company.name}", text)
    page.flush_right(1140, 270, f"单号：{digits(rng, 10)}", text)
    rows = [
        (str(i), name, rng.choice(words("units")), str(rng.randint(1, 99)), money(rng, 1, 500), money(rng, 10, 9000))
        for i, name in enumerate(some(rng, "goods", rng.randint(8, 18)), 1)
    ]
    y = table(
        page,
        300,
        (("序号", "名称", "单位", "数量", "单价", "金额"), *rows),
        text,
        Grid(100, 1140, (0.6, 2.6, 0.8, 0.8, 1.2, 1.4), 54),
    )
    lines(
        page,
        (f"合计金额（大写）：{facts.amount_upper}", f"制单：{facts.clerk}　　审核：　　客户签收："),
        text,
        (110, y + 60),
    )
    return page


def _timetable(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1600, 1130))
    page.centred(
        800, 120, f"{city(facts)}{rng.choice(words('schools'))}课程表", Style(Face.KAI, 54, (40, 60, 120), stroke=1)
    )
    days = ("节次", "星期一", "星期二", "星期三", "星期四", "星期五")
    rows = [(f"第{n}节", *[rng.choice(words("subjects")) for _ in range(5)]) for n in "一二三四五六七八"]
    table(
        page,
        190,
        (days, *rows),
        Style(rng.choice((Face.SONG, Face.HEI)), 34),
        Grid(120, 1480, (1, 1.3, 1.3, 1.3, 1.3, 1.3), 90, (70, 90, 150)),
    )
    page.text(130, 1060, f"班主任：{facts.clerk}　　启用日期：{plain_date(facts.decided_on)}", Style(Face.SONG, 28))
    return page


def _attendance(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    page.centred(877, 100, f"{facts.decided_on.year}年{facts.decided_on.month}月考勤表", Style(Face.HEI_BOLD, 44))
    head = ("姓名", *[str(d) for d in range(1, 32)])
    names = [*people(facts), *people(facts)][:14]
    rows = [(name, *[rng.choice("√√√√√○△") for _ in range(31)]) for name in names]
    table(page, 150, (head, *rows), Style(Face.SONG, 24), Grid(50, 1704, (2.4, *([1] * 31)), 62))
    page.text(60, 1170, "备注：√出勤　○休息　△请假", Style(Face.SONG, 28))
    return page


def _wages(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    page.centred(877, 110, f"{facts.company.name}工资发放表", Style(Face.SONG_BOLD, 42))
    head = ("序号", "姓名", "岗位工资", "绩效", "社保", "实发金额", "银行账号", "签字")
    rows = [
        (
            str(i),
            name,
            money(rng, 3000, 6000),
            money(rng, 100, 3000),
            money(rng, 300, 900),
            money(rng, 3000, 9000),
            f"6217{digits(rng, 15)}",
            "",
        )
        for i, name in enumerate(people(facts), 1)
    ]
    table(page, 170, (head, *rows), Style(Face.SONG, 26), Grid(70, 1684, (0.6, 1, 1.2, 1, 1, 1.3, 2.6, 1), 70))
    return page


def _payments(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.text(90, 120, rng.choice(words("banks")), Style(Face.HEI_BOLD, 40, (150, 30, 40)))
    page.centred(640, 190, rng.choice(("个人账户交易明细", "活期账户流水", "对账单")), Style(Face.HEI_BOLD, 38))
    text = Style(rng.choice((Face.SONG, Face.HEI)), 22)
    page.text(90, 260, f"户名：{facts.applicant.name}　账号：{facts.account.number}　币种：人民币", text.sized(24))
    rows = [
        (
            str(facts.decided_on - timedelta(days=90 - 3 * i)),
            rng.choice(("消费", "转账", "工资", "取现", "结息")),
            money(rng, 1, 5000),
            money(rng, 1, 90000),
            rng.choice(words("shops")),
        )
        for i in range(24)
    ]
    table(
        page,
        300,
        (("交易日期", "摘要", "交易金额", "余额", "对方户名"), *rows),
        text,
        Grid(90, 1150, (1.2, 0.8, 1.2, 1.2, 1.8), 50, (150, 150, 150), has_columns=rng.random() < 0.5),
    )
    return page


_LAYOUTS = (_cells, _prices, _timetable, _attendance, _wages, _payments)
