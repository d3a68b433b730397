"""Draws letters of law firms: who acts for a party, and letters that quote a ruling from its number to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from intake.domain.drawing import Drawing, DrawnPage, Facts
from intake.drawing.canvas import Run, Style
from intake.drawing.flow import Flow, print_style, title_style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.words import figures, hanzi_date, plain_date


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 letter to the court, 1 quoting a ruling, 2 demanding, 3 a form with a stub."""
    return Drawing(_FAMILY[seed % len(_FAMILY)](facts, Random(f"law_firm_letter {seed}")))


def _to_court(facts: Facts, rng: Random) -> tuple[DrawnPage, ...]:
    flow = Flow(print_style(rng, (40, 42)))
    flow.title(facts.law_firm, Style(Face.SONG_BOLD, 60, spacing=6))
    flow.title(rng.choice(("函", "出 庭 函", "律师事务所函")), title_style(rng, 76))
    flow.right(_number(facts, rng, "民函"))
    flow.y += 20
    flow.say(f"{facts.court_name}：", indent=0.0)
    flow.say(
        f"贵院受理的{facts.case_number}申请执行人{facts.applicant.name}与被执行人{facts.respondent.name}{facts.cause}一案，"
        f"现由申请执行人{facts.applicant.name}委托本所{facts.agent.name}律师担任其委托诉讼代理人，参加本案的执行程序，"
        "代理权限详见授权委托书。"
    )
    flow.say("特此函告。")
    flow.y += 40
    flow.say("附：一、授权委托书一份；二、律师执业证复印件一份。")
    _sealed(flow, facts, rng)
    return flow.done()


def _quoting(facts: Facts, rng: Random) -> tuple[DrawnPage, ...]:
    flow, creditor, debtor = Flow(print_style(rng, (40, 42))), facts.applicant.name, facts.respondent.name
    _letterhead(flow, facts, rng)
    flow.title("律 师 函", title_style(rng, 72))
    flow.right(_number(facts, rng, "律函"))
    flow.say(f"{debtor}先生／女士：", indent=0.0)
    flow.say(
        f"{facts.law_firm}接受申请执行人{creditor}的委托，指派{facts.agent.name}律师就{facts.case_number}执行裁定书履行一事，"
        "向您郑重致函如下："
    )
    flow.say("一、裁定的内容")
    flow.say(f"{facts.court_name}于{plain_date(facts.decided_on)}作出{facts.case_number}执行裁定书，该裁定书全文载明：")
    _quote(flow, facts, is_block=rng.random() < 0.5)
    flow.say("二、本律师的意见")
    flow.say(
        "本律师认为，上述裁定书已经发生法律效力，您作为被执行人负有立即履行的义务。拒不履行生效裁判的，人民法院可以依法采取"
        "限制消费、纳入失信被执行人名单、罚款、拘留等措施；情节严重的，将依法追究刑事责任。"
    )
    flow.say(
        "请您在收到本律师函之日起七日内履行上述义务，否则委托人将授权本所依法采取进一步的法律措施，由此产生的一切费用由您承担。"
    )
    flow.say("特此函告！")
    _sealed(flow, facts, rng)
    return flow.done()


def _quote(flow: Flow, facts: Facts, *, is_block: bool) -> None:
    """Set the whole ruling; as a block it keeps its heading on lines of its own."""
    creditor, debtor, account = facts.applicant, facts.respondent, facts.account
    heading = (facts.court_name, "执行裁定书", facts.case_number)
    for line in heading if is_block else ():
        flow.title(line, flow.style)
    flow.say(
        f"“{'' if is_block else ''.join(heading)}申请执行人：{creditor.name}，{creditor.sex}，住{creditor.address}。"
        f"被执行人：{debtor.name}，{debtor.sex}，住{debtor.address}。本院作出的{facts.basis_case_number}民事判决书已经"
        "发生法律效力，因被执行人未按执行通知书指定的期间履行义务，本院依法立案执行。依照《中华人民共和国民事诉讼法》"
        f"第二百五十三条之规定，裁定如下：一、划拨被执行人{debtor.name}名下银行存款人民币"
        f"{figures(facts.amount, commas=False)}元（大写：{facts.amount_upper}），支付至{account.name}账户（户名："
        f"{account.name}，账号：{account.number}，开户行：{account.branch_name}）。二、本裁定立即执行。审判员{facts.judges[0]}，{hanzi_date(facts.decided_on)}，"
        f"书记员{facts.clerk}。”"
    )


