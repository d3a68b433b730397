"""An old program to test the folder against: it knows tables, quotes and lines, and no keys; it pays what it finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path


def cells(line: str) -> list[str]:
    """Cut a line at its commas, outside quotes, as a loop over its characters does."""
    found, cell, inside = [], "", False
    for char in line:
        if char == '"':
            inside = not inside
        if char == "," and not inside:
            found.append(cell)
            cell = ""
        else:
            cell += char
    return [c[1:-1].replace('""', '"') for c in [*found, cell]]


def rows(data: bytes, encoding: str) -> dict[str, str]:
    """Read a table; one mark in front of a value is taken off."""
    head, values, end = data.decode(encoding).split("\r\n")
    assert end == ""
    return dict(zip(cells(head), (v.removeprefix("'") for v in cells(values)), strict=True))


@dataclass
class OldProgram:
    """Takes tables away and pays them; it would pay the same one twice."""

    folder: Path
    encoding: str = "gb18030"
    paid: Counter[str] = field(default_factory=Counter)

    def run(self, *, answers: bool = True) -> None:
        for path in sorted((self.folder / "outbox").glob("*.csv")):
            row = rows(path.read_bytes(), self.encoding)
            self.paid[row["request_id"]] += 1
            if answers:
                (self.folder / "answers" / f"{path.stem}.ack").write_bytes(ack(row).encode("gb18030"))
            for end in ("csv", "sig", "json"):
                path.with_suffix(f".{end}").unlink(missing_ok=True)


def ack(row: dict[str, str], **changes: str) -> str:
    said = {"key": row["key"], "amount": row["amount"], "payee_sha256": row["payee_sha256"], "reference": "凭证0007"}
    return "".join(f"{name}={value}\r\n" for name, value in (said | changes).items()) + "end\r\n"
