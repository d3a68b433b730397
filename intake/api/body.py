"""What bodies share: what comes in has no unknown members and no hidden characters, what goes out is complete."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from intake.api.desk import UUID

PRINTABLE = r"^[^\u0000-\u001f\u007f\u2028\u2029]*$"
MONEY = r"^(0|[1-9][0-9]{0,14})\.[0-9]{2}$"

Id = Annotated[str, StringConstraints(pattern=UUID)]
Word = Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=64)]
Text = Annotated[str, StringConstraints(pattern=PRINTABLE, max_length=500)]
Why = Annotated[str, StringConstraints(pattern=PRINTABLE, min_length=1, max_length=500)]
Money = Annotated[str, StringConstraints(pattern=MONEY)]
Seconds = Annotated[
    Annotated[float, Field(ge=0, le=86_400, strict=True)] | None,
    Field(description="Seconds that the person was at work on this at the screen."),
]
Kind = Literal["enforcement", "fee_refund", "compensation"]


class Said(BaseModel):
    """Something that a client says."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, validate_by_name=True)


class Answer(BaseModel):
    """Something that we answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)


class Problem(Answer):
    """What went wrong, as RFC 9457 says, in Chinese and English."""

    type: str = Field(examples=["urn:intake:problem:no_such_thing"])
    title: str
    title_en: str
    status: int
    code: str = Field(description="Stable code: decide by it, not by the sentences.")
    detail: str = Field(description="Sentence for people, Simplified Chinese.")
    detail_en: str
    facts: dict[str, str] = Field(description="What stands in the sentences.")
    errors: list[dict[str, str]] = Field(description="Places that do not fit (`at`), each with a `code`.")
