"""Misreads the truth as PP-OCR would: lookalikes, lost and torn and joined lines, points dropped, junk from seals.

What characters are taken for, and how often characters are lost, was measured (see the head of confusions.toml).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from intake.domain.geometry import Quad, Rect
from intake.domain.slips import fold
from intake.domain.text import Char, Line

_WIDE = {"：": ":", "，": ",", "（": "(", "）": ")", "；": ";", "！": "!", "？": "?", "¥": "￥", "．": "."}
_POINTS = set("，。、；：．·,.;:“”‘’'\"—-…")
_JUNK = ("1", "一", "、", "·", "I", "L", "人", "口", "C", "-", "0", "二", "。", "★", "O", "J", "//", "三", "小")
_RARE = 4.0  # few characters are ever confused: those that are must carry the errors of all
_MOST = 12.0  # times the average character


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each misread comes, per character or per line, at strength 1.

    Chosen so that the share of wrong characters is what was measured for a degradation, up to twice that.
    """

    lookalike: float = 0.03
    any_other: float = 0.003
    lost: float = 0.004
    point: float = 0.10
    width: float = 0.12
    end: float = 0.10
    line: float = 0.06
    torn: float = 0.05
    joined: float = 0.06
    junk: float = 1.6


RATES = Rates()


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the truth where it stands."""

    text: str
    box: Quad


def misread(truth: Sequence[Said], strength: float, rng: Random, seal: Said | None = None) -> tuple[Line, ...]:
    """Return what would be read; never nothing where something stands. `strength` is 0 (nearly all right) to 1.

    `seal` is one that was not taken off the page: pieces of its text come as lines.
    """
    kept = [line for line in truth if rng.random() >= strength * RATES.line] or list(truth[:1])
    shaped = _joined(_torn(kept, strength, rng), strength, rng)
    read = [_line(line, _garbled(line.text, strength, rng), strength, rng) for line in shaped]
    found = [line for line in read if line.text]
    if not found and truth:
        found = [_line(truth[0], truth[0].text, strength, rng)]
    return (*found, *_junk(truth, strength, rng, seal))


def _torn(lines: Iterable[Said], strength: float, rng: Random) -> list[Said]:
    """Tear some lines apart, mostly where there is a blank."""
    result = []
    for line in lines:
        blanks = [i for i, char in enumerate(line.text) if char == " " and 0 < i < len(line.text) - 1]
        chance = (0.35 if blanks else strength * RATES.torn) if len(line.text) > 3 else 0.0
        if rng.random() >= chance:
            result.append(line)
            continue
        at = rng.choice(blanks) if blanks else rng.randint(1, len(line.text) - 1)
        share = at / len(line.text)
        result.append(Said(line.text[:at].strip(), line.box.slice(0, share)))
        result.append(Said(line.text[at:].strip(), line.box.slice(share, 1)))
    return result


def _joined(lines: Sequence[Said], strength: float, rng: Random) -> list[Said]:
    """Join some lines with the one that follows in the same row."""
    result: list[Said] = []
    for line in lines:
        if result and _beside(result[-1].box, line.box) and rng.random() < 0.05 + strength * RATES.joined:
            before = result.pop()
            corners = (before.box.top_left, line.box.top_right, line.box.bottom_right, before.box.bottom_left)
            result.append(Said(before.text + line.text, Quad(*corners)))
        else:
            result.append(line)
    return result


def _beside(a: Quad, b: Quad) -> bool:
    """Say whether `b` follows `a` closely in one row, as the text reads."""
    return math.dist(a.top_right, b.top_left) < 2 * a.height


def _garbled(text: str, strength: float, rng: Random) -> str:
    result = "".join(_character(char, strength, rng) for char in text)
    if len(result) > 2 and rng.random() < strength * RATES.end:
        result = result[1:] if rng.random() < 0.5 else result[:-1]
    return result.strip()


def _character(char: str, strength: float, rng: Random) -> str:
    chance = rng.random()
    if char in _WIDE and chance < RATES.width:
        return _WIDE[char]
    if char in _POINTS and chance > 1 - (0.01 + strength * RATES.point):
        return ""
    if chance > 1 - strength * RATES.lost * losses().get(char, 1.0):
        return ""
    if rng.random() < strength * RATES.any_other:
        return rng.choice(readings())
    likely = confusions().get(char)
    if likely and rng.random() < strength * RATES.lookalike * likely.often:
        return rng.choices(likely.read, likely.counts)[0]
    return char


def _line(said: Said, text: str, strength: float, rng: Random) -> Line:
    """Build the line as the engine would: every character with its own confidence, the line with their mean."""
    right = max(0.5, 0.995 - strength * rng.uniform(0, 0.25))
    count = max(len(text), 1)
    chars = tuple(
        Char(char, min(1.0, right + rng.uniform(-0.03, 0.004)), said.box.slice(i / count, (i + 1) / count))
        for i, char in enumerate(text)
    )
    mean = sum(char.confidence for char in chars) / count
    return Line(text, mean, said.box, chars)


def _junk(truth: Sequence[Said], strength: float, rng: Random, seal: Said | None) -> list[Line]:
    """Return lines that nobody wrote: specks read as strokes, and the ring of a seal read in pieces."""
    result = []
    if truth and rng.random() < strength:
        for _ in range(round(rng.uniform(0, RATES.junk) * (1 + strength))):
            box = _speck(rng.choice(truth).box, rng)
            result.append(_line(Said("", box), rng.choice(_JUNK), 1.0, rng))
    if seal is not None and len(seal.text) > 3:
        start = rng.randrange(len(seal.text) - 2)
        piece = seal.text[start : start + rng.randint(2, 5)]
        result.append(_line(seal, _garbled(piece, 1.0, rng) or piece, 1.0, rng))
    return result


def _speck(near: Quad, rng: Random) -> Quad:
    box, size = near.bounds, max(near.height, 2.0)
    x, y = box.left + rng.uniform(-2, 2) * size, box.bottom + rng.uniform(0, 3) * size
    return Quad.of_rect(Rect(x, y, x + size * rng.uniform(0.4, 1.2), y + size))


@dataclass(frozen=True, slots=True)
class Likely:
    """What a character is taken for: readings with counts; `often` compares it with the average character."""

    read: tuple[str, ...]
    counts: tuple[int, ...]
    often: float


@cache
def readings() -> tuple[str, ...]:
    """Return all that anything was taken for."""
    return tuple(read for likely in confusions().values() for read in likely.read)


@cache
def confusions() -> Mapping[str, Likely]:
    """Return what was measured: for each character what it is taken for."""
    found: dict[str, list[tuple[str, int]]] = {}
    for entry in _measured()["pairs"]:
        char, read, count = entry.split(" ")
        if fold(char) == fold(read):
            continue  # another width is no other character: that is `Rates.width`
        found.setdefault(char, []).append((read, int(count)))
    usual = sum(n for pairs in found.values() for _, n in pairs) / max(len(found), 1)
    return {
        char: Likely(
            tuple(read for read, _ in pairs),
            tuple(n for _, n in pairs),
            min(sum(n for _, n in pairs) / usual * _RARE, _MOST),
        )
        for char, pairs in found.items()
    }


@cache
def losses() -> Mapping[str, float]:
    """Return how much more often than others a character is lost: points, and the pale labels of cards."""
    counts = {char: int(n) for char, n in (entry.split(" ") for entry in _measured()["lost"])}
    usual = sum(counts.values()) / max(len(counts), 1)
    return {char: 1 + min(n / usual, _MOST) for char, n in counts.items()}


@cache
def _measured() -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = tomllib.loads(
        (files("training.corpus") / "confusions.toml").read_text("utf-8")
    )
    return table
