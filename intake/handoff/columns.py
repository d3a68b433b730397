"""The table of one request that an old program reads: fixed columns, all quoted, nothing that a sheet computes."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from intake.handoff.message import Message

FORMAT = "intake-csv-v1"
COMPUTES = frozenset("=+-@＝＋－＠")
"""What makes a spreadsheet compute a cell, wide forms too."""
MARK = "'"
UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Categories of characters that end a line or a reading somewhere."""


class Encoding(StrEnum):
    """How a table is written; both carry every character there is, so that no name is ever changed."""

    GB18030 = "gb18030"
    UTF8 = "utf-8-sig"


class Unfit(Exception):
    """A value cannot stand in a table as it is."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(f"{column} has a character that no line of a table can carry; a person must hand it over")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and where its value lies in the request; numbers that are names get a mark, so that they stay text."""

    name: str
    path: str
    is_text: bool = False


COLUMNS = (
    Column("request_id", "/request_id"),
    Column("version", "/version"),
    Column("court_code", "/court/code"),
    Column("court_name", "/court/name"),
    Column("case_number", "/case/number"),
    Column("case_kind", "/case/kind"),
    Column("instalment", "/instalment"),
    Column("payee_name", "/payee/name"),
    Column("payee_id_type", "/payee/id_type"),
    Column("payee_id_number", "/payee/id_number", is_text=True),
    Column("account_name", "/account/name"),
    Column("account_number", "/account/number", is_text=True),
    Column("bank", "/account/bank"),
    Column("branch", "/account/branch"),
    Column("cnaps", "/account/cnaps", is_text=True),
    Column("amount", "/amount/value"),
    Column("currency", "/amount/currency"),
    Column("amount_upper_case", "/amount/upper_case"),
)
ENDS = ("payee_sha256", "json_sha256")
HEAD = ("format", "key", *(column.name for column in COLUMNS), *ENDS)


def table(message: Message, encoding: Encoding) -> bytes:
    """Write a request as two lines, names and values; Unfit where a value cannot stand there unchanged."""
    if message.echo is None:
        raise Unfit("payee_sha256")
    said: object = json.loads(message.body)
    cells = (_cell(column, _at(said, column)) for column in COLUMNS)
    values = (FORMAT, message.wire_key, *cells, message.echo.payee_sha256, message.sha256)
    lines = (",".join(f'"{cell}"' for cell in row) + "\r\n" for row in (HEAD, values))
    return "".join(lines).encode(encoding)


def _cell(column: Column, value: str) -> str:
    """Return a value as it stands between quotes; one mark in front is to be taken off again by the reader."""
    if any(unicodedata.category(char) in UNWRITABLE for char in value):
        raise Unfit(column.name)
    starts = value.lstrip()[:1]
    is_marked = bool(value) and (column.is_text or starts in COMPUTES or value.startswith(MARK))
    return (MARK if is_marked else "") + value.replace('"', '""')


def _at(said: object, column: Column) -> str:
    for name in column.path.strip("/").split("/"):
        if not isinstance(said, dict) or name not in said:
            raise Unfit(column.name)
        said = said[name]
    if not isinstance(said, str | int | None):
        raise Unfit(column.name)
    return "" if said is None else str(said)
