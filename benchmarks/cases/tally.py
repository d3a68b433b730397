"""Counts what came out of cases: exact values, accepted ones and accepted wrong ones, risk against coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from benchmarks.bound import upper_bound
from benchmarks.cases.judge import CaseJudged, Judged
from benchmarks.cases.plan import Condition
from intake.validate.sureness import KEY_FIELDS, sureness

HARD_ENOUGH: Mapping[Condition, float] = {Condition.COPY: 0.97, Condition.PHONE: 0.90, Condition.SEAL: 0.90}
"""Of the key values that RapidOCR's text may give exactly: above it the set could not tell readers apart."""
COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
STEPS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.2)
"""Of calibrated error."""
Score = Callable[[Judged], float]
"""Say how sure a value is; only the order counts."""


@dataclass(frozen=True, slots=True)
class Share:
    """Of `n` values, how many are `hit`."""

    hit: int
    n: int

    @property
    def rate(self) -> float:
        return self.hit / self.n if self.n else 0.0

    @property
    def at_least(self) -> float:
        """The lowest rate that these counts allow with 95 % confidence."""
        return 1 - upper_bound(self.n - self.hit, self.n) if self.n else 0.0

    @property
    def at_most(self) -> float:
        """The highest rate that these counts allow with 95 % confidence."""
        return upper_bound(self.hit, self.n) if self.n else 1.0


@dataclass(frozen=True, slots=True)
class Risk:
    """Of the values that are surest, as many as the coverage asks for, how many are wrong."""

    coverage: float
    wrong: Share


def values_of(cases: Iterable[CaseJudged]) -> list[Judged]:
    return [value for case in cases for value in case.values]


def told(values: Iterable[Judged], condition: Condition) -> list[Judged]:
    """Return the values that a condition speaks of: those that the papers have, and of sealed papers the covered."""
    own = (v for v in values if v.condition is condition and v.truth is not None)
    return [v for v in own if v.is_covered or condition is not Condition.SEAL]


def exact(values: Sequence[Judged]) -> Share:
    """Count the values that were read exactly; what was found where the paper has none does not count."""
    there = [value for value in values if value.truth is not None]
    return Share(sum(value.is_right for value in there), len(there))


def accepted(values: Sequence[Judged]) -> Share:
    """Count the values of the papers that need nobody."""
    there = [value for value in values if value.truth is not None]
    return Share(sum(value.is_accepted for value in there), len(there))


def accepted_wrong(values: Sequence[Judged]) -> Share:
    """Count, of the values that need nobody, those that are wrong, invented ones among them."""
    taken = [value for value in values if value.is_accepted]
    return Share(sum(not value.is_right for value in taken), len(taken))


def by_field(values: Sequence[Judged]) -> Mapping[str, list[Judged]]:
    """Return the values of each key field."""
    return {name: [value for value in values if value.name == name] for name in KEY_FIELDS}


def risks(values: Sequence[Judged], score: Score) -> tuple[Risk, ...]:
    """Say for each coverage how many of the surest values are wrong; nothing is surer than what a finding asks about.

    Coverage is of all values that stand on paper. A coverage that the values without a finding do not reach is left
    out.
    """
    whole = sum(value.truth is not None for value in values)
    free = sorted((value for value in values if value.is_free), key=score, reverse=True)
    wanted = [(coverage, round(coverage * whole)) for coverage in COVERAGES]
    return tuple(
        Risk(coverage, Share(sum(not v.is_right for v in free[:count]), count))
        for coverage, count in wanted
        if 0 < count <= len(free)
    )


@dataclass(frozen=True, slots=True)
class Limited:
    """What is accepted at a limit of the calibrated error: of the values on paper, and of those accepted the wrong."""

    limit: float
    accepted: Share
    wrong: Share


def limited(values: Sequence[Judged], limit: float) -> Limited:
    """Accept what is over the thresholds and sure enough for a court that lets `limit` of what is accepted be wrong."""
    most = sureness().bearable(limit)
    return _limited(values, limit, [value for value in values if value.is_over_thresholds and value.error <= most])


def over_thresholds(values: Sequence[Judged]) -> Limited:
    """Accept what is over the thresholds, however likely it is wrong."""
    return _limited(values, 1.0, [value for value in values if value.is_over_thresholds])


def as_many(values: Sequence[Judged]) -> Limited:
    """Accept by the calibrated error alone as many values as are over the thresholds."""
    ordered = sorted((value for value in values if value.is_free), key=lambda value: value.error)
    count = sum(value.is_over_thresholds for value in values)
    return _limited(values, ordered[count - 1].error if count else 0.0, ordered[:count])


def _limited(values: Sequence[Judged], limit: float, taken: Sequence[Judged]) -> Limited:
    there, right = (sum(value.truth is not None for value in each) for each in (values, taken))
    return Limited(limit, Share(right, there), Share(sum(not value.is_right for value in taken), len(taken)))


@dataclass(frozen=True, slots=True)
class Promise:
    """Of the values whose calibrated error is at most `limit` and above the step before: its mean, and the wrong."""

    limit: float
    said: float
    wrong: Share


def promises(values: Sequence[Judged]) -> list[Promise]:
    """Set what the calibrated error says beside what is true, step by step."""
    rows = []
    for low, high in pairwise((0.0, *STEPS, 1.0)):
        own = [value for value in values if value.is_free and low < value.error <= high]
        if own:
            wrong = Share(sum(not value.is_right for value in own), len(own))
            rows.append(Promise(high, fmean(value.error for value in own), wrong))
    return rows
