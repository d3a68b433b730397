"""The typefaces kept back for evaluation, and which of their characters exist."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from PIL import ImageFont

from intake.drawing.fonts import Face, File, wearing

_TRUETYPE = "/usr/share/fonts/truetype/"
SUNGTI: File = (_TRUETYPE + "arphic-gbsn00lp/gbsn00lp.ttf", 0)
KAITI: File = (_TRUETYPE + "arphic-gkai00mp/gkai00mp.ttf", 0)
MICRO: File = (_TRUETYPE + "wqy/wqy-microhei.ttc", 0)
MICRO_MONO: File = (_TRUETYPE + "wqy/wqy-microhei.ttc", 1)

HELD_OUT = {
    Face.SONG: SUNGTI,
    Face.SONG_BOLD: SUNGTI,
    Face.MING: SUNGTI,
    Face.KAI: KAITI,
    Face.HEI: MICRO,
    Face.HEI_BOLD: MICRO,
    Face.ZEN: MICRO,
    Face.MONO: MICRO_MONO,
}
"""SUNGTI and KAITI know GB 2312 only: no 〇 ¥ • ☑ ㎡ and no traditional characters; HEI, ZEN and MONO have them."""


def held_out() -> AbstractContextManager[None]:
    """Draw with the typefaces of the evaluation; a Style's `stroke` makes the bold that they lack."""
    return wearing(HELD_OUT)


@cache
def has(file: File, char: str) -> bool:
    """Say whether a font file has a picture of its own for a character."""
    face = _loaded(file)
    return char.isspace() or bytes(face.getmask(char)) != bytes(face.getmask("\U000f0000"))


@cache
def _loaded(file: File) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file[0], 40, index=file[1], layout_engine=ImageFont.Layout.BASIC)
