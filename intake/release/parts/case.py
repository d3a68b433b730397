"""The case that the money belongs to."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from intake.release.parts.base import Money, Part


class Kind(StrEnum):
    """Why the court holds the money: 执行款, 诉讼费退费, 赔偿款."""

    ENFORCEMENT = "enforcement"
    FEE_REFUND = "fee_refund"
    COMPENSATION = "compensation"


class Case(Part):
    """The case that the money belongs to."""

    number: str | None = Field(description="Case number (案号) with full-width brackets.")
    cause: str | None = Field(description="Cause of action (案由).")
    kind: Kind = Field(description="Why the court holds the money.")
    subject_amount: Money | None = Field(description="Subject amount of the case (标的额), where it is known.")
    sensitivity: tuple[str, ...] = Field(description="Flags that ask for special care; empty for an ordinary case.")
