"""Pages of a file to documents: continuation pages are joined, several documents on one page are parted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from intake.classifier.classes import CLASS_CUES
from intake.classifier.cues import digest
from intake.classifier.regions import Piece, area, pieces
from intake.domain import case_number
from intake.domain.clean import packed
from intake.domain.doctype import DocType
from intake.domain.document import Candidate, DocumentClass
from intake.domain.finding import Finding
from intake.domain.geometry import Quad
from intake.domain.text import PageText

HEADING = 4  # lines: court, title, case number, and one for dirt
_NUMBERED = re.compile(
    r"[^\w(]*(?:案号:?|[\u4e00-\u9fff]{2,24}法院)?(?P<number>.{8,32}号(?:之[一二三四五六七八九十]+)?)[^\w]*"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: its pages (only its own lines on each), and what it is."""

    klass: DocumentClass | None
    type: str | None
    confidence: float
    pages: tuple[PageText, ...]
    region: Quad | None = None
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def documents(pages: Sequence[PageText], types: Mapping[str, DocType]) -> tuple[Part, ...]:
    """Group the pages of a file into documents, in order; every line belongs to exactly one."""
    parts: list[Part] = []
    for page in pages:
        found = pieces(page, types)
        if parts and len(found) == 1 and _continues(parts[-1], found[0], types):
            parts[-1] = replace(parts[-1], pages=(*parts[-1].pages, page))
        else:
            parts += [_part(piece, whole=len(found) == 1) for piece in found]
    return tuple(parts)


def _part(piece: Piece, *, whole: bool) -> Part:
    guess = piece.guess
    region = None if whole else area(piece.page)
    return Part(guess.klass, guess.type, guess.confidence, (piece.page,), region, (), guess.candidates)


def _continues(part: Part, piece: Piece, types: Mapping[str, DocType]) -> bool:
    """Say whether a page goes on with the document before it: untitled, of no other case, it says as such pages do."""
    signs = types[part.type].continues if part.type and part.region is None else ()
    if not signs or not piece.page.lines or _titled(piece, types):
        return False
    text, known = digest(piece.page).text, _cases(digest(part.pages[0]).text)
    own, other = _heading(part.pages[0]) or known, _heading(piece.page)
    if own and other - own:
        return False
    return any(re.search(sign, text) for sign in signs) or bool(_cases(text) & known)


def _titled(piece: Piece, types: Mapping[str, DocType]) -> bool:
    seen = digest(piece.page)
    declared = (*(doctype.cues for doctype in types.values()), *CLASS_CUES.values())
    return any(cue.is_title for cues in declared for cue in seen.cues(cues))


def _heading(page: PageText) -> set[str]:
    """Return the case number that stands by itself among the first lines, at most behind a label or a court."""
    alone = (match for line in page.lines[:HEADING] if (match := _NUMBERED.fullmatch(packed(line.text))))
    return set[str]().union(*(_cases(match["number"]) for match in alone))


def _cases(text: str) -> set[str]:
    return {found.value.text for found in case_number.find(text)}
