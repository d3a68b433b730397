"""通知书 of courts: to fetch money, to perform, that a case ended, that fees are paid back, and the form filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from benchmarks.drawings.court import Look, modern, sheet_of, typed
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import handwriting
from benchmarks.drawings.sheet import Blank, Flow, filled
from benchmarks.drawings.words import hanzi_date, money, plain_date
from intake.domain.amount import in_words
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp


def fetch_money(facts: Facts, rng: Random) -> Drawing:
    """Tell an applicant that money has come and what to bring."""
    look = modern(rng)
    flow, title = _headed(facts, look, rng, "执行案款领取通知书")
    p, d = facts.applicant.name, facts.respondent.name
    flow.line(f"{p}：")
    flow.para(
        f"你与{d}{facts.cause}一案，本院作出的{facts.basis_case_number}民事判决书已进入执行程序。现执行到位案款"
        f"{facts.amount}元（{facts.amount_upper}），扣除应由你负担的公告费{rng.choice((260, 300, 560))}元另行结算外，"
        "应予发还。请你自收到本通知之日起十日内，携带下列材料到本院案款管理窗口办理领款手续："
    )
    for text in (
        "一、本人居民身份证原件及复印件一份；",
        "二、本人名下的银行借记卡或存折复印件，须注明开户行网点名称；",
        "三、委托他人代领的，应提交经公证的授权委托书，写明“代为收取执行款项”。",
    ):
        flow.para(text)
    flow.para("逾期不领取的，本院将依法予以提存。")
    flow.para("特此通知。")
    flow.para(f"联系人：{facts.clerk}　　联系电话：0{rng.randint(300, 999)}-8{rng.randint(100000, 999999)}")
    _dated(flow, facts, rng)
    fields = {"amount": money(facts.amount), "amount_upper": facts.amount_upper, "payee_name": p}
    return _drawing(flow, facts, title, fields | {"basis_case_number": facts.basis_case_number, "cause": facts.cause})


def perform(facts: Facts, rng: Random) -> Drawing:
    """Order a debtor to perform, naming the court's own account for the payment."""
    look = typed(rng)
    flow, title = _headed(facts, look, rng, "执行通知书")
    d, interest = facts.respondent.name, (facts.amount * Decimal("0.061")).quantize(Decimal("0.01"))
    flow.line(f"{d}：")
    flow.para(
        f"你与{facts.applicant.name}{facts.cause}一案，本院作出的{facts.basis_case_number}民事判决书已经发生法律效力。"
        f"申请执行人{facts.applicant.name}于{plain_date(facts.decided_on - timedelta(days=9))}向本院申"
        "请强制执行，本院于"
        f"{plain_date(facts.decided_on - timedelta(days=3))}立案。依照《中华人民共和国民事诉讼法》第二"
        "百五十一条的规定，"
        "责令你自本通知书送达后立即履行下列义务："
    )
    flow.para(f"1．向申请执行人支付{facts.amount}元；")
    flow.para(f"2．加倍支付迟延履行期间的债务利息（暂计{interest}元）；")
    flow.para(f"3．负担申请执行费{rng.randint(800, 9000)}元。")
    flow.para("逾期不履行的，本院将依法强制执行，并可根据情节轻重予以罚款、拘留；构成犯罪的，依法追究刑事责任。")
    _dated(flow, facts, rng)
    flow.para(f"执行法官：{facts.judges[0]}")
    flow.para(f"开户银行：{facts.account.branch_name}", indent=2)
    flow.para(f"账户名称：{facts.court_name}（执行款专户）")
    number = f"{rng.randint(10**15, 10**16 - 1)}"
    flow.para(f"账号：{number}")
    fields = {"amount": money(facts.amount), "payee_name": facts.applicant.name, "account_number": number}
    return _drawing(flow, facts, title, fields | {"basis_case_number": facts.basis_case_number, "cause": facts.cause})


