"""Rules about how sure the reader was: what has no check digit needs a surer reading."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity

Proven = Callable[[Mapping[str, Field]], Collection[str]]
"""Say which fields others prove, however unsurely they were read."""


def nothing(_fields: Mapping[str, Field]) -> Collection[str]:
    return ()


def confident(threshold: float, special: Mapping[str, float] | None = None, proven: Proven = nothing) -> Rule:
    """Ask a person about every field read with less confidence than `threshold`, or than its own one in `special`.

    Nobody is asked about fields that are `proven`.
    """
    own = special or {}

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        known = proven(fields)
        for name, field in fields.items():
            is_sure = field.confidence >= own.get(name, threshold) or name in known
            if field.state is FieldState.READ and not is_sure:
                yield Finding("low_confidence", Severity.REVIEW, name)

    return rule
