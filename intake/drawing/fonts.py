"""The typefaces of Chinese papers, from Debian's font packages (`make samples` installs them)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from functools import lru_cache

from PIL import ImageFont

_NOTO = "/usr/share/fonts/opentype/noto/"
_TRUETYPE = "/usr/share/fonts/truetype/"


class Face(Enum):
    """A typeface: file and index within the collection. The comment names the real papers' typeface it stands for."""

    SONG = (_NOTO + "NotoSerifCJK-Regular.ttc", 2)  # 宋体
    SONG_BOLD = (_NOTO + "NotoSerifCJK-Bold.ttc", 2)  # 小标宋
    MING = (_TRUETYPE + "arphic/uming.ttc", 0)  # 仿宋: thin strokes, as an old laser printer sets it
    KAI = (_TRUETYPE + "arphic/ukai.ttc", 0)  # 楷体, and the nearest to handwriting there is
    HEI = (_NOTO + "NotoSansCJK-Regular.ttc", 2)  # 黑体
    HEI_BOLD = (_NOTO + "NotoSansCJK-Bold.ttc", 2)
    ZEN = (_TRUETYPE + "wqy/wqy-zenhei.ttc", 0)  # 微软雅黑
    MONO = (_NOTO + "NotoSansCJK-Bold.ttc", 7)  # the even figures of cards (OCR-B, Farrington)


File = tuple[str, int]
"""Path of a font file, and index of the typeface within the collection."""

_worn: ContextVar[Mapping[Face, File]] = ContextVar("_worn")


@contextmanager
def wearing(files: Mapping[Face, File]) -> Iterator[None]:
    """Draw with other files for some faces: an evaluation uses typefaces that no training has seen."""
    token = _worn.set(files)
    try:
        yield
    finally:
        _worn.reset(token)


def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """Load a typeface; basic layout, so that the same text has the same pixels with and without Raqm."""
    path, index = _worn.get({}).get(face, face.value)
    return _loaded(path, index, size)


@lru_cache(maxsize=256)
def _loaded(path: str, index: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index=index, layout_engine=ImageFont.Layout.BASIC)