def fee_back(facts: Facts, rng: Random) -> Drawing:
    """Pay court fees back: a form whose blanks are filled in by hand."""
    facts = replace(facts, amount=Decimal(rng.randint(25_00, 9_800_00)) / 100)
    facts = replace(facts, amount_upper=in_words(facts.amount))
    print_ = Style(Face.SONG, 42, leading=2.1)
    look = Look(Style(Face.SONG, 56, stroke=2), Style(Face.SONG, 72, stroke=2, spacing=30), print_, wide_title=False)
    flow, title = _headed(facts, look, rng, "退费通知书")
    pen = handwriting(rng, 46)
    left, right = flow.sides
    for label, value in (
        ("当事人：", facts.applicant.name),
        ("案由：", facts.cause),
        ("预交诉讼费：￥", money(facts.amount * 2)),
        ("应退金额（小写）：￥", money(facts.amount)),
        ("应退金额（大写）：", facts.amount_upper),
        ("收款账号：", facts.account.number),
        ("开户银行：", facts.account.branch_name),
    ):
        filled(flow.page, (left, flow.y), Blank(label, value, right), print_, pen)
        flow.y += 104
    flow.para(
        "上列当事人之诉讼费用，依照《诉讼费用交纳办法》第二十七条、第五十三条之规定，准予退还。请财务"
        "部门审核后于十五日内办理。"
    )
    _dated(flow, facts, rng)
    fields = {"amount": money(facts.amount), "amount_upper": facts.amount_upper, "payee_name": facts.applicant.name}
    return _drawing(flow, facts, title, fields | {"account_number": facts.account.number, "cause": facts.cause})


def closed(facts: Facts, rng: Random) -> Drawing:
    """Tell both parties that enforcement ended because everything was paid."""
    look = modern(rng)
    flow, title = _headed(facts, look, rng, "结案通知书")
    p, d = facts.applicant.name, facts.respondent.name
    flow.line(f"{p}、{d}：")
    flow.para(
        f"关于申请执行人{p}与被执行人{d}{facts.cause}一案，本院{facts.basis_case_number}民事调解书确定"
        "的内容已全部执行完毕。"
        "依照《最高人民法院关于执行案件立案、结案若干问题的意见》第十五条规定，本案予以结案。"
    )
    flow.para("特此通知")
    _dated(flow, facts, rng)
    return _drawing(flow, facts, title, {"basis_case_number": facts.basis_case_number, "cause": facts.cause})


def assist(facts: Facts, rng: Random) -> Drawing:
    """Ask a bank to take money from an account and send it to an applicant's."""
    look = typed(rng)
    flow, title = _headed(facts, look, rng, "协助执行通知书")
    account = facts.account
    flow.line(f"{facts.account.branch_name}：")
    flow.para(
        f"本院在执行{facts.applicant.name}与{facts.respondent.name}{facts.cause}一案中，作出的执行裁定"
        "书已经发生法律效力。"
        "依照《中华人民共和国民事诉讼法》第一百一十七条、第二百五十三条规定，请协助执行以下事项："
    )
    flow.para(
        f"将被执行人{facts.respondent.name}（证件号码{facts.respondent.id_number}）在你处的存款扣划"
        f"{facts.amount}元至下列账户：",
    )
    for label, value in (("户名", account.name), ("账号", account.number), ("开户行", account.branch_name)):
        flow.para(f"{label}：{value}", indent=4)
    flow.para("附：执行裁定书一份、执行人员工作证及执行公务证复印件各一份。")
    _dated(flow, facts, rng)
    fields = {"amount": money(facts.amount), "payee_name": account.name, "account_number": account.number}
    return _drawing(flow, facts, title, fields | {"cause": facts.cause})


def _headed(facts: Facts, look: Look, rng: Random, title: str) -> tuple[Flow, str]:
    flow = sheet_of(look, rng)
    flow.line(facts.court_name, look.court, at="centre")
    flow.gap(12)
    flow.line(" ".join(title) if look.wide_title else title, look.title, at="centre")
    flow.gap(12)
    flow.line(facts.case_number, at="right")
    flow.gap(20)
    return flow, title


def _dated(flow: Flow, facts: Facts, rng: Random) -> None:
    flow.need(260)
    flow.gap(110)
    day = hanzi_date(facts.decided_on) if rng.random() < 0.6 else plain_date(facts.decided_on)
    box = flow.line(day, at="right", inset=60)
    stamp(flow.page, Seal(facts.court_name, radius=166), (box.centre.x + rng.randint(-30, 30), box.centre.y - 20), rng)
    flow.gap(80)


def _drawing(flow: Flow, facts: Facts, title: str, fields: Mapping[str, Value]) -> Drawing:
    return Drawing(
        flow.finished(),
        {
            "court_name": facts.court_name,
            "title": title,
            "case_number": facts.case_number,
            "decision_date": facts.decided_on.isoformat(),
            "has_seal": True,
            **fields,
        },
    )


LAYOUTS = (fetch_money, perform, fee_back, closed, assist)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
