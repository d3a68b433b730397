"""Replies of banks to courts: the slip at the foot of 协助查询存款通知书, a letter, a print of the query system."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import BLUE_INK, bank_stamp, handwriting
from benchmarks.drawings.sheet import A5_WIDE, Blank, Cell, Flow, Row, Table, filled
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_STATES = ("正常", "冻结", "止付", "销户")


def slip(facts: Facts, rng: Random) -> Drawing:
    """Fill in the slip that goes back to the court."""
    state, account, print_ = rng.choice(_STATES), facts.account, Style(Face.SONG, 38, leading=2.0)
    flow = Flow(print_, A5_WIDE, (150, 1504), (150, 1080))
    flow.line("协助查询存款通知书（回执）", Style(Face.SONG, 56, INK, stroke=2), at="centre")
    flow.line(f"{facts.court_name}：")
    pen = handwriting(rng, 42)
    filled(flow.page, (150, flow.y), Blank("你院", f"{facts.case_number}", 900), print_, pen)
    flow.page.text(920, flow.y, "协助查询通知书收悉，查询结果如下：", print_.sized(32))
    flow.gap(92)
    for label, value in (
        ("户名：", account.name), ("账号：", account.number), ("账户状态：", state),
        ("存款余额：", f"￥{Decimal(rng.randint(0, 9_000_000)) / 100:.2f}"), ("备注：", "无其他账户"),
    ):  # fmt: skip
        filled(flow.page, (150, flow.y), Blank(label, value, 1180), print_, pen)
        flow.gap(84)
    flow.line(account.branch_name, at="right", inset=60)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=120)
    stamp(flow.page, Seal(account.branch_name, radius=130, caption="业务公章"), (1220, flow.y - 150), rng)
    return Drawing(flow.finished(), _fields(facts, state))


def letter(facts: Facts, rng: Random) -> Drawing:
    """Answer in a letter with a number of its own and a table of accounts."""
    state, account = rng.choice(_STATES), facts.account
    flow = Flow(Style(Face.SONG, 40, leading=1.85))
    flow.line(account.branch_name, Style(Face.SONG, 58, (190, 20, 30), stroke=2, spacing=6), at="centre")
    flow.page.pen.line((240, flow.y - 50, 1420, flow.y - 50), fill=(190, 20, 30), width=5)
    flow.line(f"银函〔{facts.confirmed_on.year}〕{rng.randint(3, 400)}号", flow.style.sized(34), at="right")
    flow.gap(30)
    flow.line("关于协助查询存款的复函", Style(Face.HEI, 58, INK, stroke=1), at="centre")
    flow.gap(40)
    flow.line(f"{facts.court_name}：")
    flow.para(
        f"贵院{facts.case_number}协助查询存款通知书收悉。经查，{account.name}（证件号码"
        f"{facts.applicant.id_number}）在我行开立账户情况如下："
    )
    centre = [Cell(text, align="centre") for text in ("户名", "账号", "账户状态", "开户日期")]
    rows: list[Row] = [centre, [account.name, account.number, state, dotted(facts.decided_on.replace(year=2015))]]
    flow.y = Table(240, (240, 480, 200, 260), flow.style.sized(32), 90).ruled(flow.page, flow.y - 20, rows) + 90
    flow.para("特此函复。")
    flow.gap(120)
    box = flow.line(account.branch_name, at="right", inset=30)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=100)
    stamp(flow.page, Seal(account.branch_name, radius=155), (box.centre.x, box.centre.y + 40), rng)
    return Drawing(flow.finished(), _fields(facts, state))


def print_out(facts: Facts, rng: Random) -> Drawing:
    """Print the result of a query for a court from the bank's program."""
    state, account = rng.choice(_STATES), facts.account
    flow = Flow(Style(Face.MONO, 32, leading=1.7), span=(240, 2090))
    flow.line(f"{account.bank_name} 有权机关查询结果反馈单", Style(Face.MONO, 44, INK, stroke=1), at="centre")
    flow.gap(20)
    for label, value in (
        ("查询机关", facts.court_name), ("文书号码", facts.case_number), ("被查询人", account.name),
        ("证件号码", facts.applicant.id_number), ("开户机构", account.branch_name), ("账(卡)号", account.number),
        ("账户状态", state), ("币　　种", "人民币"), ("可用余额", f"{Decimal(rng.randint(0, 9_000_000)) / 100:,.2f}"),
        ("反馈时间", f"{dotted(facts.confirmed_on)} 1{rng.randint(0, 7)}:{rng.randint(10, 59)}:{rng.randint(10, 59)}"),
    ):  # fmt: skip
        flow.line(f"{label}：{value}", inset=60)
    flow.line("- " * 38, Style(Face.MONO, 30, (120, 120, 120)))
    flow.line("本回单仅供查询机关使用，不作为其他凭证。", flow.style.sized(26), inset=60)
    bank_stamp(
        flow.page, (1150, flow.y + 110), (account.branch_name, dotted(facts.confirmed_on), "查询专用章"), BLUE_INK
    )
    return Drawing(flow.finished(), _fields(facts, state))


def _fields(facts: Facts, state: str) -> dict[str, Value]:
    return {
        "account_name": facts.account.name,
        "account_number": facts.account.number,
        "bank_name": facts.account.branch_name,
        "account_status": state,
        "issued_on": facts.confirmed_on.isoformat(),
    }


LAYOUTS = (slip, letter, print_out)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
