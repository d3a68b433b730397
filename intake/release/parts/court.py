"""The court that pays."""

from __future__ import annotations

from pydantic import Field

from intake.release.parts.base import Part


class Court(Part):
    """The court that pays."""

    code: str | None = Field(description="Code of the court (法院代字) as in its case numbers, for example 浙0106.")
    name: str | None = Field(description="Full name of the court.")
