"""Draws 执行裁定书: A4, one or two pages, signed by a panel or a single judge, sealed over the date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from intake.domain.document import Party
from intake.domain.drawing import Drawing, Facts, Person
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Style, paragraph
from intake.drawing.fonts import Face
from intake.drawing.seal import RED, Seal, stamp
from intake.drawing.words import figures, hanzi_date, plain_date, spread

_TITLE = "执行裁定书"
_SERVED = (
    "执行过程中，本院于立案后向被执行人{debtor}送达了执行通知书、报告财产令及限制消费令，责令其立即履行义务并"
    "如实报告财产，但被执行人{debtor}逾期未报告，亦未履行。"
)
_SEARCHED = (
    "本院通过全国法院网络执行查控系统对被执行人名下的银行存款、车辆、不动产、证券及互联网资金进行了查询，"
    "查明被执行人名下有可供执行的银行存款，已依法予以冻结。"
)


@dataclass(frozen=True, slots=True)
class _Look:
    """What differs between courts' printers and clerks."""

    court: Style
    title: Style
    body: Style
    sides: tuple[int, int]
    commas: bool
    long: bool
    copy_stamp: bool


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"enforcement_ruling {seed}")
    look = _look(rng)
    pages = _pages(facts, look, rng)
    return Drawing(
        tuple(page.page() for page in pages),
        {
            "court_name": facts.court_name,
            "title": _TITLE,
            "case_number": facts.case_number,
            "applicants": (_party(facts.applicant),),
            "respondents": (_party(facts.respondent),),
            "basis_case_number": facts.basis_case_number,
            "cause": facts.cause,
            "amount": figures(facts.amount, commas=False),
            "amount_upper": facts.amount_upper,
            "payee_name": facts.account.name,
            "account_number": facts.account.number,
            "decision_date": facts.decided_on.isoformat(),
            "judges": facts.judges,
            "clerk": facts.clerk,
            "has_seal": True,
        },
    )


def _look(rng: Random) -> _Look:
    title = rng.choice((Face.SONG_BOLD, Face.HEI_BOLD, Face.SONG_BOLD))
    body = rng.choice((Face.SONG, Face.MING, Face.KAI, Face.SONG))
    long = rng.random() < 0.35
    return _Look(
        court=Style(rng.choice((Face.SONG_BOLD, title)), 58, spacing=rng.choice((2, 8, 12))),
        title=Style(title, rng.choice((68, 74, 80)), spacing=rng.choice((16, 30, 44))),
        body=Style(
            body,
            rng.choice((40, 42)) if long else rng.choice((38, 40)),
            stroke=body is Face.MING,
            leading=1.95 if long else rng.choice((1.62, 1.7, 1.76)),
        ),
        sides=rng.choice(((215, 1440), (200, 1455), (225, 1430))),
        commas=rng.random() < 0.3,
        long=long,
        copy_stamp=rng.random() < 0.6,
    )


def _pages(facts: Facts, look: _Look, rng: Random) -> list[Canvas]:
    first = Canvas.blank(A4)
    baseline = _heading(first, facts, look)
    pages, body = [first], _body(facts, look)
    split = len(body) - 3 if look.long else len(body)
    for i, text in enumerate(body):
        if i == split:
            pages.append(Canvas.blank(A4))
            baseline = 290.0
        baseline = _paragraph(pages[-1], text, look, baseline)
    _signatures(pages[-1], facts, look, max(baseline + 50, 900.0), rng)
    for number, page in enumerate(pages, 1):
        page.centred(A4[0] / 2, 2215, f"- {number} -" if look.commas else str(number), look.body.sized(30))
        page.mark(120, 2262)
    return pages


def _heading(page: Canvas, facts: Facts, look: _Look) -> float:
    court = look.court
    while court.width(facts.court_name) > 1250:
        court = court.sized(court.size - 2)
    page.centred(A4[0] / 2, 270, facts.court_name, court)
    page.centred(A4[0] / 2, 270 + look.title.size * 1.55, _TITLE, look.title)
    baseline = 270 + look.title.size * 1.55 + 110
    page.flush_right(look.sides[1], baseline, facts.case_number, look.body)
    return baseline + look.body.size * look.body.leading * 1.1


