"""The sentence of a finding or an error, with the name of its field as people call it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake.domain.doctype import DocType
from intake.domain.errors import IntakeError
from intake.domain.finding import Finding
from intake.domain.messages import Language, sentence


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks one language about the document types it was given."""

    types: Mapping[str, DocType]
    language: Language

    def of(self, finding: Finding, doctype: str | None) -> str:
        """Return the sentence of a finding about a document of type `doctype`."""
        label = {"label": self.label(finding.field, doctype)} if finding.field else {}
        return sentence(finding.code, {**label, **finding.facts}, self.language)

    def error(self, error: IntakeError) -> str:
        return sentence(error.code, error.facts, self.language)

    def label(self, field: str, doctype: str | None) -> str:
        """Return what people call a field; its own name where no type declares it."""
        spec = self.types[doctype].fields.get(field) if doctype else None
        if spec is None:
            return field
        return spec.label if self.language is Language.ZH else spec.label_en

    def title(self, doctype: str | None, klass: str | None) -> str:
        """Return what people call a type, else its class, else that nobody can tell."""
        if doctype is not None:
            return self.types[doctype].title if self.language is Language.ZH else self.types[doctype].title_en
        return sentence(f"class_{klass}" if klass else "cannot_tell", {}, self.language)