def _demanding(facts: Facts, rng: Random) -> tuple[DrawnPage, ...]:
    flow = Flow(print_style(rng))
    flow.title(rng.choice(("律师函", "律师催告函")), title_style(rng, 78))
    for label, value in (
        ("致", facts.company.name),
        ("自", f"{facts.law_firm} {facts.agent.name}律师"),
        ("事由", f"{facts.cause}项下款项的支付"),
        ("日期", plain_date(facts.confirmed_on)),
    ):
        flow.page.runs(flow.y, (Run(f"{label}：", flow.style, 220), Run(value, flow.style, 360)))
        flow.y += flow.step
    flow.page.pen.line((215, flow.y - 40, 1440, flow.y - 40), fill=(60, 60, 60), width=3)
    flow.y += 40
    flow.say(
        f"受{facts.applicant.name}之委托，本律师就贵司拖欠款项事宜，依据委托人提供的{facts.basis_case_number}民事判决书等材料，"
        "致函贵司："
    )
    flow.say(
        f"根据上述判决书，“判决如下：{facts.company.name}于本判决生效之日起十日内支付{facts.applicant.name}人民币"
        f"{figures(facts.amount, commas=True)}元”。"
    )
    flow.say("截至本函发出之日，贵司仍未履行。请贵司于收函后五日内一次性付清，并与本律师联系办理相关手续。")
    flow.say(f"联系人：{facts.agent.name}律师    电话：{facts.phone}")
    flow.say("顺颂商祺！")
    _sealed(flow, facts, rng)
    return flow.done()


def _form(facts: Facts, rng: Random) -> tuple[DrawnPage, ...]:
    """Draw the numbered form that bar associations print: a stub above, the letter below, blanks written in."""
    flow, pen = Flow(print_style(rng, (40,))), Style(Face.KAI, 42, (26, 38, 104), stroke=1)
    number = _number(facts, rng, "函字")
    flow.title("律师事务所函（存根）", Style(Face.SONG_BOLD, 50))
    _blanks(flow, (("委托人：", facts.applicant.name), ("承办律师：", facts.agent.name)), pen)
    _blanks(flow, (("案由：", facts.cause), ("编号：", number)), pen)
    for x in range(160, 1500, 34):
        flow.page.pen.line((x, flow.y, x + 18, flow.y), fill=(90, 90, 90), width=3)
    flow.y += 140
    flow.title(rng.choice(("律师事务所函", "律师事务所所函", "律师事务所出庭函")), title_style(rng, 74))
    flow.right(number)
    _blanks(flow, (("", facts.court_name), ("：", "")), pen)
    _blanks(flow, (("    你院受理的", facts.case_number), ("一案，", "")), pen)
    _blanks(flow, (("当事人", facts.applicant.name), ("已委托我所", facts.agent.name)), pen)
    flow.say("律师为其委托代理人，依法出庭，请予接洽。", indent=0.0)
    flow.say("特此函告。")
    _sealed(flow, facts, rng)
    return flow.done()


_FAMILY: tuple[Callable[[Facts, Random], tuple[DrawnPage, ...]], ...] = (_to_court, _quoting, _demanding, _form)


def _letterhead(flow: Flow, facts: Facts, rng: Random) -> None:
    page, ink = flow.page, rng.choice(((20, 60, 120), (120, 30, 36), (30, 30, 34)))
    page.text(215, 190, facts.law_firm, Style(Face.HEI_BOLD, 48, ink))
    small = Style(Face.HEI, 24, (90, 90, 96))
    page.flush_right(1440, 160, f"地址：{facts.company.address}", small)
    page.flush_right(1440, 196, f"电话：{facts.phone}", small)
    page.pen.line((215, 222, 1440, 222), fill=ink, width=5)
    flow.y = 340


def _blanks(flow: Flow, parts: tuple[tuple[str, str], ...], pen: Style) -> None:
    """Set labels with what is written on the blank after each."""
    x, width = float(flow.sides[0]), (flow.sides[1] - flow.sides[0]) / len(parts)
    for label, value in parts:
        start = x + flow.style.width(label) + 12
        runs = [Run(label, flow.style, x)] if label else []
        flow.page.runs(flow.y, (*runs, *((Run(value, pen, start),) if value else ())))
        if value:
            end = max(x + width - 20, start + pen.width(value) + 8)
            flow.page.pen.line((start - 6, flow.y + 14, end, flow.y + 14), fill=(70, 70, 70), width=2)
            x = end + 10
    flow.y += flow.step * 1.1


def _sealed(flow: Flow, facts: Facts, rng: Random) -> None:
    flow.keep(5)
    flow.y += 90
    end = flow.y
    flow.right(facts.law_firm, inset=20)
    if rng.random() < 0.6:
        flow.right(f"律师：{facts.agent.name}", inset=60)
    flow.right(plain_date(facts.confirmed_on + timedelta(days=1)), inset=60)
    stamp(flow.page, Seal(facts.law_firm), (1210 + rng.randint(-50, 40), end + 30), rng)


def _number(facts: Facts, rng: Random, kind: str) -> str:
    return (
        f"〔{facts.confirmed_on.year}〕{facts.law_firm.removesuffix('律师事务所')[-2:]}{kind}第{rng.randint(11, 990)}号"
    )
