"""Scans: files as they were uploaded, and the pages that were read of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from intake.domain.states import ScanState, moved
from intake.store import cases
from intake.store.rows import (
    EVERYTHING,
    MOST,
    Scope,
    Slice,
    changed,
    columns,
    of_id,
    one,
    picked,
    several,
    sliced,
    value_of,
    within,
)
from intake.store.tables import page, scan

PLAIN = ("0" * 16,)
"""Looks of sheets with nothing on them: they are all alike, and no copies of each other."""


@dataclass(frozen=True, slots=True)
class Scan:
    """An uploaded file; `reading` counts how often it was to be read, `turns` are degrees a person turned pages by."""

    id: str
    case_id: str
    court: str
    sha256: str
    name: str
    size: int
    state: str
    error_code: str | None
    error_facts: Mapping[str, str]
    reading: int
    turns: Mapping[str, int]
    stage_ms: Mapping[str, int]
    created_by: str
    created_at: float
    version: int


@dataclass(frozen=True, slots=True)
class NewScan:
    case_id: str
    court: str
    sha256: str
    name: str
    size: int
    created_by: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was read: hashes of the blobs of its text and of its upright picture; `look` finds near copies."""

    scan_id: str
    number: int
    reading: int
    reader: str
    text: str
    image: str
    look: str | None


_ADD = insert(scan).returning(*columns(scan, Scan))
_SAME = (
    select(scan.c.id, scan.c.case_id)
    .where(scan.c.court == bindparam("of_court"), scan.c.sha256 == bindparam("of_sha256"))
    .order_by(scan.c.id)
    .limit(20)
)
_SIZES = select(func.count(), func.coalesce(func.sum(scan.c.size), 0)).where(scan.c.case_id == bindparam("of_case"))
_PAGES = (
    picked(page, Page)
    .where(page.c.scan_id == bindparam("of_scan"), page.c.reading == bindparam("of_reading"))
    .order_by(page.c.number)
)
_ONE_PAGE = (page.c.scan_id == bindparam("of_scan"), page.c.number == bindparam("of_number"))
_FORGET_PAGE = delete(page).where(*_ONE_PAGE, page.c.reading == bindparam("of_reading"))
_KEEP_PAGE = insert(page)


def add(connection: Connection, new: NewScan) -> Scan:
    cases.touched(connection, new.case_id)
    row = {name: getattr(new, name) for name in NewScan.__slots__}
    return one(connection, Scan, _ADD, row)


def get(connection: Connection, scan_id: str, scope: Scope = EVERYTHING) -> Scan:
    """Return a scan. Raises NotFound, also for one outside the scope."""
    found = of_id(connection, scan, Scan, scan_id)
    scope.check(found.court, found.case_id)
    return found


def all_of_case(connection: Connection, case_id: str) -> tuple[Scan, ...]:
    """Return every scan of a case, the oldest first."""
    return several(connection, Scan, picked(scan, Scan).where(scan.c.case_id == case_id).order_by(scan.c.id))


def found(
    connection: Connection, scope: Scope, part: Slice, *, state: str | None = None, case_id: str | None = None
) -> tuple[Scan, ...]:
    """Return scans of a state and case (None: whatever), the newest first."""
    query = picked(scan, Scan).where(within(scope, scan))
    query = query if state is None else query.where(scan.c.state == state)
    query = query if case_id is None else query.where(scan.c.case_id == case_id)
    return several(connection, Scan, sliced(query, scan, part))


def same(connection: Connection, held: Scan, scope: Scope) -> tuple[str, ...]:
    """Return the other scans of the same bytes in its court, as far as they are in the scope, the oldest first."""
    rows = connection.execute(_SAME, {"of_court": held.court, "of_sha256": held.sha256}).all()
    return tuple(
        each.id for each in rows if each.id != held.id and (scope.cases is None or each.case_id in scope.cases)
    )


def bytes_of_case(connection: Connection, case_id: str) -> tuple[int, int]:
    """Return how many scans a case has, and their bytes together."""
    row = connection.execute(_SIZES, {"of_case": case_id}).one()
    return row[0], row[1]


def move(connection: Connection, held: Scan, state: ScanState, **values: object) -> None:
    """Change the state of a scan, and what goes with it. Raises WrongState, Changed."""
    moved(ScanState(held.state), state)
    changed(connection, scan, held.id, held.version, {"state": state.value, **values})
    cases.touched(connection, held.case_id)


def keep_page(connection: Connection, kept: Page) -> None:
    """Record a page; one that was read twice is the last one read."""
    mine = {"of_scan": kept.scan_id, "of_number": kept.number, "of_reading": kept.reading}
    connection.execute(_FORGET_PAGE, mine)
    connection.execute(_KEEP_PAGE, {name: getattr(kept, name) for name in Page.__slots__})


def pages(connection: Connection, scan_id: str, reading: int, number: int | None = None) -> tuple[Page, ...]:
    """Return the pages of one reading of a scan, in order; or the one of a number, if it is there."""
    query = _PAGES if number is None else _PAGES.where(page.c.number == number)
    return several(connection, Page, query, {"of_scan": scan_id, "of_reading": reading})


def pages_after(connection: Connection, held: Scan, after: int, limit: int) -> tuple[Page, ...]:
    """Return the next pages of a scan, in order, after the one of a number."""
    query = _PAGES.where(page.c.number > after).limit(limit)
    return several(connection, Page, query, {"of_scan": held.id, "of_reading": held.reading})


def twins(connection: Connection, held: Scan) -> tuple[tuple[int, Page], ...]:
    """Return pages of other scans of the case that look like a page of this one, each after the number of that page."""
    mine, other = page.alias("mine"), page.alias("other")
    query = (
        select(mine.c.number.label("of"), *(other.c[name] for name in Page.__slots__))
        .join(other, other.c.look == mine.c.look)
        .join(scan, (scan.c.id == other.c.scan_id) & (scan.c.reading == other.c.reading))
        .where(mine.c.scan_id == held.id, mine.c.reading == held.reading, mine.c.look.not_in(PLAIN))
        .where(scan.c.case_id == held.case_id, scan.c.id != held.id)
        .order_by(mine.c.number, other.c.scan_id, other.c.number)
        .limit(MOST)
    )
    return tuple((row.of, value_of(Page, row[1:])) for row in connection.execute(query))
