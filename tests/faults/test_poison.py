"""Files that end, fill or keep busy what decodes them are rejected; their worker lives, and no decoder is left over."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path

import hostile
import pytest
from corpus.decompression import page_of, strokes
from servers.process import children
from sqlalchemy import select
from world import IS_SOAK, TIMES, Background, World

from intake.domain.states import ScanState
from intake.store.tables import scan

pytestmark = pytest.mark.integration

GOOD, BLOCK = 50 if IS_SOAK else 20, 5  # files, with bad ones among them and without
SLOWER, SLACK_S, BUSY_S = 1.2, 0.02, 0.5
REJECTED_S = 25.0
SIDE = 13_000  # 169 megapixels in half a megabyte, 507 MB of pixels
PACKED = b" /Filter /FlateDecode"
MEMORY_MB = 400
ROOMY = ("megapixels=400", "page_cpu_seconds=20")  # so that memory is what stops a file
ENOUGH_MB = 1200
SOON_S = 10.0  # far less than a busy decoder has
BOUNDED = {"decoder_out_of_memory", "decoder_timeout", "page_too_large", "damaged_file"}


def dying(number: int) -> bytes:
    return hostile.DIES + b"%d" % number


def flood(number: int) -> bytes:
    """Return a picture of 169 megapixels, another one for every number."""
    side = SIDE + number
    return hostile.png(side, side, hostile.packed_zeros(1 + side * 3, side))


def ends(world: World) -> Sequence[str]:
    """Return how scans ended, in the order in which they came: their state, or the code of what was wrong."""
    with world.context.database.read() as connection:
        rows = connection.execute(select(scan.c.state, scan.c.error_code).order_by(scan.c.id)).all()
    return [code if state == ScanState.REJECTED else state for state, code in rows]


def decoders(worker: Background) -> list[int]:
    """Return the processes that decode for a worker: children of its nursery."""
    return [pid for nurse in children(worker.pid) for pid in children(nurse)]


def read_all(world: World, worker: Background, within_s: float = 120) -> Sequence[str]:
    """Let a worker read what waits, by itself and to the end; returns how it ended."""
    before = worker.ready(120).pid
    world.wait(world.is_done, within_s * TIMES)
    assert worker.is_running
    assert (worker.pid, decoders(worker)) == (before, [])
    worker.kill()
    return ends(world)


def spans(worker: Background) -> Sequence[float]:
    """Return the seconds that each scan took, in the order in which they were read; the last may not be said yet."""
    at = [float(each["at"]) for name in ("worker_ready", "job_done") for each in worker.events(name)]
    return [after - before for before, after in pairwise(at)]


def test_a_file_that_ends_its_decoder_is_rejected_and_the_others_are_read(embedded: World):
    """F21: at the first attempt, because the same decoder would end by it again."""
    for number in range(2 * GOOD):
        if _is_among(number) and number % BLOCK == 0:
            embedded.put(dying(number))
        embedded.put(hostile.jpeg(150))
    worker = embedded.reader("dying")

    came = read_all(embedded, worker)

    assert [came.count("read"), came.count("decoder_crashed")] == [2 * GOOD, GOOD // BLOCK]
    assert embedded.attempts() == [1] * len(came)
    good = [span for span, end in zip(spans(worker), came, strict=False) if end == "read"]
    among = sorted(span for number, span in enumerate(good) if _is_among(number))
    alone = sorted(span for number, span in enumerate(good) if not _is_among(number))
    late, middle = GOOD * 95 // 100 - 1, GOOD // 2
    sys.stdout.write(f"F21  alone p95 {alone[late]:.3f} s, median {alone[middle]:.3f} s; "
                     f"among bad files {among[late]:.3f} s, {among[middle]:.3f} s\n")  # fmt: skip
    assert among[middle] <= SLOWER * alone[middle] + SLACK_S
    assert among[late] <= SLOWER * alone[late] + BUSY_S
    embedded.holds()


def _is_among(number: int) -> bool:
    """Say whether a good file comes in a block that begins with a bad one; blocks take turns on a busy machine."""
    return number // BLOCK % 2 == 1


def test_without_a_decoder_of_its_own_such_a_file_ends_the_worker(embedded: World):
    embedded.put(dying(0))
    worker = embedded.reader("inside").ready(120)
    embedded.wait(lambda: not worker.is_running, 30)

    assert ends(embedded) == ["queued"]


@contextmanager
def watched(worker: Background) -> Iterator[list[int]]:
    """Note the largest memory, in MB, that a decoder of a worker has."""
    most, over = [0], threading.Event()

    def watch() -> None:
        while not over.wait(0.01):
            for pid in decoders(worker) if worker.is_running else []:
                most[0] = max(most[0], resident_mb(pid))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield most
    finally:
        over.set()
        watching.join()


def resident_mb(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 >> 20
    except (OSError, IndexError):
        return 0  # it ended meanwhile


def flooded(world: World, memory_mb: int) -> tuple[Sequence[str], int, float]:
    """Let files be read that unpack to more than there may be.

    Returns how they ended, the most memory in MB that one of them got, and the seconds of the one that took longest.
    """
    for number in range(100 if IS_SOAK else 2):
        world.put(flood(number))
        world.put(hostile.huge_pdf_page() + b"%% %d" % number)
        world.put(hostile.pdf_with_inflated_picture(SIDE + number))
    worker = world.reader(f"memory_mb={memory_mb}", *ROOMY)
    with watched(worker) as most:
        came = read_all(world, worker, 240)
    return came, most[0], max(spans(worker))


def test_files_that_fill_the_memory_are_rejected_within_what_they_may_have(embedded: World):
    """F22."""
    came, most, longest_s = flooded(embedded, MEMORY_MB)

    assert set(came) <= BOUNDED | {"read"}
    assert set(came[::3]) == {"decoder_out_of_memory"}  # the floods
    assert 0 < most <= MEMORY_MB
    assert longest_s <= REJECTED_S
    embedded.holds()


def test_without_a_limit_such_files_fill_the_memory(embedded: World):
    embedded.put(flood(0))
    worker = embedded.reader(f"memory_mb={ENOUGH_MB}", *ROOMY)
    with watched(worker) as most:
        came = read_all(embedded, worker)

    assert came == ["read"]
    assert most[0] > MEMORY_MB


def test_files_that_keep_a_decoder_busy_are_rejected_and_leave_none_behind(embedded: World):
    """F23."""
    for make in (hostile.pdf_that_laughs, hostile.jpeg_scan_flood, partial(page_of, strokes(192), PACKED)):
        embedded.put(make())
    embedded.put(hostile.jpeg())

    *bad, good = read_all(embedded, embedded.reader())

    assert set(bad) <= {"decoder_timeout", "decoder_out_of_memory"}  # whichever limit is met first
    assert good == "read"
    embedded.holds()


def left_behind(world: World, *otherwise: str) -> bool:
    """Kill a worker whose decoder is busy; returns whether the decoder goes on."""
    world.put(hostile.jpeg_scan_flood())
    worker = world.reader("page_cpu_seconds=60", *otherwise).ready(120)
    world.wait(lambda: any(busy(pid) for pid in decoders(worker)), 30)
    started = decoders(worker)
    os.kill(worker.pid, 9)
    until = time.monotonic() + SOON_S
    while time.monotonic() < until and any(is_alive(pid) for pid in started):
        time.sleep(0.1)
    left = [pid for pid in started if is_alive(pid)]
    for pid in left:
        os.kill(pid, 9)
    return bool(left)


def busy(pid: int) -> bool:
    """Say whether a decoder is past its start: it has had a second of a processor."""
    try:
        spent = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11]
    except OSError:
        return False
    return int(spent) > os.sysconf("SC_CLK_TCK")


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_decoder_ends_with_its_worker(embedded: World):
    """F23."""
    assert not left_behind(embedded)


def test_without_being_tied_to_its_worker_a_decoder_goes_on(embedded: World):
    assert left_behind(embedded, "orphans")
