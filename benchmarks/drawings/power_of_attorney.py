"""授权委托书: of a person who lets a lawyer fetch money, of a company in a table, and a short general one by hand."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting, signed, thumb
from benchmarks.drawings.sheet import Cell, Flow, Row, Table
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_SPECIAL = "特别授权，即代为承认、放弃、变更执行请求，代为和解，代为签收法律文书，代为收取执行款项"


def lawyer(facts: Facts, rng: Random) -> Drawing:
    """Let a lawyer act with special powers, money to be paid into the principal's account."""
    p, a = facts.applicant, facts.agent
    flow = Flow(Style(rng.choice((Face.SONG, Face.HEI)), 40, leading=1.9))
    flow.gap(40)
    flow.line("授权委托书", Style(Face.SONG, 80, INK, stroke=3, spacing=24), at="centre")
    flow.gap(60)
    flow.para(f"委托人：{p.name}，{p.sex}，身份证号码：{p.id_number}，住{p.address}。", indent=0)
    flow.para(
        f"受委托人：{a.name}，{a.sex}，身份证号码：{a.id_number}，{facts.law_firm}律师，电话：{facts.phone}。", indent=0
    )
    flow.gap(20)
    flow.para(
        f"委托人因与{facts.respondent.name}{facts.cause}一案（案号：{facts.case_number}），特委托上列"
        "受委托人在执行程序中"
        "作为委托人的代理人。"
    )
    flow.para(f"代理权限：{_SPECIAL}。")
    flow.para(
        f"执行款请汇入以下账户：户名{facts.account.name}，账号{facts.account.number}，开户行"
        f"{facts.account.branch_name}。"
    )
    flow.para("委托期限：自签署之日起至本案执行终结之日止。")
    flow.gap(100)
    flow.line("委托人（签名、捺印）：", inset=480)
    y = flow.y - 76
    signed(flow.page, (1270, y - 10), p.name, rng)
    thumb(flow.page, (1400, y - 10), rng)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=80)
    return Drawing(
        flow.finished(),
        {
            "principal_name": p.name,
            "agent_name": a.name,
            "agent_id_number": a.id_number,
            "case_number": facts.case_number,
            "powers": _SPECIAL,
            "may_receive_funds": True,
            "account_number": facts.account.number,
            "issued_on": facts.confirmed_on.isoformat(),
        },
    )


def company(facts: Facts, rng: Random) -> Drawing:
    """Let an employee act for a company: a table, sealed."""
    firm, a = facts.company, facts.agent
    flow = Flow(Style(Face.SONG, 36, leading=1.6))
    flow.gap(40)
    flow.line("授 权 委 托 书", Style(Face.KAI, 76, INK, stroke=2), at="centre")
    flow.gap(30)
    powers = "代为起诉、应诉，代为申请执行，代为领取案款及法律文书"
    rows: list[Row] = [
        [Cell("委托单位", align="centre"), Cell(firm.name, 3)],
        [Cell("法定代表人", align="centre"), firm.legal_representative.name, Cell("职务", align="centre"), "董事长"],
        [Cell("受托人", align="centre"), a.name, Cell("工作单位", align="centre"), firm.name],
        [Cell("受托人证件号", align="centre"), Cell(a.id_number, 3)],
        [Cell("案件", align="centre"), Cell(f"{facts.case_number} {facts.cause}", 3)],
        [Cell("委托权限", align="centre"), Cell(powers, 3)],
        [Cell("收款账号", align="centre"), Cell(firm.account.number, 3)],
    ]
    flow.y = Table(200, (280, 340, 220, 414), flow.style, 112).ruled(flow.page, flow.y, rows) + 90
    flow.para("受托人在上述权限范围内所实施的行为，我单位均予承认。受托人无转委托权。")
    flow.gap(100)
    box = flow.line(f"委托单位：{firm.name}（盖章）", at="right")
    flow.line(f"法定代表人：{firm.legal_representative.name}", inset=560)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=60)
    stamp(flow.page, Seal(firm.name, radius=160), (box.centre.x + 100, box.centre.y + 60), rng)
    return Drawing(
        flow.finished(),
        {
            "principal_name": firm.name,
            "agent_name": a.name,
            "agent_id_number": a.id_number,
            "case_number": facts.case_number,
            "powers": powers,
            "may_receive_funds": True,
            "account_number": firm.account.number,
            "issued_on": facts.confirmed_on.isoformat(),
        },
    )


def by_hand(facts: Facts, rng: Random) -> Drawing:
    """Write a general power with a pen on ruled paper: no money may be received."""
    p, a = facts.applicant, facts.agent
    pen = Style(handwriting(rng).face, 48, handwriting(rng).colour, leading=2.0)
    flow = Flow(pen, sides=(220, 1440), span=(330, 2060))
    for y in range(350, 2120, 96):
        flow.page.pen.line((180, y, 1474, y), fill=(196, 150, 150), width=2)
    flow.line("委 托 书", pen.sized(60), at="centre")
    powers = "一般代理：代为立案、提交证据、查阅案卷"
    flow.para(
        f"我叫{p.name}，身份证号{p.id_number}。因我在外地打工不能回来，现委托我的亲属{a.name}（身份证号{a.id_number}）"
        f"办理我和{facts.respondent.name}{facts.cause}的案子，权限是{powers}。案款由我本人领取。"
    )
    flow.para("特此委托。")
    flow.gap(96)
    flow.line(f"委托人：{p.name}", at="right", inset=160)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=100)
    thumb(flow.page, (1330, flow.y - 200), rng)
    return Drawing(
        flow.finished(),
        {
            "principal_name": p.name,
            "agent_name": a.name,
            "agent_id_number": a.id_number,
            "powers": powers,
            "may_receive_funds": False,
            "issued_on": facts.confirmed_on.isoformat(),
        },
    )


LAYOUTS = (lawyer, company, by_hand)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
