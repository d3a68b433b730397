"""Builds what every process of the service needs: the database, the bytes, the document types and the limits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

from intake.boot.given import BadSetting
from intake.boot.secrets import kept_key
from intake.doctypes.registry import registry
from intake.ports import Blobs
from intake.release.policy.load import load
from intake.release.policy.policy import Policy
from intake.service.context import Context, Limits, nobody, usual
from intake.settings import Settings
from intake.store.blobs import LocalBlobs
from intake.store.database import Database, open_database


def service_context(settings: Settings, wake: Callable[[], None] = nobody) -> Context:
    """Build the context of the units of work. Raises BadSetting."""
    return Context(
        database=database_of(settings),
        blobs=blobs_of(settings),
        types=registry(),
        digest_key=digest_key(settings),
        limits=limits_of(settings),
        wake=wake,
        tells_changes=bool(settings.webhook_url),
        policy=policies(settings.courts),
    )


def limits_of(settings: Settings) -> Limits:
    return Limits(
        settings.file_bytes,
        settings.request_bytes,
        settings.request_files,
        settings.case_files,
        settings.case_bytes,
    )


def policies(folder: Path | None) -> Callable[[str], Policy]:
    """Return what gives each court its rules: its file in the folder, or the usual ones. Raises BadPolicy."""
    own = {path.stem: load(path, registry()) for path in sorted(folder.glob("*.toml"))} if folder else {}
    return lambda court: own.get(court) or usual(court)


def database_of(settings: Settings) -> Database:
    if settings.is_embedded:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return open_database(settings.database_url)


def blobs_of(settings: Settings) -> Blobs:
    """Return the bucket, or the folder of this machine."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.s3_bucket:
        return LocalBlobs(settings.data)
    from intake.store.s3 import S3Blobs, bucket  # noqa: PLC0415 nobody without a bucket loads its library

    staging = settings.data / "making"
    staging.mkdir(mode=0o700, exist_ok=True)
    config = {
        "endpoint": settings.s3_endpoint,
        "region": settings.s3_region,
        "access_key_id": settings.s3_key,
        "secret_access_key": settings.s3_secret.get_secret_value(),
    }
    given = {name: value for name, value in config.items() if value}
    return S3Blobs(bucket(settings.s3_bucket, given), staging, SystemRandom().random)  # type: ignore[arg-type]  # a dict


def digest_key(settings: Settings) -> bytes:
    """Return the key by which numbers are found: the same on all machines, so that it must be given for many."""
    given = settings.digest_key.get_secret_value().encode()
    if given:
        return given
    if settings.is_embedded:
        return kept_key(settings.data / "keys", "digest")
    raise BadSetting(setting="INTAKE_DIGEST_KEY")