def _paragraph(page: Canvas, text: str, look: _Look, baseline: float) -> float:
    rect = Rect(look.sides[0], baseline, look.sides[1], A4[1])
    return paragraph(page, text, look.body, rect, indent=2 * look.body.size)


def _body(facts: Facts, look: _Look) -> list[str]:
    money, account = figures(facts.amount, commas=look.commas), facts.account
    debtor, creditor = facts.respondent.name, facts.applicant.name
    cause = (
        f"申请执行人{creditor}与被执行人{debtor}{facts.cause}一案，本院作出的{facts.basis_case_number}民事判决书已经发生"
        "法律效力。因被执行人未按执行通知书指定的期间履行生效法律文书确定的义务，申请执行人于"
        f"{plain_date(facts.decided_on - timedelta(days=25))}向本院申请强制执行，本院依法立案执行。"
    )
    order = (
        f"一、划拨被执行人{debtor}名下银行存款人民币{money}元（大写：{facts.amount_upper}），支付至{account.name}账户"
        f"（户名：{account.name}，账号：{account.number}，开户行：{account.branch_name}）。"
    )
    return [
        f"申请执行人：{_described(facts.applicant)}",
        f"被执行人：{_described(facts.respondent)}",
        cause,
        *(_history(facts) if look.long else ()),
        "依照《中华人民共和国民事诉讼法》第二百五十三条之规定，裁定如下：",
        order,
        "二、本裁定立即执行。",
    ]


def _history(facts: Facts) -> tuple[str, ...]:
    return (
        _SERVED.format(debtor=facts.respondent.name),
        _SEARCHED,
        "本院认为，被执行人应当履行生效法律文书确定的义务。被执行人未履行的，人民法院有权扣划其应当履行义务部分的存款。",
    )


def _signatures(page: Canvas, facts: Facts, look: _Look, baseline: float, rng: Random) -> None:
    titles = ("审判长", "审判员", "审判员") if len(facts.judges) > 1 else (rng.choice(("审判员", "执行员")),)
    step, start = look.body.size * max(look.body.leading, 1.75), baseline
    for title, name in zip(titles, facts.judges, strict=False):
        _signature(page, look, baseline, title, name)
        baseline += step
    day = look.body
    page.flush_right(look.sides[1], baseline + step * 0.3, hanzi_date(facts.decided_on), day)
    _signature(page, look, baseline + step * 1.6, "书记员", facts.clerk)
    if look.copy_stamp:
        note = Style(Face.SONG_BOLD, 34, RED if rng.random() < 0.5 else (60, 60, 70), spacing=4)
        page.paste_text((420, baseline + step * 0.6), "本件与原本核对无异", note, rng.uniform(-3, 3))
    middle = look.sides[1] - day.width(hanzi_date(facts.decided_on)) / 2
    centre = (middle + rng.randint(-40, 40), (start + baseline + step) / 2 + rng.randint(-20, 50))
    stamp(page, Seal(facts.court_name), centre, rng)


def _signature(page: Canvas, look: _Look, baseline: float, title: str, name: str) -> None:
    """Set 审 判 长　李 明 so that titles and names stand in columns at the right side."""
    style = look.body
    wide = "\u3000".join(title) if look.long else title
    page.flush_right(look.sides[1], baseline, f"{wide}\u3000\u3000{spread(name)}", style)


def _described(person: Person) -> str:
    return (
        f"{person.name}，{person.sex}，{plain_date(person.born_on)}出生，{person.ethnicity}族，住{person.address}，"
        f"公民身份号码{person.id_number}。"
    )


def _party(person: Person) -> Party:
    return Party(person.name, id_number=person.id_number, address=person.address)
