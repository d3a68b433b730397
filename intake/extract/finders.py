"""Finders: a search for places, and a parser for what is written there, make one field with its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from intake.domain.doctype import Finder
from intake.domain.document import Alternative, Field, FieldState, Value
from intake.domain.geometry import Quad, Rect
from intake.domain.text import Line, PageText
from intake.extract.labels import Place, Search
from intake.extract.layout import right_of, under
from intake.extract.running import Running, joined, of_line, of_pages


@dataclass(frozen=True, slots=True)
class Reading:
    """A value, the characters it was read from, and whether others were put in their place.

    `value` is None where something is written that is no value as it was read: `suggestion` says what it may be.
    `margin` is how far the value is ahead of the next that fits, `sure` the confidence of a repaired one, `others` the
    further values that the lattice supports, the likeliest first.
    """

    value: Value | None
    span: Running
    repaired: bool = False
    margin: float | None = None
    suggestion: str | None = None
    sure: float | None = None
    others: tuple[Alternative, ...] = ()


_FIGURES = re.compile(r"\d[\d ]{1,22}\d")  # of a number in groups, of which the last may have three
_GROUPS = re.compile(r"[\d ]{1,24}")  # the same behind others on its row: the last group may have one figure
Parse = Callable[[Running], tuple[Reading, ...]]
"""Read all values of one kind in a text, in order; () when there is none."""


def anything(_value: str) -> bool:
    return True


def field_of(search: Search, parse: Parse, *, prefer: Callable[[str], bool] = anything) -> Finder:
    """Find a field: the first value read at the places of `search`; other values there are its rivals.

    Values that `prefer` holds for go before all others, which then are no rivals; no value is made to fit.
    """

    def find(pages: Sequence[PageText]) -> Field | None:
        places = search(pages)
        best = _best(places)
        own = [reading for place in best for reading in parse(place.written)]
        if all(reading.value is None for reading in own):
            return seen_as(own[0]) if own else _unread(best)
        aside = (place for place in places if place.rank != best[0].rank)
        readings = [*own, *(reading for place in aside for reading in parse(place.written))]
        preferred = [reading for reading in readings if prefer(str(reading.value))]
        return chosen(preferred or readings)

    return find


def chosen(readings: Sequence[Reading]) -> Field:
    """Return the first value that was read as a field, with all others that differ as its rivals."""
    first = next((r for r in readings if r.value is not None), readings[0])
    others = dict.fromkeys(str(r.value) for r in readings if r.value not in (None, first.value))
    return replace(seen_as(first), rivals=tuple(others))


def seen_as(reading: Reading) -> Field:
    """Return a field with all that is known of a reading."""
    field = seen(reading.value, reading.span, FieldState.UNREADABLE if reading.value is None else FieldState.READ)
    return replace(
        field,
        repaired=reading.repaired,
        margin=reading.margin,
        suggestion=reading.suggestion,
        confidence=field.confidence if reading.sure is None else reading.sure,
        alternatives=reading.others,
    )


def seen(value: Value | None, span: Running, state: FieldState = FieldState.READ) -> Field:
    """Return a field with the evidence of `span`."""
    return Field(
        value, span.raw, span.confidence, state, span.page, span.box, span.source, mean_confidence=span.mean_confidence
    )


def first_of(*finders: Finder) -> Finder:
    """Ask finders in turn for a value; when none has read one, the first that found its place has said why."""

    def find(pages: Sequence[PageText]) -> Field | None:
        fields = [field for finder in finders if (field := finder(pages))]
        read = (field for field in fields if field.state is FieldState.READ)
        return next(read, fields[0] if fields else None)

    return find


def otherwise(*finders: Finder) -> Finder:
    """Ask finders in turn until one has found its place on the paper."""

    def find(pages: Sequence[PageText]) -> Field | None:
        return next((field for finder in finders if (field := finder(pages))), None)

    return find


def noticed(search: Search, regex: str) -> Finder:
    """Find what looks like the value and is none: a person must read it, it may not go unseen."""
    compiled = re.compile(regex)

    def find(pages: Sequence[PageText]) -> Field | None:
        texts = [place.written for place in search(pages)]
        spans = (text.cut(*match.span()) for text in texts if (match := compiled.search(text.text)))
        return next((seen(None, span, FieldState.UNREADABLE) for span in spans), None)

    return find


def doubted(finder: Finder, search: Search, regex: str) -> Finder:
    """Find what `finder` finds, and say so where words nearby forbid to take it as it stands."""
    compiled = re.compile(regex)

    def find(pages: Sequence[PageText]) -> Field | None:
        field = finder(pages)
        words = (match[0] for place in search(pages) if (match := compiled.search(place.written.text)))
        return replace(field, doubt=next(words, None)) if field else None

    return find


def lines(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search every line by itself, whatever its label."""
    return tuple(Place(None, of_line(line, page.number)) for page in pages for line in page.lines)


