"""Gathers cases, judges what is there by our reading and by RapidOCR's, and says what came out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.cases.judge import CaseJudged, Judge
from benchmarks.cases.plan import planned
from benchmarks.cases.read import Task, gather, is_kept, ours, peers, truth_of
from benchmarks.kept import Kept, whole
from intake.bootstrap import classifier
from intake.doctypes.registry import registry
from intake.domain.reading import PageReading
from intake.pipeline import See


@dataclass(frozen=True, slots=True)
class Amount:
    """How many cases are wanted, how many of them by RapidOCR's text too, and how long gathering may take."""

    cases: int
    peer: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Whole:
    """What came out of the cases that are there; `peer` holds those that RapidOCR read too, by its text."""

    wanted: int
    cases: tuple[CaseJudged, ...]
    peer: tuple[CaseJudged, ...]
    seconds: float
    """Of our reading, a page in the mean."""


def whole_cases(amount: Amount) -> Whole:
    """Read what is not there yet, and judge all that is."""
    tasks = [Task(plan, plan.number < amount.peer) for plan in planned(amount.cases)]
    gather(tasks, amount.seconds, lambda task: print(f"cases: {task.plan.name}", file=sys.stderr))
    there = [task for task in tasks if is_kept(replace(task, with_peer=False))]
    both = [task for task in there if is_kept(replace(task, with_peer=True))]
    print(f"cases: {len(there)} of {len(tasks)} are there, {len(both)} by RapidOCR too", file=sys.stderr)
    classify, see = classifier()
    judge = Judge(registry(), classify)
    by_us = [_judged(task, judge, lambda name: _seen(ours(name), see)) for task in there]
    by_peer = [_judged(task, judge, lambda name: _lent(name, see)) for task in both]
    return Whole(len(tasks), tuple(by_us), tuple(by_peer), _seconds(there))


def _judged(task: Task, judge: Judge, read: Callable[[str], PageReading]) -> CaseJudged:
    truth = truth_of(task.plan)
    return judge(truth, [[read(name) for name in paper.pages] for paper in truth.papers])


def _seen(kept: Kept, see: See) -> PageReading:
    reading = whole(kept)
    return replace(reading, text=replace(reading.text, looks=see(kept.small)))


def _lent(name: str, see: See) -> PageReading:
    """Return the page as RapidOCR read it, with what it does not say as we found it: seals, and the page's quality."""
    theirs, own = _seen(peers(name), see), ours(name).reading
    return replace(theirs, text=replace(theirs.text, seals=own.text.seals), quality=own.quality)


def _seconds(tasks: Sequence[Task]) -> float:
    pages = [name for task in tasks for paper in truth_of(task.plan).papers for name in paper.pages]
    return sum(ours(name).seconds for name in pages) / max(len(pages), 1)
