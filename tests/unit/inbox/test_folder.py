"""Files of a watched folder are taken in once, and what cannot be taken in goes aside with the reason."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from desk import COURT, context, new_case

from intake.domain.errors import Unavailable
from intake.inbox import folder
from intake.inbox.folder import Folder
from intake.store import cases, scans
from intake.store.blobs import LocalBlobs
from intake.store.cases import NewCase

NUMBER = "（2023）浙0106执1234号"


class Inbox:
    def __init__(self, folder: Path):
        self.service = context(folder, LocalBlobs(folder))
        with self.service.database.write() as connection:
            self.case = cases.add(connection, NewCase(COURT, "enforcement", NUMBER), "clerk")
        self.root = folder / "watched"
        self.said = []
        self.watched = Folder(self.service, self.root, lambda event, **facts: self.said.append(event))

    def put(self, place: str, data: bytes = b"scan", age_s: float = 60.0) -> Path:
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (time.time() - age_s,) * 2)
        return path

    def names(self) -> list[str]:
        with self.service.database.read() as connection:
            return [scan.name for scan in reversed(scans.all_of_case(connection, self.case))]


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return Inbox(tmp_path)


@pytest.mark.parametrize("case", [NUMBER, "(2023)浙0106执1234号", "id"])
def test_a_file_is_taken_in_for_the_case_that_its_folder_names(inbox: Inbox, case: str):
    path = inbox.put(f"{COURT}/{inbox.case if case == 'id' else case}/身份证.jpg")

    inbox.watched.take_all()

    assert inbox.names() == ["身份证.jpg"]
    assert not path.exists()
    assert (inbox.root / "done" / path.relative_to(inbox.root)).read_bytes() == b"scan"


def test_a_file_that_is_still_being_written_waits(inbox: Inbox):
    path = inbox.put(f"{COURT}/{NUMBER}/1.jpg", age_s=0)

    inbox.watched.take_all()

    assert path.exists()
    assert inbox.names() == []


@pytest.mark.parametrize("case", ["（2023）浙0106执9999号", "执行款", "01a212cd-181b-7d90-b35f-760135807fae"])
def test_a_file_of_no_case_goes_aside_with_the_reason(inbox: Inbox, case: str):
    inbox.put(f"{COURT}/{case}/1.jpg")

    inbox.watched.take_all()

    why = inbox.root / "failed" / COURT / case / "1.jpg.why.txt"
    assert why.read_text("utf-8").strip() in {"case_not_clear", "no_such_thing", "bad_case_number"}
    assert inbox.names() == []


def test_what_went_aside_is_not_written_over(inbox: Inbox):
    for data in (b"first", b"second"):
        inbox.put(f"{COURT}/执行款/1.jpg", data)
        inbox.watched.take_all()

    aside = inbox.root / "failed" / COURT / "执行款"
    assert {path.name: path.read_bytes() for path in aside.glob("*.jpg")} == {"1.jpg": b"first", "1 (2).jpg": b"second"}
    assert (aside / "1 (2).jpg.why.txt").exists()


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_taken_in(inbox: Inbox, monkeypatch: pytest.MonkeyPatch):
    locked = inbox.put(f"{COURT}/{NUMBER}/1.jpg")
    inbox.put(f"{COURT}/{NUMBER}/2.jpg")
    opened = folder._opened

    def refused(path: Path):
        if path == locked:
            raise PermissionError(path)
        return opened(path)

    monkeypatch.setattr(folder, "_opened", refused)
    inbox.watched.take_all()

    assert inbox.names() == ["2.jpg"]
    assert locked.exists()
    assert "folder_waits" in inbox.said


def test_a_file_of_another_court_is_not_taken_in(inbox: Inbox):
    inbox.put(f"京0105/{inbox.case}/1.jpg")

    inbox.watched.take_all()

    assert inbox.names() == []


def test_a_file_that_was_taken_in_and_not_moved_away_counts_once(inbox: Inbox):
    inbox.put(f"{COURT}/{NUMBER}/1.jpg")
    inbox.watched.take_all()
    inbox.put(f"{COURT}/{NUMBER}/1.jpg")

    inbox.watched.take_all()

    assert inbox.names() == ["1.jpg"]


def test_links_are_left_alone(inbox: Inbox, tmp_path: Path):
    secret = tmp_path / "secret.jpg"
    secret.write_bytes(b"secret")
    os.utime(secret, (0, 0))
    (inbox.root / COURT / NUMBER).mkdir(parents=True)
    (inbox.root / COURT / NUMBER / "1.jpg").symlink_to(secret)

    inbox.watched.take_all()

    assert inbox.names() == []


def test_a_file_stays_while_the_database_is_away(inbox: Inbox, monkeypatch: pytest.MonkeyPatch):
    path = inbox.put(f"{COURT}/{NUMBER}/1.jpg")

    def away(*_given):
        raise Unavailable(part="database")

    monkeypatch.setattr("intake.inbox.folder.take_in", away)
    inbox.watched.take_all()

    assert path.exists()


def test_a_file_that_is_too_large_goes_aside(inbox: Inbox):
    inbox.put(f"{COURT}/{NUMBER}/1.jpg", b"0" * (inbox.service.limits.file_bytes + 1))

    inbox.watched.take_all()

    assert (inbox.root / "failed" / COURT / NUMBER / "1.jpg.why.txt").read_text("utf-8") == "file_too_large\n"


def test_an_empty_case_folder_is_nothing(inbox: Inbox):
    new_case(inbox.service)

    assert inbox.watched.take_all() == 0
