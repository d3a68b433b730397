"""Documents as they are answered: fields with their evidence, findings in both languages, masked by role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import Field

from intake.api.body import Answer, Id
from intake.domain.doctype import DocType
from intake.domain.finding import Finding
from intake.domain.messages import Language
from intake.service.access import Principal
from intake.service.masks import shown_to
from intake.service.papers import NEEDS_CONFIRMATION, Paper
from intake.show.json import document_json
from intake.show.words import Words
from intake.store.documents import Correction

Types = Mapping[str, DocType]
Corner = tuple[float, float]
PartyAnswer = dict[str, str]


class FindingAnswer(Answer):
    """One thing that is wrong; decide by `code`, show `message`."""

    code: str
    severity: str
    field: str | None
    message: str
    message_en: str


class FieldAnswer(Answer):
    """A value with its evidence. `accepted` says that no person needs to look."""

    label: str
    label_en: str
    value: str | bool | list[str] | list[PartyAnswer] | None
    raw: str
    confidence: float
    state: str
    accepted: bool
    page: int
    box: list[Corner]
    source: str
    repaired: bool
    margin: float | None
    suggestion: str | None
    corrected_by: str | None = Field(description="Who wrote the value, null where the machine read it.")
    confirmed_by: str | None


class CandidateAnswer(Answer):
    klass: str = Field(alias="class")
    type: str | None
    confidence: float


class DocumentAnswer(Answer):
    """A document as it counts: what was read, with what people changed laid over it, judged again."""

    id: Id
    scan_id: Id
    case_id: Id
    state: str
    version: int
    klass: str | None = Field(alias="class")
    type: str | None
    is_type_given: bool = Field(description="Whether a person said what type it is.")
    confidence: float
    pages: list[int]
    region: list[Corner] | None
    pair: int | None
    candidates: list[CandidateAnswer]
    fields: dict[str, FieldAnswer]
    findings: list[FindingAnswer]
    to_confirm: list[str] = Field(description="Fields that wait for a second person.")
    replaced_by: list[Id]
    created_at: float


class DocumentList(Answer):
    """Documents, the newest first."""

    items: list[DocumentAnswer]
    next: Id | None


class CorrectionAnswer(Answer):
    """What a person changed, when and why; `before` and `after` are as the field's value."""

    id: Id
    what: str
    field: str | None
    before: object
    after: object
    why: str
    who: str
    seconds: float | None
    confirmed_by: str | None
    confirmed_at: float | None
    undone: bool
    created_at: float


class CorrectionList(Answer):
    """What people changed of a document, the newest first."""

    items: list[CorrectionAnswer]
    next: Id | None


def document_shown(types: Types, asks: Principal, paper: Paper) -> DocumentAnswer:
    """Return a document as somebody may see it."""
    stored, document = paper.stored, paper.document
    words = Words(types, Language.ZH)
    plain = document_json(document, words, explain=False)
    return DocumentAnswer.model_validate(
        {
            **plain,
            "fields": shown_to(asks, _fields(types, paper, plain)),
            "findings": shown_to(asks, findings_shown(types, document.findings, document.type)),
            "id": stored.id,
            "scan_id": stored.scan_id,
            "case_id": stored.case_id,
            "state": stored.state,
            "class": stored.klass,
            "type": stored.type,
            "version": stored.version,
            "is_type_given": stored.forced,
            "to_confirm": [each.field for each in document.findings if each.code == NEEDS_CONFIRMATION],
            "replaced_by": list(stored.replaced_by),
            "created_at": stored.created_at,
        }
    )


def correction_shown(asks: Principal, correction: Correction) -> CorrectionAnswer:
    """Return a correction as somebody may see it."""
    plain = {name: getattr(correction, name) for name in CorrectionAnswer.model_fields}
    return CorrectionAnswer.model_validate(shown_to(asks, plain))


def findings_shown(types: Types, findings: Sequence[Finding], doctype: str | None) -> list[dict[str, object]]:
    """Return findings with their sentences in both languages."""
    zh, en = Words(types, Language.ZH), Words(types, Language.EN)
    return [
        {
            "code": each.code,
            "severity": each.severity,
            "field": each.field,
            "message": zh.of(each, doctype),
            "message_en": en.of(each, doctype),
        }
        for each in findings
    ]


def _fields(types: Types, paper: Paper, plain: Mapping[str, object]) -> dict[str, object]:
    zh, en = Words(types, Language.ZH), Words(types, Language.EN)
    name_of_type = paper.document.type
    read = plain["fields"]
    shown: dict[str, object] = {}
    for name, field in read.items() if isinstance(read, Mapping) else ():
        correction = paper.corrected.get(name)
        shown[name] = {
            **field,
            "label": zh.label(name, name_of_type),
            "label_en": en.label(name, name_of_type),
            "corrected_by": correction.who if correction else None,
            "confirmed_by": correction.confirmed_by if correction else None,
        }
    return shown
