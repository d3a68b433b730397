"""Takes in the files of a watched folder, `<court>/<case number or id>/<file>`, each once, and moves them away."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from itertools import chain, count
from pathlib import Path

from intake.domain.errors import IntakeError, StoreFull, StoreUnavailable, Unavailable
from intake.inbox.arrival import Paper, case_named, kept, machine
from intake.service.context import Context
from intake.service.uploads import take_in

STILL_S = 2.0  # a file that changed within so long is still being written
PIECE = 1 << 20
DONE, FAILED, WHY = "done", "failed", ".why.txt"
WHO = "folder"
LATER = (Unavailable, StoreUnavailable, StoreFull)


@dataclass(frozen=True, slots=True)
class Folder:
    """`root` is watched; `told` hears of what was taken in, by ids."""

    context: Context
    root: Path
    told: Callable[..., None]
    still_s: float = STILL_S

    def take_all(self) -> int:
        """Take in what lies there and does not change any more; returns how many files were dealt with."""
        return sum(self._looked_at(path) for path in sorted(self._papers()))

    def _looked_at(self, path: Path) -> int:
        """Deal with a file that is written; one that cannot be read or moved keeps no other from being taken in."""
        try:
            return self._take(path) if path.lstat().st_mtime <= time.time() - self.still_s else 0
        except OSError as error:
            self.told("folder_waits", error=type(error).__name__.lower())
            return 0

    def _papers(self) -> Iterator[Path]:
        """Yield the files that may be taken in: no links, nothing hidden, nothing deeper."""
        for path in self.root.glob("*/*/*"):
            court = path.relative_to(self.root).parts[0]
            if court not in {DONE, FAILED} and not path.name.startswith(".") and _is_plain(path, self.root):
                yield path

    def _take(self, path: Path) -> int:
        try:
            self._take_in(path)
        except LATER as error:
            self.told("folder_waits", error=error.code)
            return 0
        except IntakeError as error:
            aside = self._move(path, FAILED)
            aside.with_name(aside.name + WHY).write_text(error.code + "\n", "utf-8")
            self.told("folder_refused", error=error.code)
        else:
            self._move(path, DONE)
        return 1

    def _take_in(self, path: Path) -> None:
        court, case = path.relative_to(self.root).parts[:2]
        asks = machine(WHO, court)
        case_id = case_named(self.context, asks, case)
        with _opened(path) as file:
            arrived = kept(self.context, Paper(path.name, iter(lambda: file.read(PIECE), b"")))
        key = f"folder:{hashlib.sha256(f'{path.name} {arrived.sha256}'.encode()).hexdigest()}"
        (each,) = take_in(self.context, asks, case_id, [arrived], key)
        self.told("folder_taken", scan=each.scan.id)

    def _move(self, path: Path, to: str) -> Path:
        """Move a file away, and return where; beside one of the same name it gets a number: nothing is lost."""
        wanted = self.root / to / path.relative_to(self.root)
        wanted.parent.mkdir(parents=True, exist_ok=True)
        numbered = (wanted.with_stem(f"{wanted.stem} ({n})") for n in count(2))
        target = next(each for each in chain((wanted,), numbered) if not each.exists())
        path.replace(target)
        return target


def _is_plain(path: Path, root: Path) -> bool:
    inner = (path, path.parent, path.parent.parent)
    return path.is_file() and not any(part.is_symlink() for part in inner if part != root)


def _opened(path: Path) -> BufferedReader:
    """Open a file, never what a link put in its place meanwhile leads to."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb")
