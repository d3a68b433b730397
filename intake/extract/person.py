"""Reads the names of people: where a character is in doubt, as the one that names are made of."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.domain.names import simplified
from intake.domain.person import likelihood
from intake.extract.finders import Parse, Reading
from intake.extract.parse import doubting
from intake.extract.running import Glyph, Running
from intake.extract.sure import SURE

POINTS = "·•"  # in names of other languages, which are made of other characters
LONGEST = 4  # characters of a Chinese name
ORGANISATION = "公司|集团|厂|店|行|中心|社|所|协会|学会|学校|大学|中学|小学|医院|委员会|村委会|院|部|室|局|政府|站|队"
"""How the names of those end who are no persons."""
FEEBLE = 0.01  # of what a reader believes: less is no support
_NO_PERSON = re.compile(rf"(?:{ORGANISATION})\)?$|[A-Za-z(]")


def pointed(parse: Parse) -> Parse:
    """Doubt the names that `parse` reads which are too long for Chinese ones and have no point: readers lose it.

    Under a seal 艾尔肯·吐尔逊 was read as 艾尔肯吐尔逊, each character surely. Names are compared without their points:
    nothing else would tell.
    """
    return doubting(parse, _lacks_point)


def _lacks_point(reading: Reading) -> bool:
    name = str(reading.value)
    return len(name) > LONGEST and not any(point in name for point in POINTS) and not _NO_PERSON.search(name)


def likelier(parse: Parse) -> Parse:
    """Mend doubtful characters of the names that `parse` reads; a mended name has no margin, so that a person is asked.

    A character in doubt is the one with the greatest product of what the reader believes of it (of both its forms in a
    simplified paper) and of how common it is in names. A sure one stays, however rare.
    """

    def read(span: Running) -> tuple[Reading, ...]:
        return tuple(_mended(reading) for reading in parse(span))

    return read


def _mended(reading: Reading) -> Reading:
    span, name = reading.span, str(reading.value)
    if len(name) > LONGEST or len(name) != len(span.text) or _NO_PERSON.search(name):
        return reading
    if any(point in name for point in POINTS):
        return reading
    glyphs = (span.glyphs[at] for at in span.at)
    likely = "".join(_char(char, glyph, i == 0) for i, (char, glyph) in enumerate(zip(name, glyphs, strict=True)))
    return reading if likely == name else replace(reading, value=likely, repaired=True)


def _char(char: str, glyph: Glyph, is_first: bool) -> str:  # noqa: FBT001 the place in a name, by itself unclear
    step, lattice = glyph.char.step, glyph.lattice
    if lattice is None or step is None or glyph.char.confidence >= SURE:
        return char
    beliefs: dict[str, float] = {}
    for at, belief in zip(lattice.classes[step].tolist(), lattice.probabilities[step].tolist(), strict=True):
        other = simplified(lattice.alphabet[at])
        if other and belief >= FEEBLE:
            beliefs[other] = beliefs.get(other, 0.0) + belief
    own = simplified(char)
    score = {other: belief * likelihood(other, is_first=is_first) for other, belief in beliefs.items()}
    if not score:  # too feeble to be anything
        return char
    best = max(score, key=score.__getitem__)
    return best if "\u4e00" <= best <= "\u9fff" and score[best] >= score.get(own, 0.0) else char
