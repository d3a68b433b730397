"""`python -m benchmarks.classify.public FOLDER`: what pages that others made are taken for; none of them is ours.

FOLDER holds folders of pictures and PDF files that public packages ship (docs/benchmarks-pages.md names them), one for
each package. All its pages are strangers, so that every class but `other` is wrong. Each page is a file of its own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.classify.read import over_all, read
from benchmarks.classify.run import seen
from benchmarks.kept import Kept
from benchmarks.report.table import table
from intake.bootstrap import classifier
from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.domain.errors import UnreadableSource
from intake.domain.page import PageImage
from intake.pages.decode import decode

MOST = 10  # pages of one file, evenly from its first to its last


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page was taken for: types as `resident_id_front`, classes accepted, None where nobody could tell."""

    type: str | None
    klass: DocumentClass | None


def main() -> None:
    """Read the pages of every folder, and print what they are taken for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    folder: Path = options.parse_args().folder
    learned, see = classifier()
    rows = []
    for package in sorted(path for path in folder.iterdir() if path.is_dir()):
        files = sorted(path for path in package.rglob("*") if path.is_file())
        kept = [page for pages in over_all(pages_of, files) for page in pages]
        parts = [documents([seen(page, see, 1)], registry(), learned)[0] for page in kept]
        rows.append(_row(package.name, [Answer(part.type, part.klass) for part in parts]))
    print(table(("package", "pages", *(f"taken for {c}" for c in DocumentClass), "cannot tell", "types"), rows))


def pages_of(path: Path) -> list[Kept]:
    """Read some pages of a file; none of one that cannot be decoded."""
    return [read(page.pixels) for page in _evenly(list(_decoded(path)))]


def _decoded(path: Path) -> Iterator[PageImage]:
    """Yield the pages of a file up to the first that cannot be decoded: some of these files are broken on purpose."""
    try:
        yield from decode(path.read_bytes())
    except UnreadableSource:
        return


def _evenly(pages: Sequence[PageImage]) -> list[PageImage]:
    step = max(len(pages) / MOST, 1)
    return [pages[int(i * step)] for i in range(min(len(pages), MOST))]


def _row(name: str, answers: Sequence[Answer]) -> tuple[object, ...]:
    said = Counter(answer.klass for answer in answers)
    types = Counter(answer.type or "-" for answer in answers if answer.klass is not None)
    shown = ", ".join(f"{kind} {count}" for kind, count in types.most_common(6))
    return (name, len(answers), *(said[klass] for klass in DocumentClass), said[None], shown)


if __name__ == "__main__":
    main()
