"""The table of all classes whose items are files, and a table of what came of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.active import active
from corpus.amplification import amplified
from corpus.archives import archived
from corpus.confusion import confused
from corpus.decompression import bombs
from corpus.degenerate import degenerate
from corpus.formats import valid
from corpus.item import Item, decoded, wrong
from corpus.loops import circles
from corpus.metadata import said
from corpus.mutation import mutated
from corpus.pages import many
from corpus.pixels import floods
from corpus.truncation import truncated

CLASSES: Mapping[str, tuple[Callable[[], Sequence[Item]], int]] = {
    "A": (valid, 120),
    "B": (confused, 96),
    "C": (truncated, 200),
    "D": (mutated, 1000),
    "E": (floods, 40),
    "F": (bombs, 40),
    "G": (circles, 40),
    "H": (amplified, 20),
    "I": (many, 20),
    "J": (archived, 40),
    "K": (active, 24),
    "N": (said, 16),
    "O": (degenerate, 20),
}
"""What makes the items of a class, and how many there are; names, requests and injection (L, M, P) are no files."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of items: how often each outcome, what is wrong, and seconds of processor time of all children."""

    name: str
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        came = ", ".join(f"{code} {count}" for code, count in self.outcomes.most_common())
        right = self.outcomes.total() - len(self.wrong)
        spent = f"{sum(self.cpu_s):.1f} s, at most {max(self.cpu_s, default=0):.1f} s"
        return f"{self.name}  {right}/{self.outcomes.total()} as expected: {came} ({spent})"


def tally(name: str, items: Iterable[Item]) -> Tally:
    """Decode items and compare with what must come of them."""
    made = Tally(name)
    for each in items:
        got = decoded(each.make(), each.limits)
        made.outcomes[got.code] += 1
        made.cpu_s.append(got.cpu_s)
        if said := wrong(each, got):
            made.wrong.append(said)
    return made
