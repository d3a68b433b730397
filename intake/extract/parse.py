"""Parsers: what is written at a place, as a value of one kind; each returns all such values in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from intake.domain.clean import Found, is_invisible, marks
from intake.domain.slips import fold
from intake.extract.finders import Parse, Reading
from intake.extract.running import Running
from intake.extract.sure import DOUBTED

T = TypeVar("T")

_WIDE = str.maketrans(",;:()", "，；：（）")


def tidy(span: Running) -> str:
    """Return what was written without blanks; letters and figures half-width, everything else as printed."""
    kept = (c for c in span.raw if not (c.isspace() or is_invisible(c)))
    return "".join(fold(c) if fold(c).isalnum() else c for c in kept)


def prose(span: Running) -> str:
    """Return what was written without blanks, its marks in the width that Chinese print gives them: ，；：（）."""
    return tidy(span).translate(_WIDE)


def text(span: Running) -> tuple[Reading, ...]:
    """Read all that is written."""
    return (Reading(tidy(span), span),) if span.text else ()


def spelled(regex: str, *, upper: bool = False) -> Parse:
    """Read each match of `regex` as it is written."""
    compiled = re.compile(regex)
    group = "value" if "value" in compiled.groupindex else 0

    def parse(span: Running) -> tuple[Reading, ...]:
        found = (span.cut(*match.span(group)) for match in compiled.finditer(span.text))
        return tuple(Reading(tidy(part).upper() if upper else tidy(part), part) for part in found if part.text)

    return parse


def grammar(find: Callable[[str], Iterable[Found[T]]], spell: Callable[[T], str] | None, *, before: str = "") -> Parse:
    """Read what a grammar finds, spelled by `spell` (or as written), where the text goes on with `before`."""
    follows = re.compile(before)

    def parse(span: Running) -> tuple[Reading, ...]:
        found = (f for f in find(span.text) if follows.match(span.text, f.end))
        parts = ((f.value, span.cut(f.start, f.end)) for f in found)
        return tuple(Reading(spell(value) if spell else tidy(part), part) for value, part in parts)

    return parse


def doubting(parse: Parse, is_doubtful: Callable[[Reading], bool]) -> Parse:
    """Let a person look at those of the values that `parse` reads which are doubtful, however surely they were read."""

    def read(span: Running) -> tuple[Reading, ...]:
        return tuple(replace(r, span=r.span.doubted(DOUBTED)) if is_doubtful(r) else r for r in parse(span))

    return read


def copied(parse: Parse) -> Parse:
    """Mark values that are no copy of what was read: with other letters or digits they are repaired."""

    def check(span: Running) -> tuple[Reading, ...]:
        return tuple(replace(r, repaired=marks(str(r.value)) != marks(r.span.text)) for r in parse(span))

    return check


def first(parse: Parse) -> Parse:
    """Keep only the first value."""
    return lambda span: parse(span)[:1]


def any_parse(*parses: Parse) -> Parse:
    """Ask parsers in turn, and take all values of the first that has any."""

    def parse(span: Running) -> tuple[Reading, ...]:
        return next((found for one in parses if (found := one(span))), ())

    return parse


def led_by(lead: Parse, parse: Parse) -> Parse:
    """Read all values of `parse`, after those of them that `lead` reads: what comes first is the value."""
    return lambda span: (*lead(span), *parse(span))
