"""The account that the money goes to."""

from __future__ import annotations

from pydantic import Field

from intake.release.parts.base import Part


class Account(Part):
    """The account that the money goes to."""

    name: str | None = Field(description="Holder of the account (户名).")
    number: str | None = Field(description="Account or card number without blanks.")
    bank: str | None = Field(description="The bank, for example 中国工商银行.")
    branch: str | None = Field(description="The branch as written on the confirmation (开户行), where one is named.")
    cnaps: str | None = Field(description="Clearing number of the branch (联行号), where it is known.")
