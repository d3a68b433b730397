"""What each route may answer when something is wrong, for the description of the interface."""

from __future__ import annotations

from collections import defaultdict

from intake.api.body import Problem
from intake.api.errors import CODES, MEDIA_TYPE, STATUSES
from intake.domain import errors
from intake.domain.errors import IntakeError
from intake.domain.messages import Language, catalogue, sentence

Responses = dict[int | str, dict[str, object]]

_CONFLICTS = (
    "still_reading",
    "not_ready",
    "paid_already",
    "papers_changed",
    "nothing_to_confirm",
    "nothing_to_undo",
    "case_exists",
    "wrong_offset",
)

KINDS: dict[str, type[IntakeError]] = {
    "unauthenticated": errors.Unauthenticated,
    "forbidden": errors.Forbidden,
    "own_work": errors.OwnWork,
    "no_such_thing": errors.NotFound,
    "changed_meanwhile": errors.Changed,
    "wrong_state": errors.WrongState,
    "unknown_coding": errors.UnknownCoding,
    "file_too_large": errors.TooLarge,
    "unavailable": errors.Unavailable,
    "store_unavailable": errors.StoreUnavailable,
    "upload_lost": errors.UploadLost,
    "store_full": errors.StoreFull,
    **dict.fromkeys(("too_many_files", "request_too_large", "case_is_full", "more_than_announced"), errors.TooMuch),
    **dict.fromkeys(_CONFLICTS, errors.Conflict),
}
"""The kind of each code that routes name; what is not here is Invalid."""

ALWAYS = ("unauthenticated", "forbidden", "invalid_request", "too_many_requests", "unavailable")
EDITS = ("no_such_thing", "version_needed", "changed_meanwhile", "wrong_state")
STORES = ("store_full", "store_unavailable", "upload_lost")


def problems(*codes: str) -> Responses:
    """Return the description of what may go wrong, by status, each with an example."""
    by_status: dict[int, list[str]] = defaultdict(list)
    for code in (*ALWAYS, *codes):
        by_status[_status(code)].append(code)
    return {status: _described(status, names) for status, names in by_status.items()}


def wrong_bodies() -> dict[str, dict[str, object]]:
    """Return what any route that takes JSON may answer: for a body that is none, and for one that is too large."""
    found = {str(CODES[code]): _described(CODES[code], [code]) for code in ("malformed_body", "body_too_large")}
    return {status: {name: part for name, part in each.items() if name != "model"} for status, each in found.items()}


def _status(code: str) -> int:
    return CODES.get(code) or STATUSES[_kind(KINDS.get(code, errors.Invalid))]


def _kind(kind: type[IntakeError]) -> type[IntakeError]:
    return next(each for each in kind.__mro__ if each in STATUSES)


def _described(status: int, codes: list[str]) -> dict[str, object]:
    lines = [f"`{code}`: {catalogue()[code][Language.EN]}" for code in dict.fromkeys(codes)]
    example = {
        "type": f"urn:intake:problem:{codes[0]}",
        "title": sentence(f"problem_{status}", {}, Language.ZH),
        "title_en": sentence(f"problem_{status}", {}, Language.EN),
        "status": status,
        "code": codes[0],
        "detail": catalogue()[codes[0]][Language.ZH],
        "detail_en": catalogue()[codes[0]][Language.EN],
        "facts": {},
        "errors": [],
    }
    return {
        "model": Problem,
        "description": "\n".join(lines),
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}},
    }
