"""What the stages ask of the world outside: one Protocol for each, with its contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self

from intake.domain.blob import Listed, Stored
from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line

Worth = Callable[[Sequence[Line]], Sequence[bool]]
"""Say of each line that was read at a first look whether it is worth a second one."""


def every_line(lines: Sequence[Line]) -> Sequence[bool]:
    """Find every line worth a second look."""
    return [True] * len(lines)


class OcrEngine(Protocol):
    """Finds and reads lines of text in a picture.

    Callers may rely on: boxes in pixels of the given picture, the first corner at the top left of the text *as it
    reads* (so that a page upside down gives lines with an angle near 180); lines in reading order; the same answer for
    the same picture; no state between calls. Implementers must not turn, scale or change the picture they were given,
    must not return blank lines, and must answer a picture without text with `()`. Alternatives (`Line.lattice`) are
    optional.
    """

    @property
    def name(self) -> str:
        """Name for `--engine` and for results: lower case, one word."""
        ...

    @property
    def version(self) -> str:
        """Change with anything that can change what is read: weights, settings, code."""
        ...

    @property
    def alphabet(self) -> Sequence[str]:
        """Return the characters that lattices of its lines point into; empty where it gives none."""
        ...

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        """Find all lines of a page and read them; an engine that looks twice does so where it is `worth` it."""
        ...

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        """Read the text inside given boxes (their first corner says what is up); None where nothing stands."""
        ...

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        """Look for nothing but figures inside given boxes, left to right; None where the engine cannot.

        A run of anything else between them is one `Figure` without text; () says that nothing is there.
        """
        ...


class BlobWriter(Protocol):
    """Takes the bytes of one blob; a context manager. Leaving it without `finish` leaves nothing behind."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def write(self, chunk: bytes) -> None:
        """Add bytes. Raises TooLarge beyond the limit, StoreFull without room; the writer is of no more use then."""
        ...

    def finish(self) -> Stored:
        """Keep what was written, and return once it would survive the loss of power. Called once, as the last."""
        ...


class Blobs(Protocol):
    """Keeps bytes under their sha256.

    Callers may rely on: a blob is there whole or not at all, also after a crash or a full disk; what `finish` returned
    is safe; `read` never returns other bytes than were stored; storing what is already there succeeds, makes it whole
    again if it was damaged, and makes its age zero, so that a collector of old blobs leaves it alone; any number of
    processes at once. Implementers must not put anything a user named into a path or key, and must not trust a blob
    that they find.
    """

    def writer(self, limit: int) -> BlobWriter:
        """Begin a blob of at most `limit` bytes."""
        ...

    def read(self, sha256: str) -> bytes:
        """Return the bytes; raises MissingBlob, DamagedBlob, or StoreUnavailable where the store does not answer."""
        ...

    def has(self, sha256: str) -> bool:
        """Say whether a blob is there, and make its age zero, so that no collector takes it."""
        ...

    def delete(self, sha256: str, *, older_than_s: float = 0.0) -> bool:
        """Forget a blob if it was last stored longer ago than that; says whether it went."""
        ...

    def listed(self) -> Iterator[Listed]:
        """Yield every blob, in no order, without reading it; what is stored or deleted meanwhile may be missing."""
        ...

    def sweep(self, older_than_s: float) -> int:
        """Remove what broken-off writers left and has not been written to for so long; returns how many."""
        ...
