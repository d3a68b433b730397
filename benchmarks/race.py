"""From files to what is wanted of them, by us, beside RapidOCR's reading of the same pictures, already decoded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import cv2

from benchmarks.peer import Peer, rapidocr
from benchmarks.timing import quartiles, wall_s
from benchmarks.truth import Sample
from intake.domain.page import Pixels
from intake.pages.decode import decode

THREADS = 1
RUNS = 2  # of which the quicker counts


@dataclass(frozen=True, slots=True, eq=False)
class Entrant:
    """Files by name and content, and all their pages decoded."""

    files: tuple[tuple[str, bytes], ...] = field(repr=False)
    pictures: tuple[Pixels, ...]


Runner = Callable[[Entrant], object]
"""Do all that is wanted of the files."""


@dataclass(frozen=True, slots=True)
class Race:
    """Seconds of one of ours and of RapidOCR for the same things, in the same order."""

    ours: str
    ours_s: tuple[float, ...]
    peer_s: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, float, float]:
        """Lower quartile, median and upper quartile of ours by RapidOCR's."""
        return quartiles([a / b for a, b in zip(self.ours_s, self.peer_s, strict=True)])


def entrant(samples: Sequence[Sample]) -> Entrant:
    pictures = [page.pixels for sample in samples for page in decode(sample.data)]
    return Entrant(tuple((s.name, s.data) for s in samples), tuple(pictures))


def race(ours: Mapping[str, Runner], entrants: Sequence[Entrant]) -> tuple[Race, ...]:
    """Run all of ours and RapidOCR in turns, with one thread each."""
    cv2.setNumThreads(THREADS)
    runners: dict[str, Runner] = {**ours, "": partial(_peer, rapidocr(THREADS))}
    for run in runners.values():
        run(entrants[0])
    times = [_times(runners, entrant) for entrant in entrants]
    theirs = tuple(time[""] for time in times)
    return tuple(Race(name, tuple(time[name] for time in times), theirs) for name in ours)


def _times(runners: Mapping[str, Runner], entrant: Entrant) -> dict[str, float]:
    runs = [{name: wall_s(partial(run, entrant)) for name, run in runners.items()} for _ in range(RUNS)]
    return {name: min(run[name] for run in runs) for name in runners}


def _peer(read: Peer, entrant: Entrant) -> None:
    for picture in entrant.pictures:
        read(picture)
