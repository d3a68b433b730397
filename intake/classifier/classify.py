"""Says what a page is by its cues, or that nobody can tell."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from intake.classifier.classes import CLASS_CUES
from intake.classifier.cues import Cue, digest
from intake.domain.clean import packed
from intake.domain.doctype import DocType
from intake.domain.document import Candidate, DocumentClass, Reason
from intake.domain.text import PageText

OTHER, BLANK = "other", "blank"
PRIOR = 2.0  # score of `other` before it has any cue: a type of ours needs more than a word or two
DOUBT = 1.6  # what is always left for "cannot tell"
SURE = 0.6  # of all belief: less is no answer
_SPECKS = re.compile(r"[Oo0○〇Q.·,'`°_|—-]{1,2}")
WORTH = 0.02  # of all belief: less is not worth showing to a person


@dataclass(frozen=True, slots=True)
class Guess:
    """What a page seems to be. `klass` None says that nobody can tell; `type` None that only the class is known.

    `candidates` are what it may be, best first; `cues` and `reasons` are what decided.
    """

    klass: DocumentClass | None
    type: str | None
    confidence: float
    candidates: tuple[Candidate, ...]
    cues: tuple[Cue, ...] = ()
    reasons: tuple[Reason, ...] = ()
    is_titled: bool = False
    """Whether the title of any paper stands on the page as a title."""
    later: Candidate | None = None
    """What it would be as a later page of a paper, which need not have what first pages have; None: no other."""


Classify = Callable[[PageText, Mapping[str, DocType]], Guess]
"""Say what a page, or a part of one, is, among types."""


def by_cues(page: PageText, types: Mapping[str, DocType]) -> Guess:
    """Say what a page is, among `types`, by their declared cues alone."""
    if is_empty(page) and BLANK in types:
        return _other(BLANK)
    if not page.lines:
        return _other(OTHER)
    seen = digest(page)
    found: dict[tuple[DocumentClass, str | None], tuple[Cue, ...]]
    found = {(doctype.klass, name): seen.cues(doctype.cues) for name, doctype in types.items()}
    found |= {(klass, None): seen.cues(cues) for klass, cues in CLASS_CUES.items()}
    guess = decided(sorted(_beliefs(found), key=lambda c: -c.confidence), SURE)
    cues = found[guess.klass, guess.type] if guess.klass and guess.type else ()
    return replace(
        guess,
        cues=cues,
        reasons=tuple(_reason(page, cue) for cue in cues if cue.weight > 0),
        is_titled=any(cue.is_title for declared in found.values() for cue in declared),
    )


def is_empty(page: PageText) -> bool:
    """Say whether nothing is on a page, or only what a reader makes of the holes of a folder and of specks."""
    return page.is_blank or (bool(page.lines) and all(_SPECKS.fullmatch(packed(line.text)) for line in page.lines))


def _other(name: str) -> Guess:
    return Guess(DocumentClass.OTHER, name, 1.0, (Candidate(DocumentClass.OTHER, name, 1.0),))


def _beliefs(found: Mapping[tuple[DocumentClass, str | None], tuple[Cue, ...]]) -> tuple[Candidate, ...]:
    """Share belief between the types, the classes without a known type (None), and doubt."""
    masses = {(klass, name): _mass(cues, PRIOR if name == OTHER else 0.0) for (klass, name), cues in found.items()}
    total = sum(masses.values()) + DOUBT
    return tuple(Candidate(klass, name, mass / total) for (klass, name), mass in masses.items())


def _mass(cues: tuple[Cue, ...], prior: float = 0.0) -> float:
    return math.expm1(max(prior + sum(cue.weight for cue in cues), 0.0))


def decided(candidates: Sequence[Candidate], sure: float, lacking: Collection[str] = ()) -> Guess:
    """Decide between candidates, best first: a type, or only its class, or that nobody can tell below `sure`.

    Types in `lacking` are never the answer: the page has not what defines them.
    """
    shown = tuple(c for c in candidates if c.confidence >= WORTH)
    best = candidates[0]
    if best.confidence >= sure and best.type not in lacking:
        return Guess(best.klass, best.type, best.confidence, shown)
    able = [c for c in candidates if c.type not in lacking]
    by_class = {klass: sum(c.confidence for c in able if c.klass is klass) for klass in DocumentClass}
    klass = max(by_class, key=lambda k: by_class[k])
    if by_class[klass] >= sure:
        return Guess(klass, None, by_class[klass], shown)
    return Guess(None, None, best.confidence, shown)


def _reason(page: PageText, cue: Cue) -> Reason:
    return Reason(page.number, cue.line.text, cue.line.box, cue.weight)
