"""Uploads over HTTP: limits at their last byte, names, keys, and forms that are none."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from served import Served, broken_off, files, problem, served
from sqlalchemy import func, select

from intake.domain.errors import StoreFull
from intake.service.access import Role
from intake.store.spool import Spool
from intake.store.tables import job, scan

BOUND = "limit-of-parts"
FORM = f"multipart/form-data; boundary={BOUND}"


@pytest.fixture
def here(tmp_path: Path) -> Served:
    return served(tmp_path, file_bytes=1000, request_bytes=200_000, request_files=4)


@pytest.fixture
def address(here: Served) -> str:
    return f"/api/v1/cases/{here.case()}/scans"


def count(here: Served, table) -> int:
    with here.context.database.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def blobs(here: Served) -> list[str]:
    return [blob.sha256 for blob in here.context.blobs.listed()]


def part(name: str, content: bytes = b"x") -> bytes:
    head = f'Content-Disposition: form-data; name="file"{name}\r\n\r\n'.encode()
    return f"--{BOUND}\r\n".encode() + head + content + b"\r\n"


def raw(
    here: Served, address: str, body: bytes | Iterator[bytes], kind: str = f"multipart/form-data; boundary={BOUND}"
):
    return here.client.post(address, headers=here.as_(Role.CLERK, Content_Type=kind), content=body)


def test_files_are_kept_and_wait_to_be_read(here: Served, address: str):
    answer = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one", b"two"))

    scans = answer.json()["scans"]
    assert answer.status_code == 201
    assert [here.context.blobs.read(each["sha256"]) for each in scans] == [b"one", b"two"]
    assert [each["state"] for each in scans] == ["queued", "queued"]
    assert count(here, job) == 2


def test_the_same_key_with_the_same_files_is_answered_again_and_nothing_is_done(here: Served, address: str):
    headers = here.as_(Role.CLERK, Idempotency_Key="k-1")
    first = here.client.post(address, headers=headers, files=files(b"one"))

    again = here.client.post(address, headers=headers, files=files(b"one"))

    assert (first.status_code, again.status_code, again.json()["is_repeat"]) == (201, 200, True)
    assert again.json()["scans"][0]["id"] == first.json()["scans"][0]["id"]
    assert count(here, scan) == 1


def test_the_same_key_with_other_files_is_refused(here: Served, address: str):
    headers = here.as_(Role.CLERK, Idempotency_Key="k-1")
    here.client.post(address, headers=headers, files=files(b"one"))

    assert problem(here.client.post(address, headers=headers, files=files(b"two"))) == (422, "key_reused")


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb"])
def test_a_key_that_is_none_is_refused(here: Served, address: str, key: str):
    answer = here.client.post(address, headers=here.as_(Role.CLERK, Idempotency_Key=key), files=files(b"one"))

    assert problem(answer) == (422, "bad_key")


def test_the_very_same_bytes_are_reported(here: Served, address: str):
    first = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one")).json()["scans"][0]

    second = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one", name="b.jpg")).json()

    assert second["scans"][0]["same_as"] == [first["id"]]


def test_the_same_bytes_in_a_case_that_is_not_theirs_are_not_reported(here: Served, address: str):
    here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one"))
    mine = here.case()

    seen = here.client.post(
        f"/api/v1/cases/{mine}/scans", headers=here.as_(Role.PARTY, cases=(mine,)), files=files(b"one")
    )

    assert seen.json()["scans"][0]["same_as"] == []


def test_two_files_of_one_name_are_two_scans(here: Served, address: str):
    answer = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one", b"two", name="same.jpg"))

    assert [each["name"] for each in answer.json()["scans"]] == ["same.jpg", "same.jpg"]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ([b"x" * 1000], 201),
        ([b"x" * 1001], (413, "file_too_large")),
        ([b"x"] * 4, 201),
        ([b"x"] * 5, (413, "too_many_files")),
    ],
    ids=["largest file", "file too large", "most files", "too many files"],
)
def test_limits_hold_at_their_last_byte(here: Served, address: str, sent, expected):
    answer = here.client.post(address, headers=here.as_(Role.CLERK), files=files(*sent))

    assert (answer.status_code if answer.status_code == 201 else problem(answer)) == expected


def test_limits_hold_without_a_length_and_leave_nothing(here: Served, address: str):
    def endless() -> Iterator[bytes]:
        yield part('; filename="a.jpg"')[:-3]
        for _ in range(100):
            yield b"x" * 500

    answer = raw(here, address, endless())

    assert problem(answer) == (413, "file_too_large")
    assert blobs(here) == []
    assert list(here.context.blobs._making.iterdir()) == []


def test_a_request_that_announces_too_much_is_refused_at_once(here: Served, address: str):
    headers = here.as_(Role.CLERK, Content_Type=f"multipart/form-data; boundary={BOUND}", Content_Length="99999999999")

    answer = here.client.post(address, headers=headers, content=b"")

    assert problem(answer) == (413, "request_too_large")


def test_many_small_parts_are_too_large_together(tmp_path: Path):
    here = served(tmp_path, file_bytes=1000, request_bytes=2000, request_files=9)

    answer = here.client.post(
        f"/api/v1/cases/{here.case()}/scans", headers=here.as_(Role.CLERK), files=files(*[b"x" * 900] * 3)
    )

    assert problem(answer) == (413, "request_too_large")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (400, "malformed_form")),
        (f"--{BOUND}--\r\n".encode(), (422, "no_files")),
        (part('; filename="a"'), (400, "malformed_form")),
        (part("") + f"--{BOUND}--\r\n".encode(), (422, "unexpected_part")),
        (b"nothing of the kind", (400, "malformed_form")),
        (f"--{BOUND}\r\n".encode() + b"X-A: 1\r\n" * 50 + b"\r\nx", (400, "malformed_form")),
        (f"--{BOUND}\r\n".encode() + b"X-A: " + b"1" * 4300 + b"\r\n\r\nx", (400, "malformed_form")),
        (f"--{BOUND}\r\n: \r\n\r\nx\r\n--{BOUND}--".encode(), (400, "malformed_form")),
        (f"--{BOUND}\r\nX\r\n\r\nx\r\n--{BOUND}--".encode(), (400, "malformed_form")),
        (f"--{BOUND}\r\n\r\nx\r\n--{BOUND}--".encode(), (422, "unexpected_part")),
        (part('; filename="a"') * 1001, (413, "too_many_files")),
    ],
    ids=[
        "empty",
        "no parts",
        "cut",
        "no file",
        "no form",
        "headers",
        "long header",
        "no name",
        "no value",
        "bare",
        "1001",
    ],
)
def test_what_is_no_form_of_files_is_refused(here: Served, address: str, body: bytes, expected):
    assert problem(raw(here, address, body)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("application/json", (415, "wrong_content_type")),
        ("", (415, "wrong_content_type")),
        ("multipart/form-data", (400, "malformed_form")),
        ("multipart/form-data; boundary=", (400, "malformed_form")),
        ("multipart/form-data; boundary=" + "b" * 71, (400, "malformed_form")),
        ("multipart/mixed; boundary=b", (415, "wrong_content_type")),
    ],
)
def test_what_does_not_say_that_it_is_a_form_is_refused(here: Served, address: str, kind: str, expected):
    assert problem(raw(here, address, b"x", kind)) == expected


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\scans\\\\a.jpg", "a.jpg"),
        ("..", "scan"),
        ("", "scan"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("张三的身份证.jpg", "张三的身份证.jpg"),
        ("-rf.jpg", "-rf.jpg"),
        ("<script>.jpg", "<script>.jpg"),
        ("a\u200bb\u2028c.jpg", "abc.jpg"),
        ("CON.jpg", "CON.jpg"),
        ("x" * 4000 + ".jpg", "x" * 187 + "…" + "x" * 8 + ".jpg"),
    ],
)
def test_names_are_made_fit_to_be_shown(here: Served, address: str, sent: str, shown: str):
    body = part(f'; filename="{sent}"') + f"--{BOUND}--\r\n".encode()

    answer = raw(here, address, body).json()

    assert answer["scans"][0]["name"] == shown


def test_a_name_of_an_old_windows_is_understood(here: Served, address: str):
    head = b'Content-Disposition: form-data; name="file"; filename="' + "身份证.jpg".encode("gb18030") + b'"\r\n\r\n'

    answer = raw(here, address, f"--{BOUND}\r\n".encode() + head + f"x\r\n--{BOUND}--\r\n".encode())

    assert answer.json()["scans"][0]["name"] == "身份证.jpg"


def test_a_full_case_takes_no_more(tmp_path: Path):
    here = served(tmp_path, case_files=1)
    address = f"/api/v1/cases/{here.case()}/scans"
    here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one"))

    assert problem(here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"two"))) == (
        413,
        "case_is_full",
    )


def test_no_byte_is_taken_for_a_case_that_is_not_theirs(here: Served, address: str):
    answer = here.client.post(address, headers=here.as_(Role.CLERK, court="京0105"), files=files(b"one"))

    assert problem(answer) == (404, "no_such_thing")
    assert blobs(here) == []


def test_a_client_that_goes_away_leaves_nothing(here: Served, address: str):
    headers = here.as_(Role.CLERK, Content_Type=FORM)

    broken_off(here, "POST", address, headers, part('; filename="a.jpg"', b"x" * 900)[:-5])

    assert (count(here, scan), blobs(here), list(here.context.blobs._making.iterdir())) == (0, [], [])


def test_the_same_request_sent_at_once_by_many_is_done_once(here: Served, address: str):
    headers = here.as_(Role.CLERK, Idempotency_Key="k-1")

    def send(_n: int) -> tuple[int, str]:
        answer = here.client.post(address, headers=headers, files=files(b"one"))
        return answer.status_code, answer.json()["scans"][0]["id"]

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))

    assert sorted(status for status, _ in answers) == [200, 200, 200, 201]
    assert len({scan_id for _, scan_id in answers}) == 1
    assert count(here, job) == 1


def test_files_of_one_name_that_come_at_once_are_kept_apart(here: Served, address: str):
    headers = here.as_(Role.CLERK)

    def send(n: int) -> str:
        answer = here.client.post(address, headers=headers, files=files(b"%d" % n, name="same.jpg"))
        return answer.json()["scans"][0]["sha256"]

    with ThreadPoolExecutor(4) as pool:
        digests = list(pool.map(send, range(4)))

    assert [here.context.blobs.read(digest) for digest in digests] == [b"0", b"1", b"2", b"3"]
    assert count(here, scan) == 4


def test_a_disk_that_is_full_is_said_and_leaves_nothing(here: Served, address: str, monkeypatch):
    def full(_self: object, _chunk: bytes) -> None:
        raise StoreFull

    monkeypatch.setattr(Spool, "write", full)
    answer = here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one"))
    monkeypatch.undo()

    assert problem(answer) == (507, "store_full")
    assert answer.headers["retry-after"] == "5"
    assert list(here.context.blobs._making.iterdir()) == []
    assert here.client.post(address, headers=here.as_(Role.CLERK), files=files(b"one")).status_code == 201
