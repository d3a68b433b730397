"""Papers that ask a court for something: 起诉状 with blanks, 上诉状, 执行申请书, 追加被执行人申请书 by hand."""

from __future__ import annotations

from random import Random

from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting, signed, thumb
from benchmarks.drawings.sheet import Cell, Flow, Row, Table
from benchmarks.drawings.words import money, plain_date
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import INK, Style
from intake.drawing.fonts import Face


def elements(facts: Facts, rng: Random) -> Drawing:
    """Draw the form with elements in a table that courts hand out since 2024."""
    p, d = facts.applicant, facts.respondent
    told = dispute_of(facts, "原告", "被告", rng)
    flow = Flow(Style(Face.HEI, 31, leading=1.5), sides=(160, 1494), span=(230, 2120))
    flow.line("民事起诉状", Style(Face.SONG, 64, INK, stroke=2), at="centre")
    flow.line(f"（{facts.cause}）", Style(Face.SONG, 40, INK), at="centre")
    note = "说明：为了方便您更好地参加诉讼，保护您的合法权利，请填写本表。"
    rows: list[Row] = [
        [Cell(note, 2)],
        [
            Cell("原告（自然人）", align="centre"),
            (
                f"姓名：{p.name}\n性别：男{_box(p.sex, '男')} 女{_box(p.sex, '女')}　民族：{p.ethnicity}\n"
                f"出生日期：{plain_date(p.born_on)}\n住所地：{p.address}\n证件号码：{p.id_number}\n联系电话：{facts.phone}"
            ),
        ],
        [Cell("被告（自然人）", align="centre"), f"姓名：{d.name}\n住所地：{d.address}\n证件号码：{d.id_number}"],
        [Cell("诉讼请求", align="centre"), f"1．{told.duty}{told.claimed}元；\n2．诉讼费用由被告负担。"],
        [Cell("事实与理由", align="centre"), told.story],
        [Cell("是否申请财产保全", align="centre"), "是□　否■"],
    ]
    flow.y = Table(160, (330, 1004), flow.style, 84).ruled(flow.page, flow.y - 30, rows) + 90
    flow.line(f"具状人（签字、盖章）：{p.name}", inset=560)
    flow.line(f"日期：{plain_date(facts.confirmed_on)}", inset=560)
    return Drawing(flow.finished(), {"cause": facts.cause, "claim_amount": money(told.claimed)})


def appeal(facts: Facts, rng: Random) -> Drawing:
    """Appeal against a judgment that is quoted with its number and its order."""
    p, d = facts.respondent, facts.applicant
    told = dispute_of(facts, d.name, p.name, rng)
    flow = Flow(Style(rng.choice((Face.SONG, Face.KAI)), 40, leading=1.85))
    flow.line("民 事 上 诉 状", Style(Face.HEI, 72, INK, stroke=1), at="centre")
    flow.gap(40)
    flow.para(f"上诉人（原审被告）：{p.name}，{p.sex}，{plain_date(p.born_on)}出生，住{p.address}。")
    flow.para(f"被上诉人（原审原告）：{d.name}，{d.sex}，住{d.address}。")
    flow.para(f"上诉人因{facts.cause}一案，不服{facts.court_name}{facts.basis_case_number}民事判决，现提出上诉。")
    flow.line("上诉请求", Style(Face.HEI, 42, INK, stroke=1), at="centre")
    flow.para(f"一、撤销原判“被告{p.name}于本判决生效之日起十日内支付原告{facts.amount}元”之判项，依法改判；")
    flow.para("二、一、二审诉讼费用由被上诉人承担。")
    flow.line("事实与理由", Style(Face.HEI, 42, INK, stroke=1), at="centre")
    flow.para(f"原审判决认定事实不清，适用法律错误。{told.defence}")
    flow.para(f"原审法院认为：“{told.view}”该认定与在案证据不符。")
    flow.para("此致")
    flow.line(f"{facts.court_name.split('市')[0].split('自治区')[0]}中级人民法院")
    flow.gap(60)
    flow.line("上诉人：", inset=720)
    signed(flow.page, (1260, flow.y - 90), p.name, rng)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=100)
    return Drawing(flow.finished(), {"cause": facts.cause, "case_number": facts.basis_case_number})


def to_enforce(facts: Facts, rng: Random) -> Drawing:
    """Ask for enforcement of a judgment, in print with signature and thumb."""
    p, d = facts.applicant, facts.respondent
    flow = Flow(Style(Face.SONG, 42, leading=1.9))
    flow.gap(20)
    flow.line("强制执行申请书", Style(Face.SONG, 76, INK, stroke=3), at="centre")
    flow.gap(50)
    flow.para(
        f"申请执行人：{p.name}，{p.sex}，{p.ethnicity}族，住{p.address}，身份证号{p.id_number}，电话"
        f"{facts.phone}。".replace("族族", "族")
    )
    flow.para(f"被执行人：{d.name}，{d.sex}，住{d.address}，身份证号{d.id_number}。")
    flow.para(f"执行依据：{facts.court_name}{facts.basis_case_number}民事判决书。")
    flow.para(f"案由：{facts.cause}")
    flow.para(
        f"请求事项：一、强制被执行人向申请执行人支付{facts.amount}元；二、加倍支付迟延履行期间的债务利"
        "息；三、执行费用由被执行人承担。"
    )
    flow.para(
        "事实与理由：上述判决书已经发生法律效力，被执行人拒不履行，为维护申请执行人的合法权益，特向贵院申请强制执行。"
    )
    flow.para("此致")
    flow.line(facts.court_name)
    flow.gap(70)
    flow.line("申请执行人：", inset=640)
    signed(flow.page, (1250, flow.y - 90), p.name, rng)
    thumb(flow.page, (1370, flow.y - 90), rng)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=100)
    fields = {"cause": facts.cause, "claim_amount": money(facts.amount), "case_number": facts.basis_case_number}
    return Drawing(flow.finished(), fields)


def by_hand(facts: Facts, rng: Random) -> Drawing:
    """Ask by hand for money to be paid soon, on squared paper."""
    pen = handwriting(rng, 50)
    ink = Style(pen.face, 50, pen.colour, leading=2.0)
    flow = Flow(ink, sides=(180, 1474), span=(360, 2100))
    for y in range(300, 2150, 100):
        for x in range(177, 1478, 50):
            flow.page.pen.rectangle((x, y, x + 50, y + 70), outline=(214, 190, 180))
    flow.line("申　请　书", ink.sized(64), at="centre")
    flow.para(f"申请人：{facts.applicant.name}，电话：{facts.phone}。")
    flow.para(
        f"我与{facts.respondent.name}{facts.cause}一案，案号{facts.case_number}，现家中有人生病急需用"
        f"钱，申请法院将案款{facts.amount}元尽快发放给我。"
    )
    flow.line(f"申请人：{facts.applicant.name}", at="right", inset=100)
    flow.line(plain_date(facts.confirmed_on), at="right", inset=80)
    thumb(flow.page, (1420, flow.y - 200), rng)
    fields = {"cause": facts.cause, "claim_amount": money(facts.amount), "case_number": facts.case_number}
    return Drawing(flow.finished(), fields)


def _box(value: str, wanted: str) -> str:
    return "■" if value == wanted else "□"


LAYOUTS = (elements, appeal, to_enforce, by_hand)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
