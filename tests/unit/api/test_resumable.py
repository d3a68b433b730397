"""Resumable uploads: nothing that came is sent again, and nothing becomes two scans."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from served import Served, broken_off, problem, served
from sqlalchemy import func, select

from intake.domain.errors import TooMuch
from intake.service import resumable
from intake.service.access import Role
from intake.store import kept
from intake.store.tables import scan, upload

TUS = {"Tus-Resumable": "1.0.0"}
CHUNK = {**TUS, "Content-Type": "application/offset+octet-stream"}
CONTENT = bytes(range(256)) * 4


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path, file_bytes=2000)


@pytest.fixture
def case_id(here: Served) -> str:
    return here.case()


@pytest.fixture
def address(here: Served, case_id: str) -> str:
    return begin(here, case_id).headers["location"]


def begin(here: Served, case_id: str, size: object = len(CONTENT), **more: str):
    name = base64.b64encode("../身份证.jpg".encode()).decode()
    headers = {**TUS, "Upload-Length": str(size), "Upload-Metadata": f"filename {name},is_confidential", **more}
    return here.client.post(f"/api/v1/cases/{case_id}/uploads", headers={**here.as_(Role.CLERK), **headers})


def send(here: Served, address: str, offset: int, content: bytes, **more: str):
    headers = {**here.as_(Role.CLERK), **CHUNK, "Upload-Offset": str(offset), **more}
    return here.client.patch(address, headers=headers, content=content)


def ask(here: Served, address: str, role: Role = Role.CLERK):
    return here.client.head(address, headers={**here.as_(role), **TUS})


def test_the_protocol_says_what_it_can(here: Served):
    answer = here.client.options("/api/v1/uploads", headers=here.as_(Role.CLERK))

    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-extension"] == "creation,termination,checksum"
    assert answer.headers["tus-max-size"] == "2000"


def test_a_file_comes_in_parts_and_becomes_a_scan(here: Served, address: str):
    first = send(here, address, 0, CONTENT[:500])
    last = send(here, address, 500, CONTENT[500:])

    scan_id = last.headers["upload-scan"]
    shown = here.client.get(f"/api/v1/scans/{scan_id}", headers=here.as_(Role.CLERK)).json()
    assert (first.status_code, first.headers["upload-offset"]) == (204, "500")
    assert (last.status_code, last.headers["upload-offset"]) == (204, str(len(CONTENT)))
    assert (shown["name"], shown["sha256"]) == ("身份证.jpg", hashlib.sha256(CONTENT).hexdigest())
    assert here.context.blobs.read(shown["sha256"]) == CONTENT


def test_what_was_sent_survives_the_process(here: Served, address: str):
    send(here, address, 0, CONTENT[:500])
    here.restart()

    assert ask(here, address).headers["upload-offset"] == "500"
    assert send(here, address, 500, CONTENT[500:]).headers["upload-offset"] == str(len(CONTENT))


def test_a_file_that_was_whole_when_the_process_died_becomes_one_scan(here: Served, case_id: str, monkeypatch):
    address = begin(here, case_id).headers["location"]
    monkeypatch.setattr(resumable, "finish", lambda _context, _asks, held: held)
    send(here, address, 0, CONTENT)
    monkeypatch.undo()

    answers = [send(here, address, len(CONTENT), b"") for _ in range(2)]

    assert len({answer.headers["upload-scan"] for answer in answers}) == 1
    with here.context.database.read() as connection:
        assert connection.execute(select(func.count()).select_from(scan)).scalar_one() == 1


def test_parts_under_way_are_no_garbage(here: Served, address: str):
    send(here, address, 0, CONTENT[:500])
    part = hashlib.sha256(CONTENT[:500]).hexdigest()

    with here.context.database.read() as connection:
        assert kept.named(connection, [part]) == {part}


@pytest.mark.parametrize("offset", [0, 499, 501])
def test_a_part_that_does_not_fit_is_refused_and_nothing_is_lost(here: Served, address: str, offset: int):
    send(here, address, 0, CONTENT[:500])

    answer = send(here, address, offset, CONTENT[500:])

    assert problem(answer) == (409, "wrong_offset")
    assert answer.json()["facts"] == {"offset": "500"}
    assert ask(here, address).headers["upload-offset"] == "500"


def test_more_than_was_announced_is_refused(here: Served, address: str):
    answer = send(here, address, 0, CONTENT + b"x")

    assert problem(answer) == (413, "more_than_announced")
    assert answer.json()["facts"] == {"size": "1024"}
    assert ask(here, address).headers["upload-offset"] == "0"


def test_files_on_their_way_count_as_files_of_the_case(tmp_path: Path):
    here = served(tmp_path, case_files=2)
    case_id = here.case()
    first = begin(here, case_id)
    begin(here, case_id)

    refused = begin(here, case_id)

    assert problem(refused) == (413, "case_is_full")
    here.client.delete(first.headers["location"], headers={**here.as_(Role.CLERK), **TUS})
    assert begin(here, case_id).status_code == 201


def test_bytes_on_their_way_count_as_bytes_of_the_case(tmp_path: Path):
    here = served(tmp_path, case_bytes=2 * len(CONTENT))
    case_id = here.case()
    send(here, begin(here, case_id).headers["location"], 0, CONTENT)

    assert begin(here, case_id).status_code == 201
    assert problem(begin(here, case_id, 1)) == (413, "case_is_full")


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_part_that_fits_its_checksum_is_kept(here: Served, address: str, algorithm: str):
    digest = base64.b64encode(hashlib.new(algorithm, CONTENT).digest()).decode()

    answer = send(here, address, 0, CONTENT, **{"Upload-Checksum": f"{algorithm} {digest}"})

    assert answer.headers["upload-offset"] == str(len(CONTENT))


def test_a_part_that_does_not_fit_its_checksum_is_dropped(here: Served, address: str):
    digest = base64.b64encode(hashlib.sha256(b"other").digest()).decode()

    answer = send(here, address, 0, CONTENT, **{"Upload-Checksum": f"sha256 {digest}"})

    assert problem(answer) == (460, "checksum_mismatch")
    assert ask(here, address).headers["upload-offset"] == "0"


@pytest.mark.parametrize("said", ["md5 AAAA", "sha1", "sha1 !!", ""])
def test_a_checksum_that_is_none_is_refused(here: Served, address: str, said: str):
    assert problem(send(here, address, 0, CONTENT, **{"Upload-Checksum": said})) == (400, "bad_checksum")


@pytest.mark.parametrize("size", [0, 2001, -1, "x", "9" * 30, "", "１２"])
def test_a_length_that_is_none_is_refused(here: Served, case_id: str, size):
    name = base64.b64encode(b"a.jpg").decode()
    headers = {**here.as_(Role.CLERK), **TUS, "Upload-Metadata": f"filename {name}"}
    sent = [(k, v.encode()) for k, v in headers.items()] + [("Upload-Length", str(size).encode())]

    assert problem(here.client.post(f"/api/v1/cases/{case_id}/uploads", headers=sent)) == (422, "bad_length")


def test_another_version_of_the_protocol_is_refused(here: Served, case_id: str):
    assert problem(begin(here, case_id, **{"Tus-Resumable": "0.2.2"})) == (412, "wrong_protocol")


def test_another_kind_of_content_is_refused(here: Served, address: str):
    answer = send(here, address, 0, CONTENT, **{"Content-Type": "application/json"})

    assert problem(answer) == (415, "wrong_content_type")


def test_a_file_that_is_given_up_is_gone(here: Served, address: str):
    ended = here.client.delete(address, headers={**here.as_(Role.CLERK), **TUS})

    assert ended.status_code == 204
    assert ask(here, address).status_code == 404


def test_nobody_goes_on_with_what_another_began(here: Served, address: str):
    assert ask(here, address, Role.REVIEWER).status_code == 404


def test_what_nobody_goes_on_sending_is_forgotten(here: Served, address: str):
    with here.context.database.write() as connection:
        connection.execute(upload.update().values(created_at=0.0))

    assert resumable.forget_stale(here.context, 86_400) == 1
    assert ask(here, address).status_code == 404


def dies_before_the_scan(here: Served, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send all of a file to a process that dies between the last part and the scan."""
    with monkeypatch.context() as patch:
        patch.setattr(resumable, "take_in", lambda *_: (_ for _ in ()).throw(OSError("gone")))
        assert send(here, address, 0, CONTENT).status_code == 500


