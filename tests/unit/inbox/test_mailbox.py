"""Papers attached to messages are taken in once, and a message that names no case stays."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from desk import COURT, context
from sqlalchemy import select

from intake.inbox.letter import letter_of
from intake.inbox.mailbox import MOST, Post
from intake.store import cases, scans
from intake.store.blobs import LocalBlobs
from intake.store.cases import NewCase
from intake.store.tables import happening

NUMBER = "（2023）浙0106执1234号"


class Box:
    """See Mailbox; holds messages in memory."""

    def __init__(self, *messages: bytes | None):
        self.messages = {str(n): message for n, message in enumerate(messages)}
        self.marked = []

    def unread(self):
        return [name for name in self.messages if name not in self.marked]

    def read(self, name):
        return self.messages[name]

    def mark(self, name):
        self.marked.append(name)


def message(subject: str, *papers: tuple[str, bytes]) -> bytes:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "party@example.org"
    made.set_content("见附件")
    for name, data in papers:
        made.add_attachment(data, maintype="image", subtype="jpeg", filename=name)
    return made.as_bytes()


class Office:
    def __init__(self, folder: Path, *messages: bytes | None):
        self.service = context(folder, LocalBlobs(folder))
        with self.service.database.write() as connection:
            self.case = cases.add(connection, NewCase(COURT, "enforcement", NUMBER), "clerk")
        self.box = Box(*messages)
        self.post = Post(self.service, self.box, COURT, lambda *_event, **_facts: None)

    def names(self) -> list[str]:
        with self.service.database.read() as connection:
            return sorted(scan.name for scan in reversed(scans.all_of_case(connection, self.case)))

    def waits(self) -> list[str]:
        with self.service.database.read() as connection:
            rows = connection.execute(select(happening.c.facts).where(happening.c.kind == "mail_waits"))
            return [facts["code"] for facts in rows.scalars()]


def test_what_is_attached_goes_to_the_case_of_the_subject(tmp_path: Path):
    office = Office(tmp_path, message(f"材料 {NUMBER} 补充", ("身份证.jpg", b"a"), ("确认书.jpg", b"b")))

    office.post.take_all()

    assert office.names() == ["确认书.jpg", "身份证.jpg"]
    assert office.box.marked == ["0"]


def test_a_message_that_is_seen_again_counts_once(tmp_path: Path):
    same = message(NUMBER, ("1.jpg", b"a"))
    office = Office(tmp_path, same, same)

    office.post.take_all()

    assert office.names() == ["1.jpg"]
    assert office.box.marked == ["0", "1"]


@pytest.mark.parametrize(
    "subject", ["材料", "（2023）浙0106执9999号", f"{NUMBER} （2023）浙0106执9999号", "（2023）京0105执1号"]
)
def test_a_message_that_names_no_one_case_stays_unread_and_is_noted_once(tmp_path: Path, subject: str):
    office = Office(tmp_path, message(subject.replace(NUMBER, "执行"), ("1.jpg", b"a")))

    office.post.take_all()
    office.post.take_all()

    assert office.box.marked == []
    assert office.waits() == ["case_not_clear"]
    assert office.names() == []


def test_many_that_name_no_case_keep_no_later_one_from_being_taken_in(tmp_path: Path):
    lost = [message(f"材料 {n}", ("1.jpg", b"a")) for n in range(MOST)]
    office = Office(tmp_path, *lost, message(NUMBER, ("2.jpg", b"b")))

    office.post.take_all()
    office.post.take_all()

    assert office.names() == ["2.jpg"]
    assert office.box.marked == [str(MOST)]


def test_a_message_is_taken_in_once_its_case_is_opened(tmp_path: Path):
    office = Office(tmp_path, message("（2023）浙0106执9999号", ("1.jpg", b"a")))
    office.post.take_all()
    with office.service.database.write() as connection:
        cases.add(connection, NewCase(COURT, "enforcement", "（2023）浙0106执9999号"), "clerk")

    office.post.take_all()

    assert office.box.marked == ["0"]


def test_a_message_without_papers_is_noted(tmp_path: Path):
    office = Office(tmp_path, message(NUMBER))

    office.post.take_all()

    assert office.waits() == ["mail_without_papers"]


def test_a_message_that_is_too_large_stays(tmp_path: Path):
    office = Office(tmp_path, None)

    office.post.take_all()

    assert office.waits() == ["mail_too_large"]


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"Subject: =?x?Q?=ff?=\n\n", b"Content-Type: multipart/mixed\n\n--"]
)
def test_bytes_that_are_no_message_are_one_without_papers(raw: bytes):
    assert letter_of(raw).papers == ()
