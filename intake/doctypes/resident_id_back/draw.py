"""Draws the back of a resident identity card: an ornament, the two titles, who issued it and how long it is valid."""

from __future__ import annotations

from datetime import date
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import CARD, Canvas, Run, Style
from intake.drawing.card import gears, guilloche, round_corners
from intake.drawing.fonts import Face

_LABEL = (36, 40, 46)
_FOREVER = "长期"


def draw(facts: Facts, seed: int) -> Drawing:
    rng = Random(f"resident_id_back {seed}")
    holder = facts.applicant
    card = Canvas.blank(CARD, (234, 240, 240))
    guilloche(card.image, rng, ((214, 186, 190), (178, 206, 220), (196, 220, 206)))
    gears(card.image, (142, 146), 92, (204, 52, 50))
    title = rng.choice((Face.SONG_BOLD, Face.HEI_BOLD))
    card.text(268, 132, "中华人民共和国", Style(title, 58, (30, 30, 34), spacing=rng.choice((26, 32))))
    card.text(268, 244, "居民身份证", Style(title, 82, (30, 30, 34), spacing=rng.choice((38, 46))))
    label = Style(rng.choice((Face.HEI_BOLD, Face.SONG_BOLD)), 32, _LABEL)
    value = Style(rng.choice((Face.HEI, Face.ZEN, Face.SONG)), 34, (28, 28, 32))
    period = f"{_dotted(holder.id_valid_from)}-{_dotted(holder.id_valid_to) if holder.id_valid_to else _FOREVER}"
    left = rng.choice((236, 260))
    card.runs(492, (Run("签发机关", label, left), Run(holder.id_authority, value, left + 164)))
    card.runs(568, (Run("有效期限", label, left), Run(period, value, left + 164)))
    card.mark(916, 624, 22, (96, 120, 136))
    round_corners(card.image)
    return Drawing(
        (card.page(),),
        {
            "authority": holder.id_authority,
            "valid_from": holder.id_valid_from.isoformat(),
            "valid_to": holder.id_valid_to.isoformat() if holder.id_valid_to else _FOREVER,
        },
    )


def _dotted(day: date) -> str:
    return f"{day:%Y.%m.%d}"
