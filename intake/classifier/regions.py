"""Finds several documents on one page: cards that were seen by their outline, and what gaps between lines part."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from intake.classifier.classify import BLANK, OTHER, Classify, Guess, by_cues
from intake.classifier.cues import digest
from intake.domain.doctype import DocType
from intake.domain.geometry import Quad, Rect, enclosing
from intake.domain.laid import laid
from intake.domain.text import Line, PageText

SURE = 0.8  # a part must say as clearly as this what it is
CUTS = 8  # widest gaps tried in each direction
HINT = 1.0  # weight of the cues by which a side that is hardly read is still one of a card
NOTE_LINES, NOTE = 3, 40  # lines and characters beside cards that are no document of their own
AXES: tuple[tuple[Callable[[Rect], float], Callable[[Rect], float]], ...] = (
    (attrgetter("top"), attrgetter("bottom")),
    (attrgetter("left"), attrgetter("right")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A page or a part of one, and what it is."""

    page: PageText
    guess: Guess


def pieces(page: PageText, types: Mapping[str, DocType], classify: Classify = by_cues) -> tuple[Piece, ...]:
    """Cut a page into the documents on it: mostly one. Every line is in exactly one of them."""
    whole = _piece(replace(page, cards=()), types, classify)
    if _flows(whole, types, SURE):
        return (whole,)
    if not page.cards or not page.lines:
        return _by_gaps(whole, types, classify)
    found = _by_cards(page, types, classify)
    return (whole,) if _is_sides_of_one(found, whole, types) else found


def area(page: PageText) -> Quad:
    """Return the outline of a card, or the part of the page that its lines cover."""
    return page.cards[0] if page.cards else enclosing(line.box for line in page.lines)


def _is_sides_of_one(found: Sequence[Piece], whole: Piece, types: Mapping[str, DocType]) -> bool:
    """Say whether cards are the sides of one paper of the type of the page, and what lies beside them is about it.

    A side that is hardly read is one where it says as much of the type as a word or two; none says what another says.
    """
    name = whole.guess.type
    if name is None or not types[name].is_two_sided:
        return False
    likely = [piece for piece in found if _likeliest(piece.guess) == name]
    rest = [piece for piece in found if piece not in likely]
    if not likely or any(_is_known(piece) or not _is_about(piece, types[name]) for piece in rest):
        return False
    return not any(_repeats(a, b) for a, b in itertools.combinations(likely, 2))


def _is_about(piece: Piece, doctype: DocType) -> bool:
    """Say whether a card that nobody knows has something of a type; notes beside the cards need nothing."""
    return not piece.page.cards or sum(cue.weight for cue in digest(piece.page).cues(doctype.cues)) >= HINT


def _likeliest(guess: Guess) -> str | None:
    """Return the likeliest type, also where it was not taken: a side alone may lack what defines the whole paper."""
    return guess.candidates[0].type if guess.candidates else guess.type


def _by_cards(page: PageText, types: Mapping[str, DocType], classify: Classify) -> tuple[Piece, ...]:
    """Make a piece of every card; what lies beside them is another, or goes with the nearest where it is a note."""
    owners = [next((c for c in page.cards if c.holds(line.box.bounds.centre)), None) for line in page.lines]
    owned = list(zip(owners, page.lines, strict=True))
    rest = [line for owner, line in owned if owner is None]
    parts = [(card, [line for owner, line in owned if owner is card]) for card in page.cards]
    cards = [_piece(_part(page, lines, card), types, classify) for card, lines in parts if lines]
    beside = pieces(_part(page, rest), types, classify) if rest else ()
    if any(_is_known(piece) for piece in beside):
        taken = [line for card in cards if not _is_known(card) for line in card.page.lines]
        cards = [card for card in cards if _is_known(card)]
        beside = pieces(_part(page, rest + taken), types, classify) if taken else beside
    elif cards and len(rest) <= NOTE_LINES and sum(len(line.text) for line in rest) <= NOTE:
        return _with_notes(page, cards, rest, lambda part: _piece(part, types, classify))
    return tuple(sorted((*cards, *beside), key=lambda piece: area(piece.page).bounds.top))


