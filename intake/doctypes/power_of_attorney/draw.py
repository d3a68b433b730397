"""Draws 授权委托书: with the parties described in a line each, as a table, as a letter, of a company for a lawyer."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from intake.domain.document import Value
from intake.domain.drawing import Account, Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Colour, Style, paragraph
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from intake.drawing.slots import cells
from intake.drawing.words import grouped, hanzi_date, plain_date

_PEN: Colour = (28, 44, 110)
_LEFT, _RIGHT = 200, 1454
_SPECIAL = "特别授权：代为承认、放弃、变更诉讼请求，进行和解，代为签收法律文书"
_ENFORCING = "特别授权：代为申请强制执行，参与执行和解，签收法律文书"
_GENERAL = "一般代理：代为提交材料，参加听证、调查，签收法律文书"


@dataclass(frozen=True, slots=True)
class _Powers:
    text: str
    may_receive: bool


_WITH = (
    _Powers(f"{_SPECIAL}，代为收取执行款项", may_receive=True),
    _Powers(f"{_ENFORCING}，代为领取执行案款", may_receive=True),
)
_WITHOUT = (
    _Powers(_GENERAL, may_receive=False),
    _Powers(_SPECIAL, may_receive=False),
    _Powers(f"{_ENFORCING}，但不得代为领取执行款", may_receive=False),
)


@dataclass(frozen=True, slots=True)
class _Look:
    body: Style
    title: Style
    day: str
    powers: _Powers
    rng: Random


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of four: parties in a line each, a table, a letter, a company's paper for its lawyer."""
    rng = Random(f"power_of_attorney {seed}")
    face = rng.choice((Face.SONG, Face.MING, Face.KAI, Face.HEI))
    look = _Look(
        Style(face, rng.choice((38, 40)), stroke=face is Face.MING, leading=rng.choice((1.7, 1.85))),
        Style(rng.choice((Face.SONG_BOLD, Face.HEI_BOLD)), rng.choice((66, 74)), spacing=rng.choice((6, 24))),
        rng.choice((plain_date, hanzi_date))(facts.confirmed_on),
        rng.choice(_WITH if rng.random() < 0.6 else _WITHOUT),
        rng,
    )
    page = Canvas.blank(A4)
    page.centred(A4[0] / 2, 270, "授权委托书", look.title)
    own = (_described, _table, _letter, _company)[seed % 4](page, facts, look)
    page.mark(120, 2262)
    fields: dict[str, Value] = {
        "principal_name": facts.applicant.name,
        "agent_name": facts.agent.name,
        "case_number": facts.case_number,
        "powers": look.powers.text,
        "may_receive_funds": look.powers.may_receive,
        "issued_on": facts.confirmed_on.isoformat(),
    }
    return Drawing((page.page(),), fields | own)


def _described(page: Canvas, facts: Facts, look: _Look) -> dict[str, Value]:
    rng, body = look.rng, look.body
    agent = rng.choice(("受委托人", "受托人", "委托代理人"))
    y = 420.0
    for role, person in (("委托人", facts.applicant), (agent, facts.agent)):
        y = _paragraph(page, f"{role}：{_described_as(person)}", look, y)
    text = (
        f"现委托上列{agent}在委托人与{facts.respondent.name}{facts.cause}一案（案号：{facts.case_number}）中，"
        "作为委托人的代理人参加执行活动。"
    )
    y = _paragraph(page, text, look, y + 20)
    y = _paragraph(page, f"{rng.choice(('代理权限', '委托权限'))}：{look.powers.text}。", look, y)
    y = _paragraph(page, "委托期限：自本委托书签署之日起至本案执行完毕之日止。", look, y)
    _signature(page, "委托人（签名）：", facts.applicant.name, look, y + 130)
    _signature(page, f"{agent}（签名）：", facts.agent.name, look, y + 250)
    page.text(860, y + 350, look.day, body)
    return {"agent_id_number": facts.agent.id_number}


