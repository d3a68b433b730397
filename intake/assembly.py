"""From the readings of a case to its release request, and the evidence drawn on its pages."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake import __version__
from intake.batch import image_of
from intake.bootstrap import model_versions
from intake.doctypes.registry import registry
from intake.domain.geometry import Quad
from intake.domain.reading import FileReading
from intake.pages.evidence import Mark, mark
from intake.release.assemble import assemble
from intake.release.case import CaseInput, documents_of, remarks_of
from intake.release.parts.case import Kind
from intake.release.request import ReleaseRequest


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said about the case besides its papers."""

    kind: Kind
    case_number: str | None = None


def request_of(readings: Sequence[FileReading], said: Said, today: date) -> ReleaseRequest:
    """Assemble the request; `today` decides whether an identity document is still valid."""
    return assemble(
        CaseInput(
            request_id=str(uuid.uuid4()),
            documents=documents_of(readings),
            kind=said.kind,
            today=today,
            case_number=said.case_number,
            remarks=remarks_of(readings),
            types=registry(),
            models=model_versions(),
            rules={"intake": __version__},
        )
    )


def draw_evidence(request: ReleaseRequest, images: Path) -> None:
    """Draw the values of a request onto the pages they were read from, numbered as in its `evidence`."""
    sha256 = {material.document_id: material.sha256 for material in request.materials}
    doubtful = {(p.document_id, p.page) for f in request.findings for p in f.places}
    pages: dict[Path, list[Mark]] = {}
    for number, evidence in enumerate(request.evidence, start=1):
        if evidence.document_id is None or evidence.page is None or evidence.box is None:
            continue
        path = image_of(images, sha256[evidence.document_id], evidence.page)
        looked = (evidence.document_id, evidence.page) in doubtful
        pages.setdefault(path, []).append(Mark(number, Quad.of(evidence.box), doubtful=looked))
    for path, marks in pages.items():
        mark(path, marks)
