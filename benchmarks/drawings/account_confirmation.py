"""收款账户确认书 of other courts: ruled paper by hand, a table with boxes to tick, a letter, one with addresses too."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting, signed, thumb
from benchmarks.drawings.sheet import Blank, Cell, Flow, Row, Table, filled
from benchmarks.drawings.words import plain_date
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_VOWS = (
    "本人确认：1．上述账户系本人名下账户，真实有效，非信用卡账户；2．上述账户适用于本案一审、二审、执行各个阶段；"
    "3．如需变更，应当重新填写本确认书并提交人民法院，否则自行承担由此产生的法律后果。"
)


def ticked(facts: Facts, rng: Random) -> Drawing:
    """Draw a table typed on a computer with boxes to tick and a remark."""
    flow, account = Flow(Style(Face.SONG, 36, leading=1.55), sides=(170, 1484), span=(260, 2090)), facts.account
    flow.line(f"{facts.court_name}", Style(Face.SONG, 44, INK, stroke=1), at="centre")
    flow.line("当事人收款账户确认书", Style(Face.HEI, 64, INK, stroke=1), at="centre")
    value = Style(rng.choice((Face.KAI, Face.HEI)), 38, leading=1.55)
    rows: list[Row] = [
        [
            Cell("案由", align="centre"),
            Cell(facts.cause, style=value),
            Cell("案号", align="centre"),
            Cell(facts.case_number, style=value),
        ],
        [
            Cell("当事人", align="centre"),
            Cell(facts.applicant.name, style=value),
            Cell("诉讼地位", align="centre"),
            Cell("■申请执行人 □被执行人"),
        ],
        [Cell("身份证号", align="centre"), Cell(facts.applicant.id_number, 3, style=value)],
        [Cell("联系方式", align="centre"), Cell(facts.phone, 3, style=value)],
        [Cell("账户类型", align="centre"), Cell("■借记卡　□存折　□对公账户", 3)],
        [Cell("开户行\n(须写明网点)", align="centre"), Cell(account.branch_name, 3, style=value)],
        [Cell("户名", align="centre"), Cell(account.name, 3, style=value)],
        [Cell("账号", align="centre"), Cell(account.number, 3, style=value)],
        [Cell("行号", align="centre"), Cell(account.cnaps_code, 3, style=value)],
        [Cell(_VOWS, 4)],
    ]
    y = Table(170, (230, 380, 200, 504), flow.style, 104).ruled(flow.page, flow.y, rows) + 120
    flow.page.text(760, y, "当事人签名：", flow.style.sized(40))
    signed(flow.page, (1130, y - 10), facts.applicant.name, rng)
    flow.page.text(760, y + 110, plain_date(facts.confirmed_on), flow.style.sized(40))
    return Drawing(flow.finished(), _fields(facts))


def by_hand(facts: Facts, rng: Random) -> Drawing:
    """Fill in blanks on a sheet with a pen, a thumb pressed beside the name."""
    account, print_ = facts.account, Style(Face.SONG, 40, leading=2.0)
    flow = Flow(print_, sides=(210, 1444))
    flow.line("执行款收款账户确认书", Style(Face.SONG, 70, INK, stroke=2), at="centre")
    flow.gap(50)
    pen = handwriting(rng, 48)
    for label, value in (
        ("案　　号：", facts.case_number), ("收 款 人：", account.name), ("身份证号码：", facts.applicant.id_number),
        ("开户银行：", account.branch_name), ("银行账号：", account.number), ("联系电话：", facts.phone),
    ):  # fmt: skip
        filled(flow.page, (210, flow.y), Blank(label, value, 1444), print_, pen)
        flow.gap(116)
    flow.gap(10)
    flow.para("以上内容由本人填写，如因账户信息错误导致款项无法支付或者错付，由本人承担责任。")
    flow.gap(70)
    y = flow.y
    flow.page.text(640, y, "确认人（签字捺印）：", print_)
    signed(flow.page, (1150, y - 12), facts.applicant.name, rng)
    thumb(flow.page, (1260, y - 6), rng)
    flow.page.text(640, y + 120, "日期：", print_)
    flow.page.text(770, y + 120, plain_date(facts.confirmed_on), pen)
    return Drawing(flow.finished(), _without(facts, "cnaps_code"))


def letter(facts: Facts, rng: Random) -> Drawing:
    """Write a letter to the court in running text; the numbers stand in sentences."""
    account, p = facts.account, facts.applicant
    flow = Flow(Style(rng.choice((Face.KAI, Face.HEI)), 42, leading=2.0))
    flow.gap(40)
    flow.line("账户确认书", Style(Face.HEI, 72, INK, stroke=1, spacing=18), at="centre")
    flow.gap(60)
    flow.line(f"{facts.court_name}：")
    flow.para(
        f"本人{p.name}（公民身份号码：{p.id_number}，联系电话：{facts.phone}）系贵院"
        f"{facts.case_number}案件的申请执行人。"
        "现将本人收取该案执行款的银行账户确认如下："
    )
    for label, value in (
        ("户　名", account.name), ("账　号", account.number), ("开户行", account.branch_name),
        ("联行号", account.cnaps_code),
    ):  # fmt: skip
        flow.para(f"{label}：{value}", indent=4)
    flow.para("请贵院将案款汇入上述账户，款项汇入即视为本人已收到。")
    flow.gap(120)
    flow.line("确认人：", inset=640)
    signed(flow.page, (1190, flow.y - 96), p.name, rng)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=80)
    return Drawing(flow.finished(), _fields(facts))


def company(facts: Facts, rng: Random) -> Drawing:
    """Draw the joint form for addresses and account, filled in and sealed by a company."""
    firm = facts.company
    flow = Flow(Style(Face.HEI, 32, leading=1.5), sides=(150, 1504), span=(230, 2120))
    flow.line(facts.court_name, Style(Face.SONG, 42, INK, stroke=1), at="centre")
    flow.line("送达地址及收款账户确认书", Style(Face.SONG, 60, INK, stroke=2), at="centre")
    rows: list[Row] = [
        [Cell("案号", align="centre"), Cell(facts.case_number, 3)],
        [
            Cell("告知事项", align="centre"),
            Cell(
                "为便于及时送达诉讼文书和支付案款，当事人应当准确填写送达地址、收款账户；变更的应于三日内书面告知。", 3
            ),
        ],
        [Cell("单位名称", align="centre"), Cell(firm.name, 3)],
        [Cell("信用代码", align="centre"), firm.uscc, Cell("联系电话", align="centre"), facts.phone],
        [Cell("送达地址", align="centre"), Cell(firm.address, 3)],
        [Cell("户名", align="centre"), Cell(firm.account.name, 3)],
        [Cell("开户银行", align="centre"), Cell(firm.account.branch_name, 3)],
        [Cell("账号", align="centre"), firm.account.number, Cell("联行号", align="centre"), firm.account.cnaps_code],
        [
            Cell("当事人确认", align="centre"),
            Cell("我单位已阅读（听明白）上述告知事项，提供的上述账户信息真实、有效，如有错误自负其责。", 3),
        ],
    ]
    y = Table(150, (220, 494, 200, 440), flow.style, 100).ruled(flow.page, flow.y, rows) + 110
    flow.page.text(700, y, "签章：", flow.style.sized(38))
    flow.page.text(820, y, firm.name, flow.style.sized(34))
    flow.page.text(700, y + 90, f"日期：{plain_date(facts.confirmed_on)}", flow.style.sized(38))
    stamp(flow.page, Seal(firm.name, radius=155), (1060, y + 30), rng)
    fields = _fields(facts) | {
        "account_name": firm.name,
        "account_number": firm.account.number,
        "bank_name": firm.account.branch_name,
        "cnaps_code": firm.account.cnaps_code,
        "id_number": firm.uscc,
    }
    return Drawing(flow.finished(), fields)


def unsigned(facts: Facts, rng: Random) -> Drawing:
    """Draw the form with labels above the values, which nobody has signed."""
    account, small = facts.account, Style(Face.HEI, 28, (90, 96, 106))
    flow = Flow(Style(Face.HEI, 42), sides=(190, 1464), span=(280, 2090))
    tint = rng.choice(((30, 60, 110), (30, 90, 70), INK))
    flow.line("收款账户信息确认书", Style(Face.HEI, 66, tint, stroke=1))
    flow.line(facts.court_name, small.sized(34))
    flow.gap(30)
    for label, value in (
        ("案号", facts.case_number), ("账户名称", account.name), ("证件号码", facts.applicant.id_number),
        ("开户银行（具体到网点）", account.branch_name), ("银行账号", account.number),
        ("开户行行号", account.cnaps_code),
        ("手机号码", facts.phone),
    ):  # fmt: skip
        flow.page.text(190, flow.y, label, small)
        flow.page.text(190, flow.y + 62, value, flow.style)
        flow.page.pen.line((190, flow.y + 82, 1464, flow.y + 82), fill=(170, 176, 186), width=2)
        flow.gap(152)
    flow.gap(50)
    flow.page.text(190, flow.y, f"填写日期：{plain_date(facts.confirmed_on)}", flow.style.sized(36))
    flow.page.text(820, flow.y, "签名：", flow.style.sized(36))
    flow.page.pen.line((930, flow.y + 8, 1400, flow.y + 8), fill=INK, width=2)
    return Drawing(flow.finished(), _fields(facts) | {"is_signed": False})


def _without(facts: Facts, name: str) -> dict[str, Value]:
    return {key: value for key, value in _fields(facts).items() if key != name}


def _fields(facts: Facts) -> dict[str, Value]:
    return {
        "case_number": facts.case_number,
        "account_name": facts.account.name,
        "account_number": facts.account.number,
        "bank_name": facts.account.branch_name,
        "cnaps_code": facts.account.cnaps_code,
        "id_number": facts.applicant.id_number,
        "phone": facts.phone,
        "is_signed": True,
        "confirmed_on": facts.confirmed_on.isoformat(),
    }


LAYOUTS = (ticked, by_hand, letter, company, unsigned)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
