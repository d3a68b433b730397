"""法定代表人身份证明书: a letter of the company, a form with blanks filled in, and that of a bureau's head."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import chop, handwriting
from benchmarks.drawings.sheet import A5_WIDE, Blank, Cell, Flow, Row, Table, filled
from benchmarks.drawings.words import plain_date
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_POSITIONS = ("执行董事兼总经理", "董事长", "总经理", "执行事务合伙人")


def letter(facts: Facts, rng: Random) -> Drawing:
    """Write to the court on the company's paper."""
    firm, position = facts.company, rng.choice(_POSITIONS)
    boss = firm.legal_representative
    flow = Flow(Style(rng.choice((Face.SONG, Face.KAI)), 44, leading=2.0))
    flow.gap(60)
    flow.line(firm.name, Style(Face.HEI, 46, (150, 30, 36), spacing=6), at="centre")
    flow.page.pen.line((240, flow.y - 40, 1420, flow.y - 40), fill=(150, 30, 36), width=4)
    flow.gap(90)
    flow.line("法定代表人身份证明书", Style(Face.HEI, 66, INK, stroke=1, spacing=8), at="centre")
    flow.gap(70)
    flow.line(f"{facts.court_name}：")
    flow.para(
        f"{boss.name}同志（性别：{boss.sex}，身份证号码：{boss.id_number}）在我公司担任{position}职务，"
        "系我公司法定代表人。"
    )
    flow.para("特此证明。")
    flow.para(f"附：统一社会信用代码{firm.uscc}；联系电话：{facts.phone}")
    flow.gap(180)
    return _sealed(flow, facts, rng, position)


def form(facts: Facts, rng: Random) -> Drawing:
    """Fill in a half sheet with a pen."""
    firm, position = facts.company, rng.choice(_POSITIONS[1:])
    boss = firm.legal_representative
    print_ = Style(Face.SONG, 38, leading=2.0)
    flow = Flow(print_, A5_WIDE, (150, 1504), (170, 1080))
    flow.line("法定代表人（负责人）身份证明", Style(Face.SONG, 60, INK, stroke=2), at="centre")
    flow.gap(30)
    pen = handwriting(rng, 44)
    filled(flow.page, (150, flow.y), Blank("兹证明", boss.name, 560), print_, pen)
    filled(flow.page, (570, flow.y), Blank("现任我单位", position, 1180), print_, pen)
    flow.page.text(1196, flow.y, "职务，为我单位", print_)
    flow.gap(90)
    flow.line("的法定代表人。")
    flow.gap(20)
    for label, value in (("身份证号码：", boss.id_number), ("单位名称：", firm.name), ("单位地址：", firm.address)):
        filled(flow.page, (150, flow.y), Blank(label, value, 1300), print_, pen)
        flow.gap(92)
    flow.line(plain_date(facts.confirmed_on), pen, at="right", inset=120)
    stamp(flow.page, Seal(firm.name, radius=150), (1180, flow.y - 130), rng)
    flow.line("注：企业事业单位、机关、团体的主要负责人为本单位的法定代表人。", print_.sized(26))
    return Drawing(flow.finished(), _fields(facts, position))


def table(facts: Facts, rng: Random) -> Drawing:
    """Certify in a table, with the name chop of the representative."""
    firm, position = facts.company, rng.choice(_POSITIONS)
    boss = firm.legal_representative
    flow = Flow(Style(Face.HEI, 38, leading=1.6))
    flow.gap(80)
    flow.line("法定代表人身份证明书", Style(Face.KAI, 76, INK, stroke=2), at="centre")
    flow.gap(40)
    rows: list[Row] = [
        [Cell("单位名称", align="centre"), Cell(firm.name, 3)],
        [Cell("姓名", align="centre"), boss.name, Cell("性别", align="centre"), boss.sex],
        [Cell("职务", align="centre"), position, Cell("民族", align="centre"), boss.ethnicity],
        [Cell("证件号码", align="centre"), Cell(boss.id_number, 3)],
        [Cell("用途", align="centre"), Cell(f"用于{facts.case_number}一案领取执行款", 3)],
    ]
    flow.y = Table(240, (260, 380, 200, 340), flow.style, 110).ruled(flow.page, flow.y, rows) + 120
    flow.para("上述同志为我单位法定代表人，特此证明。")
    flow.gap(120)
    chop(flow.page, (560, flow.y + 30), boss.name, 110)
    return _sealed(flow, facts, rng, position)


def _sealed(flow: Flow, facts: Facts, rng: Random, position: str) -> Drawing:
    box = flow.line(facts.company.name, at="right", inset=40)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=120)
    stamp(
        flow.page, Seal(facts.company.name, radius=160), (box.centre.x + rng.randint(-40, 90), box.centre.y + 50), rng
    )
    return Drawing(flow.finished(), _fields(facts, position))


def _fields(facts: Facts, position: str) -> dict[str, Value]:
    boss = facts.company.legal_representative
    return {
        "company_name": facts.company.name,
        "name": boss.name,
        "position": position,
        "id_number": boss.id_number,
        "issued_on": facts.confirmed_on.isoformat(),
    }


LAYOUTS = (letter, form, table)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
