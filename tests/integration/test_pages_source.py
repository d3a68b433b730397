"""Files, folders and what is neither are found and read, or refused, on a real file system."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.domain.errors import UnreadableSource
from intake.pages.source import MAX_BYTES, read_source, sources

pytestmark = pytest.mark.integration

NOBODY = 65_534


def make_socket(path: Path) -> Path:
    place = path / "s"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(place))
    return place


def made(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def linked(path: Path, to: str) -> Path:
    path.symlink_to(to)
    return path


def fifo(path: Path) -> Path:
    os.mkfifo(path)
    return path


REFUSED = {
    "empty": (lambda at: made(at / "leer.pdf", b""), "empty_file"),
    "absent": (lambda at: at / "none.pdf", "not_found"),
    "below a file": (lambda at: made(at / "a", b"x") / "b", "not_found"),
    "endless name": (lambda at: at / ("长" * 300), "not_found"),
    "impossible name": (lambda at: at / "a\0b", "not_found"),
    "broken link": (lambda at: linked(at / "link", "nowhere.pdf"), "broken_link"),
    "link to itself": (lambda at: linked(at / "link", "link"), "broken_link"),
    "device": (lambda _: Path("/dev/zero"), "not_a_file"),
    "link to a device": (lambda at: linked(at / "link", "/dev/zero"), "not_a_file"),
    "pipe nobody writes to": (lambda at: fifo(at / "pipe"), "not_a_file"),
    "socket": (make_socket, "not_a_file"),
    "folder": (lambda at: at, "not_a_file"),
}


@pytest.mark.parametrize(("make", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_readable_file_is_refused(make: Callable[[Path], Path], code: str, tmp_path: Path):
    path = make(tmp_path)

    with pytest.raises(UnreadableSource) as raised:
        read_source(path)

    assert raised.value.code == code


def test_a_file_above_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path):
    path = made(tmp_path / "large", b"")
    os.truncate(path, MAX_BYTES)

    assert len(read_source(path)) == MAX_BYTES

    os.truncate(path, MAX_BYTES + 1)
    with pytest.raises(UnreadableSource, match="file_too_large"):
        read_source(path)


@pytest.mark.parametrize("name", ["执行 裁定书 📄（最终）.pdf", "-rf", "a\nb", "名" * 80])
def test_any_name_is_read(name: str, tmp_path: Path):
    path = made(tmp_path / name, b"content")

    assert read_source(path) == b"content"
    assert list(sources([tmp_path])) == [path]


def test_a_link_to_a_file_is_read(tmp_path: Path):
    made(tmp_path / "a", b"content")

    assert read_source(linked(tmp_path / "b", "a")) == b"content"


def test_a_folder_is_walked_sorted_and_without_what_is_hidden(tmp_path: Path):
    (tmp_path / "2" / "inner").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("3.pdf", "1.jpg", ".DS_Store", "2/b.png", "2/inner/a.png", ".git/config"):
        made(tmp_path / name, b"x")
    linked(tmp_path / "4", "nowhere")

    found = [path.relative_to(tmp_path).as_posix() for path in sources([tmp_path])]

    assert found == ["1.jpg", "2/b.png", "2/inner/a.png", "3.pdf", "4"]


def test_a_folder_that_links_to_its_parent_is_not_walked_for_ever(tmp_path: Path):
    made(tmp_path / "a", b"x")
    linked(tmp_path / "loop", ".")

    assert [path.name for path in sources([tmp_path])] == ["a", "loop"]


def test_what_was_named_is_yielded_in_the_order_of_naming(tmp_path: Path):
    named = [tmp_path / "none", made(tmp_path / "b", b"x"), made(tmp_path / "a", b"x")]

    assert list(sources(named)) == named


AS_NOBODY = """
import os, sys
from pathlib import Path
from intake.domain.errors import UnreadableSource
from intake.pages.source import read_source, sources
root = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
for path in sources([root]):
    try:
        print(path.relative_to(root), read_source(path).decode())
    except UnreadableSource as error:
        print(path.relative_to(root), error.code)
"""


def test_a_folder_without_rights_is_an_error_of_its_own_and_the_rest_is_read(tmp_path: Path):
    (tmp_path / "closed").mkdir()
    made(tmp_path / "closed" / "a", b"secret")
    made(tmp_path / "mine", b"secret")
    made(tmp_path / "open", b"content")
    (tmp_path / "names only").mkdir()
    made(tmp_path / "names only" / "b", b"secret")
    (tmp_path / "mine").chmod(0)
    for folder in (*tmp_path.parents[:3], tmp_path):
        folder.chmod(folder.stat().st_mode | 0o055)
    (tmp_path / "names only").chmod(0o444)
    (tmp_path / "closed").chmod(0)

    ran = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path), str(NOBODY)], capture_output=True, text=True, check=True
    )

    (tmp_path / "closed").chmod(0o700)
    (tmp_path / "names only").chmod(0o700)
    assert ran.stdout.splitlines() == [
        "closed no_permission",
        "mine no_permission",
        "names only/b no_permission",
        "open content",
    ]
