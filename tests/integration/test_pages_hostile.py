"""Hostile and broken files end as one stable error each, in bounded time, with every process gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile
import pytest
from kin import born, decoding_s, is_running

from intake.domain.errors import UnreadableSource
from intake.domain.messages import Language, sentence
from intake.pages.decode import decode
from intake.pages.limits import LIMITS, Limits
from intake.pages.nursery import nursery

pytestmark = pytest.mark.integration

QUICK = Limits(page_seconds=20.0, page_cpu_seconds=1)
SCARCE = Limits(memory_mb=200)

BAD = [
    ("empty", lambda: b"", LIMITS, "empty_file"),
    ("text_named_jpg", "调解书正文 not a picture\n".encode, LIMITS, "unknown_format"),
    ("truncated_jpeg", lambda: hostile.jpeg()[:4000], LIMITS, "damaged_file"),
    ("jpeg_head_only", lambda: hostile.jpeg()[:20], LIMITS, "damaged_file"),
    ("truncated_png", lambda: hostile.noisy_png()[:2000], LIMITS, "damaged_file"),
    ("png_bomb", hostile.png_bomb, LIMITS, "page_too_large"),
    ("jpeg_that_claims", lambda: hostile.jpeg_that_claims(65_500), LIMITS, "page_too_large"),
    ("endless_strip", lambda: hostile.png(40_000, 10, b""), LIMITS, "page_too_large"),
    ("locked_pdf", hostile.locked_pdf, LIMITS, "encrypted_pdf"),
    ("long_pdf", hostile.long_pdf, LIMITS, "too_many_pages"),
    ("count_that_lies", hostile.pdf_whose_count_lies, LIMITS, "too_many_pages"),
    ("circular_kids", hostile.pdf_with_circular_kids, LIMITS, "looping_pdf"),
    ("circular_kids_far_down", hostile.pdf_with_circular_kids_far_down, LIMITS, "looping_pdf"),
    ("circular_tables", hostile.pdf_with_circular_tables, LIMITS, "looping_pdf"),
    ("circular_forms", hostile.pdf_with_circular_forms, LIMITS, "looping_pdf"),
    ("packed_circle", hostile.pdf_with_packed_circle, LIMITS, "looping_pdf"),
    ("circular_pattern", hostile.pdf_with_circular_pattern, LIMITS, "looping_pdf"),
    ("pages_not_counted", lambda: hostile.pdf_that_counts(1), LIMITS, "damaged_file"),
    ("inflated_picture", hostile.pdf_with_inflated_picture, LIMITS, "page_too_large"),
    ("starved_pdf", hostile.pdf_that_laughs, Limits(memory_mb=250), "decoder_out_of_memory"),
    ("torn_pdf", lambda: b"%PDF-1.7\n" + bytes(500), LIMITS, "damaged_file"),
    ("broken_directory", hostile.tiff_with_broken_directory, LIMITS, "damaged_file"),
    ("endless_directory", hostile.tiff_with_endless_directory, LIMITS, "damaged_file"),
    ("long_tiff", lambda: hostile.tiff(201), LIMITS, "too_many_pages"),
    ("laughing_pdf", hostile.pdf_that_laughs, QUICK, "decoder_timeout"),
    ("scan_flood", hostile.jpeg_scan_flood, QUICK, "decoder_timeout"),
    ("too_little_memory", lambda: hostile.png_of(8000), SCARCE, "decoder_out_of_memory"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "limits", "code"), [b[1:] for b in BAD], ids=[b[0] for b in BAD])
def test_a_bad_file_has_its_own_error_and_sentence(make: Callable[[], bytes], limits: Limits, code: str):
    with pytest.raises(UnreadableSource) as raised:
        list(decode(make(), limits))

    assert raised.value.code == code
    assert sentence(code, raised.value.facts, Language.ZH)


@pytest.mark.parametrize("make", [hostile.long_pdf, hostile.pdf_whose_count_lies, hostile.png_bomb])
def test_floods_and_bombs_are_refused_before_anything_is_drawn(make: Callable[[], bytes]):
    content = make()
    before = decoding_s()

    with pytest.raises(UnreadableSource):
        list(decode(content))

    assert decoding_s() - before < 2.0


@pytest.mark.parametrize(
    "make",
    [hostile.tiff_with_broken_second_page, hostile.tiff_that_loops, hostile.pdf_with_a_missing_page],
    ids=["tiff", "tiff_loop", "pdf"],
)
def test_pages_before_the_broken_one_are_read(make: Callable[[], bytes]):
    pages = decode(make())

    first = next(pages)

    assert first.number == 1
    with pytest.raises(UnreadableSource, match="damaged_file"):
        next(pages)


def test_a_page_that_claims_to_be_huge_is_drawn_within_the_limit():
    (page,) = decode(hostile.huge_pdf_page(), Limits(megapixels=10))

    assert 5e6 < page.width * page.height <= 10e6


def test_time_is_counted_by_the_clock_too():
    started = time.monotonic()

    with pytest.raises(UnreadableSource, match="decoder_timeout"):
        list(decode(hostile.pdf_that_laughs(), Limits(page_seconds=-19.0, page_cpu_seconds=60)))

    assert time.monotonic() - started < 10


def test_a_child_killed_from_outside_is_an_error_of_the_file():
    decoding = born()
    pages = decode(hostile.tiff(200))
    next(pages)

    for child in decoding():
        os.kill(child, 11)

    with pytest.raises(UnreadableSource, match="decoder_crashed"):
        list(pages)


def test_nothing_runs_on_when_the_reader_stops_early():
    decoding = born()
    pages = decode(hostile.tiff(200))
    next(pages)
    before = decoding()

    pages.close()

    assert before
    assert not decoding()


def test_the_child_dies_with_its_parent_even_in_the_middle_of_its_work():
    program = (
        "import os, sys, threading, time; sys.path.insert(0, 'tests'); import hostile; "
        "from intake.pages.decode import decode; "
        "threading.Thread(target=lambda: next(decode(hostile.jpeg_scan_flood())), daemon=True).start(); time.sleep(2); "
        "from kin import nursery, children; home = nursery().pid; "
        "print(home, *children(home), flush=True); os._exit(0)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    home, *decoding = ran.stdout.split()
    assert decoding
    assert not [pid for pid in (home, *decoding) if is_running(pid)]


def test_files_are_decoded_from_one_nursery_and_leave_it_empty():
    decoding = born()
    home = nursery().pid

    for _ in range(3):
        assert len(list(decode(hostile.jpeg()))) == 1

    assert nursery().pid == home
    assert not decoding()


def test_a_nursery_that_was_killed_is_followed_by_another():
    pages = decode(hostile.tiff(200))
    next(pages)

    os.kill(nursery().pid, signal.SIGKILL)

    with pytest.raises(UnreadableSource, match="decoder_"):
        list(pages)
    assert len(list(decode(hostile.jpeg()))) == 1


def test_threads_share_a_nursery_and_each_gets_its_own_file():
    sides = range(40, 160, 8)

    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda side: [page.width for page in decode(hostile.jpeg(side))], sides)

    assert list(found) == [[side] for side in sides]


def test_a_process_that_is_forked_has_a_nursery_of_its_own():
    home = nursery().pid
    ours, theirs = os.pipe()
    if not (child := os.fork()):
        pages = len(list(decode(hostile.jpeg())))
        os.write(theirs, f"{nursery().pid} {pages}".encode())
        os._exit(0)
    os.waitpid(child, 0)

    other, pages = map(int, os.read(ours, 32).split())

    assert other != home
    assert pages == 1
    assert len(list(decode(hostile.jpeg()))) == 1
    assert nursery().pid == home
    assert not is_running(str(other))


PROBE = """
import os, socket, sys
from intake.pages import sandbox
from intake.pages.limits import LIMITS
sandbox.limit(LIMITS)
sandbox.lock()
attempts = {
    "open": lambda: open("/etc/passwd"),
    "write": lambda: open("/tmp/intake-probe", "w"),
    "socket": socket.socket,
    "fork": os.fork,
    "execute": lambda: os.execv("/bin/true", ["true"]),
    "signal": lambda: os.kill(os.getppid(), 0),
    "list": lambda: os.listdir("/"),
    "pipe": os.pipe,
}
for name, attempt in attempts.items():
    try:
        attempt()
    except OSError:
        os.write(1, (name + " ").encode())
"""


def test_a_locked_process_reaches_nothing():
    ran = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["open", "write", "socket", "fork", "execute", "signal", "list", "pipe"]


def test_fonts_can_be_read_and_nothing_beside_them(tmp_path: Path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "a").write_text("glyphs")
    (tmp_path / "b").write_text("secret")
    program = (
        "import sys; from intake.pages import sandbox; root = sys.argv[1]; sandbox.lock([root + '/fonts']); "
        "print(open(root + '/fonts/a').read()); open(root + '/b')"
    )

    ran = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=False)

    assert ran.stdout == "glyphs\n"
    assert "PermissionError" in ran.stderr
