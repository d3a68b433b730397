"""Class K: PDFs that want to do something. They are read as paper is: looked at, and nothing of them is run."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import partial

import hostile
import pikepdf
from hostile import A4, CATALOGUE, ONE_PAGE, PAGE, pdf, stream

from corpus.formats import text_pdf
from corpus.item import READ, Item, item

JS = b"<< /S /JavaScript /JS (app.alert\\(1\\); this.submitForm\\('http://127.0.0.1:9/'\\);) >>"
_ACTIONS = {
    "javascript": JS,
    "launch": b"<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>",
    "uri": b"<< /S /URI /URI (http://127.0.0.1:9/) >>",
    "submit": b"<< /S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/) >> >>",
    "import-data": b"<< /S /ImportData /F (/etc/passwd) >>",
    "go-to-remote": b"<< /S /GoToR /F (\\\\\\\\host\\\\share\\\\a.pdf) /D [0 /Fit] >>",
    "go-to-embedded": b"<< /S /GoToE /F (a.pdf) /T << /R /C /N (a) >> >>",
    "named": b"<< /S /Named /N /Print >>",
    "rich-media": b"<< /S /RichMediaExecute /TA 3 0 R >>",
    "again-and-again": b"<< /S /JavaScript /JS (while \\(true\\) {}) /Next 5 0 R >>",
}


def _opened(action: bytes) -> bytes:
    return _catalogue(b"/OpenAction 5 0 R", {5: action})


def _catalogue(more: bytes, objects: Mapping[int, bytes], page: bytes = b"") -> bytes:
    head = PAGE[:-2] + page + b">>"
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R " + more + b" >>", 2: ONE_PAGE, 3: head, **objects})


def _annotated(annotation: bytes) -> bytes:
    return _catalogue(b"", {5: b"<< /Type /Annot /Rect [9 9 99 99] " + annotation + b" >>"}, b"/Annots [5 0 R] ")


def _embedded() -> bytes:
    document, made = pikepdf.open(io.BytesIO(text_pdf())), io.BytesIO()
    document.attachments["a.exe"] = b"MZ" + bytes(100)
    document.save(made)
    return made.getvalue()


def _reference() -> bytes:
    """Let a picture of the page lie in another file."""
    page = b"<< /Type /Page /Parent 2 0 R " + A4 + b" /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    away = stream(b"", b" /Type /XObject /Subtype /Image /Width 9 /Height 9 /F (/etc/passwd) /ColorSpace /DeviceGray"
                       b" /BitsPerComponent 8")  # fmt: skip
    return pdf({1: CATALOGUE, 2: ONE_PAGE, 3: page, 4: stream(b"/X Do"), 5: away})


def _locked(**how: object) -> bytes:
    document, made = pikepdf.open(io.BytesIO(text_pdf())), io.BytesIO()
    document.save(made, encryption=pikepdf.Encryption(**how))
    return made.getvalue()


def active() -> tuple[Item, ...]:
    """Return class K."""
    forms = b"/AcroForm << /Fields [] /XFA 5 0 R >>"
    widget = b"/Subtype /Widget /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >>"
    shown = {
        **{name: partial(_opened, action) for name, action in _ACTIONS.items()},
        "names-javascript": partial(_catalogue, b"/Names << /JavaScript << /Names [(a) 5 0 R] >> >>", {5: JS}),
        "page-action": partial(_catalogue, b"", {5: JS}, b"/AA << /O 5 0 R >> "),
        "xfa": partial(_catalogue, forms, {5: stream(b"<xdp><script>xfa.host.messageBox('1')</script></xdp>")}),
        "signature": partial(_annotated, widget),
        "link": partial(_annotated, b"/Subtype /Link /A << /S /Launch /F (/bin/sh) >>"),
        "movie": partial(_annotated, b"/Subtype /Movie /Movie << /F (http://127.0.0.1:9/) >>"),
        "sound": partial(_annotated, b"/Subtype /Sound /Sound << /R 8000 /F (/dev/zero) >>"),
        "embedded-file": _embedded,
        "reference": _reference,
        "owner-password": partial(_locked, owner="owner", user="", allow=pikepdf.Permissions(extract=False)),
    }
    return (
        *(item(name, make, READ, pages=1) for name, make in shown.items()),
        item("password", hostile.locked_pdf, "encrypted_pdf"),
        item("password-aes-128", partial(_locked, owner="a", user="b", R=4), "encrypted_pdf"),
        item("password-rc4", partial(_locked, owner="a", user="b", R=3, metadata=False, aes=False), "encrypted_pdf"),
        item("unknown-lock", lambda: text_pdf().replace(b"/Root", b"/Encrypt << /Filter /Ours /V 9 >> /Root"),
             "encrypted_pdf", "damaged_file"),
    )  # fmt: skip
