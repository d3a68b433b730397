"""Draws what parties write to a court: a complaint, an appeal, applications, and the complaint on the form of 2024."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from intake.domain.amount import in_words
from intake.domain.document import Value
from intake.domain.drawing import Drawing, DrawnPage, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Style
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.grid import Cell, grid, pairs
from intake.drawing.words import figures, plain_date

Drawn = tuple[tuple[DrawnPage, ...], Mapping[str, Value]]


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 complaint, 1 appeal, 2 enforcement, 3 complaint on a form, 4 release of the money."""
    pages, fields = _FAMILY[seed % len(_FAMILY)](facts, Random(f"complaint {seed}"))
    return Drawing(pages, fields)


def _complaint(facts: Facts, rng: Random) -> Drawn:
    flow, creditor, debtor = _begun(rng, "民事起诉状"), facts.applicant, facts.respondent
    flow.say(f"原告：{_described(creditor)}联系电话：{facts.phone}。")
    flow.say(f"被告：{_described(debtor)}")
    flow.say(f"案由：{facts.cause}")
    flow.say("诉讼请求：")
    words = f"（大写：{in_words(facts.amount)}）" if rng.random() < 0.5 else ""
    flow.say(f"1.判令被告向原告支付款项人民币{_money(facts, rng)}元{words}；")
    flow.say("2.判令被告以上述款项为基数，自起诉之日起至实际清偿之日止，按一年期贷款市场报价利率支付利息；")
    flow.say("3.本案诉讼费用由被告承担。")
    flow.say("事实与理由：")
    _story(flow, facts)
    _closed(flow, facts.court_name, "具状人", creditor.name, facts)
    return flow.done(), {"cause": facts.cause, "claim_amount": _figures(facts.amount)}


def _appeal(facts: Facts, rng: Random) -> Drawn:
    flow, creditor, debtor = _begun(rng, "民事上诉状"), facts.applicant, facts.respondent
    number, court = facts.basis_case_number, facts.court_name
    flow.say(f"上诉人（原审被告）：{_described(debtor)}")
    flow.say(f"被上诉人（原审原告）：{_described(creditor)}")
    flow.say(
        f"上诉人{debtor.name}因与被上诉人{creditor.name}{facts.cause}一案，不服{court}{number}民事判决，现依法提出上诉。"
    )
    flow.say("上诉请求：")
    flow.say(f"一、请求撤销{court}{number}民事判决，依法改判上诉人无需支付被上诉人人民币{_money(facts, rng)}元；")
    flow.say("二、本案一审、二审诉讼费用均由被上诉人承担。")
    flow.say("事实和理由：")
    flow.say(
        "一审判决认定事实不清，适用法律错误。原审中，被上诉人提交的证据不足以证明双方之间的权利义务关系，一审法院判决如下内容与"
        "查明的事实不符，且遗漏了上诉人已经履行的部分，依法应予纠正。"
    )
    flow.say("综上，上诉人特依照《中华人民共和国民事诉讼法》第一百七十一条之规定提起上诉，望判如所请。")
    _closed(flow, f"{_city(facts)}中级人民法院", "上诉人", debtor.name, facts)
    return flow.done(), {"cause": facts.cause, "claim_amount": _figures(facts.amount), "case_number": number}


def _enforcement(facts: Facts, rng: Random) -> Drawn:
    flow = _begun(rng, rng.choice(("强制执行申请书", "恢复执行申请书", "执行申请书")))
    creditor, debtor, number = facts.applicant, facts.respondent, facts.basis_case_number
    interest = (facts.amount * Decimal("0.0385")).quantize(Decimal("0.01"))
    total = facts.amount + interest
    flow.say(f"申请执行人：{_described(creditor)}联系电话：{facts.phone}。")
    flow.say(f"被执行人：{_described(debtor)}")
    flow.say(
        f"申请执行人{creditor.name}与被执行人{debtor.name}{facts.cause}一案，{facts.court_name}作出的{number}民事判决书"
        "已经发生法律效力，被执行人至今未履行，现申请强制执行。"
    )
    flow.say("申请事项：")
    flow.say(
        f"1.强制被执行人支付本金人民币{_money(facts, rng)}元、利息人民币{_figures(interest)}元，"
        f"共计人民币{_figures(total)}元；"
    )
    flow.say("2.强制被执行人加倍支付迟延履行期间的债务利息；")
    flow.say("3.执行费用由被执行人承担。")
    flow.say("事实和理由：")
    flow.say(
        f"贵院作出的上述判决书已于{plain_date(facts.decided_on - timedelta(days=60))}生效，被执行人拒不履行。"
        "为维护申请执行人的合法权益，特向贵院申请强制执行，望予准许。"
    )
    _closed(flow, facts.court_name, "申请执行人", creditor.name, facts)
    return flow.done(), {"cause": facts.cause, "claim_amount": _figures(total), "case_number": number}


