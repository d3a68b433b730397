"""A rule that was applied to the case, and what came out."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from intake.release.parts.base import Count, Part


class Outcome(StrEnum):
    """`cannot_compute` is not a pass: something the rule needs is not there."""

    PASS = "pass"  # noqa: S105 no password
    WARN = "warn"
    BLOCK = "block"
    CANNOT_COMPUTE = "cannot_compute"


class CheckInput(Part):
    """A value that a rule compared."""

    document_id: str | None = Field(description="The document it was read on; null for what a person gave.")
    page: Count | None = Field(description="Page of the file, counted from 1.")
    field: str = Field(description="Name of the field.")
    value: str = Field(description="The value as it was compared.")


class CheckResult(Part):
    """A rule that was applied to the case, and what came out."""

    rule: str = Field(description="Identifier of the rule, for example X1.")
    version: Count = Field(description="Version of the rule.")
    outcome: Outcome = Field(description="What came out.")
    inputs: tuple[CheckInput, ...] = Field(description="What the rule compared, in order.")
