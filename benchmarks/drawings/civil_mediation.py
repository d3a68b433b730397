"""民事调解书 as other courts write it: paid in instalments, and paid at once through the court's account."""

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
    panel,
    sheet_of,
    signed_off,
    typed,
)
from benchmarks.drawings.law import dispute_of
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import court_home
from benchmarks.drawings.words import as_company, as_party, money, plain_date
from intake.domain.document import Party, Value
from intake.domain.drawing import Drawing, Facts

TITLE = "民事调解书"


def instalments(facts: Facts, rng: Random) -> Drawing:
    """Agree on a sum paid in three parts, with a penalty, into a named account."""
    facts = _filed(facts, rng)
    look = modern(rng)
    flow = sheet_of(look, rng)
    p, d, account = facts.applicant, facts.respondent, facts.account
    told = dispute_of(facts, "原告", "被告", rng)
    headed(flow, look, facts, TITLE)
    flow.para(described("原告：", p, rng))
    flow.para(described("被告：", d, rng))
    flow.para(f"案由：{facts.cause}")
    flow.para(f"原告{p.name}向本院提出诉讼请求：判令被告{told.duty}{told.claimed}元。事实和理由：{told.story}")
    flow.para("本案审理过程中，经本院主持调解，双方当事人自愿达成如下协议：")
    part = (facts.amount / 3).quantize(Decimal("0.01"))
    days = [plain_date(facts.decided_on + timedelta(days=30 * (i + 1))) for i in range(3)]
    flow.para(
        f"一、双方确认，被告{d.name}尚应支付原告{p.name}款项共计{facts.amount}元，该款由被告分三期付清：于{days[0]}前"
        f"支付{part}元，于{days[1]}前支付{part}元，余款{facts.amount - 2 * part}元于{days[2]}前付清；"
    )
    flow.para(
        f"二、上述款项汇入原告指定账户（开户行：{account.branch_name}，户名：{account.name}，账号：{account.number}）；"
    )
    flow.para(
        f"三、如被告有任何一期未按时足额履行，应另行支付违约金{rng.randint(2, 30) * 1000}元，原告有权"
        "就全部未付款项申请强制执行；"
    )
    flow.para("四、双方就本案再无其他争议。")
    flow.para(f"案件受理费减半收取{rng.randint(300, 3000)}元，由原告负担（已交纳）。")
    flow.para("上述协议，不违反法律规定，本院予以确认。")
    flow.para("本调解书经双方当事人签收后，即具有法律效力。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    fields = _fields(facts, as_party(p)) | {"account_number": account.number, "payee_name": p.name}
    return Drawing(flow.finished(dashed), fields)


def at_once(facts: Facts, rng: Random) -> Drawing:
    """Agree on one payment to a company, in the plain print of a smaller court."""
    facts = replace(_filed(facts, rng), judges=facts.judges[:1])
    look = typed(rng)
    flow = sheet_of(look, rng, small=rng.random() < 0.5)
    firm, d = facts.company, facts.respondent
    headed(flow, look, facts, TITLE)
    flow.para(described("原告：", firm, rng))
    flow.para(described("被告：", d, rng, labelled=True))
    flow.para(
        f"上列当事人因{facts.cause}，原告于{plain_date(facts.decided_on - timedelta(days=40))}起诉至本院，要求被告给付"
        f"{facts.amount + 6000}元。本院受理后，依法由审判员{facts.judges[0]}独任审理，在审理过程中，经本院主持调解，"
        "当事人自愿达成如下协议，请求人民法院确认："
    )
    flow.para(f"被告{d.name}于签收本调解书时一次性给付原告{firm.name}人民币{facts.amount}元，原告放弃其他诉讼请求。")
    flow.para("诉讼费50元，由被告承担。")
    flow.para("上述协议，符合有关法律规定，本院予以确认。本调解书与判决书具有同等法律效力。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "审判员"))
    return Drawing(flow.finished(), _fields(facts, as_company(firm)) | {"payee_name": firm.name})


def _filed(facts: Facts, rng: Random) -> Facts:
    code = court_home(facts.court_name)["code"]
    kind = rng.choice(("民初", "民初", "诉前调"))
    return replace(facts, case_number=f"（{facts.decided_on.year}）{code}{kind}{rng.randint(101, 19990)}号")


def _fields(facts: Facts, claimant: Party) -> dict[str, Value]:
    return {
        **court_fields(facts, TITLE),
        "applicants": (claimant,),
        "respondents": (as_party(facts.respondent),),
        "cause": facts.cause,
        "amount": money(facts.amount),
    }


LAYOUTS = (instalments, at_once)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
