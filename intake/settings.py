"""Every setting of the service, with its default: given by environment variables `INTAKE_...` and by nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MEBIBYTE = 1024 * 1024
FILES = "files"  # broker: a folder of this machine
NO_BROKER = "none"
NONE = SecretStr("")


class Settings(BaseSettings):
    """Settings of all processes; docs/operations.md lists them, and a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="INTAKE_", env_ignore_empty=True, frozen=True, extra="forbid")

    data: Path = Field(default=Path("intake-data"), description="Folder of this machine: SQLite, blobs, keys, tokens.")
    database: str = Field(default="", description="`postgresql+psycopg://user:password@host/name`; empty: SQLite.")
    broker: str = Field(
        default=FILES, description="`redis://host:6379/0`, `files` (a folder of this machine) or `none`."
    )
    host: str = Field(default="127.0.0.1", description="Address that the API listens at.")
    port: int = Field(default=8080, ge=1, le=65535, description="Port that the API listens at.")

    workers: int = Field(default=2, ge=0, le=64, description="Worker processes that `intake serve` starts.")
    threads: int = Field(
        default=1, ge=1, le=64, description="Threads of one worker's models; processes x threads = cores."
    )
    lease_s: float = Field(
        default=120, gt=0, description="Seconds after which the work of a silent worker goes to another."
    )
    sweep_s: float = Field(default=10, gt=0, description="Seconds between two sweeps.")
    poll_s: float = Field(
        default=0, ge=0, description="Seconds between looks for work; 0: 1 with SQLite, 5 with PostgreSQL."
    )
    grace_s: float = Field(
        default=25, ge=0, description="Seconds that a stopping worker may go on with what it has in hand."
    )

    file_bytes: int = Field(default=50 * MEBIBYTE, gt=0, description="Bytes of one file.")
    request_bytes: int = Field(default=200 * MEBIBYTE, gt=0, description="Bytes of one upload.")
    request_files: int = Field(default=20, gt=0, description="Files of one upload.")
    case_files: int = Field(default=2000, gt=0, description="Files of one case.")
    case_bytes: int = Field(default=4096 * MEBIBYTE, gt=0, description="Bytes of one case.")

    asks_a_minute: int = Field(default=1200, gt=0, description="Requests of one token in a minute.")
    uploads_a_minute: int = Field(default=60, gt=0, description="Uploads of one token in a minute.")
    searches_a_minute: int = Field(default=20, gt=0, description="Searches by number of one token in a minute.")
    unmasks_a_minute: int = Field(default=60, gt=0, description="Numbers that one token may see whole in a minute.")
    uploads_at_once: int = Field(default=32, gt=0, description="Uploads under way in one API process.")
    uploads_at_once_each: int = Field(default=4, gt=0, description="Uploads under way of one token.")
    streams_at_once: int = Field(default=200, gt=0, description="Streams of events open in one API process.")
    streams_at_once_each: int = Field(default=8, gt=0, description="Streams of events open for one token.")

    digest_key: SecretStr = Field(
        default=NONE,
        description="Key of the digests by which numbers are found; empty with SQLite: made in the folder.",
    )
    s3_bucket: str = Field(default="", description="Bucket of the scans; empty: a folder of this machine.")
    s3_endpoint: str = Field(default="", description="Address of an S3-compatible store.")
    s3_region: str = Field(default="us-east-1", description="Region of the bucket.")
    s3_key: str = Field(default="", description="Access key of the bucket.")
    s3_secret: SecretStr = Field(default=NONE, description="Secret of the access key.")

    courts: Path | None = Field(
        default=None, description="Folder of the courts' own rules, `<court>.toml`; without one the usual rules hold."
    )
    core_url: str = Field(default="", description="Where release requests are posted; empty: not over HTTP.")
    core_key_id: str = Field(default="intake", description="Name of the secret shared with the core.")
    core_secret: SecretStr = Field(default=NONE, description="Secret shared with the core, 32 bytes or more.")
    core_authority: Path | None = Field(default=None, description="Certificate file of the court's own authority.")
    drop_folder: Path | None = Field(
        default=None, description="Folder for a core that takes files; instead of core_url."
    )
    drop_encoding: Literal["gb18030", "utf-8-sig"] = Field(
        default="gb18030", description="Encoding of its tables: `gb18030` or `utf-8-sig`."
    )
    drop_patience_s: float = Field(default=86400, gt=0, description="Seconds within which such a core must answer.")
    webhook_url: str = Field(default="", description="Told of every change of a request's state; empty: nobody.")
    webhook_secret: SecretStr = Field(
        default=NONE, description="Secret that these notices are signed with, 32 bytes or more."
    )

    watch_folder: Path | None = Field(default=None, description="Folder whose files are taken in: `court/case/file`.")
    mail_host: str = Field(default="", description="IMAP server whose messages are taken in; empty: none.")
    mail_port: int = Field(default=993, ge=1, le=65535, description="Its port (TLS).")
    mail_user: str = Field(default="", description="User of the mailbox.")
    mail_password: SecretStr = Field(default=NONE, description="Password of the mailbox.")
    mail_court: str = Field(default="", description="Court whose cases the subjects of messages name.")

    @property
    def is_embedded(self) -> bool:
        """Say whether all runs on this one machine, with SQLite."""
        return self.database_url.startswith("sqlite")

    @property
    def database_url(self) -> str:
        return self.database or f"sqlite:///{self.data / 'intake.db'}"

    @property
    def look_every_s(self) -> float:
        """Return the seconds between two looks of a worker at the database, whatever the broker says."""
        return self.poll_s or (1.0 if self.is_embedded else 5.0)
