"""The published JSON Schema of ReleaseRequest v1 (draft 2020-12), made from the models themselves."""

from __future__ import annotations

from intake.release.request import REQUIRED, SCHEMA_ID, ReleaseRequest, Status

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Json = dict[str, object]


def schema() -> Json:
    """Return the schema; required values bind only a request whose status is `ready`."""
    made: Json = ReleaseRequest.model_json_schema(by_alias=True, mode="serialization")
    head: Json = {"$schema": DIALECT, "$id": SCHEMA_ID, "title": "ReleaseRequest v1"}
    return made | head | {"if": _is_ready(), "then": _complete()}


def _is_ready() -> Json:
    return {"properties": {"status": {"const": Status.READY}}, "required": ["status"]}


def _complete() -> Json:
    """Return a schema that no required value of is null, and whose list is empty."""
    filled: Json = {"not": {"type": "null"}}
    parts: dict[str, dict[str, Json]] = {}
    tops: Json = {"findings": {"maxItems": 0}, "materials": {"minItems": 1}, "evidence": {"minItems": 1}}
    for path in REQUIRED:
        part, _, name = path.strip("/").partition("/")
        if name:
            parts.setdefault(part, {})[name] = filled
        else:
            tops[part] = filled
    return {"properties": tops | {part: {"properties": members} for part, members in parts.items()}}
