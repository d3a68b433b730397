"""Pages of a file to documents: pages that go on are joined, several documents on one page are parted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from intake.classifier.classify import Classify, by_cues
from intake.classifier.joins import Link, link
from intake.classifier.pairs import paired
from intake.classifier.part import Part
from intake.classifier.regions import Piece, area, pieces
from intake.domain.doctype import DocType
from intake.domain.document import DocumentClass
from intake.domain.finding import Finding, Severity
from intake.domain.text import PageText

EMPTY = "blank"
APART = Link(float("-inf"), ())


def documents(
    pages: Sequence[PageText], types: Mapping[str, DocType], classify: Classify = by_cues
) -> tuple[Part, ...]:
    """Group the pages of a file into documents, in order; every line belongs to exactly one.

    Where it is not sure whether a page goes on, the finding `uncertain_join` or `uncertain_cut` proposes the other way.
    """
    parts: list[Part] = []
    for page in pages:
        found = pieces(page, types, classify)
        how = _link(parts[-1], found[0], types) if parts and len(found) == 1 else APART
        if how.joins:
            parts[-1] = _longer(parts[-1], page, how)
        else:
            parts += [_part(piece, how, whole=len(found) == 1) for piece in found]
    return paired(parts)


def _link(part: Part, piece: Piece, types: Mapping[str, DocType]) -> Link:
    is_apart = part.region is not None or EMPTY in {part.type, piece.guess.type} or not piece.page.lines
    if is_apart or (part.klass in {DocumentClass.ID_PROOF, DocumentClass.BANK_ACCOUNT} and not _flows(part, types)):
        return APART
    return link(part.pages, part.type, piece.page, piece.guess, types)


def _flows(part: Part, types: Mapping[str, DocType]) -> bool:
    return part.type is not None and bool(types[part.type].continues)


def _longer(part: Part, page: PageText, how: Link) -> Part:
    doubts = (_doubt("uncertain_join", page),) if how.is_uncertain else ()
    return replace(part, pages=(*part.pages, page), findings=(*part.findings, *doubts))


def _part(piece: Piece, how: Link, *, whole: bool) -> Part:
    guess = piece.guess
    region = None if whole else area(piece.page)
    doubts = (_doubt("uncertain_cut", piece.page),) if how.is_uncertain else ()
    empty = (Finding("blank_page", Severity.INFO),) if guess.type == EMPTY else ()
    return Part(
        klass=guess.klass,
        type=guess.type,
        confidence=guess.confidence,
        pages=(piece.page,),
        region=region,
        findings=(*empty, *doubts),
        candidates=guess.candidates,
        reasons=guess.reasons,
    )


def _doubt(code: str, page: PageText) -> Finding:
    return Finding(code, Severity.REVIEW, facts={"page": str(page.number)})
