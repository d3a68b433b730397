"""What truth.json of a case says: what must become of it, and all that stands on every page.

expect     {"status": a status of ReleaseRequest v1, "fault": what was made wrong on purpose, or null}
files      in the order of their names, each
  file       its name within the folder
  pages      {"number", "variant", "rotation", "lines", "boxes", "seal_text"}
             variant: clean, seal (a clean scan with a seal over text), photocopy, photo, born_digital
             rotation: degrees clockwise that the page was turned; a reader turns it back
             lines: every line of text, top to bottom as drawn; compare without blanks
             boxes: for each line its four corners in pixels of the page as it is in the file
  documents  {"class", "type", "pages", "fields"}, the fields as `intake read` writes their values
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.doctypes.registry import registry
from intake.domain.drawing import Drawing, DrawnPage
from intake.show.json import Json, box_json, value_json
from samples.cases import Case, Scan
from samples.degrade import Degraded, Variant


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page as it is in the file, and the drawing that it shows."""

    drawn: DrawnPage
    picture: Degraded


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A file as it was written, with the documents in it and the pages (from 1) that each covers."""

    scan: Scan
    pages: tuple[Page, ...]
    documents: tuple[tuple[str, Drawing, tuple[int, ...]], ...]


def truth_of(case: Case, files: Sequence[Written]) -> Json:
    """Return the truth about a case."""
    return {
        "case": case.name,
        "expect": {"status": case.status, "fault": case.fault},
        "files": [_file(file) for file in sorted(files, key=lambda f: f.scan.file)],
    }


def _file(file: Written) -> Json:
    return {
        "file": file.scan.file,
        "pages": [_page(file.scan, number, page) for number, page in enumerate(file.pages, 1)],
        "documents": [
            {
                "class": registry()[name].klass,
                "type": name,
                "pages": list(pages),
                "fields": {key: value_json(value) for key, value in drawing.fields.items()},
            }
            for name, drawing, pages in file.documents
        ],
    }


def _page(scan: Scan, number: int, page: Page) -> Json:
    variant: str = scan.variant
    if scan.variant is Variant.CLEAN and page.drawn.seal_text:
        variant = "seal"
    return {
        "number": number,
        "variant": variant,
        "rotation": scan.turned,
        "seal_text": page.drawn.seal_text,
        "lines": [line.text for line in page.drawn.lines],
        "boxes": [box_json(page.picture.quad(line.box)) for line in page.drawn.lines],
    }
