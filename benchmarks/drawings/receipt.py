"""Receipts for money of a case: 收条 by hand, a numbered 收据 with squares for figures, the court's 领款凭证."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import SEAL_RED, box_stamp, handwriting, signed, thumb
from benchmarks.drawings.sheet import A5_WIDE, Blank, Cell, Flow, Row, Table, filled
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


def note(facts: Facts, rng: Random) -> Drawing:
    """Write a 收条 with a pen on a torn half sheet."""
    pen = handwriting(rng, 52)
    ink = Style(pen.face, 52, pen.colour, leading=1.9)
    flow = Flow(ink, A5_WIDE, (190, 1470), (220, 1080), paper=(250, 248, 240))
    flow.line("收　条", ink.sized(70), at="centre")
    flow.para(
        f"今收到{facts.court_name}发放的{facts.case_number}案执行款人民币{facts.amount}元（"
        f"{facts.amount_upper.removeprefix('人民币')}）。"
    )
    flow.gap(30)
    flow.line(f"收款人：{facts.applicant.name}", at="right", inset=120)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=80)
    thumb(flow.page, (1420, flow.y - 210), rng)
    return Drawing(flow.finished())


def numbered(facts: Facts, rng: Random) -> Drawing:
    """Fill in the printed 收据 that stationers sell, figures in squares."""
    green, payer = (24, 100, 80), facts.respondent.name
    print_ = Style(Face.SONG, 38, green)
    flow = Flow(print_, A5_WIDE, (150, 1504), (180, 1080), paper=(252, 252, 246))
    page, pen = flow.page, handwriting(rng, 44)
    page.centred(827, 150, "收　款　收　据", Style(Face.SONG, 66, green, stroke=2))
    page.text(1250, 150, f"№ {rng.randrange(10**7):07}", Style(Face.MONO, 38, (196, 40, 40)))
    page.centred(827, 226, plain_date(facts.confirmed_on), pen.sized(36))
    page.pen.rectangle((130, 260, 1480, 860), outline=green, width=4)
    filled(page, (170, 350), Blank("今收到", payer, 1440), print_, pen)
    filled(page, (170, 460), Blank("交　来", f"{facts.cause}执行案款", 1440), print_, pen)
    filled(page, (170, 570), Blank("人民币（大写）", facts.amount_upper.removeprefix("人民币"), 1440), print_, pen)
    digits = f"￥{facts.amount * 100:.0f}"
    for i, unit in enumerate("百十万千百十元角分"):
        x = 620 + i * 88
        page.pen.rectangle((x, 620, x + 88, 760), outline=green, width=2)
        page.centred(x + 44, 664, unit, print_.sized(28))
        k = i - (9 - len(digits))
        if 0 <= k < len(digits):
            page.centred(x + 44, 742, digits[k], pen)
    page.text(170, 700, "（小写）", print_)
    page.text(170, 820, "附注：", print_.sized(30))
    for x, label, name in ((170, "收款单位", ""), (760, "会计", facts.clerk), (1150, "经手人", facts.agent.name)):
        page.text(x, 940, f"{label}：", print_.sized(34))
        if name:
            signed(page, (x + 210, 930), name, rng, 44)
    stamp(page, Seal(facts.company.name, radius=130, caption="财务专用章"), (420, 930), rng)
    box_stamp(page, (1180, 820), "现金收讫", rng, (30, 60, 150))
    return Drawing(flow.finished())


def voucher(facts: Facts, rng: Random) -> Drawing:
    """Draw the court's form that a payee signs for the money."""
    flow = Flow(Style(Face.SONG, 36, leading=1.6), sides=(170, 1484), span=(260, 2090))
    flow.line(facts.court_name, Style(Face.SONG, 46, INK, stroke=1), at="centre")
    flow.line("案款领款单", Style(Face.SONG, 70, INK, stroke=2, spacing=20), at="centre")
    rows: list[Row] = [
        [Cell("案号", align="centre"), facts.case_number, Cell("案由", align="centre"), facts.cause],
        [Cell("交款人", align="centre"), facts.respondent.name, Cell("领款人", align="centre"), facts.applicant.name],
        [Cell("领款人证件号", align="centre"), Cell(facts.applicant.id_number, 3)],
        [Cell("金额（大写）", align="centre"), Cell(facts.amount_upper, 3)],
        [Cell("金额（小写）", align="centre"), Cell(f"￥{facts.amount:,.2f}", 3)],
        [Cell("付款方式", align="centre"), Cell("□现金　■转账　□支票", 3)],
        [Cell("承办人", align="centre"), facts.judges[0], Cell("庭（局）长", align="centre"), ""],
    ]
    y = Table(170, (260, 420, 220, 414), flow.style, 116).ruled(flow.page, flow.y, rows) + 110
    flow.page.text(200, y, "上列款项已如数收讫。", flow.style)
    flow.page.text(760, y + 110, "领款人签名：", flow.style)
    signed(flow.page, (1130, y + 100), facts.applicant.name, rng)
    flow.page.text(760, y + 210, plain_date(facts.confirmed_on), flow.style)
    box_stamp(flow.page, (420, y + 180), "转账付讫", rng, SEAL_RED)
    return Drawing(flow.finished())


LAYOUTS = (note, numbered, voucher)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
