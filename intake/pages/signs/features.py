"""All features of a page by name."""

from __future__ import annotations

from collections.abc import Mapping

from intake.pages.signs.grid import grid
from intake.pages.signs.light import light
from intake.pages.signs.outline import outline
from intake.pages.signs.scene import scene
from intake.pages.signs.sharp import sharp
from intake.pages.signs.tone import tone
from intake.pages.signs.traces import traces
from intake.pages.signs.view import View


def features(view: View) -> Mapping[str, float]:
    """Measure a page; the names are those of weights.toml."""
    return {
        **light(view),
        **tone(view),
        **outline(view),
        **sharp(view),
        **grid(view),
        **scene(view),
        **traces(view),
    }
