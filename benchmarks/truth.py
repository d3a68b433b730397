"""The samples and what is true of them: files as bytes, with their lines, documents and fields."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from intake.show.json import Json

TRUTH = "truth.json"


@dataclass(frozen=True, slots=True)
class TruePage:
    number: int
    variant: str
    lines: tuple[str, ...]
    seal_text: str | None = None


@dataclass(frozen=True, slots=True)
class TrueDocument:
    type: str
    pages: tuple[int, ...]
    fields: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of a drawn case."""

    name: str
    data: bytes = field(repr=False)
    pages: tuple[TruePage, ...]
    documents: tuple[TrueDocument, ...]


class PageJson(TypedDict):
    number: int
    variant: str
    lines: list[str]
    seal_text: str | None


class DocumentJson(TypedDict):
    type: str
    pages: list[int]
    fields: dict[str, Json]


class FileJson(TypedDict):
    file: str
    pages: list[PageJson]
    documents: list[DocumentJson]


def samples_in(folder: Path) -> Iterator[Sample]:
    """Yield all files of the cases under `folder`, in order."""
    for truth in sorted(folder.glob(f"*/{TRUTH}")):
        files: list[FileJson] = json.loads(truth.read_text("utf-8"))["files"]
        for entry in files:
            yield sample(f"{truth.parent.name}/{entry['file']}", (truth.parent / entry["file"]).read_bytes(), entry)


def sample(name: str, data: bytes, entry: FileJson) -> Sample:
    """Build a sample from its bytes and its entry in truth.json."""
    pages = [TruePage(p["number"], p["variant"], tuple(p["lines"]), p["seal_text"]) for p in entry["pages"]]
    documents = [TrueDocument(d["type"], tuple(d["pages"]), d["fields"]) for d in entry["documents"]]
    return Sample(name, data, tuple(pages), tuple(documents))


def spread(samples: Sequence[Sample], count: int) -> list[Sample]:
    """Return about `count` samples that bring every variant, the first of each in turns."""
    by_variant: dict[str, list[Sample]] = {}
    for each in samples:
        by_variant.setdefault(each.pages[0].variant, []).append(each)
    rounds = max(map(len, by_variant.values()), default=0)
    return [group[i] for i in range(rounds) for group in by_variant.values() if i < len(group)][:count]
