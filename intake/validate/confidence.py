"""Rules about how sure the reader was: what has no check digit needs a surer reading, key values a court's limit."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState
from intake.domain.finding import Finding, Severity
from intake.validate.sureness import uncertain

Proven = Callable[[Mapping[str, Field]], Collection[str]]
"""Say which fields others prove, however unsurely they were read."""


def nothing(_fields: Mapping[str, Field]) -> Collection[str]:
    return ()


def confident(threshold: float, special: Mapping[str, float] | None = None, proven: Proven = nothing) -> Rule:
    """Ask a person about every field read with less confidence than `threshold`, or than its own one in `special`.

    Nobody is asked about fields that are `proven`. Of key values that are surer it says how likely they are wrong: how
    much of that a court bears is for `sureness.within` to say.
    """
    own = special or {}

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        known = proven(fields)
        for name, field in fields.items():
            is_sure = field.confidence >= own.get(name, threshold) or name in known
            if field.state is not FieldState.READ:
                continue
            if is_sure:
                yield from uncertain(fields, name)
            else:
                yield Finding("low_confidence", Severity.REVIEW, name)

    return rule
