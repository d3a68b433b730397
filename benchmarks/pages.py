"""The pages that are timed, and what kind each is: a sheet or a card, and how it came to us."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.truth import Sample, TruePage
from intake.domain.page import PageImage
from intake.pages.decode import decode

SHEET, CARD, OTHER = "A4", "card", "other"
DIGITAL = f"{SHEET} born_digital"
CARD_PHOTO = f"{CARD} photo"
CARDS = frozenset({"resident_id_front", "resident_id_back", "bank_card"})


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A decoded page with its kind and its truth, and the file that it is the only page of (or none)."""

    kind: str
    name: str
    page: PageImage
    truth: TruePage
    data: bytes | None = field(default=None, repr=False)


def subjects(samples: Sequence[Sample], count: int) -> list[Subject]:
    """Return about `count` pages that bring every kind, the first of each in turns."""
    kinds: dict[str, list[tuple[Sample, TruePage]]] = {}
    for sample in samples:
        for page in sample.pages:
            kinds.setdefault(kind_of(sample, page), []).append((sample, page))
    rounds = max(map(len, kinds.values()), default=0)
    turns = [group[i] for i in range(rounds) for group in kinds.values() if i < len(group)]
    return [_subject(sample, page) for sample, page in turns[:count]]


def of_kind(samples: Sequence[Sample], kind: str) -> list[Sample]:
    """Return the files whose only page is of a kind."""
    return [s for s in samples if len(s.pages) == 1 and kind_of(s, s.pages[0]) == kind]


def kind_of(sample: Sample, page: TruePage) -> str:
    """Say what a page is: one card for itself, a picture of something else, or an A4 sheet."""
    types = [d.type for d in sample.documents if page.number in d.pages]
    if len(types) == 1 and types[0] in CARDS:
        return f"{CARD} {page.variant}"
    if types == [OTHER] and page.variant == "photo":
        return f"{OTHER} {page.variant}"
    return f"{SHEET} {page.variant}"


def is_sheet(kind: str) -> bool:
    """Say whether pages of a kind are A4 sheets that must be read from their pixels."""
    return kind.startswith(SHEET) and kind != DIGITAL


def is_card(kind: str) -> bool:
    return kind.startswith(CARD)


def _subject(sample: Sample, truth: TruePage) -> Subject:
    page = next(page for page in _decoded(sample) if page.number == truth.number)
    return Subject(kind_of(sample, truth), sample.name, page, truth, sample.data if len(sample.pages) == 1 else None)


def _decoded(sample: Sample) -> Iterator[PageImage]:
    return decode(sample.data)
