"""Files over processes: in order, and never more of them waiting than the processes can use."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from intake import batch
from intake.batch import AHEAD, Batch, How
from intake.domain.reading import FileReading
from intake.inference.backend import EXACT

PROCESSES, FILES = 2, 20


class Pool:
    """Answers at once, and counts the files that were handed out and whose answers nobody took yet."""

    def __init__(self, *_processes, **_settings):
        self.waiting = self.most = 0

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    def submit(self, _read, path, _images):
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        return Answer(self, FileReading(str(path), ""))


class Answer(Future):
    def __init__(self, pool, reading):
        super().__init__()
        self.pool = pool
        self.set_result(reading)

    def result(self, timeout=None):
        self.pool.waiting -= 1
        return super().result(timeout)


@pytest.fixture
def folder(tmp_path):
    for number in range(FILES):
        (tmp_path / f"{number:02}.png").write_bytes(b"")
    return tmp_path


def test_few_files_wait_however_many_there_are_and_all_come_in_order(folder, monkeypatch):
    pools = []
    monkeypatch.setattr(batch, "ProcessPoolExecutor", lambda *a, **k: pools.append(Pool(*a, **k)) or pools[0])

    names = [reading.file for reading in Batch(How(backend=EXACT), PROCESSES)([folder])]

    assert names == sorted(names)
    assert len(names) == FILES
    assert pools[0].most == PROCESSES * AHEAD + 1


def test_files_are_read_when_they_are_asked_for(folder, monkeypatch):
    read = []
    monkeypatch.setattr(How, "reader", lambda _how, _threads: None)
    monkeypatch.setattr(batch, "read_path", lambda _reader, path, _images: read.append(path) or FileReading("", ""))

    next(iter(Batch(How(backend=EXACT), 1)([folder])))

    assert len(read) == 1
