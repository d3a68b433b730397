"""Builds the process that sweeps: it opens no pictures and loads no models, so that it runs where those are missing."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from random import SystemRandom

from intake.boot.couriers import couriers
from intake.boot.given import BadSetting
from intake.boot.named import owner
from intake.boot.service import service_context
from intake.handoff.courier import Courier
from intake.inbox.folder import Folder
from intake.inbox.imap import ImapMailbox
from intake.inbox.mailbox import Post
from intake.service.context import Context
from intake.service.requests import RELEASE
from intake.service.resumable import finish_whole, forget_stale
from intake.settings import Settings
from intake.work.garbage import collect
from intake.work.keeper import Chore, Keeper
from intake.work.reckoning import Reckoning
from intake.work.relay import Relay
from intake.work.sweep import forget_the_gone, quarantine, wake_for_stale

RELAY_S, FOLDER_S, MAILBOX_S = 1.0, 2.0, 30.0
WHOLE_S = 60.0
RECKONING_S = 900.0
HOUR_S, DAY_S = 3600.0, 86400.0


def keeper(settings: Settings, wake: Callable[[], None], told: Callable[..., None]) -> Keeper:
    """Build what sweeps. Raises BadSetting."""
    context = service_context(settings, wake)
    carriers = couriers(settings)
    relay = Relay(context, carriers, told, SystemRandom())
    chores = (
        Chore("relay", RELAY_S, relay.carry_all),
        Chore("quarantine", settings.sweep_s, lambda: quarantine(context, told)),
        Chore("wake", settings.sweep_s, lambda: wake_for_stale(context)),
        *_gathering(settings, context, told),
        Chore("whole", WHOLE_S, lambda: finish_whole(context, told)),
        Chore("stale", HOUR_S, lambda: forget_stale(context, DAY_S)),
        Chore("garbage", HOUR_S, lambda: collect(context)),
        Chore("forget", HOUR_S, lambda: forget_the_gone(context)),
        *_reckoning(context, carriers.get(RELEASE), told),
    )
    duty_s = 3 * settings.sweep_s + 30
    return Keeper(context, chores, owner(), duty_s, told, SystemRandom(), time.monotonic)


def _reckoning(context: Context, core: Courier | None, told: Callable[..., None]) -> Iterator[Chore]:
    """Yield what asks the core again for what it acknowledged, where there is one."""
    if core is not None:
        yield Chore("reckoning", RECKONING_S, Reckoning(context, core, told, time.monotonic).ask_some)


def _gathering(settings: Settings, context: Context, told: Callable[..., None]) -> Iterator[Chore]:
    """Yield what takes in papers that come by other ways than an upload."""
    if settings.watch_folder:
        yield Chore("folder", FOLDER_S, Folder(context, settings.watch_folder, told).take_all)
    if settings.mail_host:
        if not settings.mail_court:
            raise BadSetting(setting="INTAKE_MAIL_COURT")
        mailbox = ImapMailbox(
            settings.mail_host,
            settings.mail_port,
            settings.mail_user,
            settings.mail_password.get_secret_value(),
            settings.request_bytes * 2,  # what is attached grows by a third on its way
            ssl.create_default_context(),
        )
        yield Chore("mailbox", MAILBOX_S, Post(context, mailbox, settings.mail_court, told).take_all)
