"""What a judgment, an agreement or a ruling awards: how much, to whom, to which account; costs are no award."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.domain import clean
from intake.domain.document import Field, FieldState
from intake.domain.names import simplified
from intake.domain.text import PageText
from intake.extract import rules
from intake.extract.accounts import LABELLED
from intake.extract.constrained import constrained
from intake.extract.finders import Reading, chosen, doubted, field_of, first_of, noticed, seen
from intake.extract.labels import Place
from intake.extract.paper import APPLICANTS, RESPONDENTS, paper
from intake.extract.parse import tidy
from intake.extract.payment import FOREIGN
from intake.extract.reasons import party_names
from intake.extract.running import Running, joined
from intake.extract.sums import main_sum, main_sum_in_words

CHANGED = f"撤销|撤消|变更|维持|{FOREIGN}"
"""In an order that changes another one no sum is to be taken as it stands."""

_COSTS = "(?:案件|本案|一审|二审|反诉|[,、及和])*(?:受理费|申请费|诉讼费|保全费|保全申请费|公告费)"
_NO_AWARD = re.compile(
    rf":*(?:[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、])?(?:{_COSTS}|驳回|不予|不准|解除|终结|中止|如果?未(?:在|按)(?:本|上述)|如不服|上述协议)"
)
_SENTENCE = re.compile("[^。;]+[。;]?")

_ROLES = "|".join(sorted((*APPLICANTS, *RESPONDENTS, "债权人", "收款人"), key=len, reverse=True))
_ROLE = rf"(?:(?:{_ROLES})(?:\([^)]{{1,12}}\))?:?)"
_PAY = (
    "(?:支付|给付|偿付|偿还|归还|返还|退还|退回|退付|赔偿|补偿|清偿|付清|付给|还给|交付|发还|发放|汇入|汇至|汇付|转入)"
)
_GIVE = f"{_PAY}(?:给|予|至|到)?"
_MONEY = (
    "借|货|价款|工程|租|劳务|工资|损失|赔偿|补偿|人民币|本金|款|欠|各项|医疗|经济|违约|利息|保证|押|定金"
    "|上述|剩余|垫付|代偿|的|之|指定"
)
_UNKNOWN = rf"{_GIVE}{_ROLE}(?!{_MONEY}|{_ROLES})[\u4e00-\u9fff]{{2,4}}"
_HOLDER = re.compile(r"(?:户名|账户名称|收款人):?(?P<value>[\u4e00-\u9fffA-Za-z()·]{2,50}?)(?=[,。;、)]|账号|开户|$)")
_ACCOUNT = re.compile(LABELLED)
_PUBLIC = re.compile("法院|财政|非税|国库|本院")
"""Money that goes to the court goes to no payee."""


def awarded(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search the sentences of the order that award something: none on costs, on what is refused, on appeals."""
    return (Place(None, _awards(paper(pages).order)),)


def order(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search the whole order."""
    return (Place(None, paper(pages).order),)


awarded_sum = doubted(
    first_of(field_of(awarded, rules.figures(main_sum)), noticed(awarded, r"\d[\d,.]*元")), order, CHANGED
)
awarded_sum_in_words = first_of(field_of(awarded, rules.words(main_sum_in_words)), noticed(awarded, "大写:?[^,。)]+"))


def beneficiary(pages: Sequence[PageText]) -> Field | None:
    """Find whom the order awards money to: a party of the paper by its name, or the holder of the account it names."""
    text = _awards(paper(pages).order)
    spans = [*_named(text, party_names(pages)), *_held(text)]
    if spans:
        return chosen([Reading(tidy(span), span) for span in spans])
    stranger = re.search(_UNKNOWN, text.text)
    return seen(None, text.cut(*stranger.span()), FieldState.UNREADABLE) if stranger else None


def _beneficiary_account(text: Running) -> tuple[Reading, ...]:
    """Read the accounts that the order names, but none of a court or a treasury."""
    numbers = (m for m in _ACCOUNT.finditer(text.text) if not _is_public(text.text, m.start()))
    return tuple(Reading(clean.digits(m["value"]), text.cut(*m.span("value"))) for m in numbers)


beneficiary_account = constrained(_beneficiary_account, rules.ACCOUNT)


def _awards(text: Running) -> Running:
    sentences = (text.cut(*m.span()) for m in _SENTENCE.finditer(text.text))
    return joined(sentence for sentence in sentences if not _NO_AWARD.match(sentence.text))


def _named(text: Running, names: Sequence[str]) -> Iterator[Running]:
    """Yield the parties that are named where the text pays: 支付原告张三、王五, 向张三支付.

    In whatever form their characters were read here and there: 蘭 is 兰.
    """
    if not names:
        return
    name = "|".join(map(re.escape, sorted(set(map(simplified, names)), key=len, reverse=True)))
    one = f"{_ROLE}?(?P<value>{name})"
    paid = re.compile(f"{_GIVE}{one}|向{_ROLE}?(?P<towards>{name})(?:一次性|分期|共同|连带)*{_PAY}")
    further = re.compile(f"(?:、|和|及|与){one}")
    plain = simplified(text.text)
    for match in paid.finditer(plain):
        yield text.cut(*match.span(match.lastgroup or 0))
        at = match.end()
        while more := further.match(plain, at):
            yield text.cut(*more.span("value"))
            at = more.end()


def _held(text: Running) -> Iterator[Running]:
    for match in _HOLDER.finditer(text.text):
        if not _PUBLIC.search(match["value"]):
            yield text.cut(*match.span("value"))


def _is_public(text: str, end: int) -> bool:
    """Say whether the account named at `end` is said to be held by a court: the last holder before it counts."""
    holders = [m["value"] for m in _HOLDER.finditer(text, 0, end)]
    clause = text[text.rfind("。", 0, end) + 1 : end]
    return bool(_PUBLIC.search(holders[-1] if holders else clause))
