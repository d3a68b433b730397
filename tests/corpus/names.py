"""Class L: names of files that want to be a path, a command, a page or two lines."""

from __future__ import annotations

from collections.abc import Mapping

PLAIN = {
    "up": "../../../../etc/passwd",
    "up-windows": "..\\..\\..\\windows\\win.ini",
    "absolute": "/etc/cron.d/evil",
    "drive": "C:\\autoexec.bat",
    "share": "\\\\host\\share\\a.jpg",
    "dots": "..",
    "dot": ".",
    "nothing": "",
    "blanks": "   ",
    "hidden": ".htaccess",
    "slash": "/",
    "nul": "a.jpg\0.exe",
    "line": "a.jpg\nX-Evil: 1",
    "return": "a\rb.jpg",
    "tab": "a\tb.jpg",
    "escape": "\x1b[31mred\x1b[0m.jpg",
    "bell": "a\x07.jpg",
    "turned": "scan\u202egpj.exe",
    "isolated": "\u2066a\u2069.jpg",
    "zero-width": "a\u200bb\u200d.jpg",
    "separator": "a\u2028b.jpg",
    "bom": "\ufeffa.jpg",
    "long": "a" * 4096 + ".jpg",
    "long-hanzi": "裁" * 2000 + ".jpg",
    "marks": "a" + "\u0301" * 500 + ".jpg",
    "device": "CON",
    "device-with-end": "nul.jpg",
    "stream": "a.jpg::$DATA",
    "emoji": "📄👨‍👩‍👧.jpg",
    "dash": "-rf --no-preserve-root.jpg",
    "html": "<script>alert(1)</script>.jpg",
    "quotes": "a'b;c`d$(id)|e.jpg",
    "percent": "%2e%2e%2fpasswd",
    "formula": "=cmd|'/C calc'!A0.jpg",
    "sql": "a'); DROP TABLE scan;--.jpg",
    "private": "a\ue000\U000fffff.jpg",
}


def _disposition(name: str) -> bytes:
    """Write a name as browsers do."""
    quoted = name.encode().replace(b'"', b"%22").replace(b"\r", b"%0D").replace(b"\n", b"%0A")
    return b'form-data; name="file"; filename="' + quoted + b'"'


DISPOSITIONS: Mapping[str, bytes] = {
    **{name: _disposition(text) for name, text in PLAIN.items()},
    "gbk": b'form-data; name="file"; filename="' + "执行裁定书.jpg".encode("gb18030") + b'"',
    "no-encoding": b'form-data; name="file"; filename="\xff\xfe\xc0\x80.jpg"',
    "twice": b'form-data; name="file"; filename="a.jpg"; filename*=UTF-8\'\'%2e%2e%2fb.jpg',
    "starred": b"form-data; name=\"file\"; filename*=UTF-8''..%2f..%2f%0d%0aa.jpg",
}
"""What stands in the header of a part, by name: forty of them."""


def form(disposition: bytes, content: bytes, boundary: bytes = b"b0undary") -> bytes:
    """Write a form with one file."""
    head = b"--" + boundary + b"\r\nContent-Disposition: " + disposition + b"\r\nContent-Type: image/jpeg\r\n\r\n"
    return head + content + b"\r\n--" + boundary + b"--\r\n"
