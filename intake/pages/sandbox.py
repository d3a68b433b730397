"""Gives up, for the rest of this process's life, everything that decoding does not need (Linux, by ctypes)."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
from collections.abc import Sequence

from intake.pages import seccomp
from intake.pages.limits import Limits

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446  # the same numbers on every architecture
_LANDLOCK_VERSION = 1  # flag of create: tell the ABI instead
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # Landlock ABI -> number of file rights it knows (uapi/landlock.h)
_PATH_BENEATH = 1  # kind of rule
_READ = 1 << 2 | 1 << 3  # rights: read a file, list a folder
_NET_RIGHTS = 2  # bind and connect, from ABI 4
_OPEN_FILES = 16
_START_S = 5  # seconds of processor time for what comes before the first page


def limit(limits: Limits) -> None:
    """Limit memory, files and, for all pages together, processor time."""
    whole = _START_S + limits.page_cpu_seconds * (limits.pages + 1)
    resource.setrlimit(resource.RLIMIT_CPU, (_START_S + limits.page_cpu_seconds, whole))
    memory = limits.memory_mb << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    for what in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(what, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))


def allow_cpu(seconds: int) -> None:
    """Allow `seconds` of processor time from now on; the kernel ends the process that takes more."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))


def die_with(parent: int) -> None:
    """End when the parent ends, even if it ended before this call."""
    _libc().prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def lock(readable: Sequence[str] = ()) -> None:
    """Give up files, network, other processes and new rights. Import everything before: nothing opens afterwards.

    What lies under the folders `readable` can still be read, where Landlock can say so. Where the kernel offers less
    (no Landlock, no seccomp, another architecture), the rest still holds.
    """
    libc = _libc()
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return
    is_fenced = _landlock(libc, readable)
    seccomp.install(libc, os.uname().machine, may_open=is_fenced and bool(readable))


def _landlock(libc: ctypes.CDLL, readable: Sequence[str]) -> bool:
    """Deny every path and every port but reading under `readable`; False where that cannot be done."""
    version = libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), _LANDLOCK_VERSION)
    if version < 1:
        return False
    files = (1 << _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]) - 1
    rights = (files, (1 << _NET_RIGHTS) - 1) if version >= 4 else (files,)
    wanted = (ctypes.c_uint64 * len(rights))(*rights)
    ruleset = libc.syscall(_LANDLOCK_CREATE, ctypes.byref(wanted), ctypes.c_size_t(ctypes.sizeof(wanted)), 0)
    if ruleset < 0:
        return False
    for folder in readable:
        _allow_reading(libc, ruleset, folder)
    is_fenced = bool(libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0) == 0)
    os.close(ruleset)
    return is_fenced


def _allow_reading(libc: ctypes.CDLL, ruleset: int, folder: str) -> None:
    try:
        parent = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # this machine has no such folder
        return
    rule = ctypes.create_string_buffer(struct.pack("=Qi", _READ, parent))
    libc.syscall(_LANDLOCK_ADD, ruleset, _PATH_BENEATH, rule, 0)
    os.close(parent)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
