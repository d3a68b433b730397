"""开户许可证 of the years before 2019, and the slip 基本存款账户信息 that took its place."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import SEAL_RED, bank_stamp
from benchmarks.drawings.people import court_home
from benchmarks.drawings.sheet import Cell, Flow, Row, Table
from benchmarks.drawings.words import dotted, plain_date
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Canvas, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


def permit(facts: Facts, rng: Random) -> Drawing:
    """Draw the broad certificate with waves in its ground."""
    page, firm = Canvas.blank((1900, 1340), (246, 240, 226)), facts.company
    guilloche(page.image, rng, ((232, 220, 196), (222, 226, 206)), spacing=13)
    page.pen.rectangle((60, 60, 1840, 1280), outline=(120, 90, 50), width=8)
    page.pen.rectangle((78, 78, 1822, 1262), outline=(120, 90, 50), width=2)
    page.centred(950, 250, "开户许可证", Style(Face.SONG, 110, (120, 30, 30), stroke=3, spacing=40))
    label = Style(Face.KAI, 40, INK, leading=2.0)
    page.text(180, 380, f"核准号：{firm.permit_number}", label)
    serial = f"{rng.randrange(10**8):08}"
    page.flush_right(1720, 380, f"编号：3910-{serial}", label)
    page.text(240, 500, f"经审核，{firm.name}符合开户条件，准予", label)
    page.text(180, 580, "开立基本存款账户。", label)
    for i, (name, value) in enumerate((
        ("法定代表人（单位负责人）", firm.legal_representative.name), ("开户银行", firm.account.branch_name),
        ("账　　号", firm.account.number),
    )):  # fmt: skip
        page.text(240, 690 + i * 84, f"{name}　{value}", label)
    authority = f"中国人民银行{_city(facts)}中心支行"
    page.flush_right(1700, 1060, "发证机关（盖章）", label)
    page.flush_right(1700, 1150, plain_date(firm.issued_on), label)
    stamp(page, Seal(authority, radius=140, caption="账户管理专用章"), (1500, 1090), rng)
    page.mark(120, 1240, 24)
    return Drawing((page.page(),), _fields(facts) | {"approval_number": firm.permit_number})


def information(facts: Facts, rng: Random) -> Drawing:
    """Draw the printed slip of a bank: five lines and the bank's seal."""
    firm = facts.company
    flow = Flow(Style(rng.choice((Face.SONG, Face.HEI)), 44, leading=2.3))
    flow.gap(120)
    flow.line("基本存款账户信息", Style(Face.HEI, 72, INK, stroke=2, spacing=6), at="centre")
    flow.gap(100)
    basic = firm.permit_number
    for name, value in (
        ("账户名称", firm.name), ("账户号码", firm.account.number), ("开户银行", firm.account.branch_name),
        ("法定代表人（单位负责人）", firm.legal_representative.name), ("基本存款账户编号", basic),
    ):  # fmt: skip
        flow.para(f"{name}：{value}", indent=1)
    flow.gap(160)
    flow.line(plain_date(firm.issued_on), at="right", inset=120)
    stamp(flow.page, Seal(firm.account.branch_name, radius=150, caption="业务专用章"), (1150, flow.y - 150), rng)
    return Drawing(flow.finished(), _fields(facts) | {"basic_account_number": basic})


def on_screen_print(facts: Facts, rng: Random) -> Drawing:
    """Print the same from a counter's program: a table with a header, an oblong stamp."""
    firm = facts.company
    flow = Flow(Style(Face.HEI, 32, leading=1.6), span=(220, 2090))
    flow.line(f"{firm.account.bank_name}　企业银行结算账户信息打印", Style(Face.HEI, 40, INK, stroke=1))
    flow.line(
        f"打印日期：{dotted(firm.issued_on)}　柜员号：{rng.randint(10000, 99999)}　第1页",
        Style(Face.HEI, 26, (90, 90, 96)),
    )
    flow.gap(10)
    rows: list[Row] = [
        [Cell("存款人名称"), firm.name], [Cell("账号"), firm.account.number], [Cell("账户性质"), "基本存款账户"],
        [Cell("基本存款账户编号"), firm.permit_number], [Cell("开户银行名称"), firm.account.branch_name],
        [Cell("法定代表人姓名"), firm.legal_representative.name], [Cell("开户日期"), dotted(firm.issued_on)],
        [Cell("账户状态"), "正常"],
    ]  # fmt: skip
    end = Table(200, (360, 894), flow.style, 88, rule=1).ruled(flow.page, flow.y - 40, rows)
    bank_stamp(flow.page, (1180, end + 190), (firm.account.branch_name, dotted(firm.issued_on), "账户管理"), SEAL_RED)
    return Drawing(flow.finished(), _fields(facts) | {"basic_account_number": firm.permit_number})


def _city(facts: Facts) -> str:
    home = court_home(facts.court_name)["home"].split("省")[-1].split("自治区")[-1]
    return home[: home.index("市") + 1]


def _fields(facts: Facts) -> dict[str, Value]:
    firm = facts.company
    return {
        "account_name": firm.name,
        "account_number": firm.account.number,
        "bank_name": firm.account.branch_name,
        "legal_representative": firm.legal_representative.name,
        "issued_on": firm.issued_on.isoformat(),
    }


LAYOUTS = (permit, information, on_screen_print)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
