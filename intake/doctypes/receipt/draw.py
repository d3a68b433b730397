"""Draws 收据 and 收条: written by hand, a printed form in triplicate, a court's own, and a typed one of a company."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Run, Style, wrap
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import grid, pairs
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import figures, plain_date

_PEN: tuple[Colour, ...] = ((26, 38, 104), (34, 34, 38), (40, 56, 130))
_GREEN: Colour = (40, 96, 70)


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 by hand, 1 a form in triplicate, 2 of a court, 3 typed by a company."""
    return Drawing((_FAMILY[seed % len(_FAMILY)](facts, Random(f"receipt {seed}")).page(),))


def _by_hand(facts: Facts, rng: Random) -> Canvas:
    """Draw a sheet of a ruled pad that somebody wrote on."""
    page, ink = Canvas.blank((1654, 1169), (252, 251, 244)), rng.choice(_PEN)
    for rule in range(266, 1096, 92):
        page.pen.line((110, rule, 1544, rule), fill=(206, 216, 226), width=2)
    pen = Style(Face.KAI, 54, ink, spacing=2, stroke=1)
    page.centred(827, 158, rng.choice(("收条", "收据", "收 条")), pen.sized(76))
    payer, payee = facts.respondent.name, facts.applicant.name
    said = (
        f"今收到{rng.choice((payer, facts.court_name))}支付的{facts.case_number}案件款项人民币"
        f"{figures(facts.amount, commas=False)}元（大写：{facts.amount_upper}）。款项已收讫，此据。"
    )
    y = 250.0
    for i, line in enumerate(wrap(said, pen, 1380, 108)):
        page.text(130 + (108 if i == 0 else 0), y + rng.uniform(-4, 4), line, pen)
        y += 92
    page.pen.ellipse((1330, y + 30, 1404, y + 122), fill=(236, 150, 138))  # a thumb pressed on the name
    page.text(900, y + 92, f"收款人：{payee}", pen)
    page.text(900, y + 184, plain_date(facts.confirmed_on), pen)
    page.mark(60, 1146, 24)
    return page


def _triplicate(facts: Facts, rng: Random) -> Canvas:
    """Draw the form that every stationer sells: green rules, a red number, the sum in boxes."""
    page = Canvas.blank((1500, 820), (250, 252, 248))
    form = Style(Face.SONG, 34, _GREEN)
    pen = Style(Face.KAI, 40, rng.choice(_PEN), stroke=1)
    page.centred(750, 110, rng.choice(("收 款 收 据", "收 据", "统一收款收据")), Style(Face.SONG_BOLD, 62, _GREEN))
    page.pen.line((520, 128, 980, 128), fill=_GREEN, width=3)
    page.pen.line((520, 136, 980, 136), fill=_GREEN, width=2)
    page.text(1120, 110, f"No. {rng.randint(1_000_000, 9_999_999)}", Style(Face.MONO, 38, (200, 40, 40)))
    page.runs(196, (Run("日期：", form, 560), Run(plain_date(facts.confirmed_on), pen, 670)))
    rows = (
        ("今收到", facts.respondent.name),
        ("交来", f"{facts.cause}案件款"),
        ("金额（大写）", facts.amount_upper),
        ("¥", figures(facts.amount, commas=True)),
        ("收款事由", f"{facts.case_number}执行和解款"),
    )
    bottom = grid(page, pairs(rows, form, pen, 0.2), Rect(80, 226, 1420, 820), row=80, ink=_GREEN)
    for x, label, name in (
        (90, "收款单位（盖章）：", ""),
        (640, "收款人：", facts.clerk),
        (1050, "交款人：", facts.agent.name),
    ):
        page.runs(bottom + 80, (Run(label, form, x), Run(name, pen, x + form.width(label))))
    page.mark(40, 800, 22)
    return page


def _of_court(facts: Facts, rng: Random) -> Canvas:
    flow = Flow(print_style(rng, (36, 38)))
    flow.title(facts.court_name, Style(Face.SONG_BOLD, 52, spacing=4))
    flow.title(rng.choice(("案款收据", "执行款收据", "诉讼费用专用收据")), title_style(rng, 64))
    flow.right(f"编号：{rng.randint(10_000_000, 99_999_999)}")
    value = flow.style if rng.random() < 0.6 else Style(Face.KAI, 40, stroke=1)
    rows = (
        ("案号", facts.case_number),
        ("案由", facts.cause),
        ("交款人", facts.respondent.name),
        ("收款项目", "执行案款"),
        ("金额（小写）", f"¥{figures(facts.amount, commas=True)}"),
        ("金额（大写）", facts.amount_upper),
        ("交款方式", rng.choice(("银行转账", "现金", "POS刷卡"))),
        ("备注", ""),
    )
    rect = Rect(flow.sides[0], flow.y, flow.sides[1], A4[1])
    flow.y = grid(flow.page, pairs(rows, flow.style, value), rect, row=98) + 90
    flow.say(f"经手人：{facts.clerk}        审核人：{facts.judges[0]}", indent=0.0)
    flow.right(plain_date(facts.confirmed_on), inset=60)
    stamp(flow.page, Seal(facts.court_name, caption="案款专用章"), (1220, flow.y - 40), rng)
    flow.page.mark(120, 2262)
    return flow.page


def _typed(facts: Facts, rng: Random) -> Canvas:
    flow = Flow(print_style(rng))
    flow.title(rng.choice(("收  据", "收款收据", "领款收据")), title_style(rng, 76))
    flow.y += 60
    flow.say(
        f"今收到{facts.court_name}发放的{facts.case_number}申请执行人{facts.company.name}与被执行人{facts.respondent.name}"
        f"{facts.cause}一案执行款人民币{figures(facts.amount, commas=False)}元（大写：{facts.amount_upper}）。"
    )
    flow.say("收款方式：银行转账。该案执行裁定书确定的款项已全部收讫，特立此据。")
    flow.y += 80
    end = flow.y
    flow.right(f"收款单位：{facts.company.name}")
    flow.right(f"经办人：{facts.agent.name}", inset=80)
    flow.right(plain_date(facts.confirmed_on), inset=80)
    stamp(flow.page, Seal(facts.company.name, caption="财务专用章"), (1180, end + 30), rng)
    flow.page.mark(120, 2262)
    return flow.page


_FAMILY: tuple[Callable[[Facts, Random], Canvas], ...] = (_by_hand, _triplicate, _of_court, _typed)
