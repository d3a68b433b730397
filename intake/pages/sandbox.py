"""Gives up, for the rest of this process's life, everything that decoding does not need (Linux, by ctypes)."""

from __future__ import annotations

import ctypes
import os
import resource
import signal

from intake.pages import seccomp
from intake.pages.limits import Limits

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446  # the same numbers on every architecture
_LANDLOCK_VERSION = 1  # flag of create: tell the ABI instead
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # Landlock ABI -> number of file rights it knows (uapi/landlock.h)
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


def lock() -> None:
    """Give up files, network, other processes and new rights. Import everything before: nothing opens afterwards.

    Where the kernel offers less (no Landlock, no seccomp, another architecture), the rest still holds.
    """
    libc = _libc()
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return
    _landlock(libc)
    seccomp.install(libc, os.uname().machine)


def _landlock(libc: ctypes.CDLL) -> None:
    """Deny every path and every port: a ruleset that handles all rights and allows none."""
    version = libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), _LANDLOCK_VERSION)
    if version < 1:
        return
    files = (1 << _FILE_RIGHTS[min(version, max(_FILE_RIGHTS))]) - 1
    rights = (files, (1 << _NET_RIGHTS) - 1) if version >= 4 else (files,)
    ruleset = (ctypes.c_uint64 * len(rights))(*rights)
    descriptor = libc.syscall(_LANDLOCK_CREATE, ctypes.byref(ruleset), ctypes.c_size_t(ctypes.sizeof(ruleset)), 0)
    if descriptor >= 0:
        libc.syscall(_LANDLOCK_RESTRICT, descriptor, 0)
        os.close(descriptor)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
