"""Logs say what happened and to which id; nothing that a paper or a person says gets through."""

from __future__ import annotations

import io
import json
import logging
import uuid

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from intake.logs import REFUSED, configure, harmless, is_harmless

PRIVATE = (
    "张三",
    "Zhang",
    "ZHANG",
    "zhang san",
    "6222020200112233445",
    "622202020011223344",
    "330106199001011234",
    "91330106MA27X12345",
    "13800138000",
    "E12345678",
    "e12345678",
    "486320.50",
    "1990-01-01",
    "（2023）浙0106执1234号",
    "scan of my card.jpg",
    "line\nbreak",
    "\x1b[31m",
    "a" * 97,
    "",
    "1234567890123456",
)


@pytest.fixture
def lines() -> io.StringIO:
    stream = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    configure(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers = handlers
    root.setLevel(level)


def only(stream: io.StringIO) -> dict[str, object]:
    (line,) = stream.getvalue().splitlines()
    return json.loads(line)


def test_an_event_is_one_line_with_codes_ids_and_numbers(lines):
    document = str(uuid.uuid4())

    structlog.get_logger().info("stage_done", stage="ocr", ms=41, document=document, ok=True, score=0.5)

    told = only(lines)
    assert told.pop("timestamp").endswith("Z")
    assert told == {
        "event": "stage_done",
        "level": "info",
        "stage": "ocr",
        "ms": 41,
        "document": document,
        "ok": True,
        "score": 0.5,
    }


@pytest.mark.parametrize("private", PRIVATE)
def test_what_is_private_is_refused_wherever_it_stands(lines, private):
    log = structlog.get_logger()
    log.info("seen", value=private, many=[private, "ocr"], deep={"a": private}, obj=Exception(private))
    log.info(private)
    log.info("seen", **{private: 1})

    told = [json.loads(line) for line in lines.getvalue().splitlines()]

    assert len(told) == 3
    assert told[0]["many"] == [REFUSED, "ocr"]
    assert told[0]["value"] == told[0]["deep"] == told[0]["obj"] == told[1]["event"] == REFUSED
    assert told[2][REFUSED] == 1
    assert not private or private not in lines.getvalue()


@pytest.mark.parametrize("number", [6222020200112233445, -13800138000, 10**9, 1e10, float("inf"), float("nan")])
def test_long_numbers_are_refused(number):
    assert harmless(number) == REFUSED


@pytest.mark.parametrize(
    "text", ["stage_done", "intake.store.blobs", "/api/v1/cases/{case_id}", "v1.2.3", "ab" * 32, "0" * 32]
)
def test_codes_and_ids_pass(text):
    assert is_harmless(text)


@given(st.from_regex(r"\A[0-9]{6,30}\Z"))
def test_no_run_of_digits_passes(digits):
    assert not is_harmless(digits)
    assert not is_harmless("a" + digits)


@given(st.text(st.characters(min_codepoint=0x80), min_size=1))
def test_no_letter_beyond_ascii_passes(text):
    assert not is_harmless(text)
    assert not is_harmless("code_" + text)


def test_an_exception_is_its_type_and_place_never_its_message(lines):
    try:
        int("张三 6222020200112233445")
    except ValueError:
        structlog.get_logger().exception("task_failed", job=7)

    told = only(lines)
    assert told["error"] == "ValueError"
    assert told["raised"][0].startswith("unit/test_logs.py:")
    assert "张三" not in lines.getvalue()
    assert "6222" not in lines.getvalue()


@pytest.mark.parametrize("given", [False, None, "text"])
def test_without_an_exception_nothing_is_said_of_one(lines, given):
    structlog.get_logger().info("seen", exc_info=given)

    assert "error" not in only(lines)


def test_of_a_library_only_the_place_is_told(lines):
    error = KeyError("张三")

    logging.getLogger("sqlalchemy.engine").error("values %s", "张三", exc_info=error)

    told = only(lines)
    assert (told["event"], told["level"], told["logger"]) == ("library_message", "error", "sqlalchemy.engine")
    assert told["at"].startswith("unit/test_logs.py:")
    assert told["error"] == "KeyError"
    assert "张三" not in lines.getvalue()


def test_chatter_of_libraries_is_left_out(lines):
    logging.getLogger("uvicorn").info("Started")

    assert lines.getvalue() == ""
