"""Rules about how sure the reader was: what has no check digit needs a surer reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity


def confident(threshold: float, special: Mapping[str, float] | None = None) -> Rule:
    """Ask a person about every field read with less confidence than `threshold`, or than its own one in `special`."""
    own = special or {}

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        for name, field in fields.items():
            if field.state is FieldState.READ and field.confidence < own.get(name, threshold):
                yield Finding("low_confidence", Severity.REVIEW, name)

    return rule
