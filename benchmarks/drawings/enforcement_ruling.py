"""执行裁定书 as other courts write it: several debtors, part paid, wages withheld, enforcement stayed, old numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from benchmarks.drawings.court import (
    court_fields,
    dashed,
    described,
    headed,
    modern,
    page_of,
    panel,
    sheet_of,
    signed_off,
    typed,
)
from benchmarks.drawings.law import texts
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import someone
from benchmarks.drawings.words import as_company, as_party, money, plain_date
from intake.domain.amount import in_words
from intake.domain.drawing import Drawing, Facts

TITLE = "执行裁定书"


def several_debtors(facts: Facts, rng: Random) -> Drawing:
    """Take the rest of a debt from one of two debtors, after three other amounts were told."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    firm, p, d = facts.company, facts.applicant, facts.respondent
    whole, paid = _whole_and_paid(facts, rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("申请执行人：", p, rng))
    flow.para(f"委托诉讼代理人：{facts.agent.name}，{facts.law_firm}律师。")
    flow.para(described("被执行人：", d, rng))
    flow.para(described("被执行人", firm, rng))
    flow.para(
        f"本院在执行申请执行人{p.name}与被执行人{d.name}、{firm.name}{facts.cause}一案中，依据已经发生法律效力的"
        f"{facts.basis_case_number}民事判决书，被执行人应当向申请执行人支付款项共计{whole}元，并负担案件受理费"
        f"{rng.randint(900, 8800)}元、保全费{rng.randint(300, 5000)}元。被执行人逾期未履行，申请执行人于"
        f"{plain_date(facts.decided_on - timedelta(days=66))}向本院申请强制执行。"
    )
    for text in texts()["searched"][: rng.randint(2, 4)]:
        flow.para(text.format(other=facts.case_number.replace("执恢", "执").replace("执", "执异")))
    flow.para(
        f"执行中，被执行人{firm.name}已主动履行{paid}元，该款已发放完毕。现冻结在案的被执行人{d.name}"
        "名下银行存款足以清偿"
        f"剩余债务{facts.amount}元。"
    )
    flow.para(
        "本院认为，被执行人未自动履行生效法律文书确定的义务，人民法院有权依法扣划其应当履行义务部分的"
        "存款。依照《中华人民共和国民事诉讼法》第二百四十七条、第二百五十三条，《最高人民法院关于"
        "人民法院执行工作若干问题的规定（试行）》第二十六条之规定，裁定如下："
    )
    flow.para(
        f"一、扣划被执行人{d.name}（身份证号码{d.id_number}）名下的银行存款{facts.amount}元（{facts.amount_upper}），"
        f"支付给申请执行人{p.name}（收款账户：{facts.account.number}，户名：{facts.account.name}，"
        f"开户行：{facts.account.branch_name}）；"
    )
    flow.para(f"二、解除对被执行人{firm.name}名下其余财产的查封、冻结。")
    flow.para("本裁定书送达后立即生效。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "审判员"))
    return Drawing(
        flow.finished(rng.choice((page_of, dashed))),
        {
            **court_fields(facts, TITLE),
            "applicants": (as_party(p),),
            "respondents": (as_party(d), as_company(firm)),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
            "amount": money(facts.amount),
            "amount_upper": facts.amount_upper,
            "payee_name": p.name,
            "account_number": facts.account.number,
        },
    )


def wages(facts: Facts, rng: Random) -> Drawing:
    """Withhold the income of a debtor every month, on the small paper of former years, 之一."""
    facts = replace(facts, case_number=f"{facts.case_number}之{rng.choice('一二三')}")
    look = typed(rng)
    flow = sheet_of(look, rng, small=rng.random() < 0.6)
    p, d = facts.applicant, facts.respondent
    monthly = rng.choice((1500, 2000, 2800, 3500))
    headed(flow, look, facts, TITLE)
    for role, who in (("申请执行人", p), ("被执行人", d)):
        flow.para(described(role, who, rng, labelled=True))
    flow.para(
        f"申请执行人{p.name}申请执行被执行人{d.name}{facts.cause}纠纷一案".replace("纠纷纠纷", "纠纷")
        + f"，本院{facts.basis_case_number}民事调解书已发生法律效力，权利人向本院申请执行，执行标的为{facts.amount}元。"
        f"本院于{plain_date(facts.decided_on - timedelta(days=90))}立案，并于同日向被执行人发出执行通知书，"
        "被执行人至今未履行。"
    )
    flow.para(f"经查，被执行人{d.name}系{facts.company.name}职工，每月有固定工资收入。")
    flow.para("依照《中华人民共和国民事诉讼法》第一百五十四条第一款第（十一）项、第二百四十三条之规定，裁定如下：")
    flow.para(
        f"自{plain_date(facts.decided_on.replace(day=1))}起，每月提取被执行人{d.name}在{facts.company.name}的工资收入"
        f"{monthly}元，至提取满{facts.amount}元止，款项汇入本院指定账户后发还申请执行人{p.name}。"
    )
    flow.para("本裁定立即执行。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "执行员"))
    return Drawing(
        flow.finished(),
        {
            **court_fields(facts, TITLE),
            "applicants": (as_party(p),),
            "respondents": (as_party(d),),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
            "amount": money(facts.amount),
            "payee_name": p.name,
        },
    )


def company_paid(facts: Facts, rng: Random) -> Drawing:
    """Pay what an auction brought to a company, the amount in words before the figures."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    firm, d = facts.company, facts.respondent
    reserve = facts.amount * 2
    headed(flow, look, facts, TITLE)
    flow.para(described("申请执行人", firm, rng))
    flow.para(f"委托诉讼代理人：{facts.agent.name}，该公司法务专员。")
    flow.para(described("被执行人：", d, rng))
    flow.para(
        f"本院依据已生效的{facts.basis_case_number}民事判决，在执行申请执行人{firm.name}与被执行人{d.name}{facts.cause}"
        f"一案过程中，于{plain_date(facts.decided_on - timedelta(days=120))}作出拍卖裁定，"
        f"对被执行人名下位于{d.address}的不动产在网络司法拍卖平台公开拍卖，起拍价{reserve:.2f}元，评估"
        f"价{reserve * Decimal('1.4'):.2f}元，"
        f"现已以{reserve * Decimal('1.15'):.2f}元成交，买受人已付清全部价款。"
    )
    flow.para(
        "扣除评估费、税费及优先债权后，本案债权应当受偿。依照《中华人民共和国民事诉讼法》第二百五十四"
        "条、第二百五十五条、《最高人民法院关于人民法院网络司法拍卖若干问题的规定》第二十二条之规定，裁定如下："
    )
    flow.para(
        f"将拍卖所得价款中的{facts.amount_upper}（￥{facts.amount}）划付至申请执行人{firm.name}在"
        f"{firm.account.branch_name}"
        f"开立的账户，账号{firm.account.number}。"
    )
    flow.para("本裁定送达后即发生法律效力。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "执行员"))
    return Drawing(
        flow.finished(dashed),
        {
            **court_fields(facts, TITLE),
            "applicants": (as_company(firm),),
            "respondents": (as_party(d),),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
            "amount": money(facts.amount),
            "amount_upper": facts.amount_upper,
            "payee_name": firm.name,
            "account_number": firm.account.number,
        },
    )


def stayed(facts: Facts, rng: Random) -> Drawing:
    """End this round of enforcement: amounts are told, none is ordered to be paid."""
    look = modern(rng)
    flow = sheet_of(look, rng)
    p, d = facts.applicant, facts.respondent
    _, paid = _whole_and_paid(facts, rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("申请执行人：", p, rng))
    flow.para(described("被执行人：", d, rng))
    flow.para(
        f"申请执行人{p.name}与被执行人{d.name}{facts.cause}一案，本院{facts.basis_case_number}民事判决"
        "书已发生法律效力，"
        f"因义务人未履行，权利人申请执行，标的额{facts.amount}元。"
    )
    for text in texts()["searched"][1:3]:
        flow.para(text)
    flow.para(
        f"本案执行到位{paid}元，已扣除执行费后发还申请执行人。本院已将上述财产调查情况告知申请执行人，"
        "其表示暂不能提供被执行人的财产线索，同意终结本次执行程序。"
    )
    flow.para("依照《最高人民法院关于适用《中华人民共和国民事诉讼法》的解释》第五百一十七条规定，裁定如下：")
    flow.para(f"终结{facts.basis_case_number}民事判决书的本次执行程序。")
    flow.para("申请执行人发现被执行人有可供执行财产的，可以再次申请执行，不受申请执行时效期间的限制。")
    flow.para("本裁定送达后立即生效。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(
        flow.finished(page_of),
        {
            **court_fields(facts, TITLE),
            "applicants": (as_party(p),),
            "respondents": (as_party(d),),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
        },
    )


def before_2016(facts: Facts, rng: Random) -> Drawing:
    """Pay two people who claim together, under a number of the time before 2016, on 16开."""
    decided = facts.decided_on.replace(year=rng.randint(2009, 2015))
    short = facts.court_name.split("区人民法院")[0][-2:]
    facts = replace(
        facts,
        decided_on=decided,
        case_number=f"（{decided.year}）{short[0]}执字第{rng.randint(11, 2999)}号",
        basis_case_number=f"（{decided.year - 1}）{short[0]}民初字第{rng.randint(11, 4999)}号",
    )
    look = typed(rng)
    flow = sheet_of(look, rng, small=True)
    p, d = facts.applicant, facts.respondent
    second = someone(rng, {"home": p.address[:9], "region": p.id_number[:6], "police": p.id_authority})
    headed(flow, look, facts, TITLE)
    for role, who in (("申请执行人", p), ("申请执行人", second), ("被执行人", d)):
        flow.para(described(role, who, rng))
    flow.para(
        f"{p.name}、{second.name}与{d.name}{facts.cause}一案，本院作出的{facts.basis_case_number}民事判决书已生效。"
        f"被执行人应给付{in_words(facts.amount + 5000)}，已付5000元。"
    )
    flow.para("依照《中华人民共和国民事诉讼法》第二百四十二条的规定，裁定如下：")
    flow.para(
        f"划拨被执行人{d.name}在{facts.account.bank_name}的存款{facts.amount}元至本院案款账户，"
        f"由申请执行人{p.name}领取。"
    )
    flow.para("本裁定送达后立即生效。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "代理审判员"))
    return Drawing(
        flow.finished(),
        {
            **court_fields(facts, TITLE),
            "applicants": (as_party(p), as_party(second)),
            "respondents": (as_party(d),),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
            "amount": money(facts.amount),
            "payee_name": p.name,
        },
    )


def _whole_and_paid(facts: Facts, rng: Random) -> tuple[Decimal, Decimal]:
    paid = (facts.amount * Decimal(rng.randint(5, 60)) / 100).quantize(Decimal("0.01"))
    return facts.amount + paid, paid


LAYOUTS = (several_debtors, wages, company_paid, stayed, before_2016)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
