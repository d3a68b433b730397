"""Character error: how many characters of a page were read wrongly, whatever the order and the cutting of lines.

Both sides are compared after NFKC and without blanks. Lines are matched best first: equal ones, then by how much of
the shorter stands in the longer. Several lines may match one (a reader may join or cut lines), each part of it once.
The error is the edit distance inside the matches, plus all characters of lines that match nothing on either side,
by the characters of the truth. A seal is no line: what a reader makes of its text is not counted.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

ALIKE = 50.0  # percent of the shorter line that must stand in the longer for a match
SEAL = 60.0  # the same for a stray line and the text of a seal


@dataclass(frozen=True, slots=True)
class Errors:
    """Wrong characters (changed, missing or too many) and the characters of the truth."""

    wrong: int = 0
    length: int = 0

    def __add__(self, other: Errors) -> Errors:
        return Errors(self.wrong + other.wrong, self.length + other.length)

    @property
    def rate(self) -> float:
        return self.wrong / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True, order=True)
class Overlap:
    """The part of a longer line that a shorter one covers; sorts by how many characters agree."""

    agree: float
    long: int
    short: int
    start: int
    end: int
    truth_is_long: bool


@dataclass(slots=True)
class Match:
    """A longer line and the shorter ones that stand in it."""

    long: str
    parts: list[tuple[int, int, str]] = field(default_factory=list)

    def takes(self, start: int, end: int) -> bool:
        """Say whether most of a part is still free."""
        taken = sum(max(min(end, e) - max(start, s), 0) for s, e, _ in self.parts)
        return taken * 2 < end - start

    def wrong(self) -> int:
        return int(Levenshtein.distance(self.long, "".join(text for _, _, text in sorted(self.parts))))


def errors(truth: Iterable[str], read: Iterable[str], seal: str | None = None) -> Errors:
    """Compare the lines of a page with what was read; `seal` is the text of a seal on it."""
    said, seen = _bare(truth), _bare(read)
    length = sum(map(len, said))
    equal = Counter(said) & Counter(seen)
    said, seen = _without(said, equal), _without(seen, equal)
    matches, missed, stray = _matched(said, seen)
    stray = [line for line in stray if not (seal and fuzz.partial_ratio(line, _plain(seal)) >= SEAL)]
    return Errors(sum(m.wrong() for m in matches) + sum(map(len, missed)) + sum(map(len, stray)), length)


def _matched(said: Sequence[str], seen: Sequence[str]) -> tuple[list[Match], list[str], list[str]]:
    matches: dict[tuple[bool, int], Match] = {}
    used: dict[tuple[bool, int], bool] = {}  # (is truth, index) -> is the longer of its match
    for overlap in sorted(_overlaps(said, seen), reverse=True):
        long, short = (overlap.truth_is_long, overlap.long), (not overlap.truth_is_long, overlap.short)
        if short in used or not used.get(long, True):
            continue
        longs, shorts = (said, seen) if overlap.truth_is_long else (seen, said)
        match = matches.setdefault(long, Match(longs[overlap.long]))
        if match.takes(overlap.start, overlap.end):
            match.parts.append((overlap.start, overlap.end, shorts[overlap.short]))
            used[long], used[short] = True, False
    missed = [line for i, line in enumerate(said) if (True, i) not in used]
    stray = [line for i, line in enumerate(seen) if (False, i) not in used]
    return list(matches.values()), missed, stray


def _overlaps(said: Sequence[str], seen: Sequence[str]) -> Iterable[Overlap]:
    for i, a in enumerate(said):
        for j, b in enumerate(seen):
            truth_is_long = len(a) >= len(b)
            long, short = (a, b) if truth_is_long else (b, a)
            found = fuzz.partial_ratio_alignment(short, long, score_cutoff=ALIKE)
            if found:
                ends = (i, j) if truth_is_long else (j, i)
                agree = found.score * len(short) / 100
                yield Overlap(agree, *ends, found.dest_start, found.dest_end, truth_is_long)


def _without(lines: Sequence[str], equal: Counter[str]) -> list[str]:
    left = Counter(equal)
    kept = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            kept.append(line)
    return kept


def _bare(lines: Iterable[str]) -> list[str]:
    return [bare for line in lines if (bare := _plain(line))]


def _plain(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).split())
