"""Values decoded again under their grammar: how far ahead they are, what they may be, and when a repair is believed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from intake.domain.document import Alternative
from intake.extract.decode import Decoded, decode
from intake.extract.finders import Parse, Reading
from intake.extract.grammar import Grammar
from intake.extract.lattice import sureness, window
from intake.extract.running import Running

# Set on the first half of 6,400 numbers that were drawn in bad light, measured on the other: docs/decisions/0009.
COST = 3.0  # nats: a repair that is less likely than what was read by more is for a person
LEAD = 7.5  # nats by which a value with a check digit, read or repaired, must be ahead of the next that fits
FAR = 9.0  # nats: what is less likely than what was read by more is not even offered: the paper may be wrong


def anybody(_text: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """How values of a kind are decoded.

    `grammar` is chosen by what was read (None: of no kind that has one), `spell` writes a text as the value, `trusted`
    says of a repaired value whether it may be believed at all, and `loose` matches what a misread value looks like.
    A value is for a person unless it is `lead` nats ahead of the next that fits.
    """

    grammar: Callable[[str], Grammar | None]
    spell: Callable[[str], str] = str
    trusted: Callable[[str], bool] = anybody
    loose: str = "(?!)"
    lead: float = LEAD


def constrained(parse: Parse, rule: Rule) -> Parse:
    """Weigh all values of `parse` against what else the lattice supports; where there are none, look for misread ones.

    A value that does not fit becomes the one that does where the lattice leaves no doubt; else that is a suggestion.
    """
    loose = re.compile(rule.loose)

    def read(span: Running) -> tuple[Reading, ...]:
        found = tuple(_weighed(reading, rule) for reading in parse(span))
        return found or tuple(_misread(span, loose, rule))

    return read


def with_others(parse: Parse, grammar: Grammar, value: Callable[[str], str]) -> Parse:
    """Add to the values of `parse` the others that the lattice supports: another field may tell which is right."""

    def read(span: Running) -> tuple[Reading, ...]:
        return tuple(
            replace(r, others=_others(decoded, value)) if (decoded := _decoded(r.span, grammar)) else r
            for r in parse(span)
        )

    return read


def is_sure(cost: float, margin: float, lead: float = LEAD) -> bool:
    """Say whether a repair is to be believed without a person."""
    return cost <= COST and margin >= lead


def posterior(margin: float) -> float:
    """Return the probability of a text beside the next one that fits."""
    return 1 / (1 + math.exp(-margin))


def _weighed(reading: Reading, rule: Rule) -> Reading:
    grammar = rule.grammar(reading.span.text)
    decoded = _decoded(reading.span, grammar) if grammar else None
    if grammar is None or decoded is None or not decoded.fits or decoded.fits[0].cost > FAR:
        return reading
    best, value = decoded.fits[0], rule.spell(decoded.fits[0].text)
    if best.cost == 0:
        return _ahead(reading, decoded, rule, grammar) if value == reading.value else reading
    sure = _sure(reading.span, grammar, decoded) if rule.trusted(value) else None
    if sure is not None and is_sure(best.cost, decoded.margin, rule.lead):
        return replace(reading, value=value, repaired=True, margin=decoded.margin, sure=sure)
    if reading.value is None:  # what it may be is so far ahead of what else it may be
        return replace(reading, suggestion=value, margin=decoded.margin)
    return reading if value == reading.value else replace(reading, suggestion=value)


def _ahead(reading: Reading, decoded: Decoded, rule: Rule, grammar: Grammar) -> Reading:
    """Return a value that fits as it was read, with its margin, how sure it is, and what it is close to."""
    is_close = decoded.margin < rule.lead
    if reading.repaired and is_close:
        return reading
    suggestion = rule.spell(decoded.fits[1].text) if is_close else None
    return replace(reading, margin=decoded.margin, suggestion=suggestion, sure=sureness(reading.span, grammar.read))


def _misread(span: Running, loose: re.Pattern[str], rule: Rule) -> Iterator[Reading]:
    """Yield what looks like a value and is none, where the lattice supports one."""
    parts = (span.cut(*match.span()) for match in loose.finditer(span.text))
    readings = (_weighed(Reading(None, part), rule) for part in parts)
    yield from (r for r in readings if r.value is not None or r.suggestion is not None)


def _decoded(span: Running, grammar: Grammar) -> Decoded | None:
    steps = window(span, grammar.read)
    return decode(steps, grammar) if steps else None


def _others(decoded: Decoded, value: Callable[[str], str]) -> tuple[Alternative, ...]:
    return tuple(Alternative(value(text.text), text.cost) for text in decoded.fits)


def _sure(span: Running, grammar: Grammar, decoded: Decoded) -> float | None:
    """Return how sure a repair of one character is; None where more are changed, or are more or fewer than were read.

    The character that was changed is as sure as the text is ahead of the next that fits.
    """
    text = decoded.fits[0].text
    read = [(grammar.read(char), span.glyphs[at].char) for char, at in zip(span.text, span.at, strict=True)]
    kept = [(symbol, char) for symbol, char in read if symbol]
    if len(kept) != len(text):
        return None
    same = [char.confidence for (symbol, char), written in zip(kept, text, strict=True) if symbol == written]
    return min(*same, posterior(decoded.margin)) if len(same) == len(text) - 1 else None
