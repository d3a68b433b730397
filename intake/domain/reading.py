"""What one file turned out to be: its pages, the documents on them, or why it could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.domain.document import Document
from intake.domain.errors import UnreadableSource
from intake.domain.page import Quality
from intake.domain.text import PageText


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page upright: `rotation` is what was turned, in degrees clockwise (0, 90, 180, 270)."""

    text: PageText
    rotation: int
    quality: Quality


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that was read of one file. With an `error` there are no pages and no documents.

    `sha256` is that of the bytes, empty where the file could not be opened. `ms` holds milliseconds by stage.
    """

    file: str
    sha256: str
    pages: tuple[PageReading, ...] = ()
    documents: tuple[Document, ...] = ()
    error: UnreadableSource | None = None
    ms: Mapping[str, int] = field(default_factory=dict, hash=False)
