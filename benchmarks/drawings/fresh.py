"""Layouts of known types written after training was frozen, with no other use: for the new slice of the evaluation."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.cards import plastic
from benchmarks.drawings.court import described, modern, panel, sheet_of, signed_off
from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.marks import bank_stamp, box_stamp, handwriting, portrait, signed
from benchmarks.drawings.people import bank_of
from benchmarks.drawings.sheet import Cell, Flow, Table
from benchmarks.drawings.words import dotted, hanzi_date, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, Canvas, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import grouped


def plain_ruling(facts: Facts, rng: Random) -> Drawing:
    """Draw 执行裁定书 as one face at one size prints it, with the stamp of the day it came above the court's name."""
    body = Style(rng.choice((Face.HEI, Face.SONG)), 38, leading=1.7)
    flow = Flow(body)
    box_stamp(flow.page, (1180, 170), f"{dotted(facts.confirmed_on)} 收", rng)
    flow.line(facts.court_name, at="centre")
    flow.line("执行裁定书", body.sized(44), at="centre")
    flow.line(facts.case_number, at="right")
    flow.para(described("申请执行人：", facts.applicant, rng))
    flow.para(described("被执行人：", facts.respondent, rng))
    flow.para(f"关于上列当事人{facts.cause}一案，{facts.basis_case_number}民事判决已生效，被执行人未履行义务。")
    flow.para("依照《中华人民共和国民事诉讼法》第二百五十三条的规定，裁定如下：")
    flow.para(f"划拨被执行人{facts.respondent.name}的银行存款{facts.amount}元，付给{facts.applicant.name}。")
    flow.para("本裁定立即执行。")
    look = modern(rng)
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(flow.finished())


