"""All that one run measured."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.accuracy import Accuracy
from benchmarks.cases.run import Whole
from benchmarks.classify.run import Kinds
from benchmarks.fields import Fields
from benchmarks.growth import Growth
from benchmarks.mixed import Mixed
from benchmarks.peak import Peak
from benchmarks.quality import Signs
from benchmarks.race import Race
from benchmarks.scaling import Scaling
from benchmarks.slow import Beside
from benchmarks.speed import Timing
from benchmarks.stages import Breakdown
from benchmarks.start import Start


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; empty and None where it was left out. `backends` are ours, the usual one first.

    `missing` are readers that are not installed here, `others` names and versions of those that are.
    """

    backends: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    accuracy: tuple[Accuracy, ...] = ()
    samples: Fields | None = None
    held_out: Fields | None = None
    beside: Beside | None = None
    needed: Beside | None = None
    """What fields need (the fast way) beside the full text."""
    kinds: Kinds | None = None
    speed: tuple[Timing, ...] = ()
    cards: tuple[Race, ...] = ()
    mixed: Mixed | None = None
    scaling: tuple[Scaling, ...] = ()
    stages: tuple[Breakdown, ...] = ()
    sgemm_flops: float = 0.0
    growth: Growth | None = None
    peaks: tuple[Peak, ...] = ()
    start: tuple[Start, ...] = ()
    signs: Signs | None = None
    whole: Whole | None = None
