"""Which models read and which rules decided."""

from __future__ import annotations

from pydantic import Field

from intake.release.parts.base import Part


class Version(Part):
    """A model or a set of rules, and its version."""

    name: str = Field(description="Name of the model or of the set of rules.")
    version: str = Field(description="Its version.")


class Versions(Part):
    """Which models read and which rules decided."""

    models: tuple[Version, ...] = Field(description="Models that read, by name.")
    rules: tuple[Version, ...] = Field(description="Sets of rules that decided, by name.")
