"""Who is to receive the money."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from intake.release.parts.base import Part


class PayeeKind(StrEnum):
    """An office of the state or another body is a company here: it has a credit code and no identity card."""

    NATURAL_PERSON = "natural_person"
    COMPANY = "company"


class IdType(StrEnum):
    """`resident_id` is also that of a temporary card; passports and permits came after the first requests."""

    RESIDENT_ID = "resident_id"
    USCC = "uscc"
    PASSPORT = "passport"
    MAINLAND_TRAVEL_PERMIT = "mainland_travel_permit"


class Payee(Part):
    """Who is to receive the money."""

    kind: PayeeKind | None = Field(
        description="A natural person, or a company or other body; null when the papers do not tell."
    )
    name: str | None = Field(description="Name as on the ruling.")
    id_type: IdType | None = Field(
        description="What the number is: of a resident, a company (credit code), a passport or a travel permit."
    )
    id_number: str | None = Field(description="Number of the identity document, letters in capitals, no blanks.")
