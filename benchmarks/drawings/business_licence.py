"""营业执照: the broad one with a code to scan, the upright one before it, and that of a trader without a company."""

from __future__ import annotations

from random import Random

from stdnum.cn import uscc

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import qr, wreath
from benchmarks.drawings.sheet import fitted
from benchmarks.drawings.words import money, plain_date
from intake.domain.document import Value
from intake.domain.drawing import Company, Drawing, Facts
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, Canvas, Style, paragraph, wrap
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_BROAD = (2339, 1654)
_EMBLEM = ((198, 46, 36), (244, 206, 96))


def broad(facts: Facts, rng: Random) -> Drawing:
    """Draw today's licence: two columns, the credit code at the left, a code to scan at the right."""
    page, firm = Canvas.blank(_BROAD, (252, 250, 244)), facts.company
    _frame(page, (176, 140, 60))
    wreath(page, (1170, 210), 96, _EMBLEM)
    page.centred(1170, 420, "营业执照", Style(Face.SONG, 120, INK, stroke=4, spacing=50))
    copy = rng.random() < 0.6
    if copy:
        page.centred(1170, 490, "（副　本）", Style(Face.SONG, 44, INK))
    small = Style(Face.HEI, 34, INK)
    page.text(190, 360, "统一社会信用代码", small)
    page.text(190, 416, firm.uscc, Style(Face.HEI, 42, INK, stroke=1))
    qr(page, (1880, 240), 220, rng)
    label, ink = Style(Face.SONG, 38, INK, stroke=1), Style(Face.SONG, 38, INK)
    left = (
        ("名　　称", firm.name), ("类　　型", firm.kind), ("法定代表人", firm.legal_representative.name),
        ("经营范围", firm.scope),
    )  # fmt: skip
    right = (
        ("注册资本", f"人民币{_in_hanzi(firm)}"), ("成立日期", plain_date(firm.established_on)),
        ("营业期限", _term(firm)), ("住　　所", firm.address),
    )  # fmt: skip
    for x, rows in ((200, left), (1230, right)):
        y = 620.0
        for name, value in rows:
            page.text(x, y, name, label)
            y = paragraph(page, value, ink, Rect(x + 240, y, x + 960, 2000)) + 40
    _authority(page, firm, (1780, 1440), rng)
    page.text(190, 1590, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", small.sized(24))
    page.mark(2140, 1610, 24)
    return Drawing((page.page(),), _fields(firm) | {"is_duplicate": copy})


def upright(facts: Facts, rng: Random) -> Drawing:
    """Draw the upright duplicate of the years after 2014, labels at the left of dotted rules."""
    page, firm = Canvas.blank(A4, (250, 248, 240)), facts.company
    _frame(page, (150, 110, 70))
    wreath(page, (827, 260), 110, _EMBLEM)
    page.centred(827, 500, "营　业　执　照", Style(Face.KAI, 118, (160, 30, 30), stroke=3))
    page.centred(827, 590, "(副　本)", Style(Face.KAI, 52, INK))
    page.centred(827, 680, f"统一社会信用代码 {firm.uscc}", Style(Face.KAI, 42, INK))
    label, ink = Style(Face.KAI, 42, (60, 50, 40)), Style(Face.SONG, 42, INK)
    y = 800.0
    for name, value in (
        ("名　　　　称", firm.name), ("类　　　　型", firm.kind), ("住　　　　所", firm.address),
        ("法定代表人", firm.legal_representative.name), ("注册资本", f"{firm.capital / 10000:.0f}万元整"),
        ("成立日期", plain_date(firm.established_on)), ("营业期限", _term(firm)), ("经营范围", firm.scope),
    ):  # fmt: skip
        page.text(230, y, name, label)
        for line in wrap(value, ink, 860):
            page.text(560, y, line, ink)
            page.pen.line((556, y + 12, 1420, y + 12), fill=(150, 130, 110), width=1)
            y += 74
        y += 20
    _authority(page, firm, (1140, 2020), rng)
    page.mark(1440, 2240, 24)
    return Drawing((page.page(),), _fields(firm) | {"is_duplicate": True})


def trader(facts: Facts, rng: Random) -> Drawing:
    """Draw the licence of a self-employed trader: 经营者 in place of the legal representative, no capital."""
    page, firm = Canvas.blank(_BROAD, (253, 251, 246)), facts.company
    _frame(page, (120, 150, 120))
    wreath(page, (1170, 200), 90, _EMBLEM)
    page.centred(1170, 400, "营业执照", Style(Face.HEI, 110, INK, stroke=2, spacing=60))
    qr(page, (200, 190), 200, rng)
    name = f"{firm.name.split('有限')[0].split('股份')[0]}经营部".replace("责任", "")
    label, ink = Style(Face.HEI, 38, (70, 70, 70)), Style(Face.HEI, 40, INK)
    code = _trader_code(firm)
    rows = (
        ("统一社会信用代码", code), ("名称", name), ("类型", "个体工商户"),
        ("经营者", firm.legal_representative.name), ("经营场所", firm.address), ("组成形式", "个人经营"),
        ("注册日期", plain_date(firm.established_on)), ("经营范围", firm.scope),
    )  # fmt: skip
    y = 540.0
    for head, value in rows:
        page.text(420, y, head, label)
        y = paragraph(page, value, ink, Rect(860, y, 1960, 2000)) + 16
    _authority(page, firm, (1760, 1450), rng)
    page.mark(2140, 1610, 24)
    fields = _fields(firm) | {"company_name": name, "uscc": code, "company_type": "个体工商户"}
    for absent in ("registered_capital", "business_term"):
        fields.pop(absent)
    return Drawing((page.page(),), fields | {"is_duplicate": False})


def _frame(page: Canvas, colour: tuple[int, int, int]) -> None:
    width, height = page.image.size
    for inset, line in ((70, 10), (92, 3), (104, 1)):
        page.pen.rectangle((inset, inset, width - inset, height - inset), outline=colour, width=line)
    for x in range(100, width - 100, 46):
        for y in (70, height - 70):
            page.pen.ellipse((x - 12, y - 12, x + 12, y + 12), outline=colour, width=2)


def _authority(page: Canvas, firm: Company, at: tuple[float, float], rng: Random) -> None:
    x, y = at
    name = Style(Face.SONG, 38, INK)
    page.centred(x, y - 70, "登记机关", name)
    page.centred(x, y, firm.authority, fitted(firm.authority, name, 640))
    page.centred(x, y + 74, plain_date(firm.issued_on), name)
    stamp(page, Seal(firm.authority, radius=150), (x + rng.randint(-30, 30), y - 10), rng)


def _in_hanzi(firm: Company) -> str:
    return f"{firm.capital / 10000:.0f}万元"


def _trader_code(firm: Company) -> str:
    body = f"92{firm.uscc[2:17]}"
    return f"{body}{uscc.calc_check_digit(body)}"


def _term(firm: Company) -> str:
    if firm.term_ends is None:
        return f"{plain_date(firm.established_on)}至长期"
    return f"{plain_date(firm.established_on)}至{plain_date(firm.term_ends)}"


def _fields(firm: Company) -> dict[str, Value]:
    end = firm.term_ends.isoformat() if firm.term_ends else "长期"
    return {
        "company_name": firm.name,
        "uscc": firm.uscc,
        "legal_representative": firm.legal_representative.name,
        "company_type": firm.kind,
        "registered_capital": money(firm.capital),
        "established_on": firm.established_on.isoformat(),
        "business_term": f"{firm.established_on.isoformat()}/{end}",
        "address": firm.address,
        "business_scope": firm.scope,
        "registration_authority": firm.authority,
        "issued_on": firm.issued_on.isoformat(),
    }


LAYOUTS = (broad, upright, trader)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
