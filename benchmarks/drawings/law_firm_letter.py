"""Letters of law firms: 所函 that names a lawyer, the form torn from a stub, and a 律师函 that quotes a judgment."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting
from benchmarks.drawings.sheet import A5_WIDE, Blank, Flow, filled
from benchmarks.drawings.words import plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_NAVY = (28, 44, 92)


def to_the_court(facts: Facts, rng: Random) -> Drawing:
    """Tell a court on headed paper which lawyer acts."""
    flow = Flow(Style(rng.choice((Face.SONG, Face.HEI)), 42, leading=2.0))
    _headed(flow, facts, rng)
    flow.line("律师事务所函", Style(Face.HEI, 66, INK, stroke=1, spacing=10), at="centre")
    flow.line(f"〔{facts.confirmed_on.year}〕民代字第{rng.randint(10, 900)}号", flow.style.sized(34), at="right")
    flow.gap(20)
    flow.line(f"{facts.court_name}：")
    flow.para(
        f"贵院受理的{facts.applicant.name}与{facts.respondent.name}{facts.cause}一案（"
        f"{facts.case_number}），现由申请执行人{facts.applicant.name}委托，本所指派{facts.agent.name}"
        "律师担任其代理人。"
    )
    flow.para("特此函告。")
    flow.gap(60)
    flow.para("附：1．授权委托书一份；2．律师执业证复印件一份。")
    return _sealed(flow, facts, rng)


def from_the_stub(facts: Facts, rng: Random) -> Drawing:
    """Fill in the form of a letter book; its stub is at the left of the tear line."""
    print_, pen = Style(Face.SONG, 36, leading=2.0), handwriting(rng, 40)
    flow = Flow(print_, A5_WIDE, (620, 1560), (170, 1080), paper=(252, 250, 244))
    page = flow.page
    page.text(120, 150, "律师所函（存根）", Style(Face.SONG, 38, INK, stroke=1))
    number = f"第 {rng.randint(1, 999):03} 号"
    page.text(120, 230, number, print_.sized(30))
    for i, (label, value) in enumerate(
        (("委托人：", facts.applicant.name), ("案由：", facts.cause), ("律师：", facts.agent.name))
    ):
        filled(page, (90, 340 + i * 110), Blank(label, value, 540), print_.sized(30), pen.sized(30))
    for y in range(40, 1130, 34):
        page.pen.line((580, y, 580, y + 18), fill=INK, width=2)
    flow.line("律师事务所函", Style(Face.SONG, 60, INK, stroke=2), at="centre")
    flow.line(number, at="right")
    flow.line(f"{facts.court_name}：")
    filled(page, (660, flow.y), Blank("你院受理", facts.applicant.name, 1180), print_, pen)
    page.text(1196, flow.y, f"与{facts.respondent.name}", pen.sized(36))
    flow.gap(86)
    filled(page, (620, flow.y), Blank("", facts.cause, 1180), print_, pen)
    page.text(1196, flow.y, "一案，业已委托", print_)
    flow.gap(86)
    filled(page, (620, flow.y), Blank("本所", facts.agent.name, 1000), print_, pen)
    page.text(1016, flow.y, "律师为其代理人。此函", print_)
    flow.gap(130)
    flow.line(facts.law_firm, at="right", inset=40)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=90)
    stamp(page, Seal(facts.law_firm, radius=130), (1360, flow.y - 130), rng)
    return Drawing(flow.finished())


def demand(facts: Facts, rng: Random) -> Drawing:
    """Demand payment of a judgment that is quoted at length, over one or two pages."""
    told = dispute_of(facts, facts.applicant.name, facts.respondent.name, rng)
    flow = Flow(Style(Face.HEI, 38, leading=1.8))
    _headed(flow, facts, rng)
    flow.line("律　师　函", Style(Face.SONG, 76, _NAVY, stroke=2), at="centre")
    flow.gap(30)
    flow.line(f"致：{facts.respondent.name}")
    flow.para(
        f"{facts.law_firm}依法接受{facts.applicant.name}的委托，指派{facts.agent.name}律师，就贵方拒不"
        "履行生效判决事宜，郑重致函如下："
    )
    flow.para(f"一、{facts.court_name}作出的{facts.basis_case_number}民事判决书已经生效。该判决查明：{told.story}")
    flow.para(
        f"二、该判决主文为：“判决如下：一、被告{facts.respondent.name}于本判决生效之日起十日内"
        f"{told.duty}{facts.amount}元；二、驳回原告的其他诉讼请求。”"
    )
    flow.para(
        f"三、请贵方在收到本函之日起五日内将上述款项汇入委托人账户（户名：{facts.account.name}；账号："
        f"{facts.account.number}；开户行：{facts.account.branch_name}）。逾期，委托人将申请强制执行，"
        "届时贵方可能被列入失信被执行人名单。"
    )
    flow.para("顺颂商祺！")
    return _sealed(flow, facts, rng)


def _headed(flow: Flow, facts: Facts, rng: Random) -> None:
    page = flow.page
    page.text(240, 190, facts.law_firm, Style(Face.HEI, 50, _NAVY, stroke=1, spacing=4))
    page.text(240, 236, "LAW FIRM", Style(Face.ZEN, 26, _NAVY, spacing=10))
    page.pen.line((240, 262, 1420, 262), fill=_NAVY, width=4)
    foot = f"地址：{facts.company.address[:22]}　电话：0{rng.randint(310, 999)}-{rng.randint(2000000, 8999999)}"
    page.text(240, 2230, foot, Style(Face.HEI, 24, _NAVY))
    page.pen.line((240, 2190, 1420, 2190), fill=_NAVY, width=2)
    flow.y = 400


def _sealed(flow: Flow, facts: Facts, rng: Random) -> Drawing:
    flow.need(360)
    flow.gap(120)
    box = flow.line(facts.law_firm, at="right", inset=40)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=100)
    stamp(flow.page, Seal(facts.law_firm, radius=155), (box.centre.x, box.centre.y + 40), rng)
    return Drawing(flow.finished())


LAYOUTS = (to_the_court, from_the_stub, demand)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
