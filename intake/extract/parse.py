"""Parsers: what is written at a place, as a value of one kind; each returns all such values in order."""

from __future__ import annotations

import re

from intake.domain.slips import fold
from intake.extract.finders import Parse, Reading
from intake.extract.running import Running


def tidy(span: Running) -> str:
    """Return what was written without blanks; letters and figures half-width, everything else as printed."""
    return "".join(fold(c) if fold(c).isalnum() else c for c in span.raw if not c.isspace())


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


def first(parse: Parse) -> Parse:
    """Keep only the first value."""
    return lambda span: parse(span)[:1]


def any_parse(*parses: Parse) -> Parse:
    """Ask parsers in turn, and take all values of the first that has any."""

    def parse(span: Running) -> tuple[Reading, ...]:
        return next((found for one in parses if (found := one(span))), ())

    return parse
