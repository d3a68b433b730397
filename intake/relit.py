"""Reads a card again in red light where a long number is not sure: a seal hides it, or dark print hides the seal.

Red ink is as bright as paper there, and on a dark card as dark as the card, so that a number that a seal crosses is
one line again. Only numbers are taken from that view: words in red ink are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.again import SURE_FIGURE, without_sure_figures
from intake.domain.card import parse as parsed_card
from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.resident import parse as parsed_resident
from intake.domain.text import Line
from intake.pages.flatten import flat_card
from intake.pages.seals import SealRegion, in_red_light
from intake.pages.upright import moved
from intake.ports import OcrEngine

LIKELY = 0.5  # confidence of figures that a check digit is believed of
OVER = 0.5  # of the smaller of two boxes: lines that share so much are one
VARIED = 3  # figures that differ: the lines of a field for a signature are ones
_NUMBER = re.compile(r"\d(?:[ .\-]*\d){3,}X?")
_LONG = re.compile(r"\d[\d .\-]{8,}[\dX]")  # a date, or three groups of a number


def in_red(
    engine: OcrEngine, page: PageImage, seals: Sequence[SealRegion], outline: Quad, lines: Sequence[Line]
) -> tuple[Line, ...]:
    """Return the lines of a card with the numbers that red light shows.

    A card is left as it is where all its long numbers and dates are sure, and there is one.
    """
    long = [line for line in lines if _LONG.search(line.text)]
    if long and all(_is_sure(line, seals) for line in long):
        return tuple(lines)
    flat = flat_card(page.pixels, outline)
    seen = engine.read(replace(page, pixels=in_red_light(flat.pixels), layer=(), is_unsealed=bool(seals)))
    here = moved(lines, flat.to_page.inverse)
    there = dict(zip(map(id, here), lines, strict=True))
    return tuple(there.get(id(line)) or line.moved(flat.to_page) for line in joined(here, seen))


def joined(lines: Sequence[Line], seen: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines of a flat card with the numbers of another view in place of what they lie over, if they say more.

    No figure is believed that the other view alone shows whole, unless a check digit speaks for it.
    """
    result, at = list(lines), 0
    for other in seen:
        over = [line for line in result if _share(line, other) > OVER]
        if _says_more(other, over):
            at = result.index(over[0]) if over else at
            result = [line for line in result if line not in over]
            result.insert(at, without_sure_figures(other))
        if found := [i for i, line in enumerate(result) if _share(line, other) > OVER]:
            at = found[-1] + 1
    return tuple(result)


def _is_sure(line: Line, seals: Sequence[SealRegion]) -> bool:
    """Say whether a long number is read whole: by its check digit, or where no seal lies over it by its figures."""
    found = _LONG.search(line.text)
    if found is None:
        return False
    least = min(char.confidence for char in line.chars[slice(*found.span())] if char.text.isdigit())
    if _passes(found[0]):
        return least >= LIKELY
    return least >= SURE_FIGURE and not any(seal.reaches(line.box.bounds) for seal in seals)


def _says_more(other: Line, over: Sequence[Line]) -> bool:
    """Say whether a line is a number of which what lies there is a part, or one that passes where that does not.

    Of as many figures the first view counts: red light is no second try for a check digit. A part that is surely read
    gives way to a whole only where a check digit speaks for that.
    """
    if not _NUMBER.fullmatch(other.text) or len(set(_figures(other.text))) < VARIED:
        return False
    if any(_is_text(line) for line in over):
        return False
    text = "".join(line.text for line in over)
    figures, before = len(_figures(other.text)), len(_figures(text))
    if _passes(text) or (figures == before and _NUMBER.fullmatch(text)):
        return False
    return _passes(other.text) or (figures > before and not any(map(_is_firm, over)))


def _is_firm(line: Line) -> bool:
    """Say whether a line is a number and nothing else, all of it surely read."""
    figures = (char.confidence for char in line.chars if char.text.isdigit())
    return _NUMBER.fullmatch(line.text) is not None and min(figures) >= SURE_FIGURE


def _is_text(line: Line) -> bool:
    """Say whether a line says something else than a number, and is not what is left of a seal's letters."""
    return line.confidence >= LIKELY and any(char.isalpha() and char != "X" for char in line.text)


def _passes(text: str) -> bool:
    """Say whether a text is a number with a check digit that fits: a resident's or a bank card's."""
    if not _NUMBER.fullmatch(text):
        return False
    resident, card = parsed_resident(_figures(text)), parsed_card(_figures(text))
    if resident and not resident.is_legacy and resident.checks:
        return True
    return card is not None and card.checks and card.starts_like_one


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit() or char == "X")


def _share(line: Line, other: Line) -> float:
    a, b = line.box.bounds, other.box.bounds
    return a.overlap(b) / max(min(a.area, b.area), 1.0)