def scans_here(here: Served) -> int:
    with here.context.database.read() as connection:
        return connection.execute(select(func.count()).select_from(scan)).scalar_one()


def test_who_asks_how_far_a_whole_file_is_gets_its_scan(here: Served, address: str, monkeypatch):
    dies_before_the_scan(here, address, monkeypatch)

    answers = [ask(here, address) for _ in range(2)]

    assert [answer.headers["upload-offset"] for answer in answers] == [str(len(CONTENT))] * 2
    assert len({answer.headers["upload-scan"] for answer in answers}) == 1
    assert scans_here(here) == 1


def test_a_whole_file_becomes_a_scan_though_nobody_asks(here: Served, address: str, monkeypatch):
    dies_before_the_scan(here, address, monkeypatch)

    assert [resumable.finish_whole(here.context, print) for _ in range(2)] == [1, 0]
    assert scans_here(here) == 1
    assert "upload-scan" in ask(here, address).headers


def test_a_whole_file_that_is_no_scan_yet_is_never_forgotten(here: Served, address: str, monkeypatch):
    dies_before_the_scan(here, address, monkeypatch)
    with here.context.database.write() as connection:
        connection.execute(upload.update().values(created_at=0.0))

    assert resumable.forget_stale(here.context, 86_400) == 0
    assert resumable.finish_whole(here.context, print) == 1
    assert resumable.forget_stale(here.context, 86_400) == 1


def test_a_whole_file_that_finds_no_room_keeps_no_other_from_becoming_a_scan(here: Served, address: str, monkeypatch):
    dies_before_the_scan(here, address, monkeypatch)
    other = begin(here, here.case()).headers["location"]
    dies_before_the_scan(here, other, monkeypatch)
    first = address.rpartition("/")[2]
    told: list[object] = []
    real = resumable.take_in

    def full_for_the_first(context, asks, case_id, arrived, key):
        if key == f"resumable:{first}":
            raise TooMuch("case_is_full", files="1")
        return real(context, asks, case_id, arrived, key)

    monkeypatch.setattr(resumable, "take_in", full_for_the_first)

    assert resumable.finish_whole(here.context, lambda event, **facts: told.append((event, facts["code"]))) == 1
    assert told == [("upload_unfinished", "case_is_full")]


def test_what_came_before_a_break_is_kept(here: Served, address: str):
    headers = {**here.as_(Role.CLERK), **CHUNK, "Upload-Offset": "0"}

    broken_off(here, "PATCH", address, headers, CONTENT[:300])

    assert ask(here, address).headers["upload-offset"] == "300"


def test_what_came_before_a_break_is_not_kept_where_a_checksum_cannot_be_held_against_it(here: Served, address: str):
    digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    headers = {**here.as_(Role.CLERK), **CHUNK, "Upload-Offset": "0", "Upload-Checksum": f"sha256 {digest}"}

    broken_off(here, "PATCH", address, headers, CONTENT[:300])

    assert ask(here, address).headers["upload-offset"] == "0"
