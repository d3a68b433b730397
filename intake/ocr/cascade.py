"""Reads strips quickly, what is doubtful or made of digits a second time, and with care where the two differ.

The quick model computes with narrow numbers, and at first on squeezed strips: it errs a little more often, but hardly
where it is sure. What deserves a second look is cut out in the gaps between characters; figures that another network
sees just so need no more. All else is read at its full width; where that says something else, or is not sure either,
the careful model decides, and where it cannot, nobody is believed. The time steps of a second reading take the place of
the first ones, so that a line keeps one lattice of alternatives.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from intake.domain.page import Pixels
from intake.ocr.crop import HEIGHT, NARROWEST
from intake.ocr.recognise import BLANK, Recogniser, Steps, Symbol, confidence, decoded

SURE = 0.9  # probability of a character from which the first look is believed
SUREST = 0.95  # of a figure that is not looked at again
SHORT = 480  # pixels: a value on a form, a name on a card; running text is longer and has a context to be read by
FIGURES = "○两兩"  # that are no numbers to Unicode
WORDS = "一二三四五六七八九十"  # figures that are part of a word or a list's number where one stands alone
ORDINAL = ("之", "第")  # that make a number of the figure behind them
CONTEXT = 1  # characters on both sides that are read again with a doubtful one
MARGIN = 0.01  # by which the reading with care may be less sure and still be believed
CONTESTED = 0.7  # probability of characters that a quick and a careful reading do not agree on
NEAR = 2  # characters between two pieces that are rather read than cut at

Confirm = Callable[[Pixels, Steps], bool]
"""Say whether nothing but sure figures was read of a strip in doubt, and another reader sees just these there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Steps `start` up to `end` of strip `strip`."""

    strip: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Pixels (HEIGHT, w, 3) that were cut out of a strip, and where they stood, as fractions of it."""

    pixels: Pixels
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Cascade:
    """The readers of one engine, and by how much of its width a strip is squeezed for the quick one."""

    quick: Recogniser
    careful: Recogniser
    confirm: Confirm
    squeeze: float

    def first(self, strips: Sequence[Pixels]) -> tuple[Steps, ...]:
        """Read strips (HEIGHT, w, 3) quickly; same order, same length."""
        return self.quick([squeezed(s, self.squeeze) if s.shape[1] > SHORT else s for s in strips])

    def again(self, strips: Sequence[Pixels], first: Sequence[Steps]) -> tuple[Steps, ...]:
        """Read the doubtful pieces of strips again; returns all steps, those of the pieces in their place."""
        asked = list(self._open(strips, first))
        pieces = [piece for piece, _ in asked]
        old = [part(first[piece.strip], piece.start, piece.end) for piece in pieces]
        long = [n for n, piece in enumerate(pieces) if strips[piece.strip].shape[1] > SHORT]
        new = self._decided(old, [cut.pixels for _, cut in asked], long)
        found = list(first)
        for i, group in itertools.groupby(range(len(pieces)), key=lambda n: pieces[n].strip):
            again = [(pieces[n], placed(new[n], asked[n][1])) for n in group if new[n] is not old[n]]
            found[i] = spliced(first[i], again)
        return tuple(found)

    def _open(self, strips: Sequence[Pixels], first: Sequence[Steps]) -> Iterator[tuple[Piece, Cut]]:
        """Yield the pieces that deserve a second look, but for figures that are confirmed."""
        for i, steps in enumerate(first):
            for start, end in doubts(steps, self.quick.alphabet):
                piece = Piece(i, start, end)
                cut = cut_out(strips[i], steps, piece)
                if not self.confirm(cut.pixels, part(steps, start, end)):
                    yield piece, cut

    def _decided(self, old: Sequence[Steps], strips: Sequence[Pixels], long: Sequence[int]) -> list[Steps]:
        """Return the reading of each piece that counts: the second, the careful one, or the first if it is surer.

        Those of `long` strips are read quickly again first; the others were not squeezed, and would look the same.
        """
        seen = dict(zip(long, self.quick([strips[n] for n in long]), strict=True))
        settled = {n: steps for n, steps in seen.items() if self._agree(old[n], steps)}
        open_ = [n for n in range(len(old)) if n not in settled]
        for n, steps in zip(open_, self.careful([strips[n] for n in open_]), strict=True):
            settled[n] = self._chosen(old[n], seen.get(n), steps)
        return [settled[n] for n in range(len(old))]

    def _chosen(self, old: Steps, second: Steps | None, careful: Steps) -> Steps:
        """Return the careful reading; where it is less sure and alone, the first one, and as doubtful as that is."""
        texts = [_plain(decoded(steps, self.quick.alphabet)) for steps in (careful, old, second or old)]
        is_alone = texts[0] not in texts[1:]
        if is_alone and self._sureness(careful) < self._sureness(old) - MARGIN:
            return doubted(old)
        return careful

    def _agree(self, old: Steps, new: Steps) -> bool:
        """Say whether two readings are the same, and the second one sure of it."""
        seen = decoded(new, self.quick.alphabet)
        return _plain(decoded(old, self.quick.alphabet)) == _plain(seen) and not any(map(is_unsure, seen))

    def _sureness(self, steps: Steps) -> float:
        return confidence(decoded(steps, self.quick.alphabet))


