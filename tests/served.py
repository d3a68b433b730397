"""Serves the interface over a database and blobs of a test's own, with a token for every role."""

from __future__ import annotations

import asyncio
import io
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from builders import line, page
from desk import COURT, NoBlobs, context, filed
from PIL import Image
from release_cases import READY, TODAY, paper
from sqlalchemy import update

from intake.api.app import Around, create_app
from intake.api.pace import Rates
from intake.doctypes.registry import registry
from intake.domain.document import Document
from intake.domain.page import Quality
from intake.domain.reading import PageReading
from intake.release.notice import Notice
from intake.service.access import Role
from intake.service.context import Context
from intake.show.notice import text
from intake.store import cases, scans, schema, tokens
from intake.store.blobs import LocalBlobs
from intake.store.cases import NewCase
from intake.store.codec import page_bytes
from intake.store.database import open_database
from intake.store.documents import Stored
from intake.store.scans import Page
from intake.store.tables import document
from intake.store.tokens import NewToken

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the client asks for another library than the one we have
    from fastapi.testclient import TestClient

OTHER_COURT = "京0105"
MANY = Rates(100_000, 100_000, 100_000, 100_000)
NUMBER = "6222021234567890128"
MONTH = "2026-07"  # of the papers that samples are drawn of: a test that runs over the end of a month finds them too
_THEN = datetime(2026, 7, 15, tzinfo=UTC).timestamp()


@dataclass(slots=True)
class Served:
    """`context` holds what is kept, `client` asks; `secrets` are tokens by what they are for."""

    context: Context
    client: TestClient
    secrets: dict[tuple[str, str | None, tuple[str, ...] | None], str] = field(default_factory=dict)

    def as_(self, role: Role | str, *, court: str | None = COURT, cases: tuple[str, ...] | None = None, **more: str):
        """Return the headers of somebody with a role; `more` are headers besides, `_` for `-`."""
        key = (str(role), court, cases)
        if key not in self.secrets:
            with self.context.database.write() as connection:
                new = NewToken(str(role), str(role), court, cases)
                self.secrets[key] = tokens.issue(connection, new)[1]
        rest = {name.replace("_", "-"): value for name, value in more.items()}
        return {"Authorization": f"Bearer {self.secrets[key]}", **rest}

    def restart(self, around: Around | None = None, **told: object) -> None:
        """Put another process in the place of the one that answers."""
        self.client = TestClient(create_app(self.context, around, **told), raise_server_exceptions=False)

    def case(self, court: str = COURT, **said: object) -> str:
        with self.context.database.write() as connection:
            return cases.add(connection, NewCase(court, "enforcement", **said), "clerk")

    def file(self, case_id: str, *kinds: str) -> tuple[Stored, ...]:
        """Put papers into a case as if a worker had read them; all of the ready case where none is named."""
        return self.file_documents(case_id, *(paper(kind).document for kind in kinds or READY))

    def file_then(self, case_id: str, *kinds: str) -> tuple[Stored, ...]:
        """Do the same as if it had been done in MONTH."""
        stored = self.file(case_id, *kinds)
        with self.context.database.write() as connection:
            ids = [each.id for each in stored]
            connection.execute(update(document).where(document.c.id.in_(ids)).values(created_at=_THEN))
        return stored

    def file_documents(self, case_id: str, *documents: Document) -> tuple[Stored, ...]:
        stored = filed(self.context, case_id, documents)
        for each in stored:
            self.read(each.scan_id)
        return stored

    def read(self, scan_id: str, text: str = f"卡号 {NUMBER}", look: str | None = "f" * 16, number: int = 1) -> None:
        """Keep a page of a scan, with its picture, as a worker does."""
        reading = PageReading(replace(page(line(text)), number=number), 0, Quality(0.9))
        kept = Page(scan_id, number, 1, "fake", self.blob(page_bytes(reading)), self.blob(picture()), look)
        with self.context.database.write() as connection:
            scans.keep_page(connection, kept)

    def blob(self, data: bytes) -> str:
        with self.context.blobs.writer(len(data)) as writer:
            writer.write(data)
            return writer.finish().sha256


def served(folder: Path, rates: Rates = MANY, url: str | None = None, **limits: int) -> Served:
    made = migrated(url) if url else context(folder)
    made = replace(made, blobs=LocalBlobs(folder / "kept"), limits=replace(made.limits, **limits))
    app = create_app(made, Around(rates=rates, today=lambda: TODAY, stream_s=0.0, printed=typed))
    return Served(made, TestClient(app, raise_server_exceptions=False))


def typed(notice: Notice) -> bytes:
    """Stand where a notice is printed: tests of units start no process."""
    return b"%PDF-" + text(notice).encode()


def migrated(url: str) -> Context:
    """Return a context over a database that was made as an administrator makes it."""
    database = open_database(url)
    schema.migrate(database)
    return Context(database, NoBlobs(), registry(), b"key of the digests")


def picture(width: int = 1000, height: int = 1400) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (width, height), (250, 250, 250)).save(made, "JPEG")
    return made.getvalue()


def files(*contents: bytes, name: str = "scan.jpg") -> list[tuple[str, tuple[str, bytes]]]:
    return [("file", (name, content)) for content in contents]


def problem(answer) -> tuple[int, str]:
    """Return the status and the code of what went wrong."""
    body: Mapping[str, object] = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert body["status"] == answer.status_code
    return answer.status_code, str(body["code"])


def broken_off(here: Served, method: str, address: str, headers: Mapping[str, str], content: bytes) -> None:
    """Send a part of a body and go away."""
    said = iter([{"type": "http.request", "body": content, "more_body": True}, {"type": "http.disconnect"}])
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": address,
        "raw_path": address.encode(),
        "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }

    async def receive() -> Mapping[str, object]:
        return next(said)

    async def send(_message: object) -> None:
        """Lose the answer: nobody is there any more."""

    asyncio.run(here.client.app(scope, receive, send))
