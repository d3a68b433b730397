"""Weighs what gives a document type away in the text of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from statistics import median

from intake.domain.clean import packed
from intake.domain.slips import any_of
from intake.domain.text import Line, PageText
from intake.domain.writing import as_printed

TITLE = 3.0  # weight from which a cue is a title: in running text it is only mentioned
MENTIONED = 0.15  # of its weight is what a title counts for that is only mentioned
ALONE = 0.4  # of its line: a title that fills this much is not a mention
BESIDE = 0.2  # of its line, near the top: the name of the court may stand in the same line
TALL = 1.3  # of the median height of the lines
TOP = 0.2  # of the text, from its top
SENTENCE = re.compile(r"[，,。；;]")  # stands in running text, never in a title


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that was found: its regular expression, what it added, the line it was found in; `is_title` says how."""

    pattern: str
    weight: float
    line: Line
    is_title: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """The text of a page without blanks, and for each of its characters the line it stands in."""

    page: PageText
    text: str
    owner: tuple[int, ...]

    def cues(self, declared: Mapping[str, float]) -> tuple[Cue, ...]:
        """Return those of the declared cues that are on the page."""
        found = (self._cue(pattern, weight) for pattern, weight in declared.items())
        return tuple(cue for cue in found if cue)

    def _cue(self, pattern: str, weight: float) -> Cue | None:
        cues = [self._at(pattern, weight, match) for match in compiled(pattern).finditer(self.text)]
        return max(cues, key=lambda cue: abs(cue.weight), default=None)

    def _at(self, pattern: str, weight: float, match: re.Match[str]) -> Cue:
        line = self.page.lines[self.owner[match.start()]]
        if abs(weight) < TITLE:
            return Cue(pattern, weight, line, is_title=False)
        titled = self._titled(line, len(match[0]) / len(packed(line.text)))
        return Cue(pattern, weight if titled else weight * MENTIONED, line, is_title=titled and weight > 0)

    def _titled(self, line: Line, share: float) -> bool:
        if SENTENCE.search(line.text):
            return False
        lines = self.page.lines
        top = min(o.box.bounds.top for o in lines)
        bottom = max(o.box.bounds.bottom for o in lines)
        tall = line.box.height >= TALL * median(o.box.height for o in lines)
        first = line.box.bounds.centre.y <= top + TOP * (bottom - top)
        return tall or share >= (BESIDE if first else ALONE)


def digest(page: PageText) -> Digest:
    """Prepare a page for looking up cues."""
    texts = as_printed(page)
    return Digest(page, "".join(texts), tuple(i for i, text in enumerate(texts) for _ in text))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a cue; a plain word also matches with one slip when it is long."""
    return re.compile(any_of([pattern]) if pattern == re.escape(pattern) else pattern, re.IGNORECASE)
