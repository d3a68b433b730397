"""Answers what went wrong as problem+json (RFC 9457), in Chinese and English: the one table of codes and statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError
from starlette.exceptions import HTTPException

from intake.api.bounds import BODY_BYTES, KIBIBYTE, TOO_LARGE
from intake.domain import errors
from intake.domain.errors import IntakeError, Invalid
from intake.domain.messages import Language, sentence

MEDIA_TYPE = "application/problem+json"
RETRY_S = 5  # after which a part that did not answer may be asked again
INTERNAL = 500

STATUSES: Mapping[type[IntakeError], int] = {
    errors.Unauthenticated: 401,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.WrongState: 409,
    errors.UnknownCoding: 409,
    errors.Changed: 412,
    errors.TooLarge: 413,
    errors.TooMuch: 413,
    errors.Invalid: 422,
    errors.UnreadableSource: 422,
    errors.Unavailable: 503,
    errors.StoreUnavailable: 503,
    errors.StoreFull: 507,
}
"""The status of each kind of error; what is not here is a fault of ours."""

CODES: Mapping[str, int] = {
    "malformed_body": 400,
    "malformed_form": 400,
    "bad_checksum": 400,
    "no_such_address": 404,
    "no_such_page": 404,
    "no_place": 404,
    "not_drawn": 404,
    "no_notice": 404,
    "wrong_method": 405,
    "body_too_large": TOO_LARGE,
    "wrong_protocol": 412,
    "wrong_content_type": 415,
    "key_reused": 422,
    "version_needed": 428,
    "too_many_requests": 429,
    "too_many_uploads": 429,
    "too_many_streams": 429,
    "checksum_mismatch": 460,
}
"""Codes whose status differs from that of their kind."""

_HTTP = {
    404: "no_such_address",
    405: "wrong_method",
    400: "malformed_body",
    TOO_LARGE: "body_too_large",
    415: "wrong_content_type",
}
_FACTS = {
    "wrong_content_type": {"wanted": "application/json"},
    "body_too_large": {"limit": str(BODY_BYTES // KIBIBYTE)},
}
_PLACE = re.compile(r"[^A-Za-z0-9_\-\[\].]")

Told = Callable[..., None]


def status_of(error: IntakeError) -> int:
    """Return the status that an error is answered with."""
    if error.code in CODES:
        return CODES[error.code]
    return next((STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES), INTERNAL)


def problem(code: str, status: int, facts: Mapping[str, str], wrong: Sequence[Mapping[str, str]] = ()) -> JSONResponse:
    """Return the answer to something that went wrong; it says nothing but the code, its facts and its sentences."""
    content: dict[str, object] = {
        "type": f"urn:intake:problem:{code}",
        "title": sentence(f"problem_{status}", {}, Language.ZH),
        "title_en": sentence(f"problem_{status}", {}, Language.EN),
        "status": status,
        "code": code,
        "detail": sentence(code, facts, Language.ZH),
        "detail_en": sentence(code, facts, Language.EN),
        "facts": dict(facts),
        "errors": list(wrong),
    }
    return JSONResponse(content, status, headers=_headers(status, facts), media_type=MEDIA_TYPE)


def answer_errors(app: FastAPI, told: Told) -> None:
    """Let `app` answer every error as a problem; `told` hears of those that are faults of ours."""

    def intake_error(request: Request, error: Exception) -> JSONResponse:
        if not isinstance(error, IntakeError):
            return unforeseen(request, error)
        status = status_of(error)
        if status == INTERNAL:
            return unforeseen(request, error)
        return problem(error.code, status, error.facts)

    def unforeseen(request: Request, error: Exception) -> JSONResponse:
        told("api_failed", route=route_of(request), error=type(error).__name__)
        return problem("internal_error", INTERNAL, {})

    app.add_exception_handler(IntakeError, intake_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DataError, _not_storable)
    app.add_exception_handler(Exception, unforeseen)


def route_of(request: Request) -> str:
    """Return the pattern of the address that was asked, never the address itself."""
    return str(getattr(request.scope.get("route"), "path", ""))


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    """Say where a request does not fit, without repeating what was sent."""
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    if any(each["type"] == "json_invalid" for each in found):
        return problem("malformed_body", CODES["malformed_body"], {})
    wrong = [{"at": _place(each["loc"]), "code": str(each["type"])} for each in found]
    return problem("invalid_request", STATUSES[Invalid], {}, wrong)


def _place(location: Sequence[object]) -> str:
    """Name the place of an error; a name that the client chose is cut down to harmless letters."""
    return ".".join(_PLACE.sub("?", str(part))[:64] for part in location)


def _http(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 400
    code = _HTTP.get(status, "malformed_body")
    answer = problem(code, CODES[code], _FACTS.get(code, {}))
    if status == CODES["wrong_method"]:
        answer.headers["Allow"] = ", ".join(request.app.state.methods(request.url.path))
    return answer


def _not_storable(_request: Request, _error: Exception) -> JSONResponse:
    return problem("bad_value", STATUSES[Invalid], {})


def _headers(status: int, facts: Mapping[str, str]) -> dict[str, str]:
    if status == STATUSES[errors.Unauthenticated]:
        return {"WWW-Authenticate": "Bearer"}
    if status in {429, 503, 507}:
        return {"Retry-After": facts.get("seconds", str(RETRY_S))}
    return {}
