"""Fictional cases of the evaluation: courts, banks, names, streets and years that no training case has."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from stdnum.iso7064 import mod_11_10

from intake.domain.drawing import Account, Company, Facts, Person
from intake.drawing import facts as drawing_facts

FIRST_SEED = 50_000_000
"""Seeds of the evaluation begin here; training stays below."""

_COURT = ("name", "code", "home", "police", "branch", "region", "area")
_BANK = ("name", "latin", "prefix", "digits", "head", "telephone")
Entry = Mapping[str, str]


def held_facts(seed: int) -> Facts:
    """Make the facts of one case of the evaluation; the account belongs to the applicant."""
    if seed < FIRST_SEED:
        raise ValueError(f"seed {seed} may be one of training's: evaluation begins at {FIRST_SEED}")
    rng = Random(f"held facts {seed}")
    home, away = (rng.choice(_rows("courts", _COURT)) for _ in range(2))
    decided = date(rng.choice((2017, 2018, 2019, 2020, 2021, 2022, 2025)), rng.randint(2, 12), rng.randint(1, 28))
    applicant, agent = someone(rng, home), someone(rng, home)
    child = someone(rng, home, (2010, 2016))
    return replace(
        drawing_facts.facts_of(seed),
        court_name=home["name"],
        case_number=f"（{decided.year}）{home['code']}{rng.choice(('执', '执', '执恢'))}{rng.randint(11, 19899)}号",
        basis_case_number=f"（{decided.year - 1}）{home['code']}民初{rng.randint(101, 29899)}号",
        cause=rng.choice(_lists()["causes"]),
        applicant=applicant,
        respondent=someone(rng, away),
        account=account(rng, home, applicant.name),
        phone=rng.choice(_lists()["mobiles"]) + f"{rng.randint(0, 99_999_999):08}",
        decided_on=decided,
        confirmed_on=decided + timedelta(days=rng.randint(2, 40)),
        judges=tuple(name_of(rng) for _ in range(rng.choice((1, 3, 3)))),
        clerk=name_of(rng),
        company=_company(rng, home),
        agent=agent,
        child=replace(child, name=applicant.name[:1] + child.name[1:], address=applicant.address),
        law_firm=home["home"].split("省")[-1].split("自治区")[-1].split("市")[0]
        + rng.choice(_lists()["firms"])
        + "律师事务所",
    )


def someone(rng: Random, home: Entry, years: tuple[int, int] = (1949, 2003)) -> Person:
    """Make a person of a court's district, with a name and a street of the evaluation."""
    person = drawing_facts.person(rng, home, years)
    issued = date(rng.randint(2012, 2024), rng.randint(1, 12), rng.randint(1, 28))
    named = replace(
        person,
        name=name_of(rng, person.sex),
        ethnicity=rng.choice(_lists()["ethnicities"]),
        address=home["home"] + _street(rng),
        id_valid_from=issued,
        id_valid_to=_valid_to(person.born_on, issued),
    )
    if years[0] > 2003 or rng.random() > 0.05:
        return named
    name, _, ethnicity = rng.choice(_lists()["pointed"]).split("|")
    return replace(named, name=name, ethnicity=ethnicity)


def account(rng: Random, home: Entry, holder: str) -> Account:
    """Make an account of a person: the number of a debit card."""
    bank = rng.choice(_rows("banks", _BANK))
    clearing = f"{bank['head']}{home['area']}{rng.randint(1, 9999):04}"
    return Account(
        name=holder,
        number=drawing_facts.card_number(rng, bank["prefix"], int(bank["digits"])),
        bank_name=bank["name"],
        branch_name=f"{bank['name']}{rng.choice(('', '股份有限公司'))}{home['branch']}",
        cnaps_code=clearing + mod_11_10.calc_check_digit(clearing),
    )


def name_of(rng: Random, sex: str = "") -> str:
    given = _lists()["women" if (sex or rng.choice("男女")) == "女" else "men"]
    return rng.choice(_lists()["surnames"]).split()[0] + rng.choice(given).split()[0]


@cache
def latin(name: str) -> tuple[str, str]:
    """Return surname and given name of a fictional person in Latin letters."""
    for entry in _lists()["pointed"]:
        if entry.startswith(f"{name}|"):
            first, last = entry.split("|")[1].split()
            return last, first
    surnames = dict(entry.split() for entry in _lists()["surnames"])
    given = dict(entry.split() for key in ("men", "women") for entry in _lists()[key])
    surname = max((s for s in surnames if name.startswith(s)), key=len, default=name[0])
    return surnames.get(surname, "AN"), given.get(name[len(surname) :], "NING")


def bank_of(name: str) -> Entry:
    """Return what is known of a bank of the evaluation."""
    return next(bank for bank in _rows("banks", _BANK) if bank["name"] == name)


def court_home(court_name: str) -> Entry:
    return next(court for court in _rows("courts", _COURT) if court["name"] == court_name)


def _company(rng: Random, home: Entry) -> Company:
    made = drawing_facts.company(rng, home)
    city = home["home"].split("省")[-1].split("自治区")[-1].split("市")[0]
    trade = made.name.removesuffix("有限公司").removeprefix(home["home"].split("省")[-1].split("市")[0])[2:]
    name = f"{city}{rng.choice(_lists()['firms'])}{trade}{rng.choice(('有限公司', '有限责任公司', '股份有限公司'))}"
    number = f"{rng.randint(1, 9)}{rng.randrange(10**16):016}"
    return replace(
        made,
        name=name,
        legal_representative=someone(rng, home),
        address=home["home"] + _street(rng),
        account=replace(account(rng, home, name), number=number),
    )


def _street(rng: Random) -> str:
    if rng.random() < 0.15:
        return f"{rng.choice(_lists()['villages'])}{rng.randint(1, 399)}号"
    road = f"{rng.choice(_lists()['streets'])}{rng.randint(1, 999)}号"
    if rng.random() < 0.3:
        return f"{road}附{rng.randint(1, 40)}号"
    return f"{road}{rng.choice(_lists()['homes'])}{rng.randint(1, 48)}号楼{rng.randint(1, 6)}-{rng.randint(101, 3204)}"


def _valid_to(born: date, issued: date) -> date | None:
    """Return the end of a card's validity by age at issue: below 16 5 years, to 25 10, to 45 20, then 长期."""
    age = issued.year - born.year - ((issued.month, issued.day) < (born.month, born.day))
    if age >= 46:
        return None
    years = 5 if age < 16 else 10 if age < 26 else 20
    return issued.replace(year=issued.year + years)


@cache
def _rows(name: str, keys: tuple[str, ...]) -> Sequence[Entry]:
    return tuple(dict(zip(keys, row.split("|"), strict=True)) for row in _lists()[name])


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    lists: Mapping[str, Sequence[str]] = tomllib.loads((Path(__file__).parent / "people.toml").read_text("utf-8"))
    return lists
