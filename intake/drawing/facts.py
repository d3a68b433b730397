"""Fictional cases: people, a court and an account that agree with each other, the same for the same seed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files
from random import Random

from stdnum import luhn
from stdnum.cn import ric, uscc
from stdnum.iso7064 import mod_11_10

from intake.domain.amount import in_words
from intake.domain.drawing import Account, Company, Facts, Person

Entry = Mapping[str, str]
_DIRECT = ("上海", "北京", "重庆")  # cities with several intermediate courts


def facts_of(seed: int) -> Facts:
    """Make the facts of one fictional case; the account belongs to the applicant."""
    rng = Random(f"facts {seed}")
    court = rng.choice(_table("courts"))
    decided = date(rng.choice((2023, 2024)), rng.randint(2, 12), rng.randint(1, 28))
    applicant, respondent = person(rng, court), person(rng, rng.choice(_table("courts")))
    amount = Decimal(rng.randint(8_000_00, 900_000_00)) / 100
    others = Random(f"others {seed}")  # people added later: those above stay who they were
    return Facts(
        court_name=court["name"],
        case_number=f"（{decided.year}）{court['code']}执{rng.randint(101, 9899)}号",
        basis_case_number=f"（{decided.year - 1}）{court['code']}民初{rng.randint(1001, 19899)}号",
        cause=rng.choice(_lists()["causes"]),
        applicant=applicant,
        respondent=respondent,
        account=_account(rng, court, applicant.name),
        phone=rng.choice(_lists()["mobiles"]) + f"{rng.randint(0, 99_999_999):08}",
        amount=amount.quantize(Decimal("0.01")),
        amount_upper=in_words(amount),
        decided_on=decided,
        confirmed_on=decided + timedelta(days=rng.randint(3, 25)),
        judges=tuple(_name(rng, rng.choice(("男", "女"))) for _ in range(rng.choice((1, 3, 3)))),
        clerk=_name(rng, "女"),
        company=company(others, court),
        agent=person(others, court),
        child=_child(others, court, applicant),
        law_firm=court["name"].split("省")[-1].split("市")[0] + others.choice(_lists()["firms"]) + "律师事务所",
    )


def person(rng: Random, home: Entry, years: tuple[int, int] = (1958, 1999)) -> Person:
    """Make one person of the city `home`, born in `years`, with a resident number that fits birth date and sex."""
    sex = rng.choice(("男", "女"))
    born = date(rng.randint(*years), rng.randint(1, 12), rng.randint(1, 28))
    issued = date(rng.randint(2018, 2021), rng.randint(1, 12), rng.randint(1, 28))
    body = f"{home['region']}{born:%Y%m%d}{rng.randint(0, 99):02}{rng.randrange(10) // 2 * 2 + (sex == '男')}"
    return Person(
        name=_name(rng, sex),
        sex=sex,
        ethnicity=rng.choice(_lists()["ethnicities"]),
        born_on=born,
        address=home["home"] + _street(rng),
        id_number=body + ric.calc_check_digit(f"{body}0"),  # it wants the place of the check digit filled
        id_authority=home["police"],
        id_valid_from=issued,
        id_valid_to=_valid_to(born, issued),
    )


def company(rng: Random, home: Entry) -> Company:
    """Make a company of the city `home`, with an account of its own."""
    city = home["home"].split("省")[-1].split("市")[0]
    since = date(rng.randint(2004, 2020), rng.randint(1, 12), rng.randint(1, 28))
    trade, scope = rng.choice(_lists()["trades"]).split("|")
    name = f"{city}{rng.choice(_lists()['firms'])}{trade}有限公司"
    return Company(
        name=name,
        uscc=_credit_code(rng, home["region"]),
        kind=rng.choice(_lists()["kinds"]),
        legal_representative=person(rng, home),
        capital=Decimal(rng.choice((50, 100, 200, 500, 1000, 3000))) * 10_000,
        established_on=since,
        term_ends=rng.choice((None, since.replace(year=since.year + rng.choice((20, 30))) - timedelta(days=1))),
        address=home["home"] + _street(rng),
        scope=scope,
        authority=home["name"].removesuffix("人民法院") + "市场监督管理局",
        issued_on=date(rng.randint(2021, 2022), rng.randint(1, 12), rng.randint(1, 28)),
        account=replace(_account(rng, home, name), number=f"{rng.choice((1, 2, 7, 8))}{rng.randrange(10**18):018}"),
        permit_number=f"J{home['area']}{rng.randrange(10**9):09}",
    )


def banks() -> Sequence[Entry]:
    """Return the banks that accounts are drawn from."""
    return _table("banks")


@cache
def pinyin(name: str) -> str:
    """Return a fictional name as cards print it: ZHANG JIANGUO."""
    surnames = dict(entry.split() for entry in _lists()["surnames"])
    given = dict(entry.split() for key in ("men", "women") for entry in _lists()[key])
    surname = max((s for s in surnames if name.startswith(s)), key=len)
    return f"{surnames[surname]} {given[name[len(surname) :]]}"


def higher_court(court_name: str) -> str:
    """Return the intermediate court above a fictional case's court."""
    city, mark, _ = court_name.partition("市")
    return f"{city}{mark}{'第一' if city in _DIRECT else ''}中级人民法院"


