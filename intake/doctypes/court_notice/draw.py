"""Draws 通知书 of courts: a case accepted, a suit to answer, enforcement, fees to pay, money paid back."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from intake.domain.document import Party, Value
from intake.domain.drawing import Drawing, Facts
from intake.drawing.court import Sheets, first_instance, look_of, texts, told
from intake.drawing.words import figures, grouped

Fields = dict[str, Value]
_COURT_ACCOUNT = "19000101040012345"


def draw(facts: Facts, seed: int) -> Drawing:
    """Draw one of the family, by the seed: 0 case accepted or to be answered, 1 enforcement, 2 payment, 3 refund."""
    rng = Random(f"court_notice {seed}")
    sheets = Sheets(look_of(rng))
    fields = _FAMILY[seed % len(_FAMILY)](sheets, facts, rng)
    day = sheets.signed((), facts.decided_on, "")
    sheets.sealed(facts.court_name, day, facts.decided_on, rng)
    own: Fields = {
        "court_name": facts.court_name,
        "case_number": facts.case_number,
        "decision_date": facts.decided_on.isoformat(),
        "has_seal": True,
    }
    return Drawing(tuple(page.page() for page in sheets.done()), own | fields)


def _opening(sheets: Sheets, facts: Facts, rng: Random) -> Fields:
    """Tell the plaintiff that a case is accepted, or the defendant to answer: running text under an address."""
    title = rng.choice(("受理案件通知书", "应诉通知书"))
    number = first_instance(facts.case_number)
    is_answer = title == "应诉通知书"
    sheets.heading(facts.court_name, title, number)
    to = facts.respondent if is_answer else facts.applicant
    sheets.say(f"{to.name}：", indent=False)
    for paragraph in told(texts(__package__)["answer" if is_answer else "accepted"], facts, rng):
        sheets.say(paragraph)
    fee: Fields = {"amount": figures(facts.amount, commas=False), "amount_upper": facts.amount_upper}
    return {"title": title, "case_number": number, **_sides(facts), **({} if is_answer else fee)}


def _enforcement(sheets: Sheets, facts: Facts, rng: Random) -> Fields:
    """Begin an enforcement: running text to the debtor, the account of the court and whom to call under it."""
    sheets.heading(facts.court_name, "执行通知书", facts.case_number)
    sheets.say(f"{facts.respondent.name}：", indent=False)
    for paragraph in told(texts(__package__)["enforcement"], facts, rng):
        sheets.say(paragraph)
    sheets.say(f"户名：{facts.court_name}")
    sheets.say(f"开户行：{facts.account.branch_name}")
    sheets.say(f"账号：{_COURT_ACCOUNT}")
    sheets.say(f"联系人：{facts.judges[0]}　　联系电话：{facts.phone}")
    return {
        "title": "执行通知书",
        **_sides(facts),
        "basis_case_number": facts.basis_case_number,
        "amount": figures(facts.amount, commas=False),
    }


def _refund(sheets: Sheets, facts: Facts, rng: Random) -> Fields:
    """Pay money back: a ruled table, labels at the left."""
    title = rng.choice(("退款通知书", "诉讼费退费通知书"))
    sheets.heading(facts.court_name, title, facts.case_number)
    for paragraph in told(texts(__package__)["refund"], facts, rng):
        sheets.say(paragraph)
    number = facts.account.number
    sheets.table(
        (
            ("案由", facts.cause),
            ("申请人", facts.applicant.name),
            ("退款金额", f"￥{figures(facts.amount, commas=rng.random() < 0.5)}元"),
            ("金额大写", facts.amount_upper),
            ("收款人", facts.account.name),
            ("开户行", facts.account.branch_name),
            ("账号", grouped(number) if rng.random() < 0.5 else number),
        )
    )
    return {
        "title": title,
        "applicants": (Party(facts.applicant.name),),
        "cause": facts.cause,
        "amount": figures(facts.amount, commas=False),
        "amount_upper": facts.amount_upper,
        "payee_name": facts.account.name,
        "account_number": number,
    }


def _payment(sheets: Sheets, facts: Facts, rng: Random) -> Fields:
    """Ask for a fee: labels with colons, one a line, the money goes to the court."""
    title = rng.choice(("缴款通知书", "交纳诉讼费用通知书"))
    sheets.heading(facts.court_name, title, facts.case_number)
    sheets.say(f"{facts.applicant.name}：", indent=False)
    for paragraph in told(texts(__package__)["payment"], facts, rng):
        sheets.say(paragraph)
    money = figures(facts.amount, commas=rng.random() < 0.5)
    for line in (
        f"案　　由：{facts.cause}",
        f"原　　告：{facts.applicant.name}",
        f"被　　告：{facts.respondent.name}",
        f"应缴金额：人民币{money}元（大写：{facts.amount_upper}）",
        f"户　　名：{facts.court_name}",
        f"开户银行：{facts.account.branch_name}",
        f"账　　号：{_COURT_ACCOUNT}",
    ):
        sheets.say(line)
    return {
        "title": title,
        **_sides(facts),
        "amount": figures(facts.amount, commas=False),
        "amount_upper": facts.amount_upper,
    }


_FAMILY: tuple[Callable[[Sheets, Facts, Random], Fields], ...] = (_opening, _enforcement, _payment, _refund)


def _sides(facts: Facts) -> Fields:
    return {
        "applicants": (Party(facts.applicant.name),),
        "respondents": (Party(facts.respondent.name),),
        "cause": facts.cause,
    }
