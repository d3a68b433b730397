"""How many workers are suggested follows from the seconds that were measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import COURT, context

from intake.service.capacity import HOUR_S, capacity, measured
from intake.store import happenings
from intake.store.happenings import Happened, Happening


def read(hour: int, pages: int, ms: int) -> Happening:
    """Return a scan that was read in an hour; its stages took `ms` in all."""
    facts = {"pages": str(pages), "ocr_ms": str(ms - 10), "decode_ms": "10", "accepted": "1"}
    return Happening(1, hour * HOUR_S + 5, COURT, "c", "scan_read", "s", "worker", facts)


@pytest.mark.parametrize(
    ("busy_s", "workers"), [(1, 1), (2519, 1), (2520, 1), (2521, 2), (3600, 2), (25_200, 10)]
)  # S87: 2,520 s are seven tenths of an hour
def test_workers_are_those_that_the_busiest_hour_needs(busy_s: int, workers: int):
    seen = measured([read(1, 10, busy_s * 1000), read(2, 900, 500)], 0, 0.0)

    assert seen.workers == workers
    assert seen.peak_pages == 10


def test_a_page_takes_what_all_of_them_took_together():
    seen = measured([read(1, 3, 900), read(5, 1, 1100)], 4, 7200.0)

    assert (seen.pages, seen.page_s, seen.staff_hours) == (4, 0.5, 2.0)


def test_without_anything_read_nothing_is_suggested(tmp_path: Path):
    seen = capacity(context(tmp_path))

    assert (seen.pages, seen.page_s, seen.workers) == (0, 0.0, 0)


def test_what_workers_noted_is_measured(tmp_path: Path):
    service = context(tmp_path)
    with service.database.write() as connection:
        happenings.note(connection, Happened("scan_read", "worker", COURT, "c", "s", {"pages": "2", "ocr_ms": "600"}))

    assert capacity(service).page_s == 0.3
