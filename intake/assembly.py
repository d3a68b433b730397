"""From the readings of a case to its release request, and the evidence drawn on its pages."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from intake import __version__
from intake.batch import image_of
from intake.bootstrap import model_versions
from intake.doctypes.registry import registry
from intake.domain.geometry import Quad
from intake.domain.messages import Language
from intake.domain.reading import FileReading
from intake.pages.evidence import Mark, mark
from intake.release.assemble import assemble
from intake.release.case import CaseInput, documents_of, remarks_of
from intake.release.notice import Notice, notice_of
from intake.release.parts.case import Kind
from intake.release.policy.load import default_policy, load
from intake.release.policy.policy import Policy
from intake.release.request import ReleaseRequest
from intake.release.workdays import due
from intake.validate.confirmed import Shown, confirmed
from intake.validate.sureness import all_within


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said about the case besides its papers."""

    kind: Kind
    case_number: str | None = None
    policy: Policy = field(default_factory=default_policy)


def request_of(readings: Sequence[FileReading], said: Said, today: date) -> ReleaseRequest:
    """Assemble the request; `today` decides whether an identity document is still valid."""
    limit = said.policy.reading.limit
    papers = documents_of([all_within(reading, limit) for reading in readings])
    read = confirmed([Shown(paper.sha256, paper.document) for paper in papers], limit)
    return assemble(
        CaseInput(
            request_id=str(uuid.uuid4()),
            documents=tuple(replace(paper, document=own) for paper, own in zip(papers, read, strict=True)),
            kind=said.kind,
            today=today,
            case_number=said.case_number,
            remarks=remarks_of(readings),
            types=registry(),
            models=model_versions(),
            rules={"intake": __version__, f"policy:{said.policy.name}": said.policy.version},
            policy=said.policy,
        )
    )


def policy_of(court: Path | None) -> Policy:
    """Return the policy in a court's file; the default one where it gives none."""
    return load(court, registry()) if court else default_policy()


def notice_about(request: ReleaseRequest, policy: Policy, today: date, language: Language) -> Notice | None:
    """Return the notice of today about a request; None where nothing is missing."""
    until = due(today, policy.notice.working_days, policy.calendar)
    return notice_of(request, today, until, language)


def draw_evidence(request: ReleaseRequest, images: Path) -> None:
    """Draw the values of a request onto the pages they were read from, numbered as in its `evidence`.

    A box that carries several values gets all their numbers.
    """
    sha256 = {material.document_id: material.sha256 for material in request.materials}
    numbers: dict[tuple[str, int, Quad], list[int]] = {}
    for number, evidence in enumerate(request.evidence, start=1):
        if evidence.document_id is not None and evidence.page is not None and evidence.box is not None:
            spot = (evidence.document_id, evidence.page, Quad.of(evidence.box))
            numbers.setdefault(spot, []).append(number)
    pages: dict[Path, list[Mark]] = {}
    for (document, page, box), found in numbers.items():
        pages.setdefault(image_of(images, sha256[document], page), []).append(Mark(tuple(found), box))
    for path, marks in pages.items():
        mark(path, marks)
