"""Route of the document types: what there is, and what people call it."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import Field

from intake.api.body import Answer
from intake.api.desk import Here
from intake.api.problems import problems
from intake.domain.doctype import DocType
from intake.service.papers import KEYS, NUMBERS

router = APIRouter(prefix="/doctypes", tags=["doctypes"])


class FieldType(Answer):
    name: str
    label: str
    label_en: str
    is_required: bool
    needs_confirmation: bool = Field(description="Whether a second person must confirm what a person wrote there.")
    is_masked: bool = Field(description="Whether it is hidden from those who may not see numbers.")


class DocTypeAnswer(Answer):
    """A document type, as one folder declares it."""

    name: str
    title: str
    title_en: str
    klass: str = Field(alias="class")
    fields: list[FieldType]


@router.get("", responses=problems())
def list_doctypes(here: Here) -> list[DocTypeAnswer]:
    """Return all document types, in the order of their names."""
    return [_shown(doctype) for doctype in here.context.types.values()]


def _shown(doctype: DocType) -> DocTypeAnswer:
    fields = [
        FieldType(
            name=name,
            label=spec.label,
            label_en=spec.label_en,
            is_required=spec.required,
            needs_confirmation=name in KEYS,
            is_masked=name in NUMBERS,
        )
        for name, spec in doctype.fields.items()
    ]
    names = {"name": doctype.name, "title": doctype.title, "title_en": doctype.title_en}
    return DocTypeAnswer.model_validate({**names, "class": doctype.klass, "fields": fields})
