"""Papers made of material: what they are called, who speaks in them, what they say.

They are strangers, or of types of ours by other hands than the type's own `draw`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random
from types import MappingProxyType

from intake.domain.drawing import Company, Facts
from intake.drawing.facts import facts_of, pinyin
from intake.drawing.words import hanzi_date, plain_date
from training.corpus.families import NEAR
from training.corpus.kit import city, money

FOLDER = "training.corpus.material"
_DISTRICTS = ("东城区", "滨江区", "高新区", "城关镇", "西湖区", "南山街道", "新华区", "永安县")
_BORROWED = 0.12  # of sentences come from any family: no single sentence makes a family


@dataclass(frozen=True, slots=True)
class Material:
    """What the papers of one family are made of; the words in braces are filled in for each paper."""

    titles: Sequence[str]
    heads: Sequence[str]
    numbers: Sequence[str]
    parties: Sequence[str]
    says: Sequence[str]
    rows: Sequence[Sequence[str]]
    ends: Sequence[str]
    seals: Sequence[str]
    forms: Sequence[str]
    type: str | None = None
    """The type of ours whose papers they are; None for strangers."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The words of one paper, in the order in which they are set."""

    form: str
    head: str
    title: str
    number: str
    parties: tuple[str, ...]
    says: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    ends: tuple[str, ...]
    seal: str


@cache
def strange() -> Mapping[str, Material]:
    """Return every family of strangers by its name, in the order of their names."""
    return MappingProxyType({name: found for name, found in materials().items() if found.type is None})


@cache
def hands() -> Mapping[str, Material]:
    """Return the papers of types of ours by their names: several hands for a type."""
    return MappingProxyType({name: found for name, found in materials().items() if found.type is not None})


@cache
def materials() -> Mapping[str, Material]:
    """Return all material by its name, in the order of the names."""
    found: dict[str, Material] = {}
    for file in files(FOLDER).iterdir():
        if file.name.endswith(".toml"):
            found |= {name: Material(**entry) for name, entry in tomllib.loads(file.read_text("utf-8")).items()}
    return MappingProxyType(dict(sorted(found.items())))


def is_near(name: str) -> bool:
    """Say whether the papers of a family quote, name or imitate ours."""
    return name.startswith(NEAR)


def written(name: str, facts: Facts, rng: Random) -> Paper:
    """Write one paper of a family."""
    stuff, fill = materials()[name], filler(facts, rng)
    sentences = [_sentence(stuff, rng) for _ in range(rng.randint(3, 12))]
    return Paper(
        form=rng.choice(stuff.forms),
        head=fill(rng.choice(stuff.heads)) if stuff.heads else "",
        title=fill(rng.choice(stuff.titles)) if stuff.type or rng.random() < _TITLED else "",
        number=fill(rng.choice(stuff.numbers)) if stuff.numbers else "",
        parties=_some(stuff.parties, rng, 5, fill),
        says=tuple(map(fill, dict.fromkeys(sentences))),
        rows=tuple((fill(label), fill(value)) for label, value in _rows(stuff, rng)),
        ends=_some(stuff.ends, rng, 3, fill),
        seal=fill(rng.choice(stuff.seals)) if stuff.seals else "",
    )


_TITLED = 0.92  # of strangers: the others are later pages, or cut


def _sentence(stuff: Material, rng: Random) -> str:
    if rng.random() >= _BORROWED:
        return rng.choice(stuff.says)
    return rng.choice(rng.choice(list(strange().values())).says)


def _rows(stuff: Material, rng: Random) -> list[Sequence[str]]:
    count = min(len(stuff.rows), rng.randint(3, 14))
    return rng.sample(list(stuff.rows), count)


def _some(pool: Sequence[str], rng: Random, most: int, fill: Callable[[str], str]) -> tuple[str, ...]:
    count = min(len(pool), rng.randint(0 if rng.random() < 0.2 else 1, most))
    return tuple(map(fill, rng.sample(list(pool), count)))


def filler(facts: Facts, rng: Random) -> Callable[[str], str]:
    """Return what fills in the words in braces: people and offices of one case, other numbers for every place."""
    other = facts_of(rng.randrange(10**9))
    fixed = _names(facts) | {"person2": facts.respondent.name, "company2": other.company.name}

    def fill(text: str) -> str:
        return text.format_map(_Slots(fixed, rng, facts.company))

    return fill


class _Slots(dict[str, str]):
    """Fills what is the same in a whole paper from a table, everything else by chance."""

    def __init__(self, fixed: Mapping[str, str], rng: Random, company: Company) -> None:
        super().__init__(fixed)
        self._rng, self._company = rng, company

    def __missing__(self, key: str) -> str:
        rng = self._rng
        if key == "money":
            return money(rng, 100, 900_000) if rng.random() < 0.5 else str(rng.randint(2, 900) * 100)
        if key == "m":
            return str(rng.randint(1, 9))
        if key == "code":
            return str(rng.randrange(10**7, 10**8))
        low = 10 ** (len(key) - 1)
        return str(rng.randrange(low, low * 10))


def _names(facts: Facts) -> dict[str, str]:
    place = city(facts)
    return {
        "person": facts.applicant.name, "sex": facts.applicant.sex, "born": plain_date(facts.applicant.born_on),
        "id": facts.applicant.id_number, "addr": facts.applicant.address, "phone": facts.phone,
        "court": facts.court_name, "case": facts.case_number, "basis": facts.basis_case_number, "cause": facts.cause,
        "judge": facts.judges[0], "clerk": facts.clerk, "firm": facts.law_firm, "city": place, "c": place[0],
        "district": _DISTRICTS[len(facts.applicant.address) % len(_DISTRICTS)], "company": facts.company.name,
        "uscc": facts.company.uscc, "bank": facts.account.bank_name, "branch": facts.account.branch_name,
        "account": facts.account.number, "card": facts.account.number, "pinyin": pinyin(facts.account.name),
        "child": facts.child.name, "upper": facts.amount_upper, "year": str(facts.decided_on.year),
        "date": plain_date(facts.decided_on), "hdate": hanzi_date(facts.decided_on),
    }  # fmt: skip
