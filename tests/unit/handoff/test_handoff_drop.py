"""A folder between two programs: dropped once whatever dies, read back as an outcome, never half there."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import string
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from handoffs import message, named
from hypothesis import given, settings
from hypothesis import strategies as st
from old_program import OldProgram, ack, rows
from relay import Row, act

from intake.handoff import files
from intake.handoff.columns import Encoding, table
from intake.handoff.drop import DropCourier, file_name, prepare
from intake.handoff.outcome import NOT_FOUND, Outcome, accepted, busy, mismatch, refused, unknown
from intake.handoff.signature import Secret
from intake.handoff.steps import Move

SECRET = Secret("2026-07", bytes(32))
NAME = file_name(message())
YES = accepted("凭证0007")


def courier(folder: Path, encoding: Encoding = Encoding.GB18030) -> DropCourier:
    prepare(folder)
    return DropCourier(folder, SECRET, encoding, 86_400.0)


def dropped(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "outbox").iterdir()}


@pytest.mark.parametrize("encoding", Encoding)
def test_a_message_is_dropped_as_json_signature_and_table(tmp_path: Path, encoding: Encoding):  # S41
    outcome = courier(tmp_path, encoding).send(message())

    assert outcome == busy("dropped")
    assert set(dropped(tmp_path)) == {f"{NAME}.{end}" for end in ("json", "sig", "csv")}
    assert dropped(tmp_path)[f"{NAME}.json"] == message().body
    assert dropped(tmp_path)[f"{NAME}.csv"] == table(message(), encoding)


def test_the_signature_holds_message_and_table_together(tmp_path: Path):
    courier(tmp_path).send(message())
    found = dropped(tmp_path)

    sealed = json.loads(found[f"{NAME}.sig"])
    digests = [hashlib.sha256(found[f"{NAME}.{end}"]).hexdigest() for end in ("json", "csv")]
    text = "\n".join(["intake-file-hmac-sha256-v1", message().wire_key, *digests])
    assert sealed["signature"] == hmac.new(SECRET.value, text.encode(), "sha256").hexdigest()
    assert [sealed["json_sha256"], sealed["csv_sha256"]] == digests


def test_sending_again_changes_no_byte(tmp_path: Path):  # S41
    courier(tmp_path).send(message())
    before = dropped(tmp_path)

    again = courier(tmp_path, Encoding.UTF8)  # a setting that was changed meanwhile

    assert again.send(message()) == busy("dropped")
    assert dropped(tmp_path) == before


def test_a_table_that_was_taken_away_is_not_dropped_again(tmp_path: Path):  # S41, S50
    program = OldProgram(tmp_path)
    for _ in range(3):
        courier(tmp_path).send(message())
        program.run(answers=False)

    assert courier(tmp_path).ask(message()) == busy("dropped")
    assert program.paid == {"r1": 1}


def test_the_way_there_and_back(tmp_path: Path):  # S40, S41
    row = Row(message())
    act(row, courier(tmp_path), 0.0, 0.5)
    OldProgram(tmp_path).run()
    act(row, courier(tmp_path), 60.0, 0.5)

    assert (row.outcomes, row.move) == ([busy("dropped"), YES], Move.DONE)


def test_a_slip_is_read_when_the_same_is_sent_again(tmp_path: Path):
    courier(tmp_path).send(message())
    OldProgram(tmp_path).run()

    assert courier(tmp_path).send(message()) == YES
    assert dropped(tmp_path) == {}


ROW = rows(table(message(), Encoding.GB18030), "gb18030")
SLIPS = {
    "ack": ({"ack": ack(ROW)}, YES),
    "ack with spaces": ({"ack": ack(ROW).replace("=", " = ")}, YES),
    "half an ack": ({"ack": ack(ROW)[:-5]}, busy("half_written")),
    "an empty ack": ({"ack": ""}, busy("half_written")),
    "wrong amount": ({"ack": ack(ROW, amount="1.00")}, mismatch("echo_amount")),
    "wrong payee": ({"ack": ack(ROW, payee_sha256="0" * 64)}, mismatch("echo_payee")),
    "wrong key": ({"ack": ack(ROW, key="release%3Ax")}, mismatch("echo_key")),
    "no key": ({"ack": "end"}, mismatch("echo_key")),
    "two amounts": ({"ack": f"amount=1.00\r\n{ack(ROW)}"}, mismatch("echo_key")),
    "no reference": ({"ack": ack(ROW, reference="")}, mismatch("nonsense")),
    "err": ({"err": f"key={ROW['key']}\ncode=account_closed\nend\n"}, refused("account_closed")),
    "err without a code": ({"err": f"key={ROW['key']}\nend\n"}, mismatch("nonsense")),
    "both": ({"ack": ack(ROW), "err": f"key={ROW['key']}\ncode=x\nend\n"}, mismatch("ack_and_err")),
}


@pytest.mark.parametrize("encoding", Encoding)
@pytest.mark.parametrize(("slips", "outcome"), SLIPS.values(), ids=SLIPS.keys())
def test_what_a_slip_means(tmp_path: Path, slips: dict[str, str], outcome: Outcome, encoding: Encoding):  # S41
    courier(tmp_path).send(message())
    for end, text in slips.items():
        (tmp_path / "answers" / f"{NAME}.{end}").write_bytes(text.encode(encoding))

    assert courier(tmp_path, encoding).ask(message()) == outcome


@pytest.mark.parametrize("encoding", Encoding)
def test_a_slip_in_no_encoding_is_for_a_person(tmp_path: Path, encoding: Encoding):
    courier(tmp_path).send(message())
    (tmp_path / "answers" / f"{NAME}.ack").write_bytes(b"\xff\xff\nend\n")

    assert courier(tmp_path, encoding).ask(message()) == mismatch("nonsense")


@pytest.mark.parametrize("encoding", Encoding)
def test_a_slip_that_is_being_written_is_waited_for(tmp_path: Path, encoding: Encoding):
    whole = ack(ROW).encode(encoding)
    sender = courier(tmp_path, encoding)
    sender.send(message())
    outcomes = set()
    for length in range(0, len(whole) - len(b"end\r\n"), 3):
        (tmp_path / "answers" / f"{NAME}.ack").write_bytes(whole[:length])
        outcomes.add(sender.ask(message()))

    assert outcomes == {busy("half_written")}


def test_a_slip_is_not_guessed_at(tmp_path: Path):  # 凭证 in GB18030 is good UTF-8 too, for other letters
    courier(tmp_path).send(message())
    (tmp_path / "answers" / f"{NAME}.ack").write_bytes(ack(ROW).encode("gb18030"))

    assert courier(tmp_path).ask(message()).detail == "凭证0007"


def test_a_slip_that_is_a_link_or_a_pipe_is_not_read(tmp_path: Path):
    courier(tmp_path).send(message())
    os.mkfifo(tmp_path / "answers" / f"{NAME}.ack")

    assert courier(tmp_path).ask(message()) == busy("folder_unavailable")


def test_a_table_that_waits_in_our_folder_is_not_found_and_put_out_when_sent_again(tmp_path: Path, monkeypatch):
    with monkeypatch.context() as patched:
        here = courier(tmp_path)
        fails_at(patched, CALLS.index("replace", 9), OSError(5, "Input/output error"))
        here.send(message())

    assert here.ask(message()) == unknown(NOT_FOUND)
    assert here.send(message()) == busy("dropped")


def test_what_was_dropped_and_is_kept_no_more_is_for_a_person(tmp_path: Path):  # S50
    courier(tmp_path).send(message())
    for path in (tmp_path / "kept").iterdir():
        path.unlink()

    assert courier(tmp_path).ask(message()) == mismatch("not_kept")


def test_other_bytes_under_a_known_key_are_not_dropped(tmp_path: Path):
    courier(tmp_path).send(message())
    before = dropped(tmp_path)

    assert courier(tmp_path).send(named("李四")) == mismatch("other_bytes")
    assert dropped(tmp_path) == before


def test_a_name_that_no_table_can_carry_is_for_a_person(tmp_path: Path):
    assert courier(tmp_path).send(named("张\n三")) == mismatch("unfit_for_table")
    assert dropped(tmp_path) == {}


def test_a_folder_that_is_gone_is_a_core_that_is_away(tmp_path: Path):
    away = DropCourier(tmp_path / "share", SECRET, Encoding.UTF8, 1.0)

    assert away.send(message()) == unknown("folder_unavailable", reached=False)


def test_two_at_once_do_not_disturb_each_other(tmp_path: Path):
    here = courier(tmp_path)
    with files.locked(tmp_path / "kept" / f"{NAME}.lock"):
        outcome = here.send(message())

    assert outcome == unknown("folder_unavailable", reached=False)
    assert here.send(message()) == busy("dropped")


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=20))
def test_file_names_are_plain_whatever_the_key(key: str):
    try:
        made = replace(message(), key=f"release:{key}")
    except (ValueError, UnicodeEncodeError):
        return

    assert set(file_name(made)) <= set(string.hexdigits.lower())
    assert len(file_name(made)) == 32


class Died(BaseException):
    """The process is gone at this very call."""


def fails_at(monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException) -> list[str]:
    """Let the call to the disk with that number fail, and all after it; return the calls that were made."""
    made: list[str] = []

    def counted(name: str):
        real = getattr(os, name)

        def call(*args: object) -> object:
            if len(made) == step:
                raise error
            made.append(name)
            return real(*args)

        return call

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, counted(name))
    return made


CALLS = ["fsync", "replace", "fsync"] * 5 + ["replace", "fsync", "fsync"]
"""Three files kept, two put out, and the table moved: whole before it has a name, lasting before the next."""


def test_files_last_before_the_next_step_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # F19
    made = fails_at(monkeypatch, -1, Died())

    courier(tmp_path).send(message())

    assert made == CALLS


@dataclass(frozen=True)
class Copying:
    """A broken courier: it writes the table into the outbox every time it sends."""

    folder: Path
    inner: DropCourier

    def send(self, message):
        files.write(self.folder / "outbox" / f"{file_name(message)}.csv", table(message, Encoding.GB18030))
        return self.inner.ask(message)


def paid_after_deaths(folder: Path, monkeypatch: pytest.MonkeyPatch, sending, steps: int) -> list[int]:
    """Let the sender die at each call to the disk, the program run, the sender come back, the program run again."""
    counts = []
    for step in range(steps):
        here = folder / str(step)
        program = OldProgram(here)
        with monkeypatch.context() as patched:
            sender = sending(here)
            fails_at(patched, step, Died())
            with pytest.raises(Died):
                sender.send(message())
        program.run(answers=False)
        sender.send(message())
        program.run(answers=False)
        counts.append(program.paid["r1"])
    return counts


def test_a_death_at_any_step_leaves_one_payment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # F35, S41, S50
    assert Counter(paid_after_deaths(tmp_path, monkeypatch, courier, len(CALLS))) == {1: len(CALLS)}


def test_a_table_that_is_copied_is_paid_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # its teeth
    counts = paid_after_deaths(tmp_path, monkeypatch, lambda here: Copying(here, courier(here)), 3)

    assert max(counts) == 2


@pytest.mark.parametrize("step", range(len(CALLS)))
def test_a_full_disk_is_told_apart_from_a_table_that_may_be_out(tmp_path: Path, monkeypatch, step: int):  # F16
    with monkeypatch.context() as patched:
        here = courier(tmp_path)
        fails_at(patched, step, OSError(28, "No space left on device"))
        outcome = here.send(message())

    is_out = f"{NAME}.csv" in dropped(tmp_path)
    assert outcome.detail == "folder_unavailable"
    assert outcome.reached or not is_out
    assert courier(tmp_path).send(message()) == busy("dropped")