def _table(page: Canvas, facts: Facts, look: _Look) -> dict[str, Value]:
    """Draw a form in cells that names an account for the money."""
    account, small = facts.account, look.body.sized(36)
    number = grouped(account.number) if look.rng.random() < 0.4 else account.number
    y, columns = 360.0, (_LEFT - 30, 520, _RIGHT + 30)
    rows = (
        ("委托人姓名", facts.applicant.name),
        ("公民身份号码", facts.applicant.id_number),
        ("受委托人姓名", facts.agent.name),
        ("公民身份号码", facts.agent.id_number),
        ("与委托人关系", look.rng.choice(("亲属", "朋友", "同事"))),
        ("案号", facts.case_number),
        ("委托权限", f"{look.powers.text}。"),
        ("收款户名", account.name),
        ("开户银行", account.branch_name),
        ("账号", number),
    )
    for label, value in rows:
        y = cells(page, y, columns, ((label, small), (value, small)))
    note = "以上账户信息由委托人提供，因信息错误产生的后果由委托人承担。"
    y = _paragraph(page, note, look, y + 90)
    _signature(page, "委托人（签名、捺印）：", facts.applicant.name, look, y + 110)
    page.text(860, y + 220, f"日期：{look.day}", look.body)
    return {"agent_id_number": facts.agent.id_number, "account_number": account.number}


def _letter(page: Canvas, facts: Facts, look: _Look) -> dict[str, Value]:
    me, agent = facts.applicant, facts.agent
    page.text(_LEFT, 420, f"{facts.court_name}：", look.body)
    text = (
        f"本人{me.name}（公民身份号码：{me.id_number}）因与{facts.respondent.name}{facts.cause}一案，案号"
        f"{facts.case_number}，现委托{agent.name}（公民身份号码：{agent.id_number}）作为本人的代理人。"
    )
    y = _paragraph(page, text, look, 520)
    y = _paragraph(page, f"代理权限为{look.powers.text}。", look, y)
    y = _paragraph(page, "代理人在上述权限范围内签署的文件，本人均予以承认。代理人无转委托权。", look, y)
    _signature(page, "委托人：", me.name, look, y + 160)
    page.text(860, y + 270, look.day, look.body)
    return {"agent_id_number": agent.id_number}


def _company(page: Canvas, facts: Facts, look: _Look) -> dict[str, Value]:
    """Draw a company's power for the lawyer of a firm, with the account below the powers, sealed."""
    company, rng, body = facts.company, look.rng, look.body
    role = rng.choice(("委托单位", "委托人"))
    lines = (
        f"{role}：{company.name}",
        f"统一社会信用代码：{company.uscc}",
        f"法定代表人：{company.legal_representative.name}\u3000\u3000职务：执行董事",
        f"受委托人：{facts.agent.name}，{facts.law_firm}律师",
        f"联系电话：{facts.phone}",
    )
    y = 410.0
    for line in lines:
        page.text(_LEFT, y, line, body)
        y += body.size * 1.8
    text = (
        f"现委托上述受委托人在我单位与{facts.respondent.name}{facts.cause}一案（{facts.case_number}）执行程序中，"
        "作为我单位的委托代理人。"
    )
    y = _paragraph(page, text, look, y + 30)
    y = _paragraph(page, f"授权范围：{look.powers.text}。", look, y)
    account = _account(company.account) if look.powers.may_receive else ""
    y = _paragraph(page, account, look, y) if account else y
    page.flush_right(_RIGHT, y + 150, f"{role}（盖章）：{company.name}", body.sized(36))
    page.flush_right(_RIGHT, y + 230, f"法定代表人（签章）：{company.legal_representative.name}", body.sized(36))
    page.flush_right(_RIGHT, y + 320, look.day, body)
    stamp(page, Seal(company.name), (1230 + rng.randint(-50, 50), y + 220), rng)
    own: dict[str, Value] = {"principal_name": company.name}
    return own | ({"account_number": company.account.number} if account else {})


def _account(account: Account) -> str:
    return f"收款账户：户名：{account.name}，开户行：{account.branch_name}，账号：{account.number}。"


def _paragraph(page: Canvas, text: str, look: _Look, baseline: float) -> float:
    rect = Rect(_LEFT, baseline, _RIGHT, A4[1])
    return paragraph(page, text, look.body, rect, indent=2 * look.body.size)


def _signature(page: Canvas, label: str, name: str, look: _Look, baseline: float) -> None:
    page.flush_right(1090, baseline, label, look.body)
    written = Style(Face.KAI, 74, _PEN if look.rng.random() < 0.6 else (30, 30, 34), spacing=-5, stroke=1)
    page.paste_text((1250, baseline - 20), name, written, look.rng.uniform(1, 6))


def _described_as(person: Person) -> str:
    return (
        f"{person.name}，{person.sex}，{plain_date(person.born_on)}出生，{person.ethnicity}族，住{person.address}，"
        f"公民身份号码{person.id_number}。"
    )
