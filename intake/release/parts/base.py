"""What all parts of a release request share: frozen, strict, no unknown members, and the shapes of their texts."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SHA256 = r"^[0-9a-f]{64}$"
MONEY = r"^(0|[1-9][0-9]*)\.[0-9]{2}$"

Money = Annotated[str, StringConstraints(pattern=MONEY)]
"""An amount as a decimal string with two places, never a float."""

Sha256 = Annotated[str, StringConstraints(pattern=SHA256)]

Share = Annotated[float, Field(ge=0, le=1)]

Count = Annotated[int, Field(ge=1)]

Corner = tuple[float, float]

Box = tuple[Corner, Corner, Corner, Corner]


class Part(BaseModel):
    """A part of a release request: every member is written, what is not known is null."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, validate_by_name=True, serialize_by_alias=True
    )
