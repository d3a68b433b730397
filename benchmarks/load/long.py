"""Makes what is long by itself: a scan of many printed pages, a document that was changed often, many tokens."""

from __future__ import annotations

from sqlalchemy import text

from benchmarks.load.seed import identifier
from intake.domain.geometry import Quad, Rect
from intake.domain.page import Quality
from intake.domain.reading import PageReading
from intake.domain.text import PageText, plain_line
from intake.ports import Blobs
from intake.store.codec import page_bytes
from intake.store.database import Database

PAGES, LINES, CHANGES, TOKENS = 100, 33, 500, 2000
SCAN, DOCUMENT = 13, 25  # places of those that are long, both of the court "court-5"
SAID = "本院依照《中华人民共和国民事诉讼法》第二百五十一条之规定，裁定如下：一、冻结被执行人"

_PAGES = """
INSERT INTO page (scan_id, number, reading, reader, text, image, created_at)
VALUES (:scan, :n, 1, 'seed', :text, :text, 0)"""
_CHANGES = """
INSERT INTO correction (id, document_id, what, field, before, after, why, who, undone, created_at)
SELECT '019b0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), :document, 'value', 'bank_name', '"a"', '"b"', '',
  'seed', false, 1790000000 + n FROM generate_series(1, :count) n"""
_TOKENS = """
INSERT INTO token (id, digest, person, role, court, created_at)
SELECT '019b0001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), encode(sha256(n::text::bytea), 'hex'), 'p' || n, 'clerk',
  :court, 1790000000 + n FROM generate_series(1, :count) n"""


def lengthen(database: Database, blobs: Blobs, court: str) -> None:
    """Make one scan, one document and the tokens of a court long."""
    with blobs.writer(1 << 20) as writer:
        writer.write(page_bytes(_page()))
        kept = writer.finish().sha256
    pages = [{"scan": identifier(SCAN), "n": number, "text": kept} for number in range(2, PAGES + 1)]
    with database.write() as connection:
        connection.execute(text("UPDATE page SET text = :text WHERE scan_id = :scan"), pages[0])
        connection.execute(text(_PAGES), pages)
        connection.execute(text(_CHANGES.replace("::", "\\:\\:")), {"document": identifier(DOCUMENT), "count": CHANGES})
        connection.execute(text(_TOKENS.replace("::", "\\:\\:")), {"court": court, "count": TOKENS})


def _page() -> PageReading:
    """Return a printed page of A4 at 200 dpi."""
    rows = [Rect(200, 200 + 60 * row, 1450, 240 + 60 * row) for row in range(LINES)]
    lines = tuple(plain_line(SAID, Quad.of_rect(row)) for row in rows)
    return PageReading(PageText(1, 1654, 2339, lines), 0, Quality(0.9))
