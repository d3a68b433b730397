"""Grammars as automata: which characters may follow, and what is reckoned over them on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from intake.extract.lattice import NOTHING, Read

State = tuple[int, ...]
Place = tuple[int, int, int]
"""Which shape, which part of it, and how many characters of that part have been seen."""
DIGITS = frozenset("0123456789")
ONCE = (1,)


@dataclass(frozen=True, slots=True)
class Part:
    """A run of characters of one kind; `counts` are the lengths that it may have, the longest last."""

    takes: Callable[[str], bool]
    counts: Sequence[int] = ONCE


@dataclass(frozen=True, slots=True)
class Check:
    """What is reckoned from character to character, of those that a shape takes: None where no text may go on so."""

    start: State
    step: Callable[[State, str], State | None]
    passes: Callable[[State], bool]


FREE = Check((), lambda state, _: state, lambda _: True)


class Node(NamedTuple):
    """Where a text stands in the shapes of a grammar, and what was reckoned so far."""

    places: frozenset[Place]
    reckoned: State


def as_number(char: str) -> str:
    """Read a character of a number: capital letters; the marks that people group digits with are nothing."""
    return NOTHING if char in " -" else "X" if char == "×" else char.upper()


def always(_text: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The texts that have one of some shapes, pass a check, and of which `holds` is true.

    Shapes and check are walked character by character, so that the best texts are found without trying all; `holds` is
    asked at the end only, of a few: let it exclude little.
    """

    shapes: tuple[tuple[Part, ...], ...]
    check: Check = FREE
    holds: Callable[[str], bool] = always
    read: Read = as_number

    @property
    def start(self) -> Node:
        places = (place for shape in range(len(self.shapes)) for place in self.opened((shape, 0, 0)))
        return Node(frozenset(places), self.check.start)

    def step(self, node: Node, char: str) -> Node | None:
        """Return where one more character leads; None where no text of the grammar begins so."""
        places = _following(self, node.places, char)
        reckoned = self.check.step(node.reckoned, char) if places else None
        return None if reckoned is None else Node(places, reckoned)

    def ends(self, node: Node) -> bool:
        """Say whether a text may end here."""
        is_whole = any(part == len(self.shapes[shape]) for shape, part, _ in node.places)
        return is_whole and self.check.passes(node.reckoned)

    def accepts(self, text: str) -> bool:
        """Say whether a text is one of the grammar."""
        node: Node | None = self.start
        for char in text:
            node = node and self.step(node, char)
        return node is not None and self.ends(node) and self.holds(text)

    def takes(self, place: Place, char: str) -> bool:
        """Say whether a character may stand at a place."""
        shape, part, seen = place
        if part == len(self.shapes[shape]):
            return False
        kind = self.shapes[shape][part]
        return seen < kind.counts[-1] and kind.takes(char)

    def opened(self, place: Place) -> Iterator[Place]:
        """Yield a place, and the starts of the parts that may follow without another character."""
        shape, part, seen = place
        yield place
        if part < len(self.shapes[shape]) and seen in self.shapes[shape][part].counts:
            yield from self.opened((shape, part + 1, 0))


@lru_cache(maxsize=1 << 11)
def _following(grammar: Grammar, places: frozenset[Place], char: str) -> frozenset[Place]:
    """Return where a character leads from places of a grammar; the same few are asked for again and again."""
    taken = ((s, p, n + 1) for s, p, n in places if grammar.takes((s, p, n), char))
    return frozenset(place for after in taken for place in grammar.opened(after))


def one_of(characters: Collection[str]) -> Callable[[str], bool]:
    """Return what says of a character whether it is one of these."""
    return frozenset(characters).__contains__
