"""Pairs the two sides of one identity card among the documents of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intake.classifier.part import Part
from intake.domain.finding import Finding, Severity

SIDES = ("resident_id_front", "resident_id_back")
BESIDE = 1  # documents that may lie between the two sides: a sheet, a separator


def paired(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Say of each side of a card in a file which document is the other one (by its place among them, from 0).

    A file with one front and one back has one card. Where there are more, neighbours belong together; sides that could
    be of two cards are left to a person.
    """
    found = list(parts)
    front, back = ([i for i, part in enumerate(parts) if part.type == side] for side in SIDES)
    if len(front) == len(back) == 1:
        _join(found, front[0], back[0])
        return tuple(found)
    open_ = set(front) | set(back)
    for i in sorted(open_):
        if i in open_ and (other := _neighbour(parts, i, open_)) is not None:
            _join(found, i, other)
            open_ -= {i, other}
    if front and back:
        for i in open_:
            found[i] = replace(found[i], findings=(*found[i].findings, Finding("other_side_unclear", Severity.REVIEW)))
    return tuple(found)


def _neighbour(parts: Sequence[Part], i: int, open_: set[int]) -> int | None:
    """Return the next side behind `i` that is not the same, if it follows at once or nearly."""
    later = sorted(j for j in open_ if j > i)
    return later[0] if later and later[0] - i <= BESIDE + 1 and parts[later[0]].type != parts[i].type else None


def _join(parts: list[Part], one: int, other: int) -> None:
    parts[one], parts[other] = replace(parts[one], pair=other), replace(parts[other], pair=one)