def doubted(steps: Steps) -> Steps:
    """Return steps that nobody will believe without a person: two models see different things in them."""
    return Steps(steps.classes, np.minimum(steps.probabilities, CONTESTED), steps.edges)


def squeezed(strip: Pixels, factor: float) -> Pixels:
    """Return a strip with `factor` of its width."""
    width = max(round(strip.shape[1] * factor), NARROWEST)
    if width >= strip.shape[1]:
        return strip
    return np.asarray(cv2.resize(strip, (width, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)


def doubts(steps: Steps, alphabet: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of steps (start, end) that deserve a second look, from left to right and apart."""
    symbols = decoded(steps, alphabet)
    wanted = [i for i, symbol in enumerate(symbols) if is_unsure(symbol) or is_figure(symbol)]
    for group in _near(wanted):
        if len(group) == 1 and is_word(symbols, group[0]):
            continue
        low, high = max(group[0] - CONTEXT, 0), min(group[-1] + CONTEXT, len(symbols) - 1)
        yield _gap(symbols, low, 0), _gap(symbols, high + 1, len(steps.classes))


def is_unsure(symbol: Symbol) -> bool:
    """Say whether a character was hardly read; of marks nobody is sure, whichever width they have."""
    return symbol.confidence < SURE and symbol.text.isalnum()


def is_word(symbols: Sequence[Symbol], at: int) -> bool:
    """Say whether a figure that stands alone was surely read and means no number: 四川, 一案, but not 之二."""
    symbol, before = symbols[at], symbols[at - 1].text if at else ""
    is_inside = at + 1 < len(symbols) and before not in ORDINAL
    return symbol.text in WORDS and symbol.confidence >= SUREST and is_inside


def is_figure(symbol: Symbol) -> bool:
    """Say whether nobody may get a character wrong: digits in every writing, and the Latin letters beside them.

    They are narrow or thin besides: a squeezed strip leaves little more than a step to a digit.
    """
    text = symbol.text
    return text.isnumeric() or text in FIGURES or (text.isascii() and text.isalnum())


def cut_out(strip: Pixels, steps: Steps, piece: Piece) -> Cut:
    """Return a piece of a strip."""
    width = strip.shape[1]
    left = int(steps.edges[piece.start] * width)
    right = max(round(float(steps.edges[piece.end]) * width), left + 1)
    return Cut(strip[:, left:right], left / width, right / width)


def placed(steps: Steps, cut: Cut) -> Steps:
    """Return steps of a piece as steps of the strip that it was cut from."""
    return Steps(steps.classes, steps.probabilities, cut.left + steps.edges * (cut.right - cut.left))


def spliced(first: Steps, pieces: Sequence[tuple[Piece, Steps]]) -> Steps:
    """Put the steps of pieces, in order, where they were cut out."""
    parts: list[Steps] = []
    at = 0
    for piece, steps in pieces:
        parts += [part(first, at, piece.start), steps]
        at = piece.end
    parts.append(part(first, at, len(first.classes)))
    parts = [part for part in parts if len(part.classes)]
    parts = [apart(before, after) for before, after in itertools.pairwise([None, *parts]) if after]
    edges = [part.edges[:-1] for part in parts] + [parts[-1].edges[-1:]]
    return Steps(
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate(edges).astype(np.float32),
    )


def apart(before: Steps | None, after: Steps) -> Steps:
    """Put a blank step of no width before `after` where two equal characters would meet and become one."""
    if before is None or before.classes[-1, 0] != after.classes[0, 0] or after.classes[0, 0] == BLANK:
        return after
    blank = np.full((1, after.classes.shape[1]), BLANK, np.uint16)
    sure = np.zeros((1, after.classes.shape[1]), np.float32)
    sure[0, 0] = 1
    return Steps(
        np.concatenate([blank, after.classes]),
        np.concatenate([sure, after.probabilities]),
        np.concatenate([after.edges[:1], after.edges]),
    )


def _near(wanted: Sequence[int]) -> Iterator[list[int]]:
    """Group indices that lie so near to each other that their pieces would touch, or nearly."""
    group: list[int] = []
    for i in wanted:
        if group and i - group[-1] > 2 * CONTEXT + NEAR:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _gap(symbols: Sequence[Symbol], i: int, end: int) -> int:
    """Return the step in the middle of the gap before symbol `i`; `end` before the first and behind the last."""
    if 0 < i < len(symbols):
        return (symbols[i - 1].last + 1 + symbols[i].first + 1) // 2
    return end


def _plain(symbols: Sequence[Symbol]) -> str:
    """Return the text without blanks, and without the width that a mark has."""
    return "".join(unicodedata.normalize("NFKC", "".join(symbol.text for symbol in symbols)).split())


def part(steps: Steps, start: int, end: int) -> Steps:
    """Return some of the steps, in their places."""
    return Steps(steps.classes[start:end], steps.probabilities[start:end], steps.edges[start : end + 1])