def _with_notes(
    page: PageText, cards: Sequence[Piece], notes: Sequence[Line], judged: Callable[[PageText], Piece]
) -> tuple[Piece, ...]:
    """Give every note to the card that it is nearest to."""
    given = [list(card.page.lines) for card in cards]
    for note in notes:
        at = note.box.bounds.centre
        away = [math.dist(at, card.page.cards[0].bounds.centre) for card in cards]
        given[away.index(min(away))].append(note)
    return tuple(
        judged(_part(page, lines, card.page.cards[0])) if len(lines) > len(card.page.lines) else card
        for card, lines in zip(cards, given, strict=True)
    )


def _by_gaps(whole: Piece, types: Mapping[str, DocType], classify: Classify) -> tuple[Piece, ...]:
    best = max(
        (pair for pair in _pairs(whole.page, types) if _two(*pair, types)),
        key=lambda pair: min(p.guess.confidence for p in pair),
        default=None,
    )
    if best is None:
        return (whole,)
    return tuple(piece for side in best for piece in pieces(side.page, types, classify))


def _piece(page: PageText, types: Mapping[str, DocType], classify: Classify) -> Piece:
    return Piece(page, classify(laid(page).text, types))


def _is_known(piece: Piece) -> bool:
    return piece.guess.type not in {None, OTHER} and piece.guess.confidence >= SURE


def _flows(piece: Piece, types: Mapping[str, DocType], sure: float = 0.0) -> bool:
    """Say whether it is a page, first or later, of a type that runs over pages: such a page is never two documents."""
    guess = piece.guess
    names = {guess.type} if guess.confidence >= sure else set()
    if guess.later and guess.later.confidence >= sure:
        names.add(guess.later.type)
    return any(name is not None and types[name].continues for name in names)


def _pairs(page: PageText, types: Mapping[str, DocType]) -> Iterator[tuple[Piece, Piece]]:
    for start, end in AXES:
        ordered = sorted(page.lines, key=lambda line: start(line.box.bounds))
        reach, gaps = float("-inf"), list[tuple[float, int]]()
        for i, line in enumerate(ordered):
            gaps.append((start(line.box.bounds) - reach, i))
            reach = max(reach, end(line.box.bounds))
        for gap, i in sorted(gaps[1:], reverse=True)[:CUTS]:
            if gap > 0:
                first, second = (_part(page, side) for side in (ordered[:i], ordered[i:]))
                yield _piece(first, types, by_cues), _piece(second, types, by_cues)  # tried often: cues are quick


def _part(page: PageText, lines: Sequence[Line], card: Quad | None = None) -> PageText:
    """Return the part of a page that these lines make, or a card with these lines."""
    kept = tuple(line for line in page.lines if line in lines)
    holds = card.holds if card else enclosing(line.box for line in kept).bounds.contains
    seals = tuple(seal for seal in page.seals if holds(seal.box.bounds.centre))
    return replace(page, lines=kept, seals=seals, looks=None, cards=(card,) if card else ())


def _two(a: Piece, b: Piece, types: Mapping[str, DocType]) -> bool:
    if min(a.guess.confidence, b.guess.confidence) < SURE or _flows(a, types) or _flows(b, types):
        return False
    if any(p.guess.type in {None, OTHER, BLANK} for p in (a, b)):
        return False
    return a.guess.type != b.guess.type or _repeats(a, b)


def _repeats(a: Piece, b: Piece) -> bool:
    """Say whether the same cues stand on both: two cards of one type repeat their labels, halves of one do not."""
    one, two = ({cue.pattern: cue.weight for cue in p.guess.cues} for p in (a, b))
    shared = sum(weight for pattern, weight in one.items() if pattern in two)
    return shared >= min(sum(one.values()), sum(two.values())) / 2
