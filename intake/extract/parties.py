"""Reads the parties of a court paper, each with what the paper says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.domain import clean
from intake.domain.doctype import Finder
from intake.domain.document import Field, FieldState, Party
from intake.domain.text import PageText
from intake.extract import rules
from intake.extract.constrained import constrained
from intake.extract.finders import Reading, pattern, seen
from intake.extract.paper import paper, role_starts
from intake.extract.parse import tidy
from intake.extract.running import Running, joined

_NAME = re.compile(r"(?:\([^)]{1,12}\))?:*(?P<value>[^,。;:]{2,50}?)(?=[,。;:]|$)")
_ALIAS = re.compile(r"\((?:原|以下简称|曾用名|一审|二审|反诉|又名)[^)]*\)$")
_id = constrained(pattern(r"(?<!\d)(?P<value>\d{17}[\dXx])(?![\dA-Za-z])", clean.digits), rules.RESIDENT)
_uscc = constrained(
    pattern(r"(?:信用代码|注册号)[^:\dA-Z]{0,6}:?(?P<value>[0-9A-Z]{18})(?![0-9A-Z])", clean.digits),
    replace(rules.CREDIT, loose=r"(?<=信用代码:)[0-9A-Za-z]{17,19}(?![0-9A-Za-z])"),
)
_NUMBERED = re.compile(r"(?:身份号码|身份证号码?|信用代码)(?=:?[\dA-Z])")
_LEGAL = re.compile(r"(?:法定代表人|负责人|代表人):?(?P<value>[\u4e00-\u9fff·]{2,12}?)(?=[,。;:(]|$)")
_ADDRESS = re.compile(
    r"(?:住所地|住址|住所|(?<!居)住):?(?P<value>[^。;]{4,80}?)"
    r"(?=[,.:;。、·'`]*(?:公民身份|身份证|居民身份|统一社会信用|组织机构|法定代表|负责人|联系|电话|委托|$)|[。;])"
)
_AGENT = re.compile(r"(?:委托|法定|指定)(?:诉讼)?代理人")


def parties(*roles: str) -> Finder:
    """Find all parties that stand in one of `roles`."""

    def find(pages: Sequence[PageText]) -> Field | None:
        statements = [s for role, s in _statements(paper(pages).parties) if role in roles]
        found = [told for told in map(_told, statements) if told]
        if found:
            field = seen(tuple(told.party for told in found), joined(told.used for told in found))
            numbers = [number for told in found for number in told.numbers]
            return replace(
                field,
                doubt=next(filter(None, map(_unread_number, statements)), None),
                repaired=any(number.repaired for number in numbers),
                margin=min((number.margin for number in numbers if number.margin is not None), default=None),
                suggestion=next((number.suggestion for number in numbers if number.suggestion), None),
            )
        return seen(None, statements[0], FieldState.UNREADABLE) if statements and statements[0].text else None

    return find


def _statements(text: Running) -> Iterator[tuple[str, Running]]:
    starts = role_starts(text)
    ends = (*(m.start() for m in starts), len(text.text))[1:]
    for match, end in zip(starts, ends, strict=True):
        agent = _AGENT.search(text.text, match.end(), end)
        yield match[0], text.cut(match.end(), agent.start() if agent else end)


@dataclass(frozen=True, slots=True)
class Told:
    """A party, where it is told of, and its numbers as they were read."""

    party: Party
    used: Running
    numbers: tuple[Reading, ...]


def _told(statement: Running) -> Told | None:
    named = _NAME.match(statement.text)
    if not named:
        return None
    name = statement.cut(*named.span("value"))
    alias = _ALIAS.search(name.text)
    name = name.cut(0, alias.start()) if alias else name
    rest = statement.cut(named.end(), len(statement.text))
    address, legal = (_first(rest, regex) for regex in (_ADDRESS, _LEGAL))
    number, uscc = _id(rest)[:1], _uscc(rest)[:1]
    party = Party(
        tidy(name),
        id_number=_value(number),
        uscc=_value(uscc),
        address=tidy(address) if address else None,
        legal_representative=tidy(legal) if legal else None,
    )
    spans = (name, *(reading.span for reading in (*number, *uscc)), address, legal)
    return Told(party, joined(span for span in spans if span), (*number, *uscc))


def _value(readings: Sequence[Reading]) -> str | None:
    return str(readings[0].value) if readings and readings[0].value is not None else None


def _unread_number(statement: Running) -> str | None:
    """Return the label of a number that is on the paper and could not be read: a party is not to lose it unseen."""
    label = _NUMBERED.search(statement.text)
    if label is None or any(r.value is not None for r in (*_id(statement), *_uscc(statement))):
        return None
    return label[0]


def _first(text: Running, regex: re.Pattern[str]) -> Running | None:
    match = regex.search(text.text)
    return text.cut(*match.span("value")) if match else None
