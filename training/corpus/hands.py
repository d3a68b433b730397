"""Sets the words of papers of ours as other hands than their own `draw` do: booklets, dividers, faces of bank cards."""

from __future__ import annotations

from random import Random

from intake.domain.geometry import Rect
from intake.drawing.canvas import CARD, INK, Canvas, Colour, Style
from intake.drawing.card import gradient, guilloche, raised, round_corners
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp
from training.corpus.kit import bars, body, face, fitted, scrawl
from training.corpus.papers import Paper

_TINTS: tuple[Colour, ...] = ((250, 248, 240), (242, 246, 240), (252, 240, 240), (255, 255, 255))
_DYES: tuple[Colour, ...] = (
    (190, 30, 40), (20, 80, 160), (0, 120, 90), (210, 165, 80), (120, 60, 140), (225, 228, 232), (240, 190, 120),
)  # fmt: skip
_PALE, _DARK = (248, 248, 246), (30, 32, 40)
_BRIGHT = 420  # sum of the channels from which a colour bears dark print


def booklet(paper: Paper, rng: Random) -> Canvas:
    """Open a small book: one leaf with title, portrait or seal, the other with labels and values."""
    page = Canvas.blank((1000, rng.randint(640, 720)), rng.choice(_TINTS))
    height, text = page.image.height, Style(body(rng), rng.randint(19, 24), leading=rng.choice((1.7, 2.0)))
    page.pen.line((500, 10, 500, height - 10), fill=(150, 150, 150), width=2)
    near, far = (20, 520) if rng.random() < 0.7 else (520, 20)
    y = 90.0
    for line, size in ((paper.head, 24), (paper.title, 36)):
        if line:
            page.centred(near + 235, y, line, fitted(Style(Face.SONG_BOLD, size), line, 440))
            y += size * 1.7
    if rng.random() < 0.75:
        face(page, Rect(near + 160, y, near + 310, y + 200), rng)
        y += 220
    for line in (*paper.says[:3], *paper.ends[:2], paper.number):
        if line and y < height - 40:
            page.text(near + 24, y + 20, line, fitted(text, line, 430))
            y += text.size * text.leading
    _labelled(page, paper, (far + 24, 70.0), text, rng)
    if paper.seal:
        stamp(page, Seal(paper.seal, 66), (near + rng.randint(280, 400), height - rng.randint(110, 200)), rng)
    page.mark(30, height - 10, 12)
    return page


def _labelled(page: Canvas, paper: Paper, at: tuple[float, float], text: Style, rng: Random) -> None:
    """Set what a leaf says of somebody: labels with values over rules, then what is said beside them."""
    (x, y), is_ruled = at, rng.random() < 0.6
    value = text if rng.random() < 0.5 else Style(Face.KAI, text.size + 2)
    for label, said in paper.rows:
        if y > page.image.height - 40:
            return
        end = page.text(x, y, label, fitted(text, label, 200)).right
        used = fitted(value, said, x + 426 - end)
        if end + 14 + used.width(said) > x + 440:  # too long to stand beside its label
            y, end, used = y + text.size * 1.5, x, fitted(value, said, 426)
        page.text(end + 14, y, said, used) if said else None
        if is_ruled:
            page.pen.line((end + 6, y + 8, x + 440, y + 8), fill=(120, 120, 120))
        y += text.size * text.leading * 1.15
    for line in paper.parties:
        if y < page.image.height - 40:
            page.text(x, y, line, fitted(text, line, 440))
            y += text.size * text.leading


def divider(paper: Paper, rng: Random) -> Canvas:
    """Draw a sheet that only parts two papers: a few large words, perhaps a bar code or a frame."""
    page = Canvas.blank((826, 1169), rng.choice(((255, 255, 255), (255, 248, 200), (220, 236, 250), (244, 222, 226))))
    middle, y = 413, float(rng.randint(200, 620))
    if rng.random() < 0.3:
        page.pen.rectangle((50, 50, 776, 1119), outline=INK, width=rng.choice((2, 6, 14)))
    for line, size in ((paper.head, 34), (paper.title, rng.randint(40, 96)), (paper.number, 40)):
        if line:
            page.centred(middle, y, line, fitted(Style(rng.choice((Face.HEI_BOLD, Face.SONG)), size), line, 640))
            y += size * 1.6
    for line in paper.parties[: rng.randint(0, 2)]:
        page.centred(middle, y + 60, line, fitted(Style(Face.HEI, 30), line, 640))
        y += 60
    if rng.random() < 0.35:
        bars(page, Rect(240, y + 80, 590, y + 180), rng)
    page.mark(40, 1155, 13)
    return page


def bank_card(paper: Paper, rng: Random) -> Canvas:
    """Draw a bank card on its side or on end: number raised, flat, or in a column; more or fewer words about it."""
    is_tall, start = rng.random() < 0.25, rng.choice(_DYES)
    card = Canvas.blank(CARD[::-1] if is_tall else CARD)
    width, height = card.image.size
    gradient(card.image, start, rng.choice((start, rng.choice(_DYES))), angle=rng.uniform(0, 1.5))
    if rng.random() < 0.6:
        guilloche(card.image, rng, ((min(start[0] + 24, 255), start[1], start[2]),), spacing=rng.choice((14, 30)))
    ink = _DARK if sum(start) > _BRIGHT else _PALE
    text = Style(rng.choice((Face.HEI, Face.HEI_BOLD, Face.SONG_BOLD)), rng.randint(36, 54), ink)
    if paper.head:
        card.text(rng.randint(50, 110), rng.randint(84, 130), paper.head, fitted(text, paper.head, width * 0.6))
    if paper.title:
        card.flush_right(width - 50, rng.choice((96, height - 150)), paper.title, text.sized(34))
    if rng.random() < 0.6:
        card.pen.rounded_rectangle((90, 190, 210, 280), 14, fill=(222, 190, 110), outline=(140, 110, 60), width=3)
    bottom = _number(card, paper.number, Style(rng.choice((Face.MONO, Face.HEI)), 54, ink, spacing=2), rng)
    for line in (*paper.parties[:4], *(end for end in paper.ends[:1] if end)):
        bottom += rng.randint(36, 52)
        if bottom < height - 26:
            x, style = rng.randint(50, width // 2 - 60), Style(Face.HEI, rng.randint(22, 32), ink)
            card.text(x, bottom, line, fitted(style, line, width - x - 20))
    if rng.random() < 0.2:
        scrawl(card, (width * 0.5, height - 60), paper.ends[0] if paper.ends else "样", Style(Face.KAI, 40, ink), rng)
    card.mark(20, height - 10, 16, ink)
    round_corners(card.image)
    return card


def _number(card: Canvas, number: str, style: Style, rng: Random) -> float:
    """Set the number of a card; return the lowest baseline."""
    width, height = card.image.size
    left, y = rng.randint(50, 90), height * rng.uniform(0.5, 0.72)
    groups = [number[i : i + 4] for i in range(0, len(number), 4)]
    if height > width and rng.random() < 0.6:
        for i, group in enumerate(groups):
            card.text(left, y + (i - 2) * 74, group, style)
        return y + (len(groups) - 3) * 74
    line = rng.choice((" ".join(groups), "  ".join(groups), f"{number[:6]} {number[6:]}", number))
    used = fitted(style, line, width - left - 40)
    if rng.random() < 0.4:
        raised(card, left, y, line, used)
    else:
        card.text(left, y, line, used)
    return y