def rows(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search every row of lines as one line: numbers in groups may have been read in pieces."""
    starts = ((page, line) for page in pages for line in page.lines)
    return tuple(
        Place(None, joined(of_line(piece, page.number) for piece in (line, *right_of(line, page.lines))))
        for page, line in starts
    )


def stacked(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search lines of figures with those under them as one: cards that stand upright print their number in rows."""
    columns = ((page, _column(line, page.lines)) for page in pages for line in page.lines)
    return tuple(
        Place(None, joined(of_line(piece, page.number) for piece in column)) for page, column in columns if column[1:]
    )


def running(pages: Sequence[PageText]) -> tuple[Place, ...]:
    """Search the document as one running text."""
    return (Place(None, of_pages(pages)),)


def pattern(regex: str, read: Callable[[str], Value | None]) -> Parse:
    """Parse what `read` makes of each match of `regex` (of its group `value`, where it has one)."""
    compiled = re.compile(regex)
    group = "value" if "value" in compiled.groupindex else 0

    def parse(text: Running) -> tuple[Reading, ...]:
        spans = (text.cut(*match.span(group)) for match in compiled.finditer(text.text))
        return tuple(Reading(value, span) for span in spans if (value := read(span.text)) is not None)

    return parse


def _column(line: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return a row of figures that starts with a line, and the rows of figures straight under it."""
    column: list[Line] = []
    following: Line | None = line
    while following and _FIGURES.fullmatch(following.text):
        column += (following, *(piece for piece in right_of(following, lines) if _GROUPS.fullmatch(piece.text)))
        following = under(following, lines, line.box.bounds.left)
    return tuple(column)


def _best(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places whose labels are the surest; what stands at all others can only raise doubt."""
    rank = max((place.rank for place in places), default=0)
    return tuple(place for place in places if place.rank == rank)


def _unread(places: Sequence[Place]) -> Field | None:
    written = next((place.written for place in places if place.label and place.written.text), None)
    if written:
        return seen(None, written, FieldState.UNREADABLE)
    label = next((place.label for place in places if place.label), None)
    return replace(seen(None, label, FieldState.EMPTY), raw="") if label else None


def has_seal(pages: Sequence[PageText]) -> Field | None:
    """Say whether a seal stands on the document; the evidence of its absence is the whole last page."""
    stamped = [(page, seal) for page in pages for seal in page.seals]
    if not stamped:
        last = pages[-1]
        return Field(False, "", 1.0, FieldState.READ, last.number, Quad.of_rect(Rect(0, 0, last.width, last.height)))
    page, seal = max(stamped, key=lambda pair: pair[1].confidence)
    return Field(True, seal.text, 1.0, FieldState.READ, page.number, seal.box)


def something_written(search: Search, *, but: str = "") -> Finder:
    """Say whether anything is written at a place (a signature need not be legible), and not just words of `but`."""
    nothing = re.compile(but)

    def find(pages: Sequence[PageText]) -> Field | None:
        places = _best(search(pages))
        label = next((place.label for place in places if place.label), None)
        if label is None:
            return None
        written = [place.written for place in places if place.written.text]
        denied = next((text for text in written if nothing.fullmatch(text.text)), None)
        if denied:
            return seen(False, denied)
        return seen(True, written[0]) if written else replace(seen(False, label), raw="")

    return find
