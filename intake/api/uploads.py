"""Route of uploads: one or many files of a form, streamed to where they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import Field
from starlette.requests import ClientDisconnect

from intake.api.body import Answer, Id
from intake.api.desk import Desk, Here, caller, counted
from intake.api.forms import Form
from intake.api.problems import STORES, problems
from intake.api.scans import ScanAnswer, shown
from intake.api.stream import batches
from intake.domain.errors import Invalid, TooMuch
from intake.service import uploads
from intake.service.access import Principal
from intake.service.context import MEBIBYTE
from intake.service.uploads import Arrived, Taken

router = APIRouter(prefix="/cases/{case_id}/scans", tags=["uploads"])
LONGEST_KEY = 255
WRONG = ("no_such_thing", "no_files", "too_many_files", "file_too_large", "request_too_large", "case_is_full")
FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


class Uploaded(ScanAnswer):
    """A scan that was taken in; `same_as` are other scans of the court with the very same bytes."""

    same_as: list[Id]


class UploadAnswer(Answer):
    """The scans of an upload, in the order of its files."""

    scans: list[Uploaded]
    is_repeat: bool = Field(description="Whether this very request had been answered before; nothing was done again.")


async def key_of(
    idempotency_key: Annotated[
        str | None,
        Header(description="The same key with the same files is answered the same, and nothing is done twice."),
    ] = None,
) -> str | None:
    """Return the key that the client gave. Raises Invalid `bad_key`."""
    key = idempotency_key
    if key is not None and not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        raise Invalid("bad_key")
    return key


@router.post(
    "",
    status_code=201,
    openapi_extra=FORM,
    dependencies=[Depends(counted("uploads"))],
    responses=problems(
        *WRONG,
        *STORES,
        "wrong_content_type",
        "malformed_form",
        "unexpected_part",
        "bad_key",
        "key_reused",
        "too_many_uploads",
    )
    | {200: {"model": UploadAnswer, "description": "The same request had been answered before."}},
)
async def upload(
    here: Here,
    case_id: Id,
    request: Request,
    key: Annotated[str | None, Depends(key_of)],
) -> UploadAnswer:
    """Upload one or many files to a case; they are read soon after."""
    await run_in_threadpool(uploads.may_upload, here.context, here.asks, case_id)
    with here.desk.pace.upload(caller(request)):
        arrived = await _received(here.desk, request)
    taken = await run_in_threadpool(uploads.take_in, here.context, here.asks, case_id, arrived, key)
    is_repeat = any(each.is_repeat for each in taken)
    here.response.status_code = 200 if is_repeat else 201
    return _shown(here.asks, taken, is_repeat=is_repeat)


async def _received(desk: Desk, request: Request) -> Sequence[Arrived]:
    """Take the stream as it comes; a client that goes away leaves nothing behind."""
    limits = desk.context.limits
    announced = request.headers.get("content-length", "0")
    if announced.isdecimal() and int(announced[:18]) > limits.request_bytes:
        raise TooMuch("request_too_large", limit=str(limits.request_bytes // MEBIBYTE))
    with Form.of(request.headers.get("content-type", ""), desk.context.blobs, limits) as form:
        try:
            async for pieces in batches(request):
                await run_in_threadpool(form.feed, pieces)
        except ClientDisconnect as error:
            raise Invalid("malformed_form") from error
        return await run_in_threadpool(form.end)


def _shown(asks: Principal, taken: Sequence[Taken], *, is_repeat: bool) -> UploadAnswer:
    scans = [Uploaded(**shown(asks, each.scan).model_dump(), same_as=list(each.same_as)) for each in taken]
    return UploadAnswer(scans=scans, is_repeat=is_repeat)
