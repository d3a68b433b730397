"""One file as the JSON object of `intake read` (contract v1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from intake.domain.document import Candidate, Document, Field, Party, Reason, Value
from intake.domain.finding import Finding
from intake.domain.geometry import Quad
from intake.domain.reading import FileReading, PageReading
from intake.domain.text import Line, Seal
from intake.show.words import Words

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None


def file_json(reading: FileReading, words: Words, *, lines: bool, explain: bool = False) -> Json:
    """Return the object of one file; `lines` and `explain` say whether text lines and reasons are in it."""
    error = reading.error
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "error": {"code": error.code, "message": words.error(error)} if error else None,
        "pages": [page_json(page, words, lines=lines) for page in reading.pages],
        "documents": [document_json(document, words, explain=explain) for document in reading.documents],
        "ms": dict(reading.ms),
    }


def value_json(value: Value | None) -> Json:
    """Return a value as contract v1 writes it: a party as an object without what the paper does not say."""
    if isinstance(value, tuple):
        return [_party(item) if isinstance(item, Party) else item for item in value]
    return value


def box_json(box: Quad) -> Json:
    return [[round(p.x, 1), round(p.y, 1)] for p in box.points]


def _party(party: Party) -> Json:
    return {key: value for key, value in dataclasses.asdict(party).items() if value is not None}


def page_json(page: PageReading, words: Words, *, lines: bool) -> dict[str, Json]:
    """Return the object of one page."""
    text = page.text
    quality: Json = {
        "score": round(page.quality.score, 2),
        "findings": [finding_json(f, words, None) for f in page.quality.findings],
        "labels": {name: round(probability, 3) for name, probability in page.quality.labels.items()},
    }
    shown: dict[str, Json] = {
        "number": text.number,
        "width": text.width,
        "height": text.height,
        "rotation": page.rotation,
        "quality": quality,
        "seals": [_text(seal) for seal in text.seals],
    }
    if lines:
        shown["lines"] = [_text(line) for line in text.lines]
    return shown


def _text(line: Line | Seal) -> Json:
    return {"text": line.text, "confidence": round(line.confidence, 4), "box": box_json(line.box)}


def document_json(document: Document, words: Words, *, explain: bool) -> dict[str, Json]:
    """Return the object of one document."""
    reasons: Json = [_reason(reason) for reason in document.reasons]
    return {
        "class": document.klass,
        "type": document.type,
        "confidence": round(document.confidence, 4),
        "pages": list(document.pages),
        "region": box_json(document.region) if document.region else None,
        "pair": document.pair,
        "candidates": [_candidate(c) for c in document.candidates],
        "fields": {name: _field(field, accepted=document.accepted(name)) for name, field in document.fields.items()},
        "findings": [finding_json(f, words, document.type) for f in document.findings],
        **({"reasons": reasons} if explain else {}),
    }


def _reason(reason: Reason) -> Json:
    return {
        "page": reason.page,
        "text": reason.text,
        "box": box_json(reason.box),
        "weight": round(reason.weight, 2),
    }


def _candidate(candidate: Candidate) -> Json:
    return {"class": candidate.klass, "type": candidate.type, "confidence": round(candidate.confidence, 4)}


def _field(field: Field, *, accepted: bool) -> Json:
    return {
        "value": value_json(field.value),
        "raw": field.raw,
        "confidence": round(field.confidence, 4),
        "state": field.state,
        "accepted": accepted,
        "page": field.page,
        "box": box_json(field.box),
        "source": field.source,
        "repaired": field.repaired,
        "margin": None if field.margin is None else round(field.margin, 2),
        "suggestion": field.suggestion,
    }


def finding_json(finding: Finding, words: Words, doctype: str | None) -> Json:
    """Return the object of one finding about a document of type `doctype`."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "field": finding.field,
        "message": words.of(finding, doctype),
    }
