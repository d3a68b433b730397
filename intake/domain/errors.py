"""What can be wrong with a request or a file: one tree, a stable code on each, facts for the sentence people read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


class IntakeError(Exception):
    """Something the person who asked can understand and mend; `code` names its sentence in messages.toml."""

    code = "intake_error"

    def __init__(self, **facts: str) -> None:
        self.facts = facts
        super().__init__(self.code, facts)

    def __reduce__(self) -> tuple[Callable[[], IntakeError], tuple[()]]:
        """Travel between processes with the facts as keywords."""
        return partial(type(self), **self.facts), ()


class UnreadableSource(IntakeError):
    """A file that cannot be read: encrypted, broken, too large, or nothing we know."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        super().__init__(**facts)

    def __reduce__(self) -> tuple[Callable[[], IntakeError], tuple[()]]:
        return partial(type(self), self.code, **self.facts), ()


class BadWeights(IntakeError):
    """A model file is missing or is not the one that models/manifest.toml pins."""

    code = "bad_weights"


class EngineUnavailable(IntakeError):
    """An OCR engine that lives outside this process is not installed, or its process has ended."""

    code = "engine_unavailable"


class Unavailable(IntakeError):
    """A part that we need (`part`) does not answer now; the same may be asked again soon."""

    code = "unavailable"


class NotFound(IntakeError):
    """There is no such thing, or not for who asks: the two are never told apart."""

    code = "no_such_thing"


class Forbidden(IntakeError):
    """Who asks may see the thing, and may not do this."""

    code = "forbidden"


class OwnWork(Forbidden):
    """What one person did needs another one to confirm it."""

    code = "own_work"


class Unauthenticated(IntakeError):
    """There is no token, or it is not known, revoked or over."""

    code = "unauthenticated"


class Conflict(IntakeError):
    """What was asked does not fit how things stand; `code` says in what way."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        super().__init__(**facts)


class Changed(IntakeError):
    """Somebody else changed the thing meanwhile; read it again before changing it."""

    code = "changed_meanwhile"


class Invalid(IntakeError):
    """What was sent cannot be taken; `code` says why."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        super().__init__(**facts)


class TooMuch(IntakeError):
    """A limit or quota was reached; `code` says which."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        super().__init__(**facts)


class WrongState(IntakeError):
    """A thing of `kind` cannot go from `state` to `wanted`."""

    code = "wrong_state"


class Fenced(Exception):
    """The lease of a job passed to another worker; what was done meanwhile must not be kept."""


class TooLarge(IntakeError):
    """More bytes came than the limit allows."""

    code = "file_too_large"


class StoreFull(IntakeError):
    """There is no room left where files are kept: nothing was stored, and the next try may succeed."""

    code = "store_full"


class StoreUnavailable(IntakeError):
    """The place where files are kept does not answer, or answers with errors, after some tries."""

    code = "store_unavailable"


class UploadLost(StoreUnavailable):
    """The bytes of a file went before it was taken in: nothing was, and it must be sent again."""

    code = "upload_lost"


class MissingBlob(IntakeError):
    """A file that should be kept is not there; the fact `sha256` says which."""

    code = "missing_blob"


class DamagedBlob(IntakeError):
    """What is kept is not what was stored: its bytes have another sha256 than the fact `sha256` says."""

    code = "damaged_blob"


class UnknownCoding(IntakeError):
    """What is kept of a reading was written by another version, or was damaged: the page must be read again."""

    code = "unknown_coding"
