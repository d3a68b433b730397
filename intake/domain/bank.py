"""Which bank a text, a card number or a 联行号 speaks of, by the one name we use for it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from intake.domain import card, cnaps
from intake.domain.clean import packed
from intake.domain.names import simplified

FEDERATION = "农村信用社联合社"
"""How the names of federations end: their cards carry the names of many banks."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank with a clearing head of its own; `aliases` are its other names."""

    name: str
    head: str
    aliases: tuple[str, ...]


def bank_of(text: str) -> str | None:
    """Return the bank that a text names first: 中国工商银行 of 工行杭州西湖支行; None for one we do not know."""
    match = _pattern().search(_folded(text))
    return _names()[match.group()] if match else None


def bank_of_card(number: str) -> str | None:
    """Return the bank that issued a card; None for a number of no card, an unknown issuer or a federation."""
    read = card.parse(number)
    issuer = read.issuer if read else None
    return issuer.bank if issuer and not issuer.bank.endswith(FEDERATION) else None


def bank_of_cnaps(code: str) -> str | None:
    """Return the bank of a clearing number; None for heads that many banks share."""
    read = cnaps.parse(code)
    return next((bank.name for bank in banks() if read and bank.head == read.head), None)


def cnaps_agrees(code: str, text: str) -> bool | None:
    """Say whether a clearing number fits the bank that a text names; None where one of them does not tell."""
    named, coded = bank_of(text), bank_of_cnaps(code)
    has_a_head = any(bank.name == named for bank in banks())
    if named is None or not (coded or has_a_head):
        return None
    return named == coded


@cache
def banks() -> Sequence[Bank]:
    """Return the banks that have a clearing head of their own."""
    table = tomllib.loads((files("intake.domain") / "banks.toml").read_text("utf-8"))["bank"]
    return tuple(Bank(entry["name"], entry["head"], tuple(entry["aliases"])) for entry in table)


def _folded(text: str) -> str:
    return simplified(packed(text)).upper().replace("农村商业银行", "农商银行")


@cache
def _names() -> Mapping[str, str]:
    """Return every folded name of every bank, with the name we use."""
    known = {_folded(name): name for name in card.issuing_banks()}
    return known | {_folded(alias): bank.name for bank in banks() for alias in (bank.name, *bank.aliases)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(_guarded, longest_first)))


def _guarded(name: str) -> str:
    """Return the pattern of a name: ICBC is no part of a longer word, 工行 stands at the start only."""
    if name.isascii() and len(name) <= 8:
        return f"(?<![A-Z]){re.escape(name)}(?![A-Z])"
    return f"^{name}" if len(name) <= 2 else re.escape(name)
