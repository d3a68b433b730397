"""What is wrong with a document, as data: a stable code, how bad it is, which field, and the facts of the sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`block` stops a hand-off, `review` asks a person to look, `info` only tells."""

    BLOCK = "block"
    REVIEW = "review"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `facts` fill the sentence of `code` in messages.toml; `rule` and `version` say who found it."""

    code: str
    severity: Severity
    field: str | None = None
    facts: Mapping[str, str] = dataclasses.field(default_factory=dict, hash=False)

    def about(self, name: str) -> bool:
        """Say whether a person must look at the field `name` because of this."""
        return self.field == name and self.severity is not Severity.INFO