def card_number(rng: Random, prefix: str, digits: int) -> str:
    """Make a card number of `digits` digits that passes Luhn."""
    body = prefix + "".join(str(rng.randrange(10)) for _ in range(digits - 1 - len(prefix)))
    return f"{body}{luhn.calc_check_digit(body)}"


def _account(rng: Random, court: Entry, holder: str) -> Account:
    bank = rng.choice(_table("banks"))
    clearing = f"{bank['head']}{court['area']}{rng.randint(1, 9999):04}"
    return Account(
        name=holder,
        number=card_number(rng, rng.choice(bank["prefixes"].split()), int(bank["digits"])),
        bank_name=bank["name"],
        branch_name=f"{bank['name']}股份有限公司{court['branch']}",
        cnaps_code=clearing + mod_11_10.calc_check_digit(clearing),
    )


def _child(rng: Random, home: Entry, parent: Person) -> Person:
    """Make a child of `parent`; a card of somebody below 16 is valid for five years."""
    child = person(rng, home, (2009, 2015))
    since = child.id_valid_from.replace(year=2022)
    surname = max((s for entry in _lists()["surnames"] if parent.name.startswith(s := entry.split()[0])), key=len)
    given = child.name[2:] if child.name.startswith(("欧阳", "诸葛")) else child.name[1:]
    return replace(
        child, name=surname + given, address=parent.address, id_valid_from=since, id_valid_to=since.replace(year=2027)
    )


def _credit_code(rng: Random, region: str) -> str:
    """Make a code whose inner check digit (GB 11714) fits as the outer one (GB 32100) does."""
    body = "MA" + "".join(rng.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(6))
    rest = (11 - sum(int(c, 36) * w for c, w in zip(body, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11) % 11
    code = f"91{region}{body}{'0123456789X'[rest]}"
    return f"{code}{uscc.calc_check_digit(code)}"


def _name(rng: Random, sex: str) -> str:
    given = _lists()["men" if sex == "男" else "women"]
    return rng.choice(_lists()["surnames"]).split()[0] + rng.choice(given).split()[0]


def _street(rng: Random) -> str:
    road = f"{rng.choice(_lists()['roads'])}{rng.randint(1, 699)}号"
    if rng.random() < 0.4:
        return f"{road}{rng.randint(101, 2604)}室"
    house = f"{rng.randint(1, 32)}幢{rng.randint(1, 4)}单元{rng.randint(101, 1803)}室"
    return road + rng.choice(_lists()["estates"]) + house


def _valid_to(born: date, issued: date) -> date | None:
    """Return the end of a card's validity by the holder's age at issue (16-25: 10 years, 26-45: 20, then 长期)."""
    age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
    if age >= 46:
        return None
    return issued.replace(year=issued.year + (20 if age >= 26 else 10))


@cache
def _table(name: str) -> Sequence[Entry]:
    rows: Sequence[Entry] = tomllib.loads(_corpus())[name]
    return rows


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    lists: Mapping[str, Sequence[str]] = tomllib.loads(_corpus())["lists"]
    return lists


@cache
def _corpus() -> str:
    return (files("intake.drawing") / "facts.toml").read_text("utf-8")