def _form(facts: Facts, rng: Random) -> Drawn:
    page, face = Canvas.blank(A4), rng.choice((Face.SONG, Face.MING, Face.HEI))
    text = Style(face, 34, stroke=int(face is Face.MING))
    head, pen = Style(Face.HEI_BOLD, 34), Style(Face.KAI, 36, (24, 40, 100), stroke=1)
    page.centred(A4[0] / 2, 200, "民事起诉状", title_style(rng))
    page.centred(A4[0] / 2, 276, f"（{facts.cause}）", Style(Face.HEI_BOLD, 44))
    rect = Rect(170, 320, 1484, A4[1])
    said = "说明：为了方便您更好地参加诉讼，保护您的合法权利，请填写本表。起诉时需向人民法院提交证明您身份的材料。"
    rows = [
        [Cell(said, 1, text.sized(28))],
        [Cell("当事人信息", 1, head, centred=True)],
        *pairs([("原告（自然人）", _listed(facts.applicant, facts.phone))], text, pen),
        *pairs([("被告（自然人）", _listed(facts.respondent, ""))], text, pen),
        [Cell("诉讼请求和依据", 1, head, centred=True)],
        *pairs(
            [
                ("1.给付款项", f"请求判令被告给付原告人民币{_money(facts, rng)}元"),
                ("2.诉讼费用", "由被告承担"),
                ("3.标的总额", f"{_figures(facts.amount)}元"),
                ("4.请求依据", "《中华人民共和国民法典》第五百七十七条"),
            ],
            text,
            pen,
        ),
        [Cell("事实与理由", 1, head, centred=True)],
        *pairs([("1.合同签订情况", "双方签订有书面合同，原件由原告保存"), ("2.其他说明", "无")], text, pen),
    ]
    bottom = grid(page, rows, rect, row=72)
    page.text(820, bottom + 90, "具状人（签字、盖章）：", text)
    page.paste_text((1330, bottom + 76), facts.applicant.name, replace(pen, size=64), rng.uniform(1, 6))
    page.text(820, bottom + 170, f"日期：{plain_date(facts.decided_on)}", text)
    page.mark(120, 2262)
    return (page.page(),), {"cause": facts.cause, "claim_amount": _figures(facts.amount)}


def _release(facts: Facts, rng: Random) -> Drawn:
    flow = _begun(rng, rng.choice(("执行款发放申请书", "领取执行案款申请书", "退费申请书")))
    creditor, account = facts.applicant, facts.account
    flow.say(f"申请人：{_described(creditor)}")
    flow.say(f"案号：{facts.case_number}", indent=2.0)
    flow.say(f"案由：{facts.cause}")
    flow.say("申请事项：")
    flow.say(f"请求贵院将本案款项人民币{_money(facts, rng)}元发放至申请人名下账户。")
    for label, value in (("户名", account.name), ("开户行", account.branch_name), ("账号", account.number)):
        flow.say(f"{label}：{value}")
    flow.say("事实和理由：")
    flow.say("上述案件已执行到位，款项已汇入贵院案款账户，申请人身份信息及账户信息均真实有效，现特申请发放，望批准。")
    _closed(flow, facts.court_name, "申请人", creditor.name, facts)
    fields = {"cause": facts.cause, "claim_amount": _figures(facts.amount), "case_number": facts.case_number}
    return flow.done(), fields


_FAMILY: tuple[Callable[[Facts, Random], Drawn], ...] = (_complaint, _appeal, _enforcement, _form, _release)


def _begun(rng: Random, title: str) -> Flow:
    flow = Flow(print_style(rng), rng.choice(((215, 1440), (200, 1455))))
    flow.title(title, title_style(rng, 70))
    flow.y += 30
    return flow


def _story(flow: Flow, facts: Facts) -> None:
    debtor = facts.respondent.name
    since = plain_date(facts.decided_on - timedelta(days=410))
    flow.say(
        f"原告与被告{debtor}素有往来。{since}，双方对账后，被告{debtor}出具欠条一份，确认尚欠原告上述款项，并承诺于三个月内付清。"
        "到期后，原告多次以电话、微信等方式催要，被告均以各种理由推脱，至今分文未付。"
    )
    flow.say(
        "原告认为，依法成立的合同受法律保护，被告未按约履行付款义务，已构成违约，应当承担继续履行并赔偿损失的民事责任。"
        "为维护原告的合法权益，特依据《中华人民共和国民法典》《中华人民共和国民事诉讼法》的有关规定向贵院起诉，望判如所请。"
    )


def _closed(flow: Flow, court: str, role: str, name: str, facts: Facts) -> None:
    flow.keep(7)
    flow.say("此致")
    flow.say(court, indent=0.0)
    flow.y += 50
    sign = Style(Face.KAI, 62, (26, 32, 70), stroke=1)
    x = flow.sides[1] - flow.style.width(f"{role}：") - 260
    flow.page.text(x, flow.y, f"{role}：", flow.style)
    flow.page.paste_text((flow.sides[1] - 130, flow.y - 16), name, sign, 3)
    flow.y += flow.step * 1.2
    flow.right(plain_date(facts.decided_on))
    flow.say("附：本状副本一份，证据材料一份。", indent=2.0)


def _described(person: Person) -> str:
    return (
        f"{person.name}，{person.sex}，{plain_date(person.born_on)}出生，{person.ethnicity}族，住{person.address}，"
        f"公民身份号码{person.id_number}。"
    )


def _listed(person: Person, phone: str) -> str:
    lines = (f"姓名：{person.name}", f"性别：{person.sex}  民族：{person.ethnicity}族", f"住址：{person.address}")
    more = (f"证件号码：{person.id_number}", f"联系电话：{phone}")
    return "\n".join((*lines, *(more if phone else more[:1])))


def _money(facts: Facts, rng: Random) -> str:
    return figures(facts.amount, commas=rng.random() < 0.3)


def _figures(amount: Decimal) -> str:
    return figures(amount, commas=False)


def _city(facts: Facts) -> str:
    return facts.court_name.split("市")[0].split("省")[-1] + "市"
