"""Documents recognised and fields read exactly, and how often a wrong value was accepted without a person looking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.accuracy import ReadSample
from benchmarks.bound import upper_bound
from benchmarks.truth import TrueDocument
from intake.domain.document import Document
from intake.show.json import value_json


@dataclass(frozen=True, slots=True)
class TypeScore:
    """Of `n` documents of a type, how many were given that type, and what the others were taken for."""

    type: str
    n: int
    right: int
    taken_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Of `n` fields on paper, how many were read exactly; of the accepted ones, how many were wrong."""

    type: str
    field: str
    n: int
    right: int
    accepted: int
    accepted_wrong: int


@dataclass(frozen=True, slots=True)
class Fields:
    types: tuple[TypeScore, ...]
    fields: tuple[FieldScore, ...]

    @property
    def accepted(self) -> int:
        return sum(f.accepted for f in self.fields)

    @property
    def accepted_wrong(self) -> int:
        return sum(f.accepted_wrong for f in self.fields)

    @property
    def bound(self) -> float:
        """The rate of accepted wrong values that these counts still allow, with 95 % confidence."""
        return upper_bound(self.accepted_wrong, self.accepted)

    @property
    def exact(self) -> float:
        return _share(sum(f.right for f in self.fields), sum(f.n for f in self.fields))

    @property
    def recognised(self) -> float:
        return _share(sum(t.right for t in self.types), sum(t.n for t in self.types))


Pair = tuple[TrueDocument, Document | None]


def fields(read: Iterable[ReadSample]) -> Fields:
    """Compare all documents of the samples with the truth."""
    pairs = [pair for each in read for pair in _paired(each.sample.documents, each.reading.documents)]
    types = sorted({truth.type for truth, _ in pairs})
    scores = [score for name in types for score in _fields(name, [p for p in pairs if p[0].type == name])]
    return Fields(tuple(_type(name, [p for p in pairs if p[0].type == name]) for name in types), tuple(scores))


def _paired(truths: Sequence[TrueDocument], found: Sequence[Document]) -> Iterator[Pair]:
    """Give each true document one of those found on its pages; those of the same type choose first."""
    free = list(found)
    for truth in sorted(truths, key=lambda t: all(d.type != t.type for d in found)):
        near = [d for d in free if set(d.pages) & set(truth.pages)]
        best = max(near, key=lambda d: (d.type == truth.type, d.pages == truth.pages), default=None)
        if best:
            free.remove(best)
        yield truth, best


def _type(name: str, pairs: Sequence[Pair]) -> TypeScore:
    taken_for = [found.type or "cannot tell" if found else "not found" for _, found in pairs]
    wrong = tuple(sorted(other for other in taken_for if other != name))
    return TypeScore(name, len(pairs), len(pairs) - len(wrong), wrong)


def _fields(type_: str, pairs: Sequence[Pair]) -> Iterator[FieldScore]:
    names = {name: None for truth, found in pairs for name in (*truth.fields, *(found.fields if found else ()))}
    for name in names:
        yield _field(type_, name, pairs)


def _field(type_: str, name: str, pairs: Sequence[Pair]) -> FieldScore:
    on_paper = [name in truth.fields for truth, _ in pairs]
    right = [_reads(found).get(name, _ABSENT) == truth.fields.get(name, _ABSENT) for truth, found in pairs]
    accepted = [_accepted(found, name) for _, found in pairs]
    return FieldScore(
        type_,
        name,
        n=sum(on_paper),
        right=sum(r and p for r, p in zip(right, on_paper, strict=True)),
        accepted=sum(accepted),
        accepted_wrong=sum(a and not r for a, r in zip(accepted, right, strict=True)),
    )


_ABSENT = object()


def _reads(found: Document | None) -> Mapping[str, object]:
    return {name: value_json(field.value) for name, field in found.fields.items()} if found else {}


def _accepted(found: Document | None, name: str) -> bool:
    field = found.fields.get(name) if found else None
    return bool(found and field and field.value is not None and found.accepted(name))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
