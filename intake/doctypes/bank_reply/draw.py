"""Draws 银行查询回函: a bank's letter, the receipt of a court's form, a table, a print of a system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from intake.domain.drawing import Account, Drawing, DrawnPage, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Run, Style
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import Cell, grid, pairs
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import grouped, plain_date

_STATES = ("正常", "正常", "冻结", "已销户", "只收不付", "不动户")


@dataclass(frozen=True, slots=True)
class _Said:
    """What the bank says."""

    court: str
    number: str
    account: Account
    state: str
    day: date
    balance: str


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 letter, 1 receipt of the inquiry, 2 table, 3 print of the system."""
    rng = Random(f"bank_reply {seed}")
    account = facts.company.account if seed % 4 == 2 else facts.account
    day = facts.decided_on + timedelta(days=rng.randint(2, 20))
    state, balance = rng.choice(_STATES[2:] if seed % 4 == 1 else _STATES), f"{rng.randint(0, 9_000_000) / 100:,.2f}元"
    said = _Said(facts.court_name, facts.case_number, account, state, day, balance)
    return Drawing((_FAMILY[seed % len(_FAMILY)](said, rng),), _fields(said))


def _fields(said: _Said) -> Mapping[str, str]:
    account = said.account
    return {
        "account_name": account.name,
        "account_number": account.number,
        "bank_name": account.branch_name,
        "account_status": said.state,
        "issued_on": said.day.isoformat(),
    }


def _letter(said: _Said, rng: Random) -> DrawnPage:
    flow, account = Flow(print_style(rng)), said.account
    flow.title(account.branch_name, Style(Face.SONG_BOLD, 54, (176, 24, 30), spacing=4))
    flow.page.pen.line((200, flow.y - 46, 1454, flow.y - 46), fill=(176, 24, 30), width=4)
    flow.y += 60
    flow.title(rng.choice(("关于协助查询存款的回函", "银行账户查询回函")), title_style(rng, 58))
    flow.y += 30
    flow.say(f"{said.court}：", indent=0.0)
    flow.say(f"贵院{said.number}协助查询存款通知书收悉。我行已按通知要求进行了查询，现将查询结果函复如下：")
    for label, value in (
        ("户名", account.name),
        ("账号", grouped(account.number) if rng.random() < 0.4 else account.number),
        ("开户行", account.branch_name),
        (rng.choice(("账户状态", "当前账户状态")), said.state),
        ("账户余额", said.balance),
    ):
        flow.say(f"{label}：{value}")
    flow.say("以上信息系截至查询时点的结果，仅供贵院办理案件使用。")
    flow.say("特此函复。")
    _signed(flow, said, rng)
    return flow.done()[0]


def _receipt(said: _Said, rng: Random) -> DrawnPage:
    """Draw the lower part of a court's form, which the bank fills in, stamps and sends back."""
    flow, account = Flow(print_style(rng, (36, 38))), said.account
    flow.title(said.court, Style(Face.SONG_BOLD, 50, spacing=4))
    flow.title("协助查询存款通知书", title_style(rng, 62))
    flow.title("（回执）", Style(Face.SONG_BOLD, 48))
    flow.say(f"{said.court}：", indent=0.0)
    flow.say(f"你院{said.number}协助查询存款通知书收到，经查询，情况如下：")
    pen = Style(Face.KAI, 40, rng.choice(((28, 44, 110), (30, 30, 34))), stroke=1)
    rows = (
        (rng.choice(("户名", "账户名称")), account.name),
        ("账号", account.number),
        (rng.choice(("开户银行", "开户网点")), account.branch_name),
        ("账户状态", said.state),
        ("存款余额", said.balance),
        ("备注", ""),
    )
    rect = Rect(flow.sides[0], flow.y, flow.sides[1], A4[1])
    flow.y = grid(flow.page, pairs(rows, flow.style, pen), rect, row=104) + 110
    _signed(flow, said, rng)
    return flow.done()[0]


def _table(said: _Said, rng: Random) -> DrawnPage:
    flow, account = Flow(print_style(rng, (36, 38)), (150, 1504)), said.account
    flow.title(rng.choice(("账户查询回函", "协助执行查询结果回函")), title_style(rng, 62))
    flow.y += 20
    flow.say(f"{said.court}：", indent=0.0)
    flow.say(f"根据贵院{said.number}查询要求，经核查我行系统，查询结果如下表所示：")
    head, text = Style(Face.HEI_BOLD, 32), Style(rng.choice((Face.SONG, Face.HEI)), 32)
    names = ("户名", "账号", "开户行", "账户状态", "余额")
    values = (account.name, account.number, account.branch_name, said.state, said.balance)
    shares = (0.2, 0.3, 0.23, 0.13, 0.14)
    rows = [
        [Cell(t, s, style, centred=True) for t, s in zip(row, shares, strict=True)]
        for row, style in ((names, head), (values, text))
    ]
    rect = Rect(flow.sides[0], flow.y, flow.sides[1], A4[1])
    flow.y = grid(flow.page, rows, rect, row=96) + 100
    flow.say("注：余额为查询时点数据，账户状态以我行系统记录为准。")
    _signed(flow, said, rng)
    return flow.done()[0]


def _print(said: _Said, rng: Random) -> DrawnPage:
    """Draw what the system of network inquiry prints: labels in a column of their own, no seal."""
    page, account = Canvas.blank(A4), said.account
    label, value = Style(Face.ZEN, 30, (90, 90, 96)), Style(Face.ZEN, 32)
    page.pen.rectangle((140, 170, 1514, 262), fill=(226, 234, 244))
    page.text(170, 230, rng.choice(("账户查询结果反馈单", "司法查询反馈结果")), Style(Face.HEI_BOLD, 40, (30, 60, 120)))
    rows = (
        ("请求单位", said.court),
        ("案号", said.number),
        ("客户名称", account.name),
        ("银行账号", account.number),
        ("开户网点", account.branch_name),
        ("账户类别", "个人结算账户"),
        ("账户状态", said.state),
        ("可用余额", said.balance),
        ("反馈日期", said.day.isoformat()),
    )
    y = 350.0
    for name, text in rows:
        page.runs(y, (Run(f"{name}：", label, 190), Run(text, value, 430)))
        page.pen.line((170, y + 30, 1484, y + 30), fill=(214, 218, 226), width=2)
        y += 92
    page.text(190, y + 60, "本反馈单由系统自动生成，查询结果以反馈时点数据为准。", label.sized(26))
    page.mark(120, 2262)
    return page.page()


_FAMILY: tuple[Callable[[_Said, Random], DrawnPage], ...] = (_letter, _receipt, _table, _print)


def _signed(flow: Flow, said: _Said, rng: Random) -> None:
    flow.y = max(flow.y + 80, 1250.0)
    end = flow.y
    flow.right(said.account.branch_name.replace("股份有限公司", ""), inset=30)
    flow.right(plain_date(said.day), inset=90)
    stamp(flow.page, Seal(said.account.branch_name, caption="业务专用章"), (1190 + rng.randint(-50, 50), end + 20), rng)
