"""A mailbox on a real IMAP server: its papers are taken in once, whatever is attached and whenever we die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from servers.dovecot import PASSWORD, USER, Dovecot
from sqlalchemy import select
from world import COURT, ROOT, World

from intake.service.names import LONGEST
from intake.store import cases, scans
from intake.store.cases import NewCase
from intake.store.tables import happening

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "take_mail.py"
NUMBER = "（2023）浙0106执1234号"
BYTES = 100_000  # of an upload; a message may be twice as large
NAMES = ("../../../etc/passwd", "a\\..\\b.jpg", "\u202egpj.exe", "x" * 3000 + ".jpg", "身份证 正面.jpg", "-rf.jpg", "")


class Office:
    """A service with one case that reads the mailbox of a server."""

    def __init__(self, folder: Path, server: Dovecot):
        self.server = server
        self.world = World(
            folder,
            INTAKE_MAIL_HOST="localhost",
            INTAKE_MAIL_PORT=server.port,
            INTAKE_MAIL_USER=USER,
            INTAKE_MAIL_PASSWORD=PASSWORD,
            INTAKE_MAIL_COURT=COURT,
            INTAKE_REQUEST_BYTES=BYTES,
        )
        with self.world.context.database.write() as connection:
            self.case = cases.add(connection, NewCase(COURT, "enforcement", NUMBER), "clerk")

    def look(self, *points: str, **given: object) -> subprocess.CompletedProcess[str]:
        """Look into the mailbox in a process of its own."""
        trusted = {"SSL_CERT_FILE": self.server.certificate, "PYTHONPATH": ROOT}
        env = {**os.environ, **self.world.env, **{name: str(value) for name, value in (trusted | given).items()}}
        command = [sys.executable, str(PROGRAM), *points]
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)

    def names(self) -> list[str]:
        with self.world.context.database.read() as connection:
            return sorted(scan.name for scan in scans.all_of_case(connection, self.case))

    def waits(self) -> list[str]:
        """Return why messages wait for a person."""
        with self.world.context.database.read() as connection:
            rows = connection.execute(select(happening.c.facts).where(happening.c.kind == "mail_waits"))
            return [facts["code"] for facts in rows.scalars()]


@pytest.fixture
def office(tmp_path: Path, imap: Dovecot) -> Iterator[Office]:
    made = Office(tmp_path, imap)
    yield made
    made.world.close()


def message(*names: str, subject: str = f"材料 {NUMBER}", size: int = 100) -> bytes:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "party@example.org"
    made.set_content("见附件")
    for number, name in enumerate(names):
        made.add_attachment(bytes([number]) * size, maintype="image", subtype="jpeg", filename=name)
    return made.as_bytes()


def test_what_is_attached_is_taken_in_once(office: Office):
    office.server.deliver(message("身份证.jpg", "确认书.jpg"))

    first, second = office.look(), office.look()

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert office.names() == ["确认书.jpg", "身份证.jpg"]
    assert office.server.seen() == 1


@pytest.mark.parametrize("point", ["after_fetch", "before_mark", "after_mark"])
def test_a_message_whose_taker_dies_is_neither_lost_nor_taken_twice(office: Office, point: str):
    office.server.deliver(message("1.jpg", "2.jpg"))

    died = office.look(point)
    office.look()

    assert died.returncode == -signal.SIGKILL
    assert office.names() == ["1.jpg", "2.jpg"]
    assert office.server.seen() == 1
    assert office.look().returncode == 0


def test_without_its_key_such_a_message_is_taken_twice(office: Office):
    office.server.deliver(message("1.jpg"))

    office.look("keyless", "before_mark")
    office.look("keyless")

    assert office.names() == ["1.jpg", "1.jpg"]


def test_a_message_with_nothing_attached_is_noted_and_seen(office: Office):
    office.server.deliver(message())

    office.look()

    assert (office.names(), office.waits(), office.server.seen()) == ([], ["mail_without_papers"], 1)


def test_a_message_that_is_too_large_is_never_fetched_and_stops_no_other(office: Office):
    office.server.deliver(message("huge.jpg", size=3 * BYTES))
    office.server.deliver(message("1.jpg"))

    office.look()
    office.look()

    assert (office.names(), office.waits(), office.server.seen()) == (["1.jpg"], ["mail_too_large"], 1)


def test_names_of_attachments_are_made_fit_and_reach_no_path(office: Office):
    office.server.deliver(message(*NAMES))

    done = office.look()

    found = office.names()
    assert done.returncode == 0, done.stderr
    assert len(found) == len(NAMES)
    assert "身份证 正面.jpg" in found
    assert not [name for name in found if not 0 < len(name) <= LONGEST or set("/\\\u202e") & set(name)]


def test_a_mailbox_that_lets_nobody_in_is_away_for_now(office: Office):
    office.server.deliver(message("1.jpg"))

    done = office.look(INTAKE_MAIL_PASSWORD="another")  # noqa: S106 not the one

    assert "intake.domain.errors.Unavailable" in done.stderr
    assert office.server.seen() == 0


def test_a_server_that_nobody_vouches_for_is_not_spoken_to(office: Office):
    office.server.deliver(message("1.jpg"))

    done = office.look(SSL_CERT_FILE="/dev/null")

    assert "intake.domain.errors.Unavailable" in done.stderr
    assert office.names() == []
