"""居民户口簿: the card of a member, the page of the whole household, and an old handwritten one."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting
from benchmarks.drawings.sheet import Cell, Flow, Table
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_SIZE = (1130, 830)  # 143 x 105 mm at 200 dots per inch
_BROWN = (90, 60, 40)


def member(facts: Facts, rng: Random) -> Drawing:
    """Draw 常住人口登记卡 of a child, printed by a computer."""
    flow = _paper(rng)
    child, pen = facts.child, Style(Face.HEI, 22, (20, 20, 40), leading=1.4)
    flow.line("常住人口登记卡", Style(Face.SONG, 42, _BROWN, stroke=1, spacing=12), at="centre")
    rows = [
        [
            _l("姓　名"),
            Cell(child.name, 2, style=pen),
            _l("户主或与户主关系"),
            Cell("子" if child.sex == "男" else "女", style=pen),
        ],
        [_l("曾用名"), Cell("", 2), _l("性　别"), Cell(child.sex, style=pen)],
        [_l("出生地"), Cell(child.address[:9], 2, style=pen), _l("民　族"), Cell(child.ethnicity, style=pen)],
        [
            _l("籍　贯"),
            Cell(child.address[:9], 2, style=pen),
            _l("出生日期"),
            Cell(plain_date(child.born_on), style=pen),
        ],
        [_l("本市（县）其他住址"), Cell("", 2), _l("宗教信仰"), Cell("")],
        [_l("公民身份号码"), Cell(child.id_number, 2, style=pen), _l("文化程度"), Cell("小学", style=pen)],
        [_l("何时何地迁来本址"), Cell(f"{plain_date(child.born_on)} 因出生报户口", 4, style=pen)],
    ]
    return _register(flow, facts, rng, rows)


def household(facts: Facts, rng: Random) -> Drawing:
    """Draw the first page: kind of household, its head, its address."""
    flow = _paper(rng)
    pen = Style(Face.HEI, 28, (20, 20, 40), leading=1.5)
    flow.gap(20)
    rows = [
        [_l("户　别"), Cell("家庭户", 2, style=pen), _l("户主姓名"), Cell(facts.applicant.name, style=pen)],
        [
            _l("户　号"),
            Cell(f"{rng.randrange(10**9):09}", 2, style=pen),
            _l("住　址"),
            Cell(facts.applicant.address, style=pen),
        ],
    ]
    table = Table(90, (200, 130, 130, 170, 320), Style(Face.SONG, 26, _BROWN, leading=1.5), 150, colour=_BROWN)
    end = table.ruled(flow.page, flow.y, rows)
    flow.page.text(100, end + 80, "省级公安机关", Style(Face.SONG, 26, _BROWN))
    flow.page.text(100, end + 120, "户口专用章", Style(Face.SONG, 26, _BROWN))
    flow.page.text(560, end + 80, "户口登记机关户口专用章", Style(Face.SONG, 26, _BROWN))
    police = facts.applicant.id_authority
    stamp(flow.page, Seal(police, radius=100, caption="户口专用章"), (330, end + 110), rng)
    stamp(flow.page, Seal(f"{police}派出所", radius=90, caption="户口专用章"), (900, end + 110), rng)
    flow.page.text(
        560,
        end + 210,
        f"承办人签章：{facts.clerk}　　{plain_date(facts.decided_on)} 签发",
        Style(Face.SONG, 22, _BROWN),
    )
    return Drawing(flow.finished())


def old(facts: Facts, rng: Random) -> Drawing:
    """Draw a card filled in with a pen on brownish paper."""
    flow = _paper(rng, (236, 226, 204))
    p, pen = facts.applicant, handwriting(rng, 30)
    flow.line("常 住 人 口 登 记 表", Style(Face.KAI, 46, _BROWN, stroke=1), at="centre")
    rows = [
        [_l("姓名"), Cell(p.name, style=pen), _l("与户主关系"), Cell("户主", style=pen), _l("性别 " + p.sex)],
        [_l("出生"), Cell(plain_date(p.born_on), 2, style=pen), _l("民族"), Cell(p.ethnicity, style=pen)],
        [_l("身份证号"), Cell(p.id_number, 2, style=pen), _l("婚否"), Cell("已婚", style=pen)],
        [_l("服务处所"), Cell("务农", 2, style=pen), _l("职业"), Cell("粮农", style=pen)],
        [_l("住址"), Cell(p.address, 4, style=pen)],
    ]
    return _register(flow, facts, rng, rows)


def _register(flow: Flow, facts: Facts, rng: Random, rows: list[list[Cell]]) -> Drawing:
    table = Table(70, (170, 200, 230, 200, 190), Style(Face.SONG, 22, _BROWN, leading=1.4), 78, colour=_BROWN, pad=10)
    end = table.ruled(flow.page, flow.y - 20, rows)
    small = Style(Face.SONG, 22, _BROWN)
    flow.page.text(80, end + 40, f"承办人签章：{facts.clerk}", small)
    flow.page.text(640, end + 40, f"登记日期：{plain_date(facts.decided_on)}", small)
    stamp(
        flow.page, Seal(f"{facts.applicant.id_authority}派出所", radius=84, caption="户口专用章"), (520, end - 30), rng
    )
    return Drawing(flow.finished())


def _paper(rng: Random, colour: tuple[int, int, int] = (246, 240, 230)) -> Flow:
    flow = Flow(Style(Face.SONG, 24, _BROWN), _SIZE, (70, 1060), (90, 780), paper=colour)
    guilloche(flow.page.image, rng, (tuple(max(c - 14, 0) for c in colour),), spacing=21)  # type: ignore[arg-type]  # three values
    return flow


def _l(text: str) -> Cell:
    return Cell(text, align="centre")


LAYOUTS = (member, household, old)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
