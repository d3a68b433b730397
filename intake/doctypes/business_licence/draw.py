"""Draws 营业执照: the wide form with a square of modules, the upright one before it, and the old one with 注册号."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stdnum.iso7064 import mod_11_10

from intake.domain.amount import in_words, text_of
from intake.domain.document import Value
from intake.domain.drawing import Company, Drawing, Facts
from intake.drawing.canvas import A4, Canvas, Colour, Style, wrap
from intake.drawing.card import gears, guilloche
from intake.drawing.fonts import Face
from intake.drawing.modules import modules
from intake.drawing.seal import Seal, stamp

WIDE = (2339, 1654)  # A4 across: the A3 original is scanned to it
_FRAME: Colour = (176, 140, 74)
_RED: Colour = (196, 44, 44)
_APPROVAL = "（依法须经批准的项目，经相关部门批准后方可开展经营活动）"
_FULL_WIDTH = str.maketrans("()", "（）")
_NOTICE = "市场主体应当于每年1月1日至6月30日通过国家企业信用信息公示系统报送公示年度报告"


@dataclass(frozen=True, slots=True)
class _Licence:
    """What one licence says; `code` is the credit code, or the registration number of an old one."""

    company: Company
    code: str
    capital: str
    term: str
    office: str
    issued: date
    is_duplicate: bool
    is_printed: bool
    """Whether the office is named in print; else its seal alone names it."""

    @property
    def kind(self) -> str:
        return self.company.kind.translate(_FULL_WIDTH)

    @property
    def scope(self) -> str:
        return self.company.scope + _APPROVAL


@dataclass(frozen=True, slots=True)
class _Look:
    label: Style
    value: Style
    gap: int
    """From the left of a label to that of its value."""
    step: int
    """From row to row."""


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: wide original, old form with 注册号, upright duplicate, wide duplicate with the scope apart."""
    rng = Random(f"business_licence {seed}")
    layout = seed % len(_LAYOUTS)
    licence = _MAKERS[layout](facts.company, rng)
    page = _LAYOUTS[layout](licence, rng)
    company = licence.company
    fields: dict[str, Value] = {
        "company_name": company.name,
        "registration_number" if layout == _OLD else "uscc": licence.code,
        "legal_representative": company.legal_representative.name,
        "company_type": licence.kind,
        "registered_capital": text_of(company.capital),
        "established_on": company.established_on.isoformat(),
        "business_term": f"{company.established_on}/{company.term_ends or '长期'}",
        "address": company.address,
        "business_scope": licence.scope,
        "registration_authority": licence.office,
        "issued_on": licence.issued.isoformat(),
        "is_duplicate": licence.is_duplicate,
    }
    return Drawing((page.page(),), fields)


def _licence(company: Company, capital: str, term: str, *, is_duplicate: bool) -> _Licence:
    return _Licence(
        company=company,
        code=company.uscc,
        capital=capital,
        term=term,
        office=company.authority,
        issued=company.issued_on,
        is_duplicate=is_duplicate,
        is_printed=is_duplicate,
    )


def _current(company: Company, _rng: Random) -> _Licence:
    return _licence(company, in_words(company.capital).removeprefix("人民币"), _term(company), is_duplicate=False)


def _old(company: Company, rng: Random) -> _Licence:
    number = f"{company.uscc[2:8]}{rng.randrange(10**8):08}"
    return _Licence(
        company=company,
        code=number + mod_11_10.calc_check_digit(number),
        capital=in_words(company.capital),
        term=f"自{_term(company)}",
        office=company.authority.replace("市场监督管理局", "工商行政管理局"),
        issued=min(company.established_on + timedelta(days=rng.randint(1, 40)), company.issued_on),
        is_duplicate=True,
        is_printed=False,
    )


def _upright_one(company: Company, rng: Random) -> _Licence:
    ten_thousands = f"{company.capital / 10_000:.0f}"
    said = rng.choice((f"{ten_thousands}万元人民币", f"人民币{ten_thousands}万元", f"{ten_thousands}.000000万人民币"))
    return _licence(company, said, _term(company), is_duplicate=True)


