"""Where a value of the request comes from."""

from __future__ import annotations

from pydantic import Field

from intake.domain.text import Source
from intake.release.parts.base import Box, Count, Part, Share


class Evidence(Part):
    """Where a value of the request comes from; the first one for a path is where the value was taken."""

    path: str = Field(description="JSON Pointer of the value in this request, for example /account/number.")
    document_id: str | None = Field(description="The document; null for a value that a person gave with the case.")
    page: Count | None = Field(description="Page of the file, counted from 1.")
    box: Box | None = Field(description="Four corners in pixels of the upright page, clockwise from the top left.")
    raw: str = Field(description="The characters as they were read.")
    confidence: Share = Field(description="How sure the reading is, 0 to 1.")
    source: Source = Field(description="How it was read.")
    confirmed_by: str | None = Field(description="Who confirmed the value; null as long as nobody has.")