def short_judgment(facts: Facts, rng: Random) -> Drawing:
    """Draw 民事判决书 of one page, in the plain form for small claims that parties filled in."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    told = dispute_of(facts, "原告", "被告", rng)
    flow.line(facts.court_name, look.court, at="centre")
    flow.line("民 事 判 决 书", look.title, at="centre")
    flow.line(facts.basis_case_number, at="right")
    rows = [[Cell("原告"), Cell(f"{facts.applicant.name}，{facts.applicant.sex}，住{facts.applicant.address}")],
            [Cell("被告"), Cell(f"{facts.respondent.name}，{facts.respondent.sex}，住{facts.respondent.address}")],
            [Cell("诉讼请求"), Cell(f"判令被告支付{told.claimed}元。")], [Cell("裁判理由"), Cell(told.view)],
            [Cell("裁判主文"), Cell(f"被告于十日内支付原告{facts.amount}元。驳回其他诉讼请求。")],
            [Cell("权利告知"), Cell("如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状。")]]  # fmt: skip
    style = Style(look.body.face, 36, leading=1.6)
    flow.y = Table(flow.sides[0], (220, flow.sides[1] - flow.sides[0] - 220), style, 110).ruled(flow.page, flow.y, rows)
    flow.gap(80)
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(flow.finished())


def form_notice(facts: Facts, rng: Random) -> Drawing:
    """Draw 缴款通知书 of a court as a form with a stub."""
    flow = Flow(Style(Face.SONG, 38, leading=1.6))
    flow.line(facts.court_name, Style(Face.HEI, 50), at="centre")
    flow.line(rng.choice(("预交诉讼费用通知书", "执行案款缴款通知书")), Style(Face.HEI, 60), at="centre")
    flow.line(facts.case_number, at="centre")
    rows = [[Cell("缴款人"), Cell(facts.respondent.name)], [Cell("案由"), Cell(facts.cause)],
            [Cell("金额"), Cell(f"{facts.amount}元（{facts.amount_upper}）")],
            [Cell("收款单位"), Cell(facts.court_name)],
            [Cell("期限"), Cell("收到本通知之日起七日内，逾期按撤诉处理。")]]  # fmt: skip
    flow.y = Table(240, (260, 920), flow.style, 110).ruled(flow.page, flow.y, rows)
    flow.gap(140)
    box = flow.line(hanzi_date(facts.decided_on), at="right")
    stamp(flow.page, Seal(facts.court_name, radius=160), (box.centre.x, box.centre.y), rng)
    return Drawing(flow.finished())


def dark_card(facts: Facts, rng: Random) -> Drawing:
    """Draw a dark card with hardly a word on it: bank, number, day."""
    card = plastic(rng, ((14, 16, 22), (58, 52, 44)), ((90, 80, 60),))
    pale = Style(Face.HEI, 44, (226, 210, 170))
    card.text(60, 110, bank_of(facts.account.bank_name)["name"], pale)
    card.flush_right(950, 110, rng.choice(("储蓄卡", "借记卡", "金卡 DEBIT")), pale.sized(34))
    card.text(60, 420, grouped(facts.account.number), Style(Face.MONO, 52, (236, 224, 190), spacing=2))
    card.text(60, 520, f"VALID THRU {rng.randint(1, 12):02}/{rng.randint(27, 34)}", pale.sized(28))
    card.flush_right(950, 580, "银联 UnionPay", pale.sized(36))
    card.mark(60, 620, 16, (160, 150, 130))
    return Drawing((card.page(),))


def enlarged_id(facts: Facts, rng: Random) -> Drawing:
    """Draw the face of a resident card enlarged on a sheet of A4 by a copier, with a note by hand."""
    page, p = Canvas.blank(A4, (246, 246, 244)), facts.applicant
    page.pen.rounded_rectangle((160, 500, 1490, 1340), 50, outline=(120, 120, 120), width=4, fill=(236, 236, 236))
    label, value = Style(Face.HEI, 40, (90, 90, 90)), Style(Face.HEI, 50, INK)
    page.text(230, 640, "姓名", label)
    page.text(380, 640, p.name, value.sized(60))
    page.text(230, 760, "性别", label)
    page.text(380, 760, p.sex, value)
    page.text(560, 760, "民族", label)
    page.text(700, 760, p.ethnicity.removesuffix("族"), value)
    page.text(230, 880, "出生", label)
    page.text(380, 880, f"{p.born_on.year} 年 {p.born_on.month} 月 {p.born_on.day} 日", value)
    page.text(230, 1000, "住址", label)
    page.text(380, 1000, p.address[:11], value)
    page.text(380, 1070, p.address[11:] or "", value)
    page.text(230, 1260, "公民身份号码", label)
    page.text(540, 1262, p.id_number, value.sized(60))
    portrait(page, Rect(1090, 580, 1420, 1030), rng)
    if rng.random() < 0.6:
        page.text(300, 1620, "与原件一致", handwriting(rng, 60))
        signed(page, (900, 1620), p.name, rng)
    page.mark(120, 2260, 24)
    return Drawing((page.page(),))


def permit_table(facts: Facts, rng: Random) -> Drawing:
    """Draw 基本存款账户信息 as a ruled form of a bank."""
    c, flow = facts.company, Flow(Style(rng.choice((Face.SONG, Face.HEI)), 40, leading=1.6))
    flow.line("基本存款账户信息", Style(Face.SONG, 64, stroke=1), at="centre")
    rows = [[Cell("账户名称"), Cell(c.name)], [Cell("账户号码"), Cell(c.account.number)],
            [Cell("开户银行"), Cell(c.account.branch_name)],
            [Cell("法定代表人（单位负责人）"), Cell(c.legal_representative.name)],
            [Cell("基本存款账户编号"), Cell(c.permit_number)]]  # fmt: skip
    end = Table(200, (480, 780), flow.style, 150).ruled(flow.page, flow.y + 40, rows)
    flow.page.text(900, end + 200, plain_date(c.issued_on), flow.style)
    bank_stamp(flow.page, (1150, end + 180), (c.account.branch_name, dotted(c.issued_on), "业务章"), (196, 30, 44))
    return Drawing(flow.finished())


def confirmed_by_letter(facts: Facts, rng: Random) -> Drawing:
    """Draw 收款账户确认书 as a letter to the court, its account in running text."""
    a, flow = facts.account, Flow(Style(Face.KAI, 44, leading=1.9))
    flow.line("执行款收款账户确认书", Style(Face.SONG, 62, stroke=1), at="centre")
    flow.line(f"{facts.court_name}：")
    flow.para(f"本人系贵院{facts.case_number}案件申请执行人，现确认以下账户为本人接收执行款的唯一账户：")
    for text in (f"户名：{a.name}", f"账号：{a.number}", f"开户行：{a.branch_name}"):
        flow.line(text, inset=90)
    flow.para("本人保证上述账户信息真实、准确，因账户信息错误造成的后果由本人承担。")
    flow.line(f"确认人：　　　　　身份证号：{facts.applicant.id_number}")
    signed(flow.page, (520, flow.y - 80), a.name, rng)
    flow.line(plain_date(facts.confirmed_on), at="right")
    return Drawing(flow.finished())
