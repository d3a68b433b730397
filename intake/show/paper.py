"""A notice as PDF, with a Chinese font that viewers bring themselves: no font file is needed."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from intake.pages import sandbox
from intake.pages.limits import LIMITS
from intake.release.notice import Notice
from intake.show.notice import clean
from intake.show.press import NOTICE

FONT = "STSong-Light"  # Adobe-GB1: every viewer with Chinese support has or replaces it
UNWRITABLE = "〓"
"""What stands for a character that the font's encoding lacks; the text form has the character itself."""
LAST_PLANE = 0xFFFF
SIZE, LEADING, EDGE = 12, 20, 25  # points, points, millimetres


def main(arguments: Sequence[str]) -> None:
    """Print the notice that comes in on standard input to standard output; see intake.show.press."""
    sandbox.die_with(int(arguments[0]))
    sandbox.limit(LIMITS)
    with os.fdopen(0, "rb") as source, os.fdopen(1, "wb") as out:
        out.write(pdf(NOTICE.validate_json(source.read())))


def pdf(notice: Notice) -> bytes:
    """Return the notice as a PDF of A4 pages; the same notice gives the same bytes."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    memory = io.BytesIO()
    page = SimpleDocTemplate(
        memory,
        pagesize=A4,
        leftMargin=EDGE * mm,
        rightMargin=EDGE * mm,
        topMargin=EDGE * mm,
        bottomMargin=EDGE * mm,
        title=_written(notice.title),
        author=_written(notice.court),
        invariant=1,
    )
    page.build(list(_flow(notice)))
    return memory.getvalue()


def _flow(notice: Notice) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName=FONT, fontSize=SIZE, leading=LEADING, wordWrap="CJK", spaceAfter=4)
    title = ParagraphStyle("title", body, fontSize=20, leading=30, alignment=TA_CENTER, spaceAfter=14)
    indented = ParagraphStyle("indented", body, firstLineIndent=2 * SIZE)
    heading = ParagraphStyle("heading", body, fontSize=13, spaceBefore=8)
    item = ParagraphStyle("item", body, leftIndent=2 * SIZE, firstLineIndent=-1.5 * SIZE)
    close = ParagraphStyle("close", body, alignment=TA_RIGHT, spaceBefore=6)
    yield _paragraph(notice.title, title)
    yield _paragraph(notice.addressee, body)
    yield _paragraph(notice.opening, indented)
    for section in notice.sections:
        yield _paragraph(section.heading, heading)
        yield from (_paragraph(f"{n}. {line}", item) for n, line in enumerate(section.items, start=1))
    yield _paragraph(notice.deadline, ParagraphStyle("deadline", indented, spaceBefore=10))
    if notice.caveat:
        yield _paragraph(notice.caveat, indented)
    yield _paragraph(notice.court, ParagraphStyle("court", close, spaceBefore=24))
    yield _paragraph(notice.dated, close)


def _paragraph(words: str, style: ParagraphStyle) -> Flowable:
    return Paragraph(escape(_written(words)), style)


def _written(words: str) -> str:
    """Return text that the font can write: what it lacks becomes a mark that people see."""
    return "".join(c if ord(c) <= LAST_PLANE else UNWRITABLE for c in clean(words))