def _wide_one(company: Company, _rng: Random) -> _Licence:
    term = _term(company) if company.term_ends else "长期"
    return _licence(company, f"{company.capital / 10_000:.0f}万元", term, is_duplicate=True)


def _terms(licence: _Licence) -> list[tuple[str, str]]:
    """Return what forms of one column say above the scope of business."""
    company = licence.company
    return [
        ("名称", company.name),
        ("类型", licence.kind),
        ("住所", company.address),
        ("法定代表人", company.legal_representative.name),
        ("注册资本", licence.capital),
        ("成立日期", _day(company.established_on)),
        ("营业期限", licence.term),
    ]


def _original(licence: _Licence, rng: Random) -> Canvas:
    """Draw the wide form in use since 2019: two columns, the name of the office in its seal alone."""
    page = _paper(WIDE, rng)
    company, look = licence.company, _look(rng)
    _heading(page, licence, 330)
    page.text(180, 270, "统一社会信用代码", look.label.sized(28))
    page.text(180, 322, licence.code, Style(Face.MONO, 36))
    _square(page, rng)
    left = [("名称", company.name), ("类型", licence.kind), ("法定代表人", company.legal_representative.name)]
    right = [("注册资本", licence.capital), ("成立日期", _day(company.established_on)), ("营业期限", licence.term)]
    _rows(page, [*left, ("经营范围", licence.scope)], look, (200, 520, 700))
    _rows(page, [*right, ("住所", company.address)], look, (1260, 520, 620))
    _foot(page, licence, look, (1760, 1270), rng)
    _margin(page, rng)
    return page


def _duplicate(licence: _Licence, rng: Random) -> Canvas:
    """Draw a wide duplicate: everything in the left column, the scope of business in the right one."""
    page = _paper(WIDE, rng)
    look = _look(rng)
    _heading(page, licence, 300)
    page.text(180, 470, f"统一社会信用代码：{licence.code}", look.label.sized(34))
    _square(page, rng)
    _rows(
        page,
        _terms(licence),
        look,
        (180, 570, 720),
    )
    _rows(page, [("经营范围", licence.scope)], look, (1260, 570, 620))
    _foot(page, licence, look, (1730, 1180), rng)
    _margin(page, rng)
    return page


def _upright(licence: _Licence, rng: Random) -> Canvas:
    """Draw the upright form of 2015: one column, the code under the title."""
    page = _paper(A4, rng)
    look = _look(rng)
    _heading(page, licence, 450)
    page.centred(A4[0] / 2 + 60, 640, f"统一社会信用代码  {licence.code}", Style(Face.HEI, 36))
    _rows(
        page,
        [*_terms(licence), ("经营范围", licence.scope)],
        look,
        (230, 760, 940),
    )
    _foot(page, licence, look, (1080, 1830), rng)
    page.centred(
        A4[0] / 2, 2160, "提示：每年1月1日至6月30日通过企业信用信息公示系统报送上一年度年度报告", look.label.sized(26)
    )
    page.mark(120, 2320)
    return page


def _registered(licence: _Licence, rng: Random) -> Canvas:
    """Draw 企业法人营业执照, the form before the credit code: labels left, days in words at the foot."""
    page = _paper(WIDE, rng)
    company, look = licence.company, _look(rng)
    gears(page.image, (1169, 190), 70, _RED)
    page.centred(1169, 370, "企业法人营业执照", Style(Face.SONG_BOLD, 88, _RED, spacing=22))
    page.centred(1169, 440, "（副  本）", Style(Face.SONG, 40))
    page.text(1480, 500, f"注册号  {licence.code}", Style(Face.HEI, 36))
    _rows(
        page,
        [
            ("名称", company.name),
            ("住所", company.address),
            ("法定代表人姓名", company.legal_representative.name),
            ("注册资本", licence.capital),
            ("实收资本", licence.capital),
            ("公司类型", licence.kind),
        ],
        look,
        (200, 560, 660),
    )
    rows = [("经营范围", licence.scope), ("成立日期", _day(company.established_on)), ("营业期限", licence.term)]
    _rows(page, rows, look, (1260, 600, 640))
    _foot(page, licence, look, (1750, 1290), rng)
    page.flush_right(2200, 1540, "中华人民共和国国家工商行政管理总局制", look.label.sized(26))
    page.mark(120, 1634)
    return page


