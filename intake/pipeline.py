"""Reads one file from its bytes to documents with fields: the only place that knows the order of the stages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from intake.again import looked_again
from intake.classifier.classify import Classify, by_cues
from intake.classifier.part import Part
from intake.classifier.split import documents
from intake.domain.doctype import DocType
from intake.domain.document import Document
from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Quad, Rect
from intake.domain.laid import laid
from intake.domain.page import PageImage, Pixels
from intake.domain.reading import FileReading, PageReading
from intake.domain.text import Line, PageText, Seal
from intake.extract.fields import extract
from intake.ocr.cascade import CONTESTED
from intake.pages.decode import decode
from intake.pages.layer import agrees, sample
from intake.pages.legend import unrolled, views
from intake.pages.limits import LIMITS, Limits
from intake.pages.quality import quality_of
from intake.pages.seals import SealRegion, find_seals, without_seals
from intake.pages.surface import Surface, laid_flat
from intake.pages.upright import Turn, turn_of, turned
from intake.ports import OcrEngine, Worth, every_line
from intake.relit import in_red
from intake.spread import Spread, read_inked, read_spread

READING = (
    10  # counted up with every change beside the engine that can change what is read of a page: flattening, turning
)
MARGIN = 4.0  # pixels by which print may stand out of the box that its font claims

See = Callable[[Pixels], NDArray[np.float32]]
"""Say what an upright page is by its look: see PageText.looks."""

KeepPage = Callable[[PageImage, PageReading], None]
"""Receives every upright page once as soon as it is read, with what stands on it; nobody else keeps the picture."""

NOTHING_KNOWN: Mapping[int, PageReading] = {}
NO_TURNS: Mapping[int, int] = {}


def drop_page(_page: PageImage, _reading: PageReading) -> None:
    """Keep no picture."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Read the bytes of one file. What is wrong with the file is in the answer, never an exception.

    `clock` returns seconds from any fixed point and is used for durations only. `worth` says which lines deserve a
    second look: all of them where the text is wanted, those that carry fields where only the values are.
    """

    engine: OcrEngine
    types: Mapping[str, DocType]
    clock: Callable[[], float]
    limits: Limits = LIMITS
    worth: Worth = every_line
    classify: Classify = by_cues
    see: See | None = None

    @property
    def version(self) -> str:
        """Change with anything that can change what is read of a page."""
        return f"{self.engine.name}-{self.engine.version}-{READING}"

    @property
    def alphabet(self) -> Sequence[str]:
        """Return the characters that the lattices of what is read point into."""
        return self.engine.alphabet

    def __call__(
        self,
        name: str,
        data: bytes,
        keep: KeepPage = drop_page,
        known: Mapping[int, PageReading] = NOTHING_KNOWN,
        turns: Mapping[int, int] = NO_TURNS,
    ) -> FileReading:
        """Read a file. `known` are pages that were read before and are not read again; `keep` does not get them.

        `turns` says of pages how they lie, where a person knows better: degrees clockwise that make them upright.
        """
        watch = Stopwatch(self.clock)
        sha256 = hashlib.sha256(data).hexdigest()
        started = self.clock()
        try:
            pages = tuple(self._pages((data, turns), keep, watch, known))
        except UnreadableSource as error:
            return FileReading(name, sha256, error=error, ms=watch.ms(self.clock() - started))
        with watch("classify"):
            parts = documents([page.text for page in pages], self.types, self.classify)
        with watch("extract"):
            found = tuple(document_of(part, self.types) for part in parts)
        return FileReading(name, sha256, pages, found, ms=watch.ms(self.clock() - started))

    def as_type(self, pages: Sequence[PageReading], name: str | None, region: Quad | None = None) -> Document:
        """Return pages, or the `region` of them, as one document of type `name`; None: of what they look like most."""
        texts = [_part_of(page.text, region) for page in pages]
        guess = None if name else max(documents(texts, self.types, self.classify), key=lambda part: part.confidence)
        taken = guess.type if guess else name
        doctype = self.types.get(taken or "")
        klass = doctype.klass if doctype else (guess.klass if guess else None)
        part = Part(klass, taken, guess.confidence if guess else 1.0, tuple(texts), region)
        return document_of(part, self.types)

    def _pages(
        self,
        source: tuple[bytes, Mapping[int, int]],
        keep: KeepPage,
        watch: Stopwatch,
        known: Mapping[int, PageReading],
    ) -> Iterator[PageReading]:
        data, turns = source
        decoded = decode(data, self.limits)
        while True:
            with watch("decode"):
                page = next(decoded, None)
            if page is None:
                return
            if page.number in known:
                yield known[page.number]
                continue
            with watch("ocr"):
                upright, reading = read_page(self.engine, page, self.worth, turns.get(page.number))
            with watch("classify"):
                reading = self._seen(upright, reading)
            keep(upright, reading)
            yield reading

    def _seen(self, upright: PageImage, reading: PageReading) -> PageReading:
        """Add what the look of the page says, while its picture is there."""
        if self.see is None:
            return reading
        return replace(reading, text=replace(reading.text, looks=self.see(upright.pixels)))


def document_of(part: Part, types: Mapping[str, DocType]) -> Document:
    """Read the fields of a document whose pages and type are known; what a court bears `sureness.within` says."""
    document = Document(
        klass=part.klass,
        type=part.type,
        confidence=part.confidence,
        pages=tuple(text.number for text in part.pages),
        region=part.region,
        findings=part.findings,
        candidates=part.candidates,
        pair=part.pair,
        reasons=part.reasons,
    )
    if part.type is None:
        return document
    pages = {page.number: laid(page) for page in part.pages}
    fields, findings = extract(types[part.type], [page.text for page in pages.values()])
    placed = {name: replace(f, box=pages[f.page].to_page.quad(f.box)) for name, f in fields.items()}
    return replace(document, fields=placed, findings=(*part.findings, *findings))


def _part_of(page: PageText, region: Quad | None) -> PageText:
    """Return what of a page stands in a region."""
    if region is None:
        return page
    lines = tuple(line for line in page.lines if region.holds(line.box.bounds.centre))
    cards = tuple(card for card in page.cards if region.holds(card.bounds.centre))
    return replace(page, lines=lines, cards=cards, looks=None)


def read_page(
    engine: OcrEngine, page: PageImage, worth: Worth = every_line, given: int | None = None
) -> tuple[PageImage, PageReading]:
    """Read one page and turn it upright; returns the upright picture and what stands on it, in its pixels.

    A photographed sheet is laid flat first, and the flat picture is the page. `worth` says which lines deserve a second
    look of the engine. `given` are the degrees clockwise that a person says make it upright.
    """
    if given is not None:
        page, _ = turned(page, Turn(given, 0.0))
    surface = Surface(page) if page.layer and not page.layer_is_suspect else laid_flat(page)
    regions = find_seals(surface.page.pixels)
    unsealed = _without(surface.page, regions)
    layered = from_layer(engine, unsealed)
    flats = () if layered else surface.flats(unsealed.pixels, [region.box for region in regions])
    spread = Spread(rest=layered) if layered else read_spread(engine, unsealed, flats, worth)
    again = partial(looked_again, engine, surface.page, unsealed, regions)
    spread = spread if layered else _relit(engine, surface, regions, spread.each(again))
    turn = turn_of(spread.lines) if given is None else _level(turn_of(spread.lines))
    upright, affine = turned(surface.page, turn)
    seals = tuple(_seal(engine, upright, region.moved(affine)) for region in regions)
    placed = spread.moved(affine)
    quality = quality_of(page, surface.as_it_came(spread.lines))
    text = PageText(
        number=page.number,
        width=upright.width,
        height=upright.height,
        lines=placed.lines,
        seals=seals,
        cards=placed.outlines,
        is_blank=quality.is_blank,
    )
    return upright, PageReading(text, turn.rotation if given is None else given, quality)


def _relit(engine: OcrEngine, surface: Surface, seals: Sequence[SealRegion], spread: Spread) -> Spread:
    """Look at every card in red light that does not show its number otherwise; a picture of one card is a card."""
    look = partial(in_red, engine, surface.page, seals)
    return replace(spread, rest=look(surface.whole, spread.rest)) if surface.is_card else spread.with_cards(look)


def _level(turn: Turn) -> Turn:
    """Return only what is left to straighten of a page that a person turned."""
    return Turn(0, turn.skew if turn.rotation == 0 else 0.0)


def from_layer(engine: OcrEngine, page: PageImage) -> tuple[Line, ...]:
    """Return the lines of a PDF's text layer and of the pictures between them, or () where the layer cannot be trusted.

    Trusted is a layer that is not under a picture of the page, and whose sampled lines read the same as they look.
    """
    if not page.layer or page.layer_is_suspect:
        return ()
    asked = sample(page.layer)
    if not agrees(asked, engine.read_boxes(page, [line.box for line in asked])):
        return ()
    rest = replace(page, pixels=_blanked(page, [line.box.bounds.grown(MARGIN) for line in page.layer]), layer=())
    return page.layer + read_inked(engine, rest, every_line)


def _seal(engine: OcrEngine, page: PageImage, region: SealRegion) -> Seal:
    """Read the text along the ring of a seal on an upright page, and what can be believed once more.

    Where both readings differ nobody believes it.
    """
    strip = PageImage(page.number, unrolled(page.pixels, region))
    view, another = views(strip.pixels)
    (line,) = engine.read_boxes(strip, [view])
    if line is None:
        return Seal("", 0.0, region.box)
    if line.confidence <= CONTESTED:
        return Seal(line.text, line.confidence, region.box)
    (other,) = engine.read_boxes(strip, [another])
    is_agreed = other is not None and other.text == line.text
    sure = min(line.confidence, other.confidence) if other and is_agreed else CONTESTED
    return Seal(line.text, sure, region.box)


def _without(page: PageImage, regions: Sequence[SealRegion]) -> PageImage:
    return replace(page, pixels=without_seals(page.pixels, regions), is_unsealed=True) if regions else page


def _blanked(page: PageImage, boxes: Sequence[Rect]) -> Pixels:
    pixels = page.pixels.copy()
    for box in boxes:
        pixels[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.left), 0) : int(box.right) + 1] = 255
    return pixels


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Adds up the time of each stage; `with watch("ocr"): ...` may come many times."""

    clock: Callable[[], float]
    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = self.clock()
        try:
            yield
        finally:
            self.spent[stage] = self.spent.get(stage, 0.0) + self.clock() - started

    def ms(self, total: float) -> Mapping[str, int]:
        """Return whole milliseconds by stage, and `total` seconds as one more."""
        return {stage: round(s * 1000) for stage, s in self.spent.items()} | {"total": round(total * 1000)}
