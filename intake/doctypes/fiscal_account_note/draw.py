"""Draws 非税账户说明: an authority says to which account of the treasury money for it is to be paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from intake.domain.drawing import Account, Drawing, DrawnPage, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Style
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import grid, pairs
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import figures, plain_date

_OFFICES = ("市场监督管理局", "自然资源和规划局", "人力资源和社会保障局", "住房和城乡建设局")
_RED = (200, 24, 30)


@dataclass(frozen=True, slots=True)
class _Note:
    """What the authority says."""

    office: str
    account: Account
    facts: Facts
    code: str
    """执收编码 of the authority."""

    @property
    def rows(self) -> Sequence[tuple[str, str]]:
        return (
            ("收款单位", self.account.name),
            ("收款账号", self.account.number),
            ("开户银行", self.account.branch_name),
            ("执收单位编码", self.code),
        )


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 statement, 1 with a red head, 2 table, 3 notice of payment."""
    rng = Random(f"fiscal_account_note {seed}")
    place = facts.court_name.removesuffix("人民法院")
    account = replace(facts.company.account, name=f"{place}财政局非税收入专户")
    note = _Note(place + rng.choice(_OFFICES), account, facts, f"{rng.randrange(10**6):06}")
    return Drawing((_FAMILY[seed % len(_FAMILY)](note, rng),))


def _statement(note: _Note, rng: Random) -> DrawnPage:
    flow = Flow(print_style(rng))
    flow.title(rng.choice(("非税账户说明", "关于非税收入收款账户的说明", "非税收入账户情况说明")), title_style(rng, 68))
    flow.y += 40
    _said(flow, note)
    for label, value in note.rows:
        flow.say(f"{label}：{value}")
    flow.say("特此说明。")
    return _sealed(flow, note, rng)


def _red_head(note: _Note, rng: Random) -> DrawnPage:
    flow = Flow(print_style(rng, (42, 44)))
    flow.title(note.office, Style(Face.SONG_BOLD, 88, _RED, spacing=6))
    flow.page.centred(A4[0] / 2, flow.y + 10, f"〔{note.facts.confirmed_on.year}〕{rng.randint(2, 99)}号", flow.style)
    flow.page.pen.line((200, flow.y + 44, 1454, flow.y + 44), fill=_RED, width=5)
    flow.y += 170
    flow.title(rng.choice(("关于提供非税收入账户的函", "关于非税账户信息的说明")), title_style(rng, 58))
    flow.y += 20
    _said(flow, note)
    account = note.account
    flow.say(
        f"该款项属政府非税收入，应缴入国库。请将款项汇至以下账户，户名：{account.name}；账号：{account.number}；"
        f"开户行：{account.branch_name}；汇款时请注明执收单位编码{note.code}及案号。"
    )
    flow.say("特此函复。" if rng.random() < 0.3 else "特此说明。")
    return _sealed(flow, note, rng)


def _table(note: _Note, rng: Random) -> DrawnPage:
    flow = Flow(print_style(rng, (36, 38)))
    flow.title(rng.choice(("非税收入账户说明", "非税收入专户信息说明表")), title_style(rng, 64))
    facts = note.facts
    rows = (
        ("执收单位", note.office),
        ("案号", facts.case_number),
        ("款项性质", "罚没收入（非税收入）"),
        ("金额（小写）", f"¥{figures(facts.amount, commas=True)}元"),
        ("金额（大写）", facts.amount_upper),
        *note.rows,
        ("备注", "款项须直接缴入财政非税专户，不得转入其他账户"),
    )
    rect = Rect(flow.sides[0], flow.y + 10, flow.sides[1], A4[1])
    flow.y = grid(flow.page, pairs(rows, flow.style, flow.style), rect, row=96) + 60
    return _sealed(flow, note, rng)


def _payment(note: _Note, rng: Random) -> DrawnPage:
    """Draw what the system of the treasury prints for the payer: a code of payment, the account below."""
    facts, page = note.facts, Canvas.blank(A4)
    style = Style(Face.ZEN, 32)
    flow = Flow(style, (190, 1464), 260, [page])
    flow.title("非税收入一般缴款书说明", Style(Face.HEI_BOLD, 56))
    flow.right(f"缴款码：{note.facts.company.uscc[2:8]}{rng.randrange(10**14):014}")
    flow.say(f"{facts.court_name}：", indent=0.0)
    for i, (label, value) in enumerate((("执收单位", note.office), ("关联案号", facts.case_number), *note.rows), 1):
        flow.say(f"{i}. {label}：{value}")
    flow.say(f"应缴金额：人民币{figures(facts.amount, commas=False)}元（{facts.amount_upper}）")
    flow.say("说明：本账户为财政部门开设的非税收入汇缴专户，资金缴入后由财政部门划解国库。")
    return _sealed(flow, note, rng)


_FAMILY: tuple[Callable[[_Note, Random], DrawnPage], ...] = (_statement, _red_head, _table, _payment)


def _said(flow: Flow, note: _Note) -> None:
    facts = note.facts
    flow.say(f"{facts.court_name}：", indent=0.0)
    flow.say(
        f"贵院{facts.case_number}申请执行人{note.office}与被执行人{facts.respondent.name}一案，执行到位款项人民币"
        f"{figures(facts.amount, commas=False)}元。因我单位未开设独立银行账户，罚没款项实行收支两条线管理，收款账户为"
        "财政非税账户，信息如下："
    )


def _sealed(flow: Flow, note: _Note, rng: Random) -> DrawnPage:
    flow.y += 110
    end = flow.y
    flow.right(note.office, inset=20)
    flow.right(plain_date(note.facts.confirmed_on), inset=80)
    stamp(flow.page, Seal(note.office), (1190 + rng.randint(-40, 40), end + 24), rng)
    return flow.done()[0]
