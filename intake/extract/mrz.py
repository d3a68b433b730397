"""Reads the machine-readable zone of a travel document, and the fields that it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.domain import mrz
from intake.domain.clean import Packed
from intake.domain.doctype import Finder
from intake.domain.document import Field, FieldState
from intake.domain.text import PageText, Source
from intake.extract.finders import lines, rows, seen
from intake.extract.proofs import proven
from intake.extract.running import Running, joined

_D = "[0-9OQDIBSZGL]"  # digits, and what readers make of them
# The end of the names must be seen: fillers after them, or the end of the line.
_BOOKLET_NAMES = re.compile("P[A-Z<][A-Z0]{3}(?:[A-Z0-9<]*<<<[A-Z0-9<]*|[A-Z0-9<]{39})")
_BOOKLET_DATA = re.compile(f"[A-Z0-9<]{{9}}{_D}[A-Z0-9<]{{3}}{_D}{{7}}[A-Z<]{_D}{{7}}[A-Z0-9<]{{8,18}}")
_CARD_NUMBER = re.compile("[IAC][A-Z<][A-Z0]{3}[A-Z0-9<]{18,27}")
_CARD_DATA = re.compile(f"{_D}{{7}}[A-Z<]{_D}{{7}}[A-Z0-9<]{{10,18}}")
_CARD_NAMES = re.compile("[A-Z0-9]+<(?:[A-Z0-9<]*<<<[A-Z0-9<]*|[A-Z0-9<]{29})")
_LINES = ((mrz.BOOKLET, (_BOOKLET_NAMES, _BOOKLET_DATA)), (mrz.CARD, (_CARD_NUMBER, _CARD_DATA, _CARD_NAMES)))
DAYS = frozenset({"birth_date", "valid_to"})
PROVEN = DAYS | {"document_number"}
"""Parts that a check digit of their own follows."""
_LIKE_ONE = re.compile("[A-Z0-9<]{12,}<<[A-Z0-9<]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a page, and its characters as those of a zone."""

    written: Running
    packed: Packed


@dataclass(frozen=True, slots=True)
class Reading:
    """A zone, the rows it was read from, and of each character in it the place in its row.

    `repaired` says that lookalikes were put right; `margins` how far ahead of others each part is that was decoded
    anew, because its check digit failed as it was read, and `sure` how sure it is.
    """

    zone: mrz.Zone
    rows: tuple[Running, ...]
    at: tuple[tuple[int | None, ...], ...]
    repaired: bool
    margins: Mapping[str, float]
    sure: Mapping[str, float]

    def span(self, name: str) -> Running | None:
        """Return what is written at a part of the zone; None where a reader saw nothing of it."""
        spot = self.zone.form.spots[name]
        length = len(self.zone.part(name).rstrip(mrz.FILL))
        places = [i for i in self.at[spot.row][spot.start : spot.start + length] if i is not None]
        return self.rows[spot.row].cut(places[0], places[-1] + 1) if places else None


def zone(pages: Sequence[PageText]) -> Field | None:
    """Find the zone, its lines one after the other; what looks like a part of one and is no whole one is unreadable."""
    found = _zone(pages)
    if found:
        field = seen(found.zone.text, joined(found.rows))
        repaired = found.repaired or bool(found.margins)
        margin = None if found.repaired else min(found.margins.values(), default=None)
        return replace(field, source=Source.MRZ, repaired=repaired, margin=margin)
    odd = (row for row in _rows(pages) if _LIKE_ONE.fullmatch(row.packed.text))
    return next((replace(seen(None, row.written, FieldState.UNREADABLE), source=Source.MRZ) for row in odd), None)


def from_zone(name: str) -> Finder:
    """Return a finder of a field in the zone; a number or a day whose own check digit fails is none."""

    def find(pages: Sequence[PageText]) -> Field | None:
        found = _zone(pages)
        if found is None or (name in found.zone.form.proofs and not found.zone.proved(name)):
            return None
        value, span = found.zone.value(name), found.span(name)
        if not value or not span:
            return None
        field, margin = replace(seen(value, span), source=Source.MRZ), found.margins.get(name)
        return field if margin is None else replace(field, repaired=True, margin=margin, confidence=found.sure[name])

    return find


def _zone(pages: Sequence[PageText]) -> Reading | None:
    found = tuple(_rows(pages))
    groups = ((form, _group(found, patterns)) for form, patterns in _LINES)
    return next((_reading(form, group) for form, group in groups if group), None)


def _group(rows: Sequence[Row], patterns: Sequence[re.Pattern[str]]) -> tuple[Row, ...]:
    """Return the rows of a zone, one under the other, or () where one of them is not there."""
    group: list[Row] = []
    for pattern in patterns:
        below = (row for row in rows if not group or _is_under(row, group[-1]))
        row = next((row for row in below if pattern.fullmatch(row.packed.text)), None)
        if row is None:
            return ()
        group.append(row)
    return tuple(group)


def _reading(form: mrz.Form, rows: Sequence[Row]) -> Reading:
    wide = [mrz.aligned(row.packed, i, form) for i, row in enumerate(rows)]
    righted = tuple(mrz.rightful(text, i, form) for i, (text, _) in enumerate(wide))
    at = tuple(
        tuple(None if i is None else row.packed.at[i] for i in places)
        for row, (_, places) in zip(rows, wide, strict=True)
    )
    changed = any(text != right for (text, _), right in zip(wide, righted, strict=True))
    return _decoded(Reading(mrz.Zone(righted, form), tuple(row.written for row in rows), at, changed, {}, {}))


def _decoded(read: Reading) -> Reading:
    """Return a zone with the parts put right whose own check digit fails, where the lattice leaves no doubt.

    The last digit of a zone proves all parts together: where it fails afterwards, nothing is changed.
    """
    lines, margins, sure = list(read.zone.lines), dict[str, float](), dict[str, float]()
    for name in PROVEN.intersection(read.zone.failing):
        spot = read.zone.form.spots[name]
        places = read.at[spot.row][spot.start : spot.end + 1]  # its check digit stands behind it
        if None in places:
            continue
        part = read.rows[spot.row].cut(places[0] or 0, (places[-1] or 0) + 1)
        found = proven(part, spot.end - spot.start, is_day=name in DAYS)
        if found.repaired and found.margin is not None:
            line = lines[spot.row]
            lines[spot.row] = line[: spot.start] + str(found.value) + line[spot.end + 1 :]
            margins[name], sure[name] = found.margin, found.sure or 0.0
    zone = replace(read.zone, lines=tuple(lines))
    return read if "all" in zone.failing else replace(read, zone=zone, margins=margins, sure=sure)


def _rows(pages: Sequence[PageText]) -> Iterator[Row]:
    """Yield the rows, and then the single lines, that hold nothing but characters of a zone.

    A row may have been read in pieces, and of the fillers at its end something that they are not.
    """
    for place in (*rows(pages), *lines(pages)):
        line = mrz.pack_zone(place.written.text)
        if re.fullmatch("[A-Z0-9<]{10,60}", line.text):
            yield Row(place.written, line)


def _is_under(row: Row, above: Row) -> bool:
    box, over = row.written.box.bounds, above.written.box.bounds
    return row.written.page == above.written.page and box.centre.y > over.centre.y + over.height / 3
