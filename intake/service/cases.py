"""Cases: opened, changed, looked at and listed by those who may see them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from intake.domain.case_number import normalise
from intake.domain.errors import Conflict, Forbidden, Invalid, OwnWork
from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.service.masks import is_masked
from intake.store import cases, documents, happenings, scans
from intake.store.cases import Case, NewCase
from intake.store.happenings import Happened
from intake.store.rows import Slice

Done = TypeVar("Done")


def open_case(context: Context, asks: Principal, new: NewCase) -> Case:
    """Open a case. Raises Forbidden, Invalid (`bad_case_number`, `masked_value`), Conflict `case_exists`."""
    asks.needs(Right.OPEN_CASE)
    if asks.scope.cases is not None or asks.scope.court not in {None, new.court}:
        raise Forbidden(right=Right.OPEN_CASE)
    checked = replace(new, number=number_of(new.number), parties=_whole(new.parties))
    with context.database.write() as connection:
        case_id = _once(connection, checked, lambda: cases.add(connection, checked, asks.person))
        happenings.note(connection, Happened("case_opened", asks.person, new.court, case_id, case_id))
        return cases.get(connection, case_id, asks.scope)


def change(context: Context, asks: Principal, case_id: str, version: int, said: Mapping[str, object]) -> Case:
    """Change what is said of a case: columns by their names, as `said_of` gives them.

    Raises NotFound, Forbidden, Changed, Conflict `case_exists`, Invalid (`bad_case_number`, `masked_value`, for links
    and scans set aside `not_of_the_case`, for links `unknown_requirement`, for an instalment `bad_value`).
    """
    asks.needs(Right.OPEN_CASE)
    with context.database.write() as connection:
        held = cases.get(connection, case_id, asks.scope)
        _check_links(context, connection, held, said.get("links"))
        _note_set_aside(connection, asks, held, said.get("set_aside"))
        kept = {**said, "instalment": _stated(asks, said["instalment"])} if "instalment" in said else said
        wanted = NewCase(held.court, str(said.get("kind", held.kind)), _text(said.get("number", held.number)))
        _once(connection, wanted, lambda: cases.change(connection, held.id, version, kept))
        facts = {"changed": ",".join(sorted(said))}
        happenings.note(connection, Happened("case_changed", asks.person, held.court, held.id, held.id, facts))
        return cases.get(connection, case_id, asks.scope)


def confirm_instalment(context: Context, asks: Principal, case_id: str, version: int) -> Case:
    """Confirm the instalment that another person stated.

    Raises NotFound, Forbidden (OwnWork for one's own), Changed, Conflict `nothing_to_confirm`.
    """
    asks.needs(Right.CONFIRM)
    with context.database.write() as connection:
        held = cases.get(connection, case_id, asks.scope)
        if held.instalment is None or held.instalment["confirmed_by"]:
            raise Conflict("nothing_to_confirm")
        if held.instalment["who"] == asks.person:
            raise OwnWork
        cases.change(connection, held.id, version, {"instalment": {**held.instalment, "confirmed_by": asks.person}})
        facts = {"number": str(held.instalment["number"])}
        happenings.note(connection, Happened("instalment_confirmed", asks.person, held.court, held.id, held.id, facts))
        return cases.get(connection, case_id, asks.scope)


def _stated(asks: Principal, said: object) -> Mapping[str, object] | None:
    """Return an instalment as one person states it; None takes it back. Raises Invalid `bad_value`."""
    if not isinstance(said, Mapping):
        return None
    if not Decimal(str(said["amount"])):
        raise Invalid("bad_value")
    return {**said, "who": asks.person, "confirmed_by": None}


def _check_links(context: Context, connection: Connection, held: Case, links: object) -> None:
    """Refuse links of documents that are not of the case, and to what its court does not ask for."""
    if not isinstance(links, Mapping):
        return
    mine = {stored.id for stored in documents.of_case(connection, held.id)}
    for document_id, name in links.items():
        if document_id not in mine:
            raise Invalid("not_of_the_case")
        if name not in context.policy(held.court).requirements:
            raise Invalid("unknown_requirement", requirement=str(name))


def _note_set_aside(connection: Connection, asks: Principal, held: Case, wanted: object) -> None:
    """Note which scans are set aside now, and which no more. Raises Invalid `not_of_the_case`."""
    if not isinstance(wanted, Mapping):
        return
    if wanted.keys() - {scan.id for scan in scans.all_of_case(connection, held.id)}:
        raise Invalid("not_of_the_case")
    for scan_id in sorted(wanted.keys() ^ held.set_aside.keys()):
        kind, facts = ("set_aside", {"why": wanted[scan_id]}) if scan_id in wanted else ("counts_again", {})
        happenings.note(connection, Happened(kind, asks.person, held.court, held.id, scan_id, facts))


def look_at(context: Context, asks: Principal, case_id: str) -> Case:
    """Return a case. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return cases.get(connection, case_id, asks.scope)


def found(context: Context, asks: Principal, part: Slice, number: str | None = None) -> tuple[Case, ...]:
    """Return the cases that somebody may see, or those of a number. Raises Invalid `bad_case_number`."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        return cases.found(connection, asks.scope, part, number_of(number))


def said_of(said: Mapping[str, object]) -> Mapping[str, object]:
    """Return what a person says of a case in the form that is kept. Raises Invalid."""
    kept = dict(said)
    if "number" in said:
        kept["number"] = number_of(_text(said["number"]))
    parties = said.get("parties")
    if isinstance(parties, list):
        kept["parties"] = [{k: v for k, v in party.items() if v is not None} for party in _whole(parties)]
    return kept


def court_of(asks: Principal, named: str | None) -> str:
    """Return the court that is meant: the one that was named, else that of who asks. Raises Invalid `court_needed`."""
    court = named or asks.scope.court
    if court is None:
        raise Invalid("court_needed")
    return court


def number_of(raw: str | None) -> str | None:
    """Return a case number as papers print it. Raises Invalid `bad_case_number`."""
    if raw is None:
        return None
    read = normalise(raw)
    if read is None:
        raise Invalid("bad_case_number")
    return read.text


def _whole(parties: Sequence[Mapping[str, str]]) -> Sequence[Mapping[str, str]]:
    """Refuse numbers that came back as they were shown, with their middle hidden."""
    if any(is_masked(value) for party in parties for value in party.values()):
        raise Invalid("masked_value")
    return [dict(party) for party in parties]


def _once(connection: Connection, wanted: NewCase, do: Callable[[], Done]) -> Done:
    """Do what must not make a second case of one number and kind in a court: the table allows one."""
    try:
        with connection.begin_nested():
            return do()
    except IntegrityError as error:
        other = cases.of_number(connection, wanted)
        raise Conflict("case_exists", case=str(other)) from error


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
