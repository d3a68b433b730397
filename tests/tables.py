"""Draws table tops with cards and sheets on them, without fonts: for tests of what is found by its shape."""

from __future__ import annotations

import cv2
import numpy as np

from intake.domain.geometry import Quad
from intake.domain.page import Pixels

CARD = (1012, 638)
SHEET = (827, 1169)
WOOD, CLOTH, PALE, BLACK = (96, 70, 48), (40, 70, 120), (205, 205, 200), (22, 22, 22)


def table(width: int = 1500, height: int = 1125, colour: tuple[int, int, int] = WOOD, seed: int = 1) -> Pixels:
    """Return an empty table top with long soft grain."""
    chance = np.random.default_rng(seed)
    grain = cv2.resize(chance.normal(0, 5, (height // 6, width // 90)).astype(np.float32), (width, height))
    noisy = np.array(colour, np.float32) + grain[..., None] + chance.normal(0, 2, (height, width, 1))
    return np.clip(noisy, 0, 255).astype(np.uint8)


def card(colour: tuple[int, int, int] = (214, 228, 236)) -> Pixels:
    """Return a card with bars where print would be."""
    picture = np.full((CARD[1], CARD[0], 3), colour, np.uint8)
    for row in range(4):
        cv2.rectangle(picture, (80, 90 + 110 * row), (560 - 60 * row, 125 + 110 * row), (30, 30, 34), -1)
    cv2.rectangle(picture, (680, 90), (920, 390), (120, 90, 80), -1)
    return picture


def sheet() -> Pixels:
    """Return a sheet with lines of bars."""
    picture = np.full((SHEET[1], SHEET[0], 3), 244, np.uint8)
    for row in range(18):
        cv2.rectangle(picture, (90, 110 + 52 * row), (740 - 90 * (row % 3), 128 + 52 * row), (40, 40, 44), -1)
    return picture


def put(picture: Pixels, thing: Pixels, quad: Quad, *, radius: float = 0.0) -> Pixels:
    """Return the picture with a thing lying on it; corners are rounded by a share of its width."""
    height, width = thing.shape[:2]
    mask = np.full((height, width), 255, np.uint8)
    if radius:
        r = round(radius * width)
        mask[:] = 0
        cv2.rectangle(mask, (r, 0), (width - r, height), 255, -1)
        cv2.rectangle(mask, (0, r), (width, height - r), 255, -1)
        for x, y in ((r, r), (width - r, r), (r, height - r), (width - r, height - r)):
            cv2.circle(mask, (x, y), r, 255, -1)
    box = quad.bounds.grown(4)
    left, top = max(int(box.left), 0), max(int(box.top), 0)
    part = picture[top : int(box.bottom), left : int(box.right)]
    here = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32) - 0.5
    there = np.array(quad.points, np.float32) - 0.5 - np.array((left, top), np.float32)
    move = cv2.getPerspectiveTransform(here, there)
    size = (part.shape[1], part.shape[0])
    share = cv2.warpPerspective(mask, move, size, flags=cv2.INTER_AREA).astype(np.float32) / 255
    soft = cv2.GaussianBlur(share, (0, 0), 1.0)[..., None]
    laid = cv2.warpPerspective(thing, move, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
    mixed = part * (1 - soft) + cv2.GaussianBlur(laid, (0, 0), 0.8) * soft
    result = picture.copy()
    result[top : int(box.bottom), left : int(box.right)] = np.clip(np.rint(mixed), 0, 255)
    return result


def put_card(picture: Pixels, quad: Quad, colour: tuple[int, int, int] = (214, 228, 236)) -> Pixels:
    return put(picture, card(colour), quad, radius=3.18 / 85.6)


def leaning(left: float, top: float, width: float, *, degrees: float = 0.0, ratio: float = 54 / 85.6) -> Quad:
    """Return a quad of a width, seen a little from aside, turned clockwise about its middle."""
    height = width * ratio
    corners = np.array([[-1, -1], [1, -1], [1.04, 1], [-1.04, 1]]) * (width / 2, height / 2)
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return Quad.of((corners @ turn + (left + width / 2, top + height / 2)).tolist())


def apart(a: Quad, b: Quad) -> float:
    """Return the largest distance between corners, whichever corner is named first."""
    one = np.array(a.points)
    return min(float(np.abs(one - np.array(b.rolled(k).points)).max()) for k in range(4))
