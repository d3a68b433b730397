"""Decodes a part of a machine-readable zone whose check digit fails, from what else the reader saw there."""

from __future__ import annotations

from functools import cache

from intake.domain import mrz
from intake.extract.constrained import Rule, constrained
from intake.extract.finders import Reading
from intake.extract.grammar import DIGITS, Check, Grammar, Part, State, one_of
from intake.extract.running import Running

_CHARACTERS = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") | {mrz.FILL}


def proven(part: Running, length: int, *, is_day: bool) -> Reading:
    """Return a part of `length` characters and its check digit with the value that the lattice supports.

    `repaired` says that it is another than was read; where nobody could believe that, nothing is changed. A day has
    digits only, and letters that readers make of them are those.
    """
    rule = Rule(lambda _read: _grammar(length, is_day=is_day))
    (reading,) = constrained(lambda span: (Reading(mrz.pack_zone(span.text).text, span),), rule)(part)
    return reading


@cache
def _grammar(length: int, *, is_day: bool) -> Grammar:
    shape = (Part(one_of(DIGITS if is_day else _CHARACTERS), (length,)), Part(one_of(DIGITS)))

    def step(state: State, char: str) -> State | None:
        place, total = state
        if place == length:
            return (place + 1, total) if char == str(total) else None
        return place + 1, (total + mrz.worth(char, place)) % mrz.MODULUS

    return Grammar((shape,), Check((0, 0), step, lambda state: state[0] > length), read=_as_digit if is_day else _as_is)


def _as_is(char: str) -> str:
    return mrz.pack_zone(char).text[:1]


def _as_digit(char: str) -> str:
    return mrz.as_digits(_as_is(char))
