"""Draws papers that name the papers wanted (身份证, 银行卡): a copying slip, a check list, a guide, a pledge."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import BLUE, Grid, body, city, digits, drawn, flow, people, scrawl, sheet, some, table, words


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_request", _LAYOUTS, facts, seed)


def _copying(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1240, 900))
    page.centred(
        620,
        110,
        rng.choice(("复印申请单", "档案查阅登记表", "资料借阅单", "文印登记单")),
        Style(Face.HEI_BOLD, 46, spacing=8),
    )
    wanted = some(rng, "request_talk", 3)
    rows = (
        ("申请人", facts.agent.name, "日期", str(facts.confirmed_on)),
        ("部门", rng.choice(words("departments")), "份数", str(rng.randint(1, 9))),
        ("复印内容", wanted[0], "页数", str(rng.randint(1, 40))),
        ("复印内容", wanted[1], "页数", str(rng.randint(1, 40))),
        ("用途", "身份证复印件仅供办理本业务使用", "编号", digits(rng, 6)),
    )
    y = table(page, 160, rows, Style(body(rng), 28), Grid(80, 1160, (1, 3, 0.8, 1.2), 100))
    page.text(100, y + 90, "经办人签字：", Style(Face.SONG, 30))
    scrawl(page, (300, y + 94), rng.choice(people(facts)), Style(Face.KAI, 48, BLUE, stroke=1), rng)
    return page


def _checklist(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620,
        150,
        rng.choice(("办理材料清单", "提交材料一览表", "贷款所需资料", "入户办理须知")),
        Style(Face.HEI_BOLD, 52),
    )
    text, y = Style(body(rng), 32, leading=1.7), 270.0
    for i, item in enumerate(some(rng, "request_talk", rng.randint(7, 11)), 1):
        page.text(130, y, f"{rng.choice('□□☑')} {i}. {item}", text)
        if rng.random() < 0.4:
            scrawl(page, (128, y + 4), "√", Style(Face.HEI, 44, BLUE), rng)
        y += 96
    flow(
        page,
        (f"注：以上材料请于{plain_date(facts.confirmed_on)}前交至{city(facts)}服务大厅。",),
        text,
        Rect(130, y, 1110, 1640),
        indent=0,
    )
    return page


def _notice(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620, 170, rng.choice(("办事指南", "领款须知", "告 知 书", "温馨提示")), Style(Face.SONG_BOLD, 64, spacing=12)
    )
    text = Style(body(rng, 0.8), 31, leading=1.8)
    wanted = "；".join(some(rng, "request_talk", 5))
    said = (
        f"各位当事人：办理领款手续，请携带下列材料：{wanted}。",
        *some(rng, "notices", 3),
        "身份证、银行卡须在有效期内，账号与户名须一致，复印件上请注明用途并签名。",
        "如委托他人办理，须提交授权委托书及双方身份证原件。",
    )
    y = flow(page, said, text, Rect(130, 240, 1110, 1450))
    page.flush_right(1100, y + 80, f"{city(facts)}{rng.choice(words('departments'))}", text)
    return page


def _guide(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    page.centred(877, 110, f"{city(facts)}政务服务中心材料对照表", Style(Face.HEI_BOLD, 46))
    rows = [
        (
            str(i),
            item,
            rng.choice(("原件", "复印件", "原件核对")),
            str(rng.randint(1, 3)),
            rng.choice(("必要", "非必要")),
        )
        for i, item in enumerate(some(rng, "request_talk", 12), 1)
    ]
    table(
        page,
        160,
        (("序号", "材料名称", "形式", "份数", "必要性"), *rows),
        Style(Face.SONG, 28),
        Grid(80, 1674, (0.5, 4, 1, 0.7, 1), 74),
    )
    return page


def _pledge(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620, 200, rng.choice(("承 诺 书", "声 明", "情况声明", "同 意 书")), Style(Face.SONG_BOLD, 66, spacing=10)
    )
    text = Style(body(rng, 0.8), 34, leading=1.9)
    said = (
        f"本人{facts.applicant.name}，身份证号码{facts.applicant.id_number}，因身份证遗失，现申请补办相关手续。",
        f"本人承诺所提供的{'、'.join(some(rng, 'request_talk', 2))}均真实有效，如有虚假，愿承担一切法律责任。",
        "特此声明。",
    )
    y = flow(page, said, text, Rect(150, 280, 1090, 1200))
    page.text(680, y + 100, "声明人（签名）：", text)
    scrawl(page, (760, y + 190), facts.applicant.name, Style(Face.KAI, 60, BLUE, stroke=1), rng)
    page.text(680, y + 280, plain_date(facts.confirmed_on), text)
    return page


_LAYOUTS = (_copying, _checklist, _notice, _guide, _pledge)