_OLD = 1
_LAYOUTS: tuple[Callable[[_Licence, Random], Canvas], ...] = (_original, _registered, _upright, _duplicate)
_MAKERS: tuple[Callable[[Company, Random], _Licence], ...] = (_current, _old, _upright_one, _wide_one)


def _look(rng: Random) -> _Look:
    face = rng.choice((Face.HEI, Face.SONG, Face.MING))
    stroke = 1 if face is Face.MING else 0
    return _Look(
        label=Style(rng.choice((Face.HEI, Face.SONG_BOLD)), 34, (60, 52, 44)),
        value=Style(face, rng.choice((34, 36)), stroke=stroke),
        gap=270,
        step=rng.choice((92, 98)),
    )


def _paper(size: tuple[int, int], rng: Random) -> Canvas:
    page = Canvas.blank(size, rng.choice(((253, 250, 242), (250, 252, 248))))
    guilloche(page.image, rng, ((240, 230, 208), (232, 238, 230)), spacing=26)
    for inset, width in ((60, 10), (84, 3)):
        page.pen.rectangle((inset, inset, size[0] - inset, size[1] - inset), outline=_FRAME, width=width)
    return page


def _heading(page: Canvas, licence: _Licence, baseline: float) -> None:
    middle = page.image.width / 2
    gears(page.image, (middle, baseline - 170), 72, _RED)
    page.centred(middle, baseline + 40, "营业执照", Style(Face.SONG_BOLD, 110, (40, 36, 34), spacing=70))
    if licence.is_duplicate:
        page.centred(middle, baseline + 120, "（副  本）", Style(Face.SONG, 42))


def _square(page: Canvas, rng: Random) -> None:
    modules(page.image, rng, (1860, 160), 180)
    for i, line in enumerate(("扫描二维码登录“国家企业信", "用信息公示系统”了解更多登", "记、备案、许可、监管信息")):
        page.text(1800, 378 + 30 * i, line, Style(Face.HEI, 22, (90, 84, 76)))


def _rows(page: Canvas, rows: Sequence[tuple[str, str]], look: _Look, column: tuple[int, float, int]) -> None:
    """Set labels and values from the left and baseline of `column`; its last part is the width of a value."""
    left, y, width = column
    for label, said in rows:
        spacing = max(0.0, (look.label.width("法定代表人") - look.label.width(label)) / max(len(label) - 1, 1))
        style = Style(look.label.face, look.label.size, look.label.colour, spacing)
        page.text(left, y, label, style)
        lines = wrap(said, look.value, width)
        for i, line in enumerate(lines):
            page.text(left + look.gap, y + i * 52, line, look.value)
        y += look.step + (len(lines) - 1) * 52


def _foot(page: Canvas, licence: _Licence, look: _Look, at: tuple[int, int], rng: Random) -> None:
    x, y = at
    page.text(x - 300, y, "登记机关", look.label.sized(38))
    if licence.is_printed:
        page.text(x - 100, y, licence.office, look.value.sized(32))
    page.centred(x + 60, y + 110, f"{licence.issued:%Y} 年 {licence.issued:%m} 月 {licence.issued:%d} 日", look.value)
    stamp(page, Seal(licence.office, radius=150), (x + 150, y + 30), rng)


def _margin(page: Canvas, rng: Random) -> None:
    style = Style(rng.choice((Face.HEI, Face.SONG)), 24, (90, 84, 76))
    page.text(180, 1540, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", style)
    page.centred(1400, 1490, _NOTICE, style)
    page.flush_right(2160, 1540, "国家市场监督管理总局监制", style)
    page.mark(120, 1634)


def _term(company: Company) -> str:
    return f"{_day(company.established_on)}至{_day(company.term_ends) if company.term_ends else '长期'}"


def _day(day: date) -> str:
    return f"{day:%Y年%m月%d日}"
