"""Reads the fields that a document type declares, and asks its rules what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from intake.domain.doctype import DocType
from intake.domain.document import Field, FieldState, Party, Value
from intake.domain.finding import Finding, Severity
from intake.domain.text import PageText
from intake.extract.agreement import agreed
from intake.extract.writing import in_one_writing
from intake.extract.years import of_its_years


def extract(doctype: DocType, pages: Sequence[PageText]) -> tuple[Mapping[str, Field], tuple[Finding, ...]]:
    """Return the fields found on the pages of one document, and all findings about them."""
    found = ((name, spec.find(pages)) for name, spec in doctype.fields.items())
    written = {name: in_one_writing(field, pages) for name, field in found if field}
    fields = {name: filled(field) for name, field in of_its_years(agreed(written)).items()}
    return fields, judged(doctype, fields)


def filled(field: Field) -> Field:
    """Return what is no value as it was read as the one that its lattice supports, repaired: a person is asked.

    Sums stay: figures and words speak for each other only as far as each was read.
    """
    if field.state is not FieldState.UNREADABLE or field.suggestion is None or field.alternatives:
        return field
    return replace(field, value=field.suggestion, state=FieldState.READ, suggestion=None, repaired=True, margin=None)


def judged(doctype: DocType, fields: Mapping[str, Field]) -> tuple[Finding, ...]:
    """Return what is wrong with the fields of a document, whoever read or wrote them."""
    ruled = (finding for rule in doctype.rules for finding in rule(fields))
    return (*_missing(doctype, fields), *_doubtful(fields), *ruled)


def _missing(doctype: DocType, fields: Mapping[str, Field]) -> Iterator[Finding]:
    for name, spec in doctype.fields.items():
        if spec.required and (name not in fields or fields[name].state is FieldState.EMPTY):
            yield Finding("missing", Severity.REVIEW, name)


def _doubtful(fields: Mapping[str, Field]) -> Iterator[Finding]:
    for name, field in fields.items():
        if field.state is FieldState.UNREADABLE:
            yield Finding("unreadable_value", Severity.REVIEW, name, {"raw": field.raw})
        if field.repaired:
            facts = {"raw": field.raw, "value": shown(field.value)}
            severity = Severity.REVIEW if field.is_guess else Severity.INFO
            yield Finding("repaired_value", severity, name, facts)
        if field.suggestion is not None:
            yield Finding("suggested_value", Severity.REVIEW, name, {"raw": field.raw, "suggestion": field.suggestion})
        if field.rivals:
            values = "、".join((shown(field.value), *field.rivals))
            yield Finding("ambiguous_value", Severity.REVIEW, name, {"values": values})
        if field.doubt:
            yield Finding("doubtful_value", Severity.REVIEW, name, {"words": field.doubt})


def shown(value: Value | None) -> str:
    """Return a value as a sentence names it; of parties their names."""
    if isinstance(value, tuple):
        return "，".join(item.name if isinstance(item, Party) else item for item in value)
    return str(value)
