"""What people call papers and fields, in both languages, and the sentences about them."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.messages import Language, catalogue, sentence
from intake.release.case import CaseDocument, CaseInput
from intake.release.parts.finding import Place, Text


def field_label(case: CaseInput, kind: str | None, field: str) -> Text:
    """Return what people call a field of a type; its own name where no type declares it."""
    doctype = case.types.get(kind or "")
    spec = doctype.fields.get(field) if doctype else None
    return Text(zh=spec.label, en=spec.label_en) if spec else Text(zh=field, en=field)


def title(case: CaseInput, kind: str) -> Text:
    """Return what people call a type, or a choice of types that the catalogue names."""
    doctype = case.types.get(kind)
    if doctype:
        return Text(zh=doctype.title, en=doctype.title_en)
    return words(kind, {}) if kind in catalogue() else Text(zh=kind, en=kind)


def paper_label(case: CaseInput, paper: CaseDocument) -> Text:
    """Return what people call a paper; by its class, or as a paper of which nobody can tell what it is."""
    document = paper.document
    if document.type:
        return title(case, document.type)
    return title(case, f"class_{document.klass}" if document.klass else "unknown_paper")


def place(case: CaseInput, paper: CaseDocument, field: str | None) -> Place:
    """Return where on a paper a line of the list points to: the whole of it for what is no field of its type."""
    document = paper.document
    doctype = case.types.get(document.type or "")
    if not field or (doctype and field not in doctype.fields):
        field = None
    read = document.fields.get(field) if field else None
    label = field_label(case, document.type, field) if field else paper_label(case, paper)
    page = read.page if read else next(iter(document.pages), None)
    return Place(document_id=paper.document_id, file=printable(paper.file), page=page, field=field, label=label)


def words(code: str, facts: Mapping[str, str], label: Text | None = None) -> Text:
    """Return the sentence of `code` in both languages; `label` is a fact that each language has its own word for."""
    zh, en = ({"label": label.zh}, {"label": label.en}) if label else ({}, {})
    return Text(
        zh=printable(sentence(code, {**zh, **facts}, Language.ZH)),
        en=printable(sentence(code, {**en, **facts}, Language.EN)),
    )


def printable(text: str) -> str:
    """Return text that can be written as UTF-8: bytes of a file name that are none become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
