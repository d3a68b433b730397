"""Picks who carries release requests to the core, and notices to who asked for them."""

from __future__ import annotations

import secrets
import ssl
import time
from collections.abc import Mapping

from intake.boot.given import BadSetting
from intake.handoff.address import address
from intake.handoff.columns import Encoding
from intake.handoff.courier import Courier
from intake.handoff.drop import DropCourier, prepare
from intake.handoff.online import OnlineCourier
from intake.handoff.signature import MIN_SECRET, Secret, Signer
from intake.service.notices import NOTICE
from intake.service.requests import RELEASE
from intake.settings import Settings


def couriers(settings: Settings) -> Mapping[str, Courier]:
    """Return who carries what, by topic; a topic without a courier waits in the outbox. Raises BadSetting."""
    found: dict[str, Courier] = {}
    if settings.core_url and settings.drop_folder:
        raise BadSetting(setting="INTAKE_CORE_URL, INTAKE_DROP_FOLDER")
    if settings.core_url:
        secret = _secret(settings.core_key_id, settings.core_secret.get_secret_value(), "INTAKE_CORE_SECRET")
        found[RELEASE] = _online(settings, settings.core_url, secret)
    if settings.drop_folder:
        secret = _secret(settings.core_key_id, settings.core_secret.get_secret_value(), "INTAKE_CORE_SECRET")
        prepare(settings.drop_folder)
        encoding = Encoding(settings.drop_encoding)
        found[RELEASE] = DropCourier(settings.drop_folder, secret, encoding, settings.drop_patience_s)
    if settings.webhook_url:
        secret = _secret("webhook", settings.webhook_secret.get_secret_value(), "INTAKE_WEBHOOK_SECRET")
        found[NOTICE] = _online(settings, settings.webhook_url, secret)
    return found


def _online(settings: Settings, url: str, secret: Secret) -> OnlineCourier:
    authority = settings.core_authority
    tls = ssl.create_default_context(cafile=str(authority) if authority else None)
    return OnlineCourier(address(url), Signer(secret, time.time, lambda: secrets.token_hex(16)), tls)


def _secret(name: str, value: str, setting: str) -> Secret:
    if len(value.encode()) < MIN_SECRET:
        raise BadSetting(setting=setting)
    return Secret(name, value.encode())
