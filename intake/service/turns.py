"""Pages that a person turned: the scan is read again as it should lie, and everybody sees who said so."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.review import Target
from intake.service.scans import NoSuchPage
from intake.service.uploads import queue_again
from intake.store import documents, scans
from intake.store.documents import NewCorrection
from intake.store.machine import machine_of
from intake.store.scans import Scan


def turn(context: Context, asks: Principal, target: Target, wanted: Mapping[int, int]) -> Scan:
    """Turn pages by degrees clockwise, counted from how they came, and read the scan again; corrections stay.

    Raises NotFound (also `no_such_page`), Forbidden, WrongState while the scan is being read, Changed.
    """
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        scan = scans.get(connection, target.id, asks.scope)
        there = {page.number for page in scans.pages(connection, scan.id, scan.reading)}
        turns = {**scan.turns, **{str(number): degrees for number, degrees in wanted.items()}}
        again = queue_again(connection, scan, asks.person, target.version, turns=turns)
        for number in sorted(wanted.keys() - there):
            raise NoSuchPage(page=str(number))
        _note(connection, asks, scan, wanted, target)
    context.wake()
    return again


def _note(connection: Connection, asks: Principal, scan: Scan, wanted: Mapping[int, int], said: Target) -> None:
    """Put the turn into the history of every document that has one of the pages; the seconds it took count once."""
    seconds = said.seconds
    for stored in documents.of_scan(connection, scan.id):
        for number in sorted(wanted.keys() & set(machine_of(stored.machine).document.pages)):
            before = {"page": number, "degrees": scan.turns.get(str(number), 0)}
            after = {"page": number, "degrees": wanted[number]}
            note = NewCorrection(stored.id, "rotate", None, before, after, said.why, asks.person, seconds)
            documents.correct(connection, note)
            seconds = None
