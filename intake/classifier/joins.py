"""Weighs whether a page goes on with the document before it, by what both of them print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.classifier.classify import Guess
from intake.classifier.cues import digest
from intake.classifier.folio import folio
from intake.domain import case_number
from intake.domain.clean import packed
from intake.domain.doctype import DocType
from intake.domain.document import Candidate, DocumentClass
from intake.domain.text import PageText

HEADING = 4  # lines: court, title, case number, and one for dirt
NEEDED = 1.0  # weight from which a page goes on
UNCERTAIN = 1.5  # distance from NEEDED within which a person is told where the cut may be wrong
KNOWN = 0.8  # belief from which a page is believed to be what it is taken for

TITLED, OTHER_CASE = -8.0, -8.0  # a paper begins here
FOLLOWS, WITHIN, BEGINS, JUMPS = 4.0, 1.0, -6.0, -2.0  # page numbers
SAYS, SHARES, RUNS = 3.0, 3.0, 0.5  # phrases of a later page; a case number of the first page; a sentence unfinished
IS_ELSE, IS_NOTHING = -4.0, -1.0  # surely another type; surely no paper of ours
_NUMBERED = re.compile(
    r"[^\w(]*(?:案号:?|[\u4e00-\u9fff]{2,24}法院)?(?P<number>.{8,32}号(?:之[一二三四五六七八九十]+)?)[^\w]*"
)
_FINISHED = re.compile(r"[。;；:：!！?？)）》”\"]$")

Types = Mapping[str, DocType]


@dataclass(frozen=True, slots=True)
class Link:
    """How strongly a page goes on with the document before it, and by what."""

    weight: float
    reasons: tuple[str, ...]

    @property
    def joins(self) -> bool:
        return self.weight >= NEEDED

    @property
    def is_uncertain(self) -> bool:
        return abs(self.weight - NEEDED) < UNCERTAIN


def link(before: Sequence[PageText], type_: str | None, page: PageText, guess: Guess, types: Types) -> Link:
    """Weigh whether `page`, taken for `guess` by itself, goes on with the pages `before` of a document of `type_`."""
    signs = types[type_].continues if type_ else ()
    found = dict(_weights(before, page))
    if guess.is_titled:
        found["titled"] = TITLED
    if signs and not {"titled", "other_case"} & found.keys():
        found |= dict(_of_text(before, page, signs))
    if signs or "follows" in found:
        found |= dict(_of_guess(type_, guess))
    return Link(sum(found.values()), tuple(found))


def _weights(before: Sequence[PageText], page: PageText) -> Iterator[tuple[str, float]]:
    known = _cases(digest(before[0]).text)
    own, other = heading(before[0]) or known, heading(page)
    if own and other - own:
        yield "other_case", OTHER_CASE
    yield from _of_numbers(before[-1], page)


def _of_numbers(last: PageText, page: PageText) -> Iterator[tuple[str, float]]:
    old, new = folio(last), folio(page)
    if new is None:
        return
    if new.number == 1:
        yield "begins", BEGINS
    elif old and new.number == old.number + 1 and new.total == old.total:
        yield "follows", FOLLOWS
    elif old:
        yield "jumps", JUMPS
    else:
        yield "within", WITHIN


def _of_text(before: Sequence[PageText], page: PageText, signs: Sequence[str]) -> Iterator[tuple[str, float]]:
    text = digest(page).text
    if any(re.search(sign, text) for sign in signs):
        yield "says", SAYS
    if _cases(text) & _cases(digest(before[0]).text):
        yield "shares", SHARES
    if page.lines and _unfinished(before[-1]):
        yield "runs", RUNS


def _of_guess(type_: str | None, guess: Guess) -> Iterator[tuple[str, float]]:
    said = guess.later or Candidate(guess.klass or DocumentClass.OTHER, guess.type, guess.confidence)
    if said.confidence < KNOWN or said.type in {type_, None}:
        return
    yield ("is_nothing", IS_NOTHING) if said.type == "other" else ("is_else", IS_ELSE)


def heading(page: PageText) -> set[str]:
    """Return the case number that stands by itself among the first lines, at most behind a label or a court."""
    alone = (match for line in page.lines[:HEADING] if (match := _NUMBERED.fullmatch(packed(line.text))))
    return set[str]().union(*(_cases(match["number"]) for match in alone))


def _cases(text: str) -> set[str]:
    return {found.value.text for found in case_number.find(text)}


def _unfinished(page: PageText) -> bool:
    """Say whether the text of a page stops within a sentence; its page number is no part of it."""
    lines = [
        text for line in page.lines if len(text := packed(line.text)) > 1 and not re.fullmatch(r"[\W\d第共页]+", text)
    ]
    return bool(lines) and not _FINISHED.search(lines[-1])
