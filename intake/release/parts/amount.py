"""How much is to be paid."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from intake.release.parts.base import Money, Part


class Amount(Part):
    """How much is to be paid."""

    value: Money | None = Field(description="Decimal string with two places, for example 486320.50; never a float.")
    currency: Literal["CNY"] = Field(description="ISO 4217 code.")
    upper_case: str | None = Field(description="The same amount in capital Chinese numerals (大写), canonical form.")
