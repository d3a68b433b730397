"""What an order says about a payment: how much, to whom, to which account, and what makes that doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.domain import amount, clean
from intake.extract import rules
from intake.extract.accounts import COLON, LABELLED, NUMBER
from intake.extract.constrained import constrained
from intake.extract.finders import Reading, pattern
from intake.extract.parse import any_parse, grammar, led_by, spelled, tidy
from intake.extract.running import Running

STOPPED = (
    "裁定如下|撤销|撤消|停止|不予|暂缓|中止|驳回"
    "|(?:不|勿|未|免|无需|拒绝|禁止)[^,。;]{0,4}(?:支付|发放|划拨|扣划|划付|汇付|转付|交付|退付)"
)
"""In an order that stops a payment, or quotes another order, no name and no sum is to be taken as it stands."""
FOREIGN = r"[美欧][元金]|港[元币]|(?<!\d)日[元圆]|英镑|澳门?[元币]|加元|韩元|卢布|法郎|台币|外币|USD|EUR|HKD|JPY|GBP"

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_COURT = f"(?:本院|我院|该院|执行款|案款|[{_HAN}]{{2,20}}?法院)"
_ROLE = "(?:[申中由甲电]请执行人|申请人|债权人|收款人)"  # readers lose strokes of 申
_SEND = "(?:支付|发放|给付|划拨|扣划|划付|划转|汇付|汇款|汇|转付|转账|转|交付|退付|退还|返还|付)"
_GIVE = f"(?:{_SEND}(?:给|至|予|到|入)|支付(?={_ROLE}))"
_VERB = re.compile(
    f"(?P<other>(?:{_GIVE}|向){_COURT}|划拨(?!至|给|到|入)|扣划(?!至|给|到|入)|扣留|提取|冻结)"
    f"|{_GIVE}|收款(?:人(?:为|是)?:?|(?=账户|账号|单位))|向[^,。;]{{2,40}}?(?:支付|发放|给付)"
)

_LABEL = f"户名|开户|账|帐|卡号|大写|小写|人民币|以下|下称|电话|{_ROLE}|[^)]*(?:身份|信用|号码)"
_INNER = rf"\((?!{_LABEL})[{_HAN}]{{1,10}}\)"  # 杭州某某(集团)有限公司
_NAME = rf"[{_HAN}](?:[{_HAN}A-Za-z·•]|{_INNER}){{1,49}}?"
_NONE = rf"(?!{_ROLE}(?:[,。;、(:的名指账]|$)|指定|提供|名下|账户|账号|上述|下列|人民币|{_COURT})"
_WHOM = re.compile(
    rf"{_ROLE}?{_NONE}(?P<value>{_NAME})(?=$|[,。;、:)]|(?!{_INNER})\(|人民币|\d|在|的|名下|指定|提供|账户|账号)"
)
_TOWARDS = re.compile(f"向{_ROLE}?{_NONE}(?P<value>{_NAME})(?:支付|发放|给付)$")
_PLAIN = f"(?:本人|个人|收款|结算|上述|下列|以下|银行|[{_HAN}]{{2,10}}银行)*(?:账户|账号|帐户|银行卡|卡)"
_FURTHER = re.compile(f"、(?P<list>[^,。;、:(]{{2,50}})|(?:的|名下|指定|提供)++(?!{_PLAIN})(?P<of>[{_HAN}]{{2,50}})")
_HOLDER = spelled(f"(?:户名|收款人)(?:为|是)?:?(?P<value>{_NAME})(?=[,。;、)]|账户|账号|开户)")

_ACCOUNT = pattern(LABELLED, clean.digits)
_DIRECTLY = pattern(f"^(?:[{_HAN}]{{0,30}}(?:账户|帐户|银行卡|卡)(?:为|是)?{COLON})?{NUMBER}", clean.digits)

_INSTALMENT = re.compile("(?:每个?[月季年期]|按[月季年]|逐[月季年])[^,。;:]*$")
_TOTAL = re.compile(r"(?:满|足|共计|合计|总计|总额为?)[^,。;:\d]{0,8}$")
_all_figures = grammar(amount.find_figures, amount.text_of)


def _figures(span: Running) -> tuple[Reading, ...]:
    """Read all sums, but no instalment (每月提取2000元) where the order says up to which total they are paid."""
    found = amount.find_figures(span.text)
    if not any(_TOTAL.search(span.text, 0, f.start) for f in found):
        return _all_figures(span)
    whole = (f for f in found if not _INSTALMENT.search(span.text, 0, f.start))
    return tuple(Reading(amount.text_of(f.value), span.cut(f.start, f.end)) for f in whole)


paid_money = rules.figures(
    led_by(
        grammar(amount.find_figures, amount.text_of, before=r"[(,:;]*(?:(?:人民币)?大写|[壹贰叁肆伍陆柒捌玖拾])"),
        _figures,
    )
)


def payee(span: Running) -> tuple[Reading, ...]:
    """Read all whom the order names where it pays out: a list, an agent, the holder of an account."""
    return tuple(reading for verb, clause in _clauses(span) for reading in (*_named(verb, clause), *_HOLDER(clause)))


def order_account(span: Running) -> tuple[Reading, ...]:
    """Read the accounts that the order pays to; the account it takes the money from is none of them."""
    read = constrained(any_parse(_ACCOUNT, _DIRECTLY), rules.ACCOUNT)
    return tuple(reading for _, clause in _clauses(span) for reading in read(clause))


def _clauses(span: Running) -> Iterator[tuple[Running, Running]]:
    """Yield each verb that pays out, and what is said after it up to the next verb that moves money."""
    verbs = tuple(_VERB.finditer(span.text))
    ends = (*(verb.start() for verb in verbs), len(span.text))[1:]
    for verb, end in zip(verbs, ends, strict=True):
        if verb["other"] is None:
            yield span.cut(*verb.span()), span.cut(verb.end(), end)


def _named(verb: Running, clause: Running) -> Iterator[Reading]:
    """Yield the name before the verb (向张三支付) or after it, and whoever is named with that."""
    if before := _TOWARDS.match(verb.text):
        yield _reading(verb, before.span("value"))
    elif whom := _WHOM.match(clause.text):
        yield _reading(clause, whom.span("value"))
        at = whom.end()
        while further := _FURTHER.match(clause.text, at):
            yield _reading(clause, further.span(further.lastgroup or 0))
            at = further.end()


def _reading(text: Running, where: tuple[int, int]) -> Reading:
    written = text.cut(*where)
    return Reading(tidy(written), written)
