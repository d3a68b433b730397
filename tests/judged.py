"""Builds the fields that tests judge, and asks one rule about them."""

from __future__ import annotations

from intake.domain.doctype import Rule
from intake.domain.document import Field, FieldState, Value
from intake.domain.geometry import Quad, Rect
from intake.domain.messages import Language, sentence

BOX = Quad.of_rect(Rect(0, 0, 100, 20))


def field(value: Value | None, *, confidence: float = 0.99, state: FieldState = FieldState.READ) -> Field:
    """Build a field that was read, or that was not when there is no value."""
    held = state if value is not None or state is not FieldState.READ else FieldState.UNREADABLE
    return Field(value, str(value), confidence, held, 1, BOX)


def judged(rule: Rule, **values: Value | None) -> list[tuple[str, str, str | None]]:
    """Return code, severity and field of each finding; every one of them must make a sentence in both languages."""
    findings = list(rule({name: field(value) for name, value in values.items()}))
    for finding in findings:
        for language in Language:
            assert sentence(finding.code, {"label": "某项", **finding.facts}, language)
    return [(f.code, f.severity.value, f.field) for f in findings]
