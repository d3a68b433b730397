"""民事判决书 as other courts write it: at first instance, on appeal, and the short form for small claims."""

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
from benchmarks.drawings.law import Dispute, dispute_of, texts
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import court_home
from benchmarks.drawings.sheet import Flow
from benchmarks.drawings.words import as_company, as_party, money, plain_date
from intake.domain.amount import in_words
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts

TITLE = "民事判决书"


def first_instance(facts: Facts, rng: Random) -> Drawing:
    """Judge between two people at length, over three or four pages."""
    facts = _filed(facts, "民初", rng)
    look = modern(rng)
    flow = sheet_of(look, rng)
    p, d = facts.applicant, facts.respondent
    told = dispute_of(facts, "原告", "被告", rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("原告：", p, rng))
    flow.para(f"委托诉讼代理人：{facts.agent.name}，{facts.law_firm}律师。")
    flow.para(described("被告：", d, rng))
    _tried(flow, facts, told, rng)
    flow.para(f"本院认为，{told.view}综上，原告的诉讼请求部分成立，对其合理部分{facts.amount}元本院予以支持。")
    flow.para(f"依照{told.law}，《中华人民共和国民事诉讼法》第六十七条、第一百四十五条规定，判决如下：")
    flow.para(
        f"一、被告{d.name}于本判决生效之日起十日内向原告{p.name}{told.duty}共计{facts.amount}元"
        f"（{in_words(facts.amount)}）；"
    )
    flow.para(f"二、驳回原告{p.name}的其他诉讼请求。")
    flow.para(texts()["interest"])
    fee = rng.randint(1200, 9800)
    flow.para(f"案件受理费{fee}元，由原告负担{fee // 5}元，被告负担{fee - fee // 5}元。")
    flow.para(texts()["appeal"].format(upper=_city(facts)))
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(flow.finished(page_of), _fields(facts) | {"amount_upper": in_words(facts.amount)})


def small_claim(facts: Facts, rng: Random) -> Drawing:
    """Judge for a company in the short form with numbered elements, one judge."""
    facts = replace(_filed(facts, "民初", rng), judges=facts.judges[:1])
    look = modern(rng)
    flow = sheet_of(look, rng)
    firm, d = facts.company, facts.respondent
    told = dispute_of(facts, firm.name, d.name, rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("原告", firm, rng))
    flow.para(described("被告", d, rng))
    flow.para(f"原告{firm.name}与被告{d.name}{facts.cause}一案，本院依法适用小额诉讼程序审理，现已审理终结。")
    flow.para("当事人诉辩主张与争议要素（适用小额诉讼程序）：", look.body.sized(look.body.size))
    for number, text in enumerate(
        (
            f"立案时间：{plain_date(facts.decided_on - timedelta(days=55))}。",
            f"诉讼请求：判令被告立即{told.duty}{told.claimed}元。",
            f"主要事实：{told.story}",
            f"被告答辩意见：{told.defence}",
        ),
        1,
    ):
        flow.para(f"{number}．{text}")
    flow.para(f"裁判理由：{told.view}")
    flow.para(f"依照{told.law}，《中华人民共和国民事诉讼法》第一百六十五条之规定，判决如下：")
    flow.para(f"被告{d.name}于本判决生效之日起七日内支付原告{firm.name}人民币{facts.amount}元。")
    flow.para(f"案件受理费25元，由被告{d.name}负担。")
    flow.para("本判决为终审判决。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    fields = _fields(facts) | {"applicants": (as_company(firm),), "payee_name": firm.name}
    return Drawing(flow.finished(dashed), fields)


def on_appeal(facts: Facts, rng: Random) -> Drawing:
    """Change a judgment on appeal: the number and the amounts of the judgment below are quoted."""
    home = court_home(facts.court_name)
    below = facts.basis_case_number
    middle = home["code"][:3]
    facts = replace(
        facts,
        court_name=f"{home['home'].split('市')[0]}市中级人民法院" if middle[0] != "津" else "天津市第一中级人民法院",
        case_number=f"（{facts.decided_on.year}）{middle}民终{rng.randint(100, 9800)}号",
        judges=(*facts.judges, "乔毅", "龚艳")[:3],
    )
    look = typed(rng)
    flow = sheet_of(look, rng)
    p, d = facts.applicant, facts.respondent
    told = dispute_of(facts, p.name, d.name, rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("上诉人（原审原告）：", p, rng))
    flow.para(described("被上诉人（原审被告）：", d, rng))
    flow.para(
        f"上诉人{p.name}因与被上诉人{d.name}{facts.cause}一案，不服{home['name']}{below}民事判决，向本院提起上诉。"
        "本院依法组成合议庭，公开开庭进行了审理。本案现已审理终结。"
    )
    half = (facts.amount / 2).quantize(Decimal("0.01"))
    flow.para(f"{p.name}上诉请求：撤销原判，改判被上诉人支付{told.claimed}元。")
    flow.para(f"一审法院认定事实：{told.story}一审法院判决：{d.name}支付{p.name}{half}元。")
    flow.para(f"二审中，当事人没有提交新证据。本院认为，{told.view}一审判决认定事实清楚，但责任比例失当，应予纠正。")
    flow.para("依照《中华人民共和国民事诉讼法》第一百七十七条第一款第二项规定，判决如下：")
    flow.para(f"一、撤销{home['name']}{below}民事判决；")
    flow.para(f"二、{d.name}于本判决生效后十五日内支付{p.name}{facts.amount}元；")
    flow.para(f"三、驳回{p.name}的其他诉讼请求。")
    flow.para(f"二审案件受理费{rng.randint(800, 6000)}元，由{d.name}负担。")
    flow.para("本判决为终审判决。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(flow.finished(dashed), _fields(facts))


def _tried(flow: Flow, facts: Facts, told: Dispute, rng: Random) -> None:
    p, d = facts.applicant.name, facts.respondent.name
    flow.para(
        f"原告{p}与被告{d}{facts.cause}一案，本院于{plain_date(facts.decided_on - timedelta(days=150))}立案后，"
        "依法适用普通程序，公开开庭进行了审理。原告及其委托诉讼代理人、被告均到庭参加诉讼。本案现已审理终结。"
    )
    flow.para(
        f"{p}向本院提出诉讼请求：1．判令被告{told.duty}{told.claimed}元；2．判令被告承担律师代理费"
        f"{rng.randint(3, 20) * 1000}元；3．本案诉讼费用由被告负担。事实和理由：{told.story}"
    )
    flow.para(f"{d}辩称，{told.defence}")
    flow.para(f"经审理查明：{told.story.replace('原告', '原告' + p, 1)}")
    flow.para(rng.choice(texts()["evidence"]))


def _filed(facts: Facts, kind: str, rng: Random) -> Facts:
    code = court_home(facts.court_name)["code"]
    return replace(facts, case_number=f"（{facts.decided_on.year}）{code}{kind}{rng.randint(101, 19990)}号")


def _city(facts: Facts) -> str:
    home = court_home(facts.court_name)["home"]
    return home[: home.index("市") + 1]


def _fields(facts: Facts) -> dict[str, Value]:
    return {
        **court_fields(facts, TITLE),
        "applicants": (as_party(facts.applicant),),
        "respondents": (as_party(facts.respondent),),
        "cause": facts.cause,
        "amount": money(facts.amount),
        "payee_name": facts.applicant.name,
    }


LAYOUTS = (first_instance, small_claim, on_appeal)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
