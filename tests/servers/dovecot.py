"""An IMAP server of a test's own, over TLS, with one mailbox that is a folder of files."""

from __future__ import annotations

import grp
import os
import pwd
import secrets
import shutil

import pytest
from servers.keys import certificate
from servers.process import Process, answers, free_port, own_folder

MISSING = "The tests start an IMAP server of their own. Run: sudo apt-get install -y dovecot-imapd (or: make servers)"
USER, PASSWORD = "intake", "of-the-tests"

SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
default_login_user = {user}
default_internal_user = {user}
default_internal_group = {group}
first_valid_uid = 1
ssl = required
ssl_cert = <{folder}/own.pem
ssl_key = <{folder}/own.pem
mail_location = maildir:{folder}/mail
mail_fsync = never
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
  }}
}}
service anvil {{
  chroot =
}}
"""


class Dovecot:
    """A server on a free port; `certificate` is to be trusted.

    `deliver` puts a message into the mailbox as a mail server does.
    """

    def __init__(self):
        user = "dovecot" if os.getuid() == 0 else None
        who = pwd.getpwnam(user) if user else pwd.getpwuid(os.getuid())
        folder = own_folder("dovecot", user)
        self.port = free_port()
        self.certificate = certificate(folder)
        group = grp.getgrgid(who.pw_gid).gr_name
        told = {"folder": folder, "user": who.pw_name, "group": group, "password": PASSWORD, "port": self.port}
        settings = folder / "dovecot.conf"
        settings.write_text(SETTINGS.format(**told))
        for path in folder.iterdir():
            os.chown(path, who.pw_uid, who.pw_gid)
        command = (_program(), "-F", "-c", str(settings))
        self.process = Process(command, folder, lambda: answers(self.port), user)
        self.mail = folder / "mail"
        self._who = who

    def clear(self) -> None:
        """Start it, with an empty mailbox."""
        self.process.thaw()
        self.process.start()
        shutil.rmtree(self.mail, ignore_errors=True)
        for part in ("", "new", "cur", "tmp"):
            (self.mail / part).mkdir(parents=True, exist_ok=True)
            os.chown(self.mail / part, self._who.pw_uid, self._who.pw_gid)

    def deliver(self, message: bytes) -> None:
        name = secrets.token_hex(8)
        made = self.mail / "tmp" / name
        made.write_bytes(message)
        os.chown(made, self._who.pw_uid, self._who.pw_gid)
        made.replace(self.mail / "new" / name)

    def seen(self) -> int:
        """Return how many messages are marked as read."""
        return sum("S" in path.name.rpartition(",")[2] for path in (self.mail / "cur").iterdir())


def _program() -> str:
    found = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not found:
        pytest.fail(MISSING)
    return found
