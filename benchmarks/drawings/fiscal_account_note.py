"""Notes of government bodies on the account for non-tax income: an official letter, and a table."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import court_home
from benchmarks.drawings.sheet import Cell, Flow, Row, Table
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_BODIES = ("自然资源局", "住房和城乡建设局", "人力资源和社会保障局", "城市管理综合行政执法局")


def official(facts: Facts, rng: Random) -> Drawing:
    """Write the letter with the red head of an authority."""
    body = _body(facts, rng)
    flow = Flow(Style(Face.SONG, 44, leading=1.9))
    flow.line(f"{body}文件", Style(Face.SONG, 70, (206, 20, 30), stroke=3, spacing=8), at="centre")
    flow.gap(30)
    flow.line(f"财函〔{facts.confirmed_on.year}〕{rng.randint(2, 90)}号", flow.style.sized(38), at="centre")
    flow.page.pen.line((220, flow.y - 40, 1440, flow.y - 40), fill=(206, 20, 30), width=5)
    flow.gap(70)
    flow.line("关于非税收入收款账户的说明", Style(Face.SONG, 60, INK, stroke=2), at="centre")
    flow.gap(50)
    flow.line(f"{facts.court_name}：")
    flow.para(
        f"你院执行的{facts.case_number}案件，应付我单位款项{facts.amount}元。因我单位为财政全额拨款单"
        "位，依照国库集中收付制度，未单独开立收入账户，上述款项应缴入财政非税收入汇缴结算户。账户信息如下："
    )
    for label, value in _account(facts, rng):
        flow.para(f"{label}：{value}", indent=3)
    flow.para("款项入账后，由我单位开具非税收入统一票据。特此说明。")
    return _sealed(flow, facts, body, rng)


def table(facts: Facts, rng: Random) -> Drawing:
    """Set the account out in a table."""
    body = _body(facts, rng)
    flow = Flow(Style(Face.HEI, 38, leading=1.6))
    flow.gap(40)
    flow.line("财政非税账户情况说明", Style(Face.HEI, 66, INK, stroke=1), at="centre")
    flow.gap(40)
    rows: list[Row] = [[Cell("案号", align="centre"), facts.case_number], [Cell("单位", align="centre"), body]]
    rows += [[Cell(label, align="centre"), value] for label, value in _account(facts, rng)]
    rows.append([Cell("金额", align="centre"), f"￥{facts.amount}"])
    flow.y = Table(240, (300, 880), flow.style, 110).ruled(flow.page, flow.y, rows) + 100
    flow.para("我单位无独立银行账户，款项请汇至上述同级财政部门非税收入专户。")
    return _sealed(flow, facts, body, rng)


def _account(facts: Facts, rng: Random) -> list[tuple[str, str]]:
    home = court_home(facts.court_name)["home"]
    number = f"{rng.randint(10**16, 10**17 - 1)}"
    return [
        ("账户名称", f"{home.split('省')[-1].split('自治区')[-1]}财政局非税收入汇缴结算户"),
        ("账　　号", number),
        ("开户银行", facts.account.branch_name),
        ("执收单位编码", f"{rng.randint(100000, 999999)}"),
    ]


def _body(facts: Facts, rng: Random) -> str:
    home = court_home(facts.court_name)["home"]
    return home.split("省")[-1].split("自治区")[-1] + rng.choice(_BODIES)


def _sealed(flow: Flow, facts: Facts, body: str, rng: Random) -> Drawing:
    flow.need(340)
    flow.gap(120)
    box = flow.line(body, at="right", inset=60)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=140)
    stamp(flow.page, Seal(body, radius=160), (box.centre.x, box.centre.y + 40), rng)
    return Drawing(flow.finished())


LAYOUTS = (official, table)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
