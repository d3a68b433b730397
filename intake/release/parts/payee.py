"""Who is to receive the money."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from intake.release.parts.base import Part


class PayeeKind(StrEnum):
    NATURAL_PERSON = "natural_person"
    COMPANY = "company"


class IdType(StrEnum):
    RESIDENT_ID = "resident_id"
    USCC = "uscc"


class Payee(Part):
    """Who is to receive the money."""

    kind: PayeeKind | None = Field(description="A natural person or a company; null when the papers do not tell.")
    name: str | None = Field(description="Name as on the ruling.")
    id_type: IdType | None = Field(description="What the number is: resident number or unified social credit code.")
    id_number: str | None = Field(description="Number of the identity document, letters in capitals, no blanks.")
