"""One line of the list of all that is missing, contradictory or doubtful."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from intake.domain.finding import Severity
from intake.release.parts.base import Count, Part


class Action(StrEnum):
    """What the person must do: bring something, mend a contradiction, look at a doubt; in the order of the list."""

    PROVIDE = "provide"
    CORRECT = "correct"
    CHECK = "check"


class Text(Part):
    """The same words in two languages."""

    zh: str = Field(description="Simplified Chinese.")
    en: str = Field(description="English.")


class Place(Part):
    """What a line is about: a field of a document, a whole file, or a paper that is not there."""

    document_id: str | None = Field(description="The document; null for a file as a whole or a paper that is missing.")
    file: str | None = Field(description="Name of the file; null for a paper that is missing.")
    page: Count | None = Field(description="Page of the file, counted from 1, where it is known.")
    field: str | None = Field(description="Name of the field; null for a paper as a whole.")
    label: Text = Field(description="What people call the field or the paper.")


class ListedFinding(Part):
    """One line of the list of all that is missing, contradictory or doubtful."""

    code: str = Field(description="Stable code, lower snake case.")
    severity: Severity = Field(description="block stops the hand-off, review asks a person to look.")
    action: Action = Field(description="What the person must do.")
    rule: str | None = Field(description="The check that found it; null for a finding about one paper alone.")
    places: tuple[Place, ...] = Field(description="What it is about, in order.")
    message: Text = Field(description="What is wrong and what to do, for people.")
