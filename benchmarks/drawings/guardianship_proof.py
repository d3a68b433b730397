"""Proofs of guardianship: a neighbourhood committee's certificate, a birth certificate, a notary's deed."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import court_home
from benchmarks.drawings.sheet import Cell, Flow, Row, Table
from benchmarks.drawings.words import hanzi_date, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.card import guilloche
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


def committee(facts: Facts, rng: Random) -> Drawing:
    """Certify on a plain sheet who is guardian of a child."""
    p, c = facts.applicant, facts.child
    flow = Flow(Style(rng.choice((Face.SONG, Face.KAI)), 44, leading=2.1))
    flow.gap(80)
    flow.line("监护关系证明", Style(Face.SONG, 76, INK, stroke=2, spacing=14), at="centre")
    flow.gap(80)
    parent = "父亲" if p.sex == "男" else "母亲"
    flow.para(
        f"兹证明我辖区居民{p.name}（公民身份号码：{p.id_number}）系未成年人{c.name}（公民身份号码："
        f"{c.id_number}）的{parent}，为其法定监护人。二人现居住于{p.address}。"
    )
    flow.para("本证明仅用于到人民法院代未成年人领取案款，不作他用。")
    flow.para("情况属实，特此证明。")
    flow.gap(140)
    committee_name = f"{court_home(facts.court_name)['home'].split('市')[-1]}南街社区居民委员会"
    box = flow.line(committee_name, at="right", inset=60)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=140)
    stamp(flow.page, Seal(committee_name, radius=150), (box.centre.x, box.centre.y + 40), rng)
    return Drawing(flow.finished())


def birth(facts: Facts, rng: Random) -> Drawing:
    """Draw a birth certificate with its table of child, mother and father."""
    p, c = facts.applicant, facts.child
    flow = Flow(Style(Face.SONG, 34, leading=1.5), (1654, 1240), (150, 1504), (170, 1160), paper=(246, 242, 250))
    guilloche(flow.page.image, rng, ((230, 222, 240), (220, 232, 238)), spacing=17)
    flow.line("出生医学证明", Style(Face.SONG, 70, (60, 50, 120), stroke=2, spacing=16), at="centre")
    flow.line("BIRTH CERTIFICATE", Style(Face.ZEN, 30, (60, 50, 120)), at="centre")
    other = facts.agent
    rows: list[Row] = [
        [_c("新生儿姓名"), c.name, _c("性别"), c.sex, _c("出生时间"), f"{plain_date(c.born_on)}{rng.randint(0, 23)}时"],
        [_c("出生地点"), Cell(c.address[:12], 3), _c("出生孕周"), f"{rng.randint(37, 41)}周"],
        [_c("母亲姓名"), p.name if p.sex == "女" else other.name, _c("民族"), "汉", _c("证件号"), p.id_number],
        [_c("父亲姓名"), p.name if p.sex == "男" else other.name, _c("民族"), "汉", _c("证件号"), other.id_number],
        [_c("接生机构"), Cell("第一人民医院", 3), _c("编号"), f"{rng.choice('GHKL')}{rng.randrange(10**9):09}"],
    ]
    flow.y = Table(120, (210, 240, 110, 110, 190, 554), flow.style.sized(30), 104, colour=(60, 50, 120)).ruled(
        flow.page, flow.y, rows
    )
    flow.gap(110)
    flow.line(f"签发日期：{plain_date(c.born_on)}", at="right", inset=200)
    stamp(flow.page, Seal("第一人民医院", radius=120, caption="出生医学证明专用章"), (1160, flow.y - 70), rng)
    return Drawing(flow.finished())


def notary(facts: Facts, rng: Random) -> Drawing:
    """Draw a notary's deed on the relation of guardian and child."""
    p, c = facts.applicant, facts.child
    flow = Flow(Style(Face.SONG, 44, leading=2.0))
    flow.gap(60)
    flow.line("公　证　书", Style(Face.SONG, 84, INK, stroke=2), at="centre")
    flow.line(f"（{facts.confirmed_on.year}）证内字第{rng.randint(100, 9000)}号", at="right")
    flow.gap(30)
    flow.para(f"申请人：{p.name}，{p.sex}，{plain_date(p.born_on)}出生，公民身份号码：{p.id_number}。")
    flow.para(f"关系人：{c.name}，{c.sex}，{plain_date(c.born_on)}出生，公民身份号码：{c.id_number}。")
    flow.para("公证事项：监护关系")
    flow.para(f"兹证明申请人{p.name}是关系人{c.name}的{'父亲' if p.sex == '男' else '母亲'}，是{c.name}的法定监护人。")
    flow.gap(160)
    office = f"{facts.law_firm[:2]}市公证处"
    box = flow.line(f"中华人民共和国{office}", at="right")
    flow.line(f"公证员　{facts.judges[0]}", at="right", inset=60)
    flow.line(hanzi_date(facts.confirmed_on), at="right")
    stamp(flow.page, Seal(office, radius=150), (box.centre.x + 60, box.centre.y + 90), rng)
    return Drawing(flow.finished())


def _c(text: str) -> Cell:
    return Cell(text, align="centre")


LAYOUTS = (committee, birth, notary)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
