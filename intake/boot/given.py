"""Reads the settings from the environment, and refuses what it does not know or cannot use."""

from __future__ import annotations

import os

from pydantic import ValidationError

from intake.domain.errors import IntakeError
from intake.settings import Settings

PREFIX = "INTAKE_"


class BadSetting(IntakeError):
    """A setting is missing, unknown or does not fit; the fact `setting` says which."""

    code = "bad_setting"


def given() -> Settings:
    """Return the settings of this process. Raises BadSetting."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise BadSetting(setting=", ".join(unknown))
    try:
        return Settings()
    except ValidationError as error:
        names = {f"{PREFIX}{'_'.join(map(str, each['loc'])).upper()}" for each in error.errors()}
        raise BadSetting(setting=", ".join(sorted(names))) from error
