"""Takes a paper in for a case that is named by its number or its id, once, whatever way it came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.domain.case_number import find
from intake.domain.errors import Conflict
from intake.service import cases
from intake.service.access import Principal, Role
from intake.service.context import Context
from intake.service.names import shown_name
from intake.service.uploads import Arrived, Taken, take_in
from intake.store.rows import Scope, Slice

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that came: its name as the sender has it, and its bytes in pieces."""

    name: str
    pieces: Iterable[bytes]


def machine(person: str, court: str) -> Principal:
    """Return who takes in: a machine that sees one court."""
    return Principal(person, Role.SYSTEM, Scope(court))


def case_named(context: Context, asks: Principal, said: str) -> str:
    """Return the id of the one case that a text names. Raises NotFound, Conflict `case_not_clear`."""
    named = _ID.search(said)
    if named:
        return cases.look_at(context, asks, named[0]).id
    numbers = {found.value.text for found in find(said)}
    met = [case.id for number in sorted(numbers) for case in cases.found(context, asks, Slice(limit=2), number)]
    if len(met) != 1:
        raise Conflict("case_not_clear", cases=str(len(met)))
    return met[0]


def taken(context: Context, asks: Principal, case_id: str, papers: Sequence[Paper], key: str) -> tuple[Taken, ...]:
    """Keep the bytes of papers and take them in. Raises what `take_in` raises, TooLarge, StoreFull."""
    arrived = tuple(kept(context, paper) for paper in papers)
    return take_in(context, asks, case_id, arrived, key)


def kept(context: Context, paper: Paper) -> Arrived:
    """Keep the bytes of a paper. Raises TooLarge, StoreFull."""
    with context.blobs.writer(context.limits.file_bytes) as writer:
        for piece in paper.pieces:
            writer.write(piece)
        stored = writer.finish()
    return Arrived(shown_name(paper.name), stored.sha256, stored.size)
