"""Draws a firm's own papers on a judgment: a memo, an approval in a table, a mail, minutes, a list of cases."""

from __future__ import annotations

from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.words import plain_date
from training.corpus.kit import BLUE, Grid, body, digits, drawn, flow, lines, people, scrawl, sheet, some, table, words


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("quotes_memo", _LAYOUTS, facts, seed)


def _about(facts: Facts) -> str:
    return f"{facts.court_name}{facts.basis_case_number}民事判决书（{facts.cause}）"


def _memo(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(620, 140, facts.company.name, Style(Face.SONG_BOLD, 40))
    page.centred(
        620, 220, rng.choice(("内部备忘录", "工作联系单", "签 报", "情况汇报")), Style(Face.HEI_BOLD, 52, spacing=10)
    )
    text = Style(body(rng, 0.8), 30, leading=1.8)
    head = (
        f"致：{rng.choice(words('departments'))}",
        f"自：法务部 {facts.agent.name}",
        f"日期：{plain_date(facts.confirmed_on)}",
        f"主题：关于{_about(facts)}的处理意见",
    )
    y = lines(page, head, text, (130, 310))
    page.pen.line((120, y - 20, 1120, y - 20), fill=(40, 40, 40), width=3)
    y = flow(page, some(rng, "memo_talk", 6), text, Rect(130, y, 1110, 1480))
    page.flush_right(1100, y + 60, "法务部", text)
    return page


def _approval(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng)
    page.centred(
        620,
        150,
        rng.choice(("法律文书流转单", "诉讼事项审批表", "用印申请表", "付款审批单")),
        Style(Face.HEI_BOLD, 50, spacing=10),
    )
    text = Style(body(rng), 28)
    rows = (
        ("文书名称", f"{_about(facts)}、执行裁定书"),
        ("案　　号", facts.case_number),
        ("收文日期", plain_date(facts.confirmed_on)),
        ("承办部门", rng.choice(words("departments"))),
        ("付款账号", f"{facts.account.bank_name} {facts.account.number}"),
        ("事　　由", rng.choice(words("memo_talk"))),
    )
    y = table(page, 210, rows, text, Grid(110, 1130, (1, 4), 96))
    for who in ("部门意见", "法务意见", "总经理意见"):
        page.pen.rectangle((110, y, 1130, y + 210), outline=(50, 50, 50), width=2)
        page.text(130, y + 50, f"{who}：", text)
        scrawl(
            page,
            (320, y + 110),
            rng.choice(("同意。", "请按判决书执行", "已阅，同意付款")),
            Style(Face.KAI, 48, BLUE, stroke=1),
            rng,
        )
        scrawl(page, (850, y + 180), rng.choice(people(facts)), Style(Face.KAI, 44, BLUE, stroke=1), rng)
        y += 210
    return page


def _mail(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng), Style(rng.choice((Face.HEI, Face.ZEN)), 27, leading=1.7)
    head = (
        "发件人：legal@example.com",
        f"收件人：{facts.company.legal_representative.name}",
        f"时间：{facts.confirmed_on} 09:{digits(rng, 2)}",
        f"主题：转发：{facts.case_number}执行裁定书",
        "附件：判决书.pdf；裁定书.pdf；身份证.jpg",
    )
    y = lines(page, head, text, (100, 120))
    page.pen.line((100, y - 20, 1140, y - 20), fill=(150, 150, 150), width=2)
    flow(
        page,
        (f"{facts.company.legal_representative.name}总：", *some(rng, "memo_talk", 6), f"顺祝商祺　{facts.agent.name}"),
        text,
        Rect(100, y, 1140, 1600),
        indent=0,
    )
    return page


def _minutes(facts: Facts, rng: Random) -> Canvas:
    page, text = sheet(rng), Style(body(rng, 0.9), 29, leading=1.75)
    page.centred(
        620, 150, rng.choice(("会议纪要", "案件讨论记录", "调解工作笔记")), Style(Face.SONG_BOLD, 54, spacing=12)
    )
    y = lines(
        page,
        (
            f"时间：{plain_date(facts.confirmed_on)}　地点：三楼会议室",
            f"参会：{'、'.join(people(facts)[:5])}",
            f"议题：{_about(facts)}",
        ),
        text,
        (120, 240),
    )
    said = [
        f"{rng.choice(people(facts))}：{talk}" for talk in (*some(rng, "memo_talk", 5), *some(rng, "ruling_talk", 4))
    ]
    flow(page, said, text, Rect(120, y, 1120, 1640))
    return page


def _ledger(facts: Facts, rng: Random) -> Canvas:
    page = sheet(rng, (1754, 1240))
    page.centred(877, 110, f"{facts.company.name}诉讼案件台账", Style(Face.HEI_BOLD, 42))
    head = ("序号", "案号", "案由", "法院", "对方当事人", "文书", "状态")
    rows = [
        (
            str(i),
            f"（{facts.decided_on.year}）{facts.case_number[6:11]}民初{digits(rng, 4)}号",
            facts.cause,
            facts.court_name,
            rng.choice(people(facts)),
            rng.choice(("判决书", "调解书", "裁定书", "未结")),
            rng.choice(("已执行", "上诉中", "执行中")),
        )
        for i in range(1, 13)
    ]
    table(page, 160, (head, *rows), Style(Face.SONG, 25), Grid(60, 1694, (0.5, 2.2, 1.5, 2, 1, 0.9, 0.9), 74))
    return page


_LAYOUTS = (_memo, _approval, _mail, _minutes, _ledger)
