"""Says what a page is by its cues, or that nobody can tell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from intake.classifier.classes import CLASS_CUES
from intake.classifier.cues import Cue, Digest, digest
from intake.domain.doctype import DocType
from intake.domain.document import Candidate, DocumentClass
from intake.domain.text import PageText

OTHER, BLANK = "other", "blank"
PRIOR = 2.0  # score of `other` before it has any cue: a type of ours needs more than a word or two
DOUBT = 1.6  # what is always left for "cannot tell"
SURE = 0.6  # of all belief: less is no answer
WORTH = 0.02  # of all belief: less is not worth showing to a person


@dataclass(frozen=True, slots=True)
class Guess:
    """What a page seems to be. `klass` None says that nobody can tell; `type` None that only the class is known.

    `cues` are what decided, `candidates` what else it may be, best first.
    """

    klass: DocumentClass | None
    type: str | None
    confidence: float
    candidates: tuple[Candidate, ...]
    cues: tuple[Cue, ...] = ()


def classify(page: PageText, types: Mapping[str, DocType]) -> Guess:
    """Say what a page is, among `types`."""
    if not page.lines:
        return _other(BLANK if page.is_blank and BLANK in types else OTHER)
    seen = digest(page)
    scored = {name: (doctype.klass, seen.cues(doctype.cues)) for name, doctype in types.items()}
    beliefs = _beliefs(scored, seen)
    candidates = tuple(sorted(beliefs, key=lambda c: -c.confidence))
    return _decided(candidates, {name: cues for name, (_, cues) in scored.items()})


def _other(name: str) -> Guess:
    return Guess(DocumentClass.OTHER, name, 1.0, (Candidate(DocumentClass.OTHER, name, 1.0),))


def _beliefs(scored: Mapping[str, tuple[DocumentClass, tuple[Cue, ...]]], seen: Digest) -> tuple[Candidate, ...]:
    """Share belief between the types, the classes without a known type, and doubt."""
    masses: dict[tuple[DocumentClass, str | None], float] = {
        (klass, name): _mass(cues, PRIOR if name == OTHER else 0.0) for name, (klass, cues) in scored.items()
    }
    masses |= {(klass, None): _mass(seen.cues(cues)) for klass, cues in CLASS_CUES.items()}
    total = sum(masses.values()) + DOUBT
    return tuple(Candidate(klass, name, mass / total) for (klass, name), mass in masses.items())


def _mass(cues: tuple[Cue, ...], prior: float = 0.0) -> float:
    return math.expm1(max(prior + sum(cue.weight for cue in cues), 0.0))


def _decided(candidates: tuple[Candidate, ...], cues: Mapping[str, tuple[Cue, ...]]) -> Guess:
    shown = tuple(c for c in candidates if c.confidence >= WORTH)
    best = candidates[0]
    if best.confidence >= SURE:
        return Guess(best.klass, best.type, best.confidence, shown, cues.get(best.type or "", ()))
    by_class = {klass: sum(c.confidence for c in candidates if c.klass is klass) for klass in DocumentClass}
    klass = max(by_class, key=lambda k: by_class[k])
    if by_class[klass] >= SURE:
        return Guess(klass, None, by_class[klass], shown)
    return Guess(None, None, best.confidence, shown)
