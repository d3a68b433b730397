"""Pictures of cards on tables, with the truth about where they lie: any number, direction and ground."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad
from intake.domain.page import Pixels

SIZE = (1500, 1125)
RADIUS = 3.18 / 85.6  # of a card's corners, in its width (ISO 7810)
Chance = np.random.Generator
Ground = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A picture, and where the cards on it lie."""

    pixels: Pixels
    cards: tuple[Quad, ...]


def scene(cards: Sequence[Pixels], ground: str, seed: int) -> Scene:
    """Lay cards on a table and photograph them; the same seed gives the same picture."""
    chance = np.random.default_rng(seed)
    picture = GROUNDS[ground](cards[0], chance)
    columns = math.ceil(math.sqrt(len(cards)))
    room = np.array([SIZE[0] / columns, SIZE[1] / math.ceil(len(cards) / columns)])
    places = []
    for i, card in enumerate(cards):
        places.append(_place(room, np.array([i % columns, i // columns]), chance))
        picture = _laid(picture, card, places[-1])
    lit = picture * _light(chance)[..., None]
    noisy = cv2.GaussianBlur(lit, (0, 0), 1.2) + chance.normal(0, 3.5, (SIZE[1], SIZE[0], 1))
    return Scene(np.clip(np.rint(noisy), 0, 255).astype(np.uint8), tuple(Quad.of(p.tolist()) for p in places))


def _plain(colour: Sequence[float], spread: float) -> Callable[[Pixels, Chance], Ground]:
    def ground(_card: Pixels, chance: Chance) -> Ground:
        return np.asarray(_full(colour) + chance.normal(0, spread, (SIZE[1], SIZE[0], 1)), np.float32)

    return ground


def _wood(_card: Pixels, chance: Chance) -> Ground:
    grain = cv2.resize(chance.normal(0, 11, (SIZE[1] // 6, SIZE[0] // 90)).astype(np.float32), SIZE)
    return np.asarray(_full((118, 84, 58)) + grain[..., None], np.float32)


def _similar(card: Pixels, chance: Chance) -> Ground:
    """Return a ground of nearly the colour of the card."""
    return _full(np.median(card.reshape(-1, 3), axis=0) + chance.uniform(-14, 14))


def _check(_card: Pixels, _chance: Chance) -> Ground:
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]] // 70
    return np.where(((x + y) % 2)[..., None], _full((200, 190, 180)), _full((120, 60, 50))).astype(np.float32)


GROUNDS: Mapping[str, Callable[[Pixels, Chance], Ground]] = {
    "wood": _wood,
    "cloth": _plain((60, 90, 140), 8),
    "dark": _plain((30, 30, 30), 3),
    "light": _plain((235, 235, 235), 2),
    "similar": _similar,
    "check": _check,
}


def _full(colour: Sequence[float] | NDArray[np.float64]) -> Ground:
    return np.full((SIZE[1], SIZE[0], 3), colour, np.float32)


def _place(room: NDArray[np.float64], at: NDArray[np.int_], chance: Chance) -> NDArray[np.float64]:
    """Return four corners (4, 2) inside a part of the table, in any of the four directions, seen from aside."""
    angle = math.radians(chance.choice((0, 90, 180, 270)) + chance.uniform(-12, 12))
    across = room if abs(math.cos(angle)) > 0.7 else room[::-1]
    half = np.array([85.6, 54]) * min(across[0] / 85.6, across[1] / 54) * chance.uniform(0.6, 0.8) / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners *= 1 + np.array([[1], [-1], [1], [-1]]) * chance.uniform(-0.05, 0.05, 2)
    turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    return np.asarray(corners @ turn + (at + 0.5) * room)


def _laid(picture: Ground, card: Pixels, corners: NDArray[np.float64]) -> Ground:
    """Lay a card with its shadow on the picture."""
    height, width = card.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    r = round(RADIUS * width)
    cv2.rectangle(mask, (r, r), (width - r, height - r), 255, -1)
    mask = cv2.dilate(mask, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * r + 1, 2 * r + 1)))
    here = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - 0.5
    move = cv2.getPerspectiveTransform(here, (corners - 0.5).astype(np.float32))
    share, laid = (
        cv2.warpPerspective(each, move, SIZE, flags=cv2.INTER_AREA).astype(np.float32) for each in (mask, card)
    )
    share /= 255
    shade = np.roll(cv2.GaussianBlur(share, (0, 0), 8), (5, 4), axis=(0, 1))
    around = picture * (1 - 0.35 * shade * (1 - share))[..., None]
    return np.asarray(around * (1 - share[..., None]) + laid * share[..., None], np.float32)


def _light(chance: Chance) -> Ground:
    """Return light that falls from one side, with the soft shadow of a hand."""
    y, x = np.mgrid[0 : SIZE[1], 0 : SIZE[0]].astype(np.float32) / max(SIZE) - 0.5
    angle = chance.uniform(0, 2 * math.pi)
    along, edge = x * math.cos(angle) + y * math.sin(angle), x * math.sin(angle) - y * math.cos(angle)
    shadow = 1 - 0.28 / (1 + np.exp(-(edge - chance.uniform(-0.2, 0.2)) / 0.02))
    return np.asarray((1 - 0.35 * (along + 0.5)) * shadow, np.float32)
