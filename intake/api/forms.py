"""Takes the files of a form out of the stream of a request, straight into the blobs and within limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Self

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from intake.domain.errors import Invalid, TooMuch
from intake.ports import Blobs, BlobWriter
from intake.service.context import MEBIBYTE, Limits
from intake.service.names import shown_name
from intake.service.uploads import Arrived

FORM = b"multipart/form-data"
LONGEST_BOUNDARY = 70  # RFC 2046


@dataclass(slots=True)
class Form:
    """A form that is being received: `feed` its bytes in order, then `end`; a context manager that leaves nothing over.

    Bytes of a file go to the blobs as they come; what is not yet whole is never seen by anybody.
    """

    blobs: Blobs
    limits: Limits
    parser: MultipartParser = field(init=False)
    _arrived: list[Arrived] = field(default_factory=list)
    _size: int = 0
    _name: str = ""
    _header: tuple[bytes, bytes] = (b"", b"")
    _disposition: bytes = b""
    _writer: BlobWriter | None = None
    _open: ExitStack = field(default_factory=ExitStack)
    _is_whole: bool = False

    @staticmethod
    def of(content_type: str, blobs: Blobs, limits: Limits) -> Form:
        """Begin a form. Raises Invalid (`wrong_content_type`, `malformed_form`)."""
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != FORM:
            raise Invalid("wrong_content_type", wanted=FORM.decode())
        if not 0 < len(boundary) <= LONGEST_BOUNDARY:
            raise Invalid("malformed_form")
        form = Form(blobs, limits)
        form.parser = MultipartParser(
            boundary,
            {
                "on_part_begin": form._begin_part,
                "on_header_field": form._header_name,
                "on_header_value": form._header_value,
                "on_header_end": form._end_header,
                "on_headers_finished": form._begin_file,
                "on_part_data": form._data,
                "on_part_end": form._end_file,
                "on_end": form._end,
            },
        )
        return form

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._open.close()

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Take the next bytes. Raises TooMuch, TooLarge, StoreFull, Invalid (`malformed_form`, `unexpected_part`)."""
        for piece in pieces:
            self._size += len(piece)
            if self._size > self.limits.request_bytes:
                raise TooMuch("request_too_large", limit=str(self.limits.request_bytes // MEBIBYTE))
            try:
                self.parser.write(piece)
            except FormParserError as error:
                raise Invalid("malformed_form") from error

    def end(self) -> Sequence[Arrived]:
        """Return the files that came. Raises Invalid (`malformed_form`, `no_files`)."""
        if not self._is_whole:
            raise Invalid("malformed_form")
        if not self._arrived:
            raise Invalid("no_files")
        return tuple(self._arrived)

    def _begin_part(self) -> None:
        if len(self._arrived) >= self.limits.request_files:
            raise TooMuch("too_many_files", limit=str(self.limits.request_files))
        self._header, self._disposition = (b"", b""), b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name + data[start:end], value)

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        name, value = self._header
        self._header = (name, value + data[start:end])

    def _end_header(self) -> None:
        name, value = self._header
        if name.lower() == b"content-disposition":
            self._disposition = value
        self._header = (b"", b"")

    def _begin_file(self) -> None:
        _, options = parse_options_header(self._disposition)
        name = options.get(b"filename")
        if name is None:
            raise Invalid("unexpected_part")
        self._name = shown_name(name)
        self._writer = self._open.enter_context(self.blobs.writer(self.limits.file_bytes))

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._writer is not None:
            self._writer.write(data[start:end])

    def _end_file(self) -> None:
        if self._writer is not None:
            stored = self._writer.finish()
            self._arrived.append(Arrived(self._name, stored.sha256, stored.size))
        self._open.close()
        self._writer = None

    def _end(self) -> None:
        self._is_whole = True
