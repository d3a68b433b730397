"""Characters read wrongly, by how the page came to us: ours through the whole pipeline, RapidOCR on the same pixels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.cer import Errors, errors
from benchmarks.peer import Peer
from benchmarks.truth import Sample, TruePage
from intake.domain.errors import UnreadableSource
from intake.domain.reading import FileReading
from intake.pages.decode import decode
from intake.pipeline import ReadFile
from intake.validate.sureness import LIMIT, all_within

ALL = "all"


@dataclass(frozen=True, slots=True)
class ReadSample:
    """A sample, what we made of it, and the lines of RapidOCR by page (none where it was not asked)."""

    sample: Sample
    reading: FileReading
    peer: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Errors of one variant of pages."""

    variant: str
    pages: int
    ours: Errors
    peer: Errors


def read_samples(samples: Iterable[Sample], read: ReadFile, peer: Peer | None = None) -> Iterator[ReadSample]:
    """Read each sample by us, asking as most courts do, and, on the same decoded pages, by the peer."""
    for sample in samples:
        reading = all_within(read(sample.name, sample.data), LIMIT)
        yield ReadSample(sample, reading, _peer_lines(sample, peer) if peer else ())


def accuracy(read: Sequence[ReadSample]) -> tuple[Accuracy, ...]:
    """Sum up the errors by variant, and of all."""
    rows = [row for each in read for row in _pages(each)]
    variants = sorted({row.variant for row in rows})
    by_variant = [_sum(variant, [row for row in rows if row.variant == variant]) for variant in variants]
    return (*by_variant, _sum(ALL, rows))


def _pages(read: ReadSample) -> Iterator[Accuracy]:
    ours = {page.text.number: [line.text for line in page.text.lines] for page in read.reading.pages}
    peers = dict(enumerate(read.peer, start=1))
    for page in read.sample.pages:
        yield Accuracy(
            page.variant, 1, _errors(page, ours.get(page.number, ())), _errors(page, peers.get(page.number, ()))
        )


def _errors(page: TruePage, lines: Iterable[str]) -> Errors:
    return errors(page.lines, lines, page.seal_text)


def _sum(variant: str, rows: Sequence[Accuracy]) -> Accuracy:
    return Accuracy(variant, len(rows), sum((r.ours for r in rows), Errors()), sum((r.peer for r in rows), Errors()))


def _peer_lines(sample: Sample, peer: Peer) -> tuple[tuple[str, ...], ...]:
    try:
        return tuple(peer(page.pixels) for page in decode(sample.data))
    except UnreadableSource:
        return ()
