"""A document of the case."""

from __future__ import annotations

from pydantic import Field

from intake.domain.document import DocumentClass
from intake.release.parts.base import Count, Part, Sha256


class Material(Part):
    """A document of the case."""

    document_id: str = Field(description="Identifier of the document within this request.")
    klass: DocumentClass | None = Field(
        validation_alias="class",
        serialization_alias="class",
        description="Class of the document; null when nobody can tell.",
    )
    type: str | None = Field(description="Type of the document; null when only its class is known.")
    sha256: Sha256 = Field(description="SHA-256 of the bytes of the file.")
    pages: tuple[Count, ...] = Field(description="Pages of the file that belong to the document, counted from 1.")
    file: str = Field(description="Name of the file as it was given.")
