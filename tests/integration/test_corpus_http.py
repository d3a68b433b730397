"""Bad files, names, requests and words go into the running service; it stays up, says how each ended, and no more."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import handoffs
import pytest
from corpus.injection import PAYLOADS
from corpus.item import READ, Item
from corpus.names import DISPOSITIONS, form
from corpus.requests import Address, requests
from corpus.service import LEAKS, Service, service
from corpus.table import CLASSES

from intake.handoff.columns import COMPUTES, Encoding, Unfit, table
from intake.service.names import LONGEST

pytestmark = pytest.mark.integration

SHARES = {"A": 6, "B": 1, "C": 10, "D": 50, "E": 3, "F": 3, "G": 2, "H": 7, "I": 3, "J": 1, "K": 2, "N": 3, "O": 1}
"""Every how many items of a class are sent."""
OURS = re.compile(
    r"[0-9a-f]{2,64}|tmp[a-z0-9_]{8}|blobs?|making|kept|staging|temp|intake\.db(-[a-z]+)?|data|keys|digest|lock"
)
SHOWN = {"Content-Type", "X-Content-Type-Options", "Content-Security-Policy"}
GROWN_MB = 50.0
PATIENCE_S = 20.0  # what a client may take that stops in the middle of a body; the others are answered at once
AT_ONCE = 16  # requests under way; the service takes 32 uploads


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("corpus")) as made:
        yield made


def test_files_of_every_class_end_in_their_state_and_it_is_noted(running: Service):
    items = [each for name, step in SHARES.items() for each in CLASSES[name][0]()[::step] if _is_ordinary(each)]
    before = running.resident_mb()

    ids = running.send([(each.filename, each.make()) for each in items])
    running.settled()
    shown, noted = running.seen(ids), running.noted()

    ended = [each["error"]["code"] if each["error"] else each["state"] for each in shown]
    wrong = [f"{i.name}: {end}" for i, end in zip(items, ended, strict=True) if end not in i.expected]
    sys.stdout.write(f"over HTTP  {len(ended)}: {Counter(ended)}\n")
    assert not wrong
    assert [noted[scan] for scan in ids] == ended
    assert all(
        each["error"]["message"] and each["error"]["message_en"] for each in shown if each["state"] == "rejected"
    )
    assert Counter(ended)[READ] > 50
    assert running.resident_mb() - before < GROWN_MB
    running.quiet()


def _is_ordinary(each: Item) -> bool:
    """Leave out what needs limits of its own, and what takes minutes to look at."""
    return each.limits.megapixels == 80 and (each.pages or 1) < 100


def test_names_are_made_fit_to_be_shown_and_never_reach_the_disk(running: Service):  # S52
    path, token = running.path, running.token()
    shown: dict[str, str] = {}
    with running.client() as client:
        for name, disposition in DISPOSITIONS.items():
            headers = {"Authorization": f"Bearer {token}", "Content-Type": "multipart/form-data; boundary=b0undary"}
            answer = client.post(f"http://127.0.0.1:{running.port}{path}", content=form(disposition, name.encode()),
                                 headers=headers)  # fmt: skip
            assert answer.status_code in {201, 400, 422}, (name, answer.text)
            if answer.status_code == 201:
                shown[name] = answer.json()["scans"][0]["name"]
            else:
                assert answer.json()["code"] in {"malformed_form", "unexpected_part"}
    running.settled()

    assert len(shown) > 35
    assert [name for name, said in shown.items() if not _is_fit(said)] == []
    assert shown["gbk"] == "执行裁定书.jpg"
    assert _strangers(running.world.folder / "data") == []
    running.quiet()


def _is_fit(name: str) -> bool:
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    seen = all(unicodedata.category(char) not in hidden for char in name)
    return 0 < len(name) <= LONGEST and seen and "/" not in name and "\\" not in name and set(name) != {"."}


def _strangers(folder: Path) -> Sequence[str]:
    """Return the files that have another name than we give."""
    return [path.name for path in folder.rglob("*") if not OURS.fullmatch(path.name)]


def test_requests_that_nobody_sends_are_refused_or_closed(running: Service):
    made = requests(Address(running.path, ""))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = dict(zip(made, pool.map(lambda name: _asked(running, name), made), strict=True))

    wrong = {name: status for name, (status, _) in said.items() if status not in made[name].statuses}
    slow = {name: seconds for name, (_, seconds) in said.items() if seconds > PATIENCE_S}
    sys.stdout.write(f"M  {len(said)}: {Counter(status for status, _ in said.values())}\n")
    assert len(made) == 40
    assert not wrong
    assert not slow
    running.quiet()


def _asked(running: Service, name: str) -> tuple[int, float]:
    """Send one request, with a token of its own."""
    return running.said(requests(Address(running.path, running.token()))[name].content, PATIENCE_S + 10)


def test_what_papers_say_is_shown_as_text_and_written_nowhere_else(running: Service):  # S52, S53
    scans = {
        name: running.send([("p.json", json.dumps({"lines": [said, f"户名：{said}"]}).encode())])[0]
        for name, said in PAYLOADS.items()
    }
    running.settled()

    with running.client() as client:
        for name, scan in scans.items():
            answers = [client.get(f"/scans/{scan}/pages")]
            documents = client.get(f"/scans/{scan}").json()["documents"]
            answers += [client.get(f"/documents/{each}") for each in documents]
            lines = [line["text"] for line in answers[0].json()["items"][0]["lines"]]
            field = answers[1].json()["fields"]["account_name"]
            assert PAYLOADS[name] in lines
            assert field["raw"]
            for answer in answers:
                assert answer.headers["content-type"] == "application/json"
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert "sandbox" in answer.headers["content-security-policy"]
    for process in (running.api, running.worker):
        said = process.log.read_text("utf-8")
        assert not [payload for payload in PAYLOADS.values() if payload in said]
    running.quiet()


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_papers_say_is_no_formula_in_a_table(name: str):
    try:
        written = table(handoffs.named(PAYLOADS[name]), Encoding.UTF8).decode("utf-8-sig")
    except Unfit:
        return  # a person must hand it over

    head, values = csv.reader(io.StringIO(written))
    assert len(head) == len(values)
    assert not [value for value in values if value[:1] in COMPUTES]


def test_an_answer_that_says_where_we_are_would_be_seen():
    assert LEAKS.search('{"detail": "Traceback (most recent call last)"}')
    assert LEAKS.search("/usr/lib/python3/module.py")
    assert not LEAKS.search('{"code": "damaged_file", "detail": "文件已损坏"}')
