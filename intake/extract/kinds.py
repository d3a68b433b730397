"""Parsers of the kinds of values that papers carry: numbers, names, dates, money."""

from __future__ import annotations

import re

from intake.extract.finders import Reading, pattern
from intake.extract.interim import canonical, end_of_period, iso_date, money
from intake.extract.paper import CASE_NUMBER
from intake.extract.parse import any_parse, first, spelled
from intake.extract.running import Running

_HAN = "\u4e00-\u9fff\u3400-\u4dbf"
_NAME = f"[{_HAN}][{_HAN}·•]{{1,14}}"
_HOLDER = f"[{_HAN}][{_HAN}A-Za-z()·•]{{1,49}}?"

# On cards

sex = spelled("[男女]")
ethnicity = spelled(f"^(?P<value>[{_HAN}]{{1,6}}?)族?$")
person_name = spelled(f"^{_NAME}$")
address = spelled(f"^.*[{_HAN}].{{3,}}$")
authority = spelled(f"(?:签发机关)?:?(?P<value>[{_HAN}]{{2,24}}(?:公安局|公安分局|公安厅|分局)[{_HAN}]{{0,12}})")
resident_number = spelled(r"(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])", upper=True)
card_number = spelled(r"(?<!\d)(?![1-9]\d{5}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d{4}(?!\d))\d{13,19}(?!\d)")
card_bank = spelled(f"[{_HAN}]{{2,10}}(?:银行|信用社|信用联社)")
card_type = spelled("(?:准?贷记|借记|储蓄|信用|预付)卡")
month_year = spelled(r"(?<![\d/])(?:0[1-9]|1[0-2])/\d{2}(?![\d/])")

_LATIN = re.compile(r"(?:M[RS]S?[. ]+)?(?P<value>[A-Z]{2,}(?:[ /]+[A-Z]{1,}){1,3}|[A-Z]{5,20})")
_PRINTED = re.compile(
    "BANK|CHINA|VALID|THRU|MONTH|YEAR|DEBIT|CREDIT|UNION|CARD|VISA|MASTER|GOOD|EXPIRES|ICBC|ATM|PAY|PASS|DATE"
)


def latin_name(span: Running) -> tuple[Reading, ...]:
    """Read a line that is nothing but a name in capital letters, as cards print it: ZHANG SAN."""
    written = span.raw.strip()
    if not _LATIN.fullmatch(written) or _PRINTED.search(written):
        return ()
    return (Reading(" ".join(written.split()), span),)


# On forms and in rulings

phone = spelled(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")
cnaps_code = spelled(r"(?<!\d)\d{12}(?!\d)")
party_number = any_parse(resident_number, spelled(r"(?<![\dA-Za-z])[0-9A-Z]{18}(?![\dA-Za-z])", upper=True))
account_number = pattern(r"(?<![\d-])\d[\d-]{6,30}\d(?![\d-])", lambda digits: digits.replace("-", ""))
name = spelled(f"^{_HOLDER}$")
case_number = pattern(CASE_NUMBER, canonical)
court_name = first(spelled(f"[{_HAN}]{{2,30}}?法院"))

# Dates

_NUMBERS = r"[12]\d{3}[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)日?"
_CHARACTERS = "[一二][〇○零oO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_STAMPED = r"[12]\d{3}[.,、·]?\d{2}[.,、·]?\d{2}"  # on cards: 2018.03.05, the points sometimes lost
_DASH = "[-—–_~至到一]+"

date = pattern(f"{_NUMBERS}|{_CHARACTERS}", iso_date)
period_start = pattern(f"(?P<value>{_STAMPED}){_DASH}(?:{_STAMPED}|长期)", iso_date)
period_end = pattern(f"{_STAMPED}{_DASH}(?P<value>{_STAMPED}|长期)", end_of_period)

# What an order says about the payment

_FIGURES = r"(?<![\d,.])(?P<value>\d[\d,]*(?:\.\d+)?)元"
_WORDS = "(?:人民币)?[壹贰叁肆伍陆柒捌玖拾][零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元圆][零壹贰叁肆伍陆柒捌玖角分整正]*"
_PAID = "(?:支付|发放|划付|汇付|交付|退付|付)(?:给|至|予|到)(?:申请执行人|申请人|收款人)?"

paid_money = any_parse(
    pattern(rf"{_FIGURES}(?=[(,:;]*(?:人民币|金额)?[(:]*(?:大写|{_WORDS}))", money),
    pattern(_FIGURES, money),
)
upper_money = spelled(_WORDS)
payee = any_parse(
    spelled(f"(?:户名|收款人)(?:为|是)?:?(?P<value>{_HOLDER})(?=[,。;、)]|账户|账号|开户)"),
    spelled(f"{_PAID}(?P<value>{_HOLDER})(?=[,。;、(]|账户|的|名下|指定)"),
)
order_account = any_parse(
    pattern(
        r"(?:账号|帐号|账户号码|卡号)(?:为|是)?:?(?P<value>\d[\d-]{6,30}\d)", lambda digits: digits.replace("-", "")
    ),
    account_number,
)
