"""裁定书 that order no enforcement: property secured, a claim withdrawn, jurisdiction, a sentence reduced."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
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
from benchmarks.drawings.layout import drawn
from benchmarks.drawings.people import court_home
from benchmarks.drawings.words import as_company, as_party, plain_date
from intake.domain.document import Value
from intake.domain.drawing import Drawing, Facts

CIVIL, CRIMINAL = "民事裁定书", "刑事裁定书"


def secured(facts: Facts, rng: Random) -> Drawing:
    """Freeze deposits up to a sum before judgment."""
    facts = _filed(facts, rng.choice(("财保", "民初")), rng)
    look = modern(rng)
    flow = sheet_of(look, rng)
    firm, d = facts.company, facts.respondent
    headed(flow, look, facts, CIVIL)
    flow.para(described("申请人：", firm, rng))
    flow.para(described("被申请人：", d, rng))
    flow.para(
        f"申请人{firm.name}与被申请人{d.name}{facts.cause}一案，申请人于"
        f"{plain_date(facts.decided_on - timedelta(days=4))}向本院"
        f"申请财产保全，请求对被申请人价值{facts.amount}元的财产予以查封、扣押、冻结。申请人以保险公司出具的保单保函"
        f"（保险金额{facts.amount}元）提供担保。"
    )
    flow.para(
        "本院经审查认为，申请人的申请符合法律规定。依照《中华人民共和国民事诉讼法》第一百零三条、第一"
        "百零五条、第一百零六条第一款规定，裁定如下："
    )
    flow.para(f"冻结被申请人{d.name}名下的银行存款{facts.amount}元，或者查封、扣押其相应价值的其他财产。")
    flow.para("冻结银行存款的期限为一年，查封不动产的期限为三年。")
    flow.para(f"案件申请费{rng.randint(500, 5000)}元，由申请人{firm.name}预交。")
    flow.para(
        "本裁定立即开始执行。如不服本裁定，可以自收到裁定书之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。"
    )
    signed_off(flow, look, facts, rng, panel(facts, rng))
    fields: dict[str, Value] = {"applicants": (as_company(firm),), "respondents": (as_party(d),), "cause": facts.cause}
    return Drawing(flow.finished(dashed), {**court_fields(facts, CIVIL), **fields})


def withdrawn(facts: Facts, rng: Random) -> Drawing:
    """Allow a claimant to withdraw, half the fee paid back."""
    facts = _filed(facts, "民初", rng)
    look = typed(rng)
    flow = sheet_of(look, rng, small=rng.random() < 0.5)
    p, d = facts.applicant, facts.respondent
    headed(flow, look, facts, CIVIL)
    flow.para(described("原告", p, rng))
    flow.para(described("被告", d, rng))
    flow.para(
        f"本院在审理原告{p.name}诉被告{d.name}{facts.cause}一案中，原告于"
        f"{plain_date(facts.decided_on - timedelta(days=2))}"
        "以双方已自行和解为由，向本院提出撤诉申请。"
    )
    flow.para(
        "本院认为，原告的撤诉申请系其真实意思表示，不损害国家、集体和他人的合法权益，应予准许。依照《"
        "中华人民共和国民事诉讼法》第一百四十八条第一款规定，裁定如下："
    )
    flow.para(f"准许原告{p.name}撤回起诉。")
    flow.para(f"案件受理费减半收取{rng.randint(25, 3000)}元，由原告负担。")
    signed_off(flow, look, facts, rng, panel(facts, rng, "代理审判员"))
    fields: dict[str, Value] = {"applicants": (as_party(p),), "respondents": (as_party(d),), "cause": facts.cause}
    return Drawing(flow.finished(), {**court_fields(facts, CIVIL), **fields})


def elsewhere(facts: Facts, rng: Random) -> Drawing:
    """Send a case to another court after an objection to jurisdiction."""
    facts = _filed(facts, "民初", rng)
    look = modern(rng)
    flow = sheet_of(look, rng)
    p, d = facts.applicant, facts.respondent
    headed(flow, look, facts, CIVIL)
    flow.para(described("原告：", p, rng))
    flow.para(described("被告：", d, rng))
    flow.para(
        f"原告{p.name}与被告{d.name}{facts.cause}一案，本院立案后，被告在提交答辩状期间对管辖权提出异"
        "议，认为其住所地及合同履行地均不在本院辖区，请求将本案移送有管辖权的人民法院审理。"
    )
    flow.para(
        "本院经审查认为，因合同纠纷提起的诉讼，由被告住所地或者合同履行地人民法院管辖。被告住所地为"
        f"{d.address}，双方对履行地没有约定，被告的异议成立。"
    )
    flow.para(
        "依照《中华人民共和国民事诉讼法》第二十四条、第一百三十条第一款、第一百五十七条第一款第二项规定，裁定如下："
    )
    flow.para(f"被告{d.name}对管辖权提出的异议成立，本案移送{d.address[:9]}有管辖权的人民法院处理。")
    flow.para("如不服本裁定，可以在裁定书送达之日起十日内，向本院递交上诉状。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    fields: dict[str, Value] = {"applicants": (as_party(p),), "respondents": (as_party(d),), "cause": facts.cause}
    return Drawing(flow.finished(page_of), {**court_fields(facts, CIVIL), **fields})


def sentence_reduced(facts: Facts, rng: Random) -> Drawing:
    """Reduce a sentence: a criminal ruling, nobody claims and nothing is paid."""
    facts = _filed(facts, "刑更", rng)
    look = typed(rng)
    flow = sheet_of(look, rng)
    who = facts.respondent
    headed(flow, look, facts, CRIMINAL)
    flow.para(
        f"罪犯{who.name}，{who.sex}，{plain_date(who.born_on)}出生，{who.ethnicity}族，现在监狱服刑。".replace(
            "族族", "族"
        )
    )
    flow.para(
        f"本院于{plain_date(facts.decided_on.replace(year=facts.decided_on.year - 3))}作出刑事判决，以"
        f"盗窃罪判处{who.name}有期徒刑六年，并处罚金人民币二万元。判决发生法律效力后，交付执行。执"
        "行机关提出减刑建议书，报送本院审理。"
    )
    flow.para(
        "经审理查明，该犯在服刑期间能认罪悔罪，遵守监规，积极参加思想、文化、职业技术教育和劳动，共获"
        "得表扬四次，罚金已缴纳。"
    )
    flow.para(
        "本院认为，该犯确有悔改表现，符合减刑条件。依照《中华人民共和国刑法》第七十八条、第七十九条，"
        "《中华人民共和国刑事诉讼法》第二百七十三条第二款的规定，裁定如下："
    )
    flow.para(f"对罪犯{who.name}减去有期徒刑七个月。")
    flow.para("本裁定送达后即发生法律效力。")
    signed_off(flow, look, facts, rng, panel(facts, rng))
    return Drawing(flow.finished(), court_fields(facts, CRIMINAL))


def _filed(facts: Facts, kind: str, rng: Random) -> Facts:
    code = court_home(facts.court_name)["code"]
    return replace(facts, case_number=f"（{facts.decided_on.year}）{code}{kind}{rng.randint(11, 9990)}号")


LAYOUTS = (secured, withdrawn, elsewhere, sentence_reduced)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
