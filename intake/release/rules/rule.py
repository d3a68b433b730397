"""What a rule between papers is: pure, versioned, and honest about what it could not compute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from intake.domain.finding import Severity
from intake.release.case import CaseInput
from intake.release.claims import Claim, Spot
from intake.release.parts.check import Outcome
from intake.release.parts.finding import Action
from intake.release.settle import Settled


@dataclass(frozen=True, slots=True)
class Scene:
    """What rules look at."""

    case: CaseInput
    settled: Settled


@dataclass(frozen=True, slots=True)
class Verdict:
    """`passed` is None where the rule cannot compute; `waits` are the spots it misses on papers that are there.

    `blamed` are the inputs that are wrong, where not all of them are in question.
    `severity` takes the place of the rule's own where the policy of the court says how bad a failure is.
    """

    passed: bool | None
    inputs: tuple[Claim, ...] = ()
    waits: tuple[Spot, ...] = ()
    severity: Severity | None = None
    blamed: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: how bad a failure is, what the person then must do, and the code of the sentence that says so."""

    name: str
    severity: Severity
    action: Action
    code: str
    judge: Callable[[Scene], Verdict]
    version: int = 1


@dataclass(frozen=True, slots=True)
class Result:
    """A rule and what it found in a case."""

    rule: Rule
    verdict: Verdict

    @property
    def severity(self) -> Severity:
        return self.verdict.severity or self.rule.severity

    @property
    def outcome(self) -> Outcome:
        if self.verdict.passed is None:
            return Outcome.CANNOT_COMPUTE
        if self.verdict.passed:
            return Outcome.PASS
        return Outcome.BLOCK if self.severity is Severity.BLOCK else Outcome.WARN

    @property
    def obstacles(self) -> tuple[Spot, ...]:
        """Return what a rule waits for that could not compute: without it, nobody knows whether it would fail."""
        return self.verdict.waits if self.verdict.passed is None else ()


def verdict(*, holds: bool, inputs: tuple[Claim, ...], waits: tuple[Spot, ...], computable: bool) -> Verdict:
    """Judge: what is there and wrong is wrong, whatever else is missing; a pass needs all of it."""
    if not holds:
        return Verdict(passed=False, inputs=inputs)
    if waits or not computable:
        return Verdict(passed=None, inputs=inputs, waits=waits)
    return Verdict(passed=True, inputs=inputs)
