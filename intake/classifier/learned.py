"""Says what a page is by what it says, what it looks like and its cues together, with a calibrated belief.

Three witnesses are heard: runs of characters (a linear model, so that each line's part in the answer is known), the
look of the page (judged while its picture was there), and the declared cues. Their logarithms are weighed and added,
and with them whether the page has what defines a type: what lacks it is never accepted as one. A type that the models
do not know is found by its cues alone, so that a new one works before any training.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from intake.classifier.classify import SURE, Guess, by_cues, decided, is_empty
from intake.classifier.defined import fitting, proven
from intake.classifier.ngrams import LineNumbers, by_line
from intake.domain.doctype import DocType
from intake.domain.document import Candidate, DocumentClass, Reason
from intake.domain.text import PageText
from intake.domain.writing import without_copy_notes

Says = Callable[[LineNumbers], NDArray[np.float32]]
"""(lines, SIZE) to (lines, labels): what each line adds to each label."""
Beliefs = NDArray[np.float32]
"""(labels,) float32, adding up to 1."""

FITS, LACKS = 3.9, -3.5
"""Logarithms of how much oftener a page of a type has what defines it (97 %) than others (2 %), and lacks it."""
PROVEN = 7.0
"""Logarithm of how much oftener a page fits a type and shows its proof where it is one, than where it is another.

797 of 1,000 drawn cards do, and none of 4,700 other papers: 7.1 at least with 95 % confidence, 8.9 where none counts as
half of one. That it fits is counted beside it (some 1.2).
"""
FLOOR = 0.02  # belief that every label has in the eyes of the cues: they may not rule one out alone
REASONS = 4  # lines that are shown as what decided


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each witness counts; fitted on pages that no witness was trained on."""

    says: float
    looks: float
    cues: float
    defined: float


@dataclass(frozen=True, slots=True)
class Settings:
    """What training found: the labels (names of types) and how the witnesses are weighed.

    `seen` holds for a page whose look is known, `unseen` for a part of a page. `mute` is how much the look counts on a
    page on which no word was read, so that nothing else speaks. Below `sure` nobody can tell.
    """

    labels: tuple[str, ...]
    seen: Weights
    unseen: Weights
    mute: float
    sure: float

    @staticmethod
    def of(metadata: Mapping[str, str]) -> Settings:
        """Read what the model file says about itself."""
        seen, unseen = (Weights(*map(float, metadata[key].split())) for key in ("seen", "unseen"))
        mute, sure = (float(metadata[key]) for key in ("mute", "sure"))
        return Settings(tuple(metadata["labels"].split()), seen, unseen, mute, sure)


@dataclass(frozen=True, slots=True)
class Learned:
    """Says what a page is, among types; see module."""

    says: Says
    settings: Settings

    def __call__(self, page: PageText, types: Mapping[str, DocType]) -> Guess:
        page = without_copy_notes(page)
        cued = by_cues(page, types)
        if is_empty(page) or (not page.lines and page.looks is None):
            return cued
        fits = fitting(page, types)
        lacking = {name for name, is_so in fits.items() if not is_so and types[name].klass is not DocumentClass.OTHER}
        if cued.type is not None and cued.type not in self.settings.labels:
            return decided(cued.candidates, SURE, lacking) if cued.type in lacking else cued
        lines = self.says(by_line(page)) if page.lines else np.zeros((0, len(self.settings.labels)), np.float32)
        heard = Heard(
            lines.sum(axis=0),
            page.looks,
            self._cues(cued, page),
            defined(fits, self.settings.labels),
            proofs(proven(page, types, fits), self.settings.labels),
            is_mute=not page.lines,
        )
        guess = decided(self._candidates(weighed(self.settings, heard), types), self.settings.sure, lacking)
        later = self._candidates(weighed(self.settings, replace(heard, defined=NO_MATTER)), types)[0]
        titles = _titles(cued) if cued.type == guess.type else ()
        spoken = (reason for reason in self._reasons(page, lines, guess) if reason.box not in {t.box for t in titles})
        return replace(guess, cues=cued.cues, reasons=(*titles, *spoken), is_titled=cued.is_titled, later=later)

    def _candidates(self, beliefs: Beliefs, types: Mapping[str, DocType]) -> list[Candidate]:
        """Return what a page may be, best first."""
        names = dict(zip(self.settings.labels, beliefs.tolist(), strict=True))
        found = [Candidate(types[name].klass, name, belief) for name, belief in names.items() if name in types]
        return sorted(found, key=lambda c: -c.confidence)

    def _cues(self, cued: Guess, page: PageText) -> Beliefs:
        """Return what the cues believe; of a page without a word, an empty one or a picture, they know nothing."""
        if not page.lines:
            return np.zeros(len(self.settings.labels), np.float32)
        said = {candidate.type: candidate.confidence for candidate in cued.candidates}
        return np.array([said.get(name, 0.0) for name in self.settings.labels], np.float32)

    def _reasons(self, page: PageText, lines: NDArray[np.float32], guess: Guess) -> Iterator[Reason]:
        """Yield the lines that speak most for the answer, against what else it might have been."""
        if guess.type not in self.settings.labels or not len(lines):
            return
        own = self.settings.labels.index(guess.type)
        part = lines[:, own] - lines.mean(axis=1)
        for i in np.argsort(-part)[:REASONS]:
            if part[i] > 0:
                yield Reason(page.number, page.lines[i].text, page.lines[i].box, float(part[i]))


def _titles(cued: Guess) -> tuple[Reason, ...]:
    """Return the lines in which cues were found as titles, the strongest first: what people look at themselves."""
    titles = {cue.line.box for cue in cued.cues if cue.is_title}
    return tuple(sorted((r for r in cued.reasons if r.box in titles), key=lambda r: -r.weight))


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What the witnesses say of a page, each (labels,) float32.

    `says` are the sums of the text model, `looks` the logarithms of what the look model believes or None, `cues` the
    beliefs by the cues alone, `defined` what it adds that the page has, or lacks, what defines a type, `proof` that it
    shows the proof of one.
    """

    says: NDArray[np.float32]
    looks: Beliefs | None
    cues: Beliefs
    defined: NDArray[np.float32]
    proof: NDArray[np.float32]
    is_mute: bool = False
    """Whether no word was read."""


NO_MATTER = np.zeros(1, np.float32)  # for every label the same: whether the page has what defines it does not count


def weighed(settings: Settings, heard: Heard) -> Beliefs:
    """Return the belief in each label."""
    how = settings.seen if heard.looks is not None else settings.unseen
    total = how.says * log_softmax(heard.says) + how.cues * np.log(heard.cues + np.float32(FLOOR))
    total = total + how.defined * heard.defined + heard.proof
    if heard.looks is not None:
        total = total + (settings.mute if heard.is_mute else how.looks) * heard.looks
    return np.exp(log_softmax(total)).astype(np.float32)


def defined(fits: Mapping[str, bool], labels: Sequence[str]) -> NDArray[np.float32]:
    """Return what it adds to each label that a page has what defines it, or lacks it; 0 where nothing is declared."""
    worth = {name: FITS if is_so else LACKS for name, is_so in fits.items()}
    return np.array([worth.get(label, 0.0) for label in labels], np.float32)


def proofs(names: Collection[str], labels: Sequence[str]) -> NDArray[np.float32]:
    """Return what it adds to each label that a page shows the proof of it."""
    return np.array([PROVEN if label in names else 0.0 for label in labels], np.float32)


def log_softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logarithms of the shares of `values` (..., labels)."""
    shifted = values - values.max(axis=-1, keepdims=True)
    result: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
