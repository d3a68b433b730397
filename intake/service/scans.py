"""Scans and their pages as people look at them: what was read, the pictures, and copies of the same paper."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection

from intake.domain.errors import Invalid, NotFound
from intake.domain.geometry import Quad
from intake.domain.reading import PageReading
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.papers import NOWHERE
from intake.service.review import held
from intake.store import documents, happenings, scans
from intake.store.codec import seen_page
from intake.store.happenings import Happened
from intake.store.rows import Slice
from intake.store.scans import Page, Scan


@dataclass(frozen=True, slots=True)
class Twin:
    """A page of this scan, and one of another scan of the case that looks the same."""

    page: int
    scan_id: str
    other_page: int


@dataclass(frozen=True, slots=True)
class Look:
    """A scan, the numbers of its pages that were read, its documents, and what it may be a copy of."""

    scan: Scan
    pages: tuple[int, ...]
    documents: tuple[str, ...]
    same_as: tuple[str, ...]
    near: tuple[Twin, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of the picture of a page: the blob of the picture, the size of the page its box is in, and the box."""

    image: str
    width: int
    height: int
    box: Quad


def look_at(context: Context, asks: Principal, scan_id: str) -> Look:
    """Return a scan. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        scan = scans.get(connection, scan_id, asks.scope)
        numbers = tuple(page.number for page in scans.pages(connection, scan.id, scan.reading))
        twins = scans.twins(connection, scan) if numbers else ()
        return Look(
            scan,
            numbers,
            documents.ids_of_scan(connection, scan.id),
            scans.same(connection, scan, asks.scope),
            tuple(Twin(of, page.scan_id, page.number) for of, page in twins),
        )


def found(
    context: Context, asks: Principal, part: Slice, *, state: str | None = None, case_id: str | None = None
) -> tuple[Scan, ...]:
    """Return scans of a state and a case, the newest first."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return scans.found(connection, asks.scope, part, state=state, case_id=case_id)


def pages(context: Context, asks: Principal, scan_id: str, after: int, limit: int) -> tuple[PageReading, ...]:
    """Return what was read so far of the next pages after the one of a number. Raises NotFound, UnknownCoding."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        scan = scans.get(connection, scan_id, asks.scope)
        kept = scans.pages_after(connection, scan, after, limit)
    return tuple(seen_page(context.blobs.read(page.text)) for page in kept)


def page(context: Context, asks: Principal, scan_id: str, number: int) -> PageReading:
    """Return what was read of a page. Raises NotFound, Invalid `no_such_page`, UnknownCoding."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        kept = _page(connection, scans.get(connection, scan_id, asks.scope), number)
    return seen_page(context.blobs.read(kept.text))


def picture(context: Context, asks: Principal, scan_id: str, number: int) -> str:
    """Return the sha256 of the picture of a page. Raises NotFound, Forbidden, Invalid `no_such_page`.

    A picture shows the numbers on it whole: that somebody who sees them masked elsewhere looked at it is noted.
    """
    with _seen(context, asks) as connection:
        scan = scans.get(connection, scan_id, asks.scope)
        kept = _page(connection, scan, number)
        _note(connection, asks, scan, {"page": str(number)})
    return kept.image


def cut(context: Context, asks: Principal, document_id: str, field: str) -> Cut:
    """Return where a field stands. Raises NotFound (also `no_such_page`), Forbidden, Invalid."""
    with _seen(context, asks) as connection:
        paper = held(context, connection, document_id, asks.scope)
        found_there = paper.document.fields.get(field)
        if found_there is None:
            raise Invalid("unknown_field", field=field)
        if found_there.box == NOWHERE:
            raise Invalid("no_place")
        scan = scans.get(connection, paper.stored.scan_id)
        kept = _page(connection, scan, found_there.page)
        _note(connection, asks, scan, {"page": str(found_there.page), "field": field})
    text = seen_page(context.blobs.read(kept.text)).text
    return Cut(kept.image, text.width, text.height, found_there.box)


def _seen(context: Context, asks: Principal) -> AbstractContextManager[Connection]:
    """Begin to look at a picture: nothing is written where nothing has to be noted. Raises Forbidden."""
    if asks.has(Right.NUMBERS):
        return context.database.read()
    asks.needs(Right.UNMASK)
    return context.database.write()


def _note(connection: Connection, asks: Principal, scan: Scan, facts: Mapping[str, str]) -> None:
    if not asks.has(Right.NUMBERS):
        noted = Happened("picture_seen", asks.person, scan.court, scan.case_id, scan.id, facts)
        happenings.note(connection, noted)


def _page(connection: Connection, scan: Scan, number: int) -> Page:
    kept = scans.pages(connection, scan.id, scan.reading, number)
    if not kept:
        raise NoSuchPage(page=str(number))
    return kept[0]


class NoSuchPage(NotFound):
    """The scan has no such page, or it was not read yet."""

    code = "no_such_page"
