"""Pages with known faults, as files make them: what quality labels are trained on, and by other seeds measured with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from intake.doctypes.registry import registry
from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line, plain_line
from intake.drawing.facts import facts_of
from intake.pages.decode import decode
from intake.pages.signs.scene import FEW
from samples.degrade import Degraded, Variant, degrade, turned
from samples.faults import Fault, Shot, jpeg, spoil
from samples.scenes import scene

COPY, SCENE = "photocopy", "not_a_document"
COARSE, FINE = (62, 95), (89, 97)  # qualities of JPEG: of telephones, scanners and messengers; of editors
RESAVED = 0.35  # share of good pictures that were a JPEG twice, as messengers make them
UNREAD = 0.6  # strength of blur and dark from which on nothing is read
WEDGE = 0.35  # share of a line that must be in the picture to be read
SHADED = 20.0  # spread of grey of a view; a sheet with its mark alone has less
FEWEST = 3  # lines of a page that a fault can be seen on
SCENES = 4  # scenes to each seed


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A decoded page, what a perfect reader reads on it, what it is, how it was made, and the label it deserves."""

    page: PageImage
    lines: tuple[Line, ...]
    doctype: str
    variant: Variant
    label: str | None

    @property
    def is_good(self) -> bool:
        """Say whether nobody needs to look at the page for its picture."""
        return self.label in {None, COPY}


def examples(seeds: Sequence[int], strengths: Sequence[float]) -> Iterator[Example]:
    """Yield for each seed and type one page in every variant, and, with strengths, one with each fault, and scenes."""
    for seed in seeds:
        for name, doctype in sorted(registry().items()):
            if doctype.draw is not None:
                pages = doctype.draw(facts_of(seed), seed).pages
                yield from _of(pages[seed % len(pages)], name, Random(f"faulty {name} {seed}"), strengths)
        for number in range(seed * SCENES, (seed + 1) * SCENES) if strengths else ():
            page = _decoded(scene(number), Random(number), COARSE)
            yield Example(page, (), "scene", Variant.PHOTO, SCENE)


def _of(drawn: DrawnPage, name: str, rng: Random, strengths: Sequence[float]) -> Iterator[Example]:
    label = SCENE if _is_scene(drawn) else None
    for variant in Variant:
        shot = _shot(drawn, variant, rng)
        page = _decoded(_resaved(shot.pixels, rng), rng, COARSE)
        yield Example(
            page, _read(drawn, shot), name, variant, label or (COPY if variant is Variant.PHOTOCOPY else None)
        )
    if len(drawn.lines) < FEWEST or not strengths:
        return
    for fault, variant in zip(Fault, _variants(rng), strict=False):
        strength = rng.choice(strengths)
        shot = spoil(_shot(drawn, variant, rng), fault, rng.randrange(1 << 30), strength=strength)
        is_unread = fault in {Fault.BLUR, Fault.DARK} and strength > UNREAD
        page = _decoded(shot.pixels, rng, FINE if fault is Fault.EDITED else COARSE)
        yield Example(page, () if is_unread else _read(drawn, shot), name, variant, fault)


def _is_scene(drawn: DrawnPage) -> bool:
    """Say whether a drawing is a view with nothing but its mark on it."""
    return sum(len(line.text) for line in drawn.lines) < FEW and float(drawn.pixels.std()) > SHADED


def _variants(rng: Random) -> Iterator[Variant]:
    """Yield for each fault what it happens to: glare and dark only to photographs, the others to scans as well."""
    for fault in Fault:
        usual = rng.choice((Variant.CLEAN, Variant.PHOTO, Variant.PHOTO, Variant.BORN_DIGITAL))
        yield Variant.PHOTO if fault in {Fault.GLARE, Fault.DARK} else usual


def _shot(drawn: DrawnPage, variant: Variant, rng: Random) -> Shot:
    picture = degrade(drawn.pixels, variant, rng.randrange(1 << 30))
    degrees = rng.choice((0, 0, 90, 180, 270)) if variant is Variant.PHOTO else 0
    height, width = drawn.pixels.shape[:2]
    return Shot(turned(picture, degrees), (width, height))


def _resaved(pixels: Pixels, rng: Random) -> Pixels:
    """Send a picture through a JPEG first, now and then."""
    if rng.random() >= RESAVED:
        return pixels
    (page,) = decode(jpeg(pixels, rng.randint(*COARSE)))
    return page.pixels


def _decoded(pixels: Pixels, rng: Random, qualities: tuple[int, int]) -> PageImage:
    (page,) = decode(jpeg(pixels, rng.randint(*qualities)))
    return page


def _read(drawn: DrawnPage, shot: Shot) -> tuple[Line, ...]:
    """Return the lines as far as they are in the picture."""
    height, width = shot.pixels.shape[:2]
    seen = (_seen(line, shot.picture, (width, height)) for line in drawn.lines)
    return tuple(line for line in seen if line is not None)


def _seen(line: DrawnLine, picture: Degraded, size: tuple[int, int]) -> Line | None:
    quad = picture.quad(line.box)
    box = quad.bounds
    left, top, right, bottom = max(box.left, 0), max(box.top, 0), min(box.right, size[0]), min(box.bottom, size[1])
    if left >= right or top >= bottom:
        return None
    if (left, top, right, bottom) == (box.left, box.top, box.right, box.bottom):
        return plain_line(line.text, quad)
    share = (right - left) * (bottom - top) / (box.width * box.height)
    text = line.text[: max(round(len(line.text) * share), 1)]
    return plain_line(text, Quad.of_rect(Rect(left, top, right, bottom))) if share > WEDGE else None
