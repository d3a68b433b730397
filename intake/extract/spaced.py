"""Puts labels together that are set so wide that readers take their characters for lines of their own: 名    称.

Dirt between the characters is left out too: copies put specks where print has gaps. Where the value stands so near that
it was read as one line with the end of its label (账    号 6222…), that line is cut in two first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from intake.domain.clean import packed
from intake.domain.geometry import enclosing
from intake.domain.text import Char, Line, PageText
from intake.extract.labels import Place, Search
from intake.extract.layout import left_of, right_of

WIDE = 8.0  # heights: characters of one label stand no further apart
SPECKS = ".,·'`、"
HALF = 2  # characters that a piece of a label has at most
_END = re.compile(rf"([^\W\d]{{1,{HALF}}})(?:\s*[\s:：]\s*(?=\S)|(?=\d))")


def spaced(search: Search, labels: Sequence[str]) -> Search:
    """Return `search` over pages on which wide `labels` are whole."""
    known = frozenset(map(packed, labels))

    def find(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return search(tuple(regrouped(page, known) for page in pages))

    return find


def regrouped(page: PageText, labels: Collection[str]) -> PageText:
    """Return a page on which the pieces of a label that stand in one row are one line, without specks."""
    clean = tuple(_without_specks(line, labels) for line in page.lines)
    lines = tuple(part for line in clean for part in _parted(line, clean, labels))
    groups = [group for line in lines if (group := _label_from(line, lines, labels))]
    first = {id(group[0]): group for group in groups}
    rest = {id(piece) for group in groups for piece in group[1:]}
    kept = (line for line in lines if id(line) not in rest)
    return replace(page, lines=tuple(_whole(first[id(line)]) if id(line) in first else line for line in kept))


def _without_specks(line: Line, labels: Collection[str]) -> Line:
    """Return a line without its specks where that makes it a label, or a piece of one."""
    chars = tuple(char for char in line.chars if char.text not in SPECKS)
    text = "".join(char.text for char in chars)
    is_label = packed(text) in labels or len(packed(text)) == 1
    return replace(line, text=text, chars=chars, lattice=None) if is_label and len(chars) < len(line.chars) else line


def _parted(line: Line, lines: Sequence[Line], labels: Collection[str]) -> tuple[Line, ...]:
    """Return a line, or the end of a label that begins left of it and the value behind that."""
    end = _END.match(line.text)
    before = next(iter(left_of(line, lines)), None) if end else None
    if end is None or before is None or packed(before.text + end[1]) not in labels:
        return (line,)
    return tuple(_piece(line, line.chars[a:b]) for a, b in (end.span(1), (end.end(), len(line.chars))))


def _piece(line: Line, chars: Sequence[Char]) -> Line:
    sure = sum(char.confidence for char in chars) / len(chars)
    return replace(
        line,
        text="".join(c.text for c in chars),
        confidence=sure,
        box=enclosing(c.box for c in chars),
        chars=tuple(chars),
    )


def _label_from(line: Line, lines: Sequence[Line], labels: Collection[str]) -> tuple[Line, ...]:
    """Return the pieces of the label that begins with `line`, or ()."""
    group: tuple[Line, ...] = ()
    for piece in _row(line, lines):
        group = (*group, piece)
        text = packed("".join(part.text for part in group))
        if len(packed(piece.text)) > HALF or not any(label.startswith(text) for label in labels):
            return ()
        if text in labels and len(group) > 1:
            return group
    return ()


def _row(line: Line, lines: Sequence[Line]) -> Iterator[Line]:
    yield line
    for piece in right_of(line, lines):
        if piece.box.bounds.left - line.box.bounds.right > WIDE * line.box.height:
            return
        yield piece
        line = piece


def _whole(pieces: Sequence[Line]) -> Line:
    return Line(
        text="".join(piece.text for piece in pieces),
        confidence=min(piece.confidence for piece in pieces),
        box=enclosing(piece.box for piece in pieces),
        chars=tuple(char for piece in pieces for char in piece.chars),
        source=pieces[0].source,
    )
