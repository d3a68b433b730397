"""Locks a process in: no files, no network, no children, bounded memory and time. For the decode child only."""

from __future__ import annotations

import ctypes
import platform
import resource
import signal

from intake.pages.limits import Limits

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 1, 4, 38, 22
SECCOMP_FILTER = 2
LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF = 444, 446  # syscall numbers, the same on every architecture
LANDLOCK_FILES = (1 << 13) - 1  # every file access right of ABI 1, with no rule: nothing may be opened
OPEN_FILES = 16


def lock_in(limits: Limits) -> None:
    """Give up all that decoding does not need; import what decoding needs before."""
    megabyte = 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb * megabyte, limits.memory_mb * megabyte))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    _landlock(libc)
    if platform.machine() == "x86_64":
        _seccomp(libc)
    else:
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))  # no children, and no decoder that needs threads


def allow_cpu(seconds: int) -> None:
    """Allow `seconds` of processor time from now on; the kernel ends the process that takes more."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))


def _landlock(libc: ctypes.CDLL) -> None:
    """Refuse every path from now on, where the kernel can (5.13 and later)."""
    rights = (ctypes.c_uint64 * 1)(LANDLOCK_FILES)
    ruleset = libc.syscall(LANDLOCK_CREATE_RULESET, rights, ctypes.sizeof(rights), 0)
    if ruleset >= 0:
        libc.syscall(LANDLOCK_RESTRICT_SELF, ruleset, 0)


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


LOAD, EQUAL, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06  # BPF: A = word at k; jump if A == k; if A & k; return k
ALLOW, REFUSE, UNKNOWN = 0x7FFF0000, 0x00050001, 0x00050026  # SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO: EPERM, ENOSYS
NUMBER_AT, ARCH_AT, FIRST_ARGUMENT_AT = 0, 4, 16  # offsets in struct seccomp_data
X86_64 = 0xC000003E
CLONE, CLONE3, CLONE_THREAD = 56, 435, 0x10000
# Numbers of x86-64: socket connect accept sendto bind listen socketpair fork vfork execve kill ptrace open creat openat
# rename unlink link symlink mount execveat openat2 process_vm_readv process_vm_writev io_uring_setup
FORBIDDEN = (41, 42, 43, 44, 49, 50, 53, 57, 58, 59, 62, 101, 2, 85, 257, 82, 87, 86, 88, 165, 322, 437, 310, 311, 425)


def _seccomp(libc: ctypes.CDLL) -> None:
    """Refuse system calls that reach out, and new processes, but not threads: decoders of HEIC and AVIF need them."""
    head = [(LOAD, 0, 0, ARCH_AT), (EQUAL, 1, 0, X86_64), (RETURN, 0, 0, REFUSE), (LOAD, 0, 0, NUMBER_AT)]
    clones = [  # clone3 hides its flags from us: glibc falls back to clone where it is unknown
        (EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, UNKNOWN),
        (EQUAL, 0, 4, CLONE),
        (LOAD, 0, 0, FIRST_ARGUMENT_AT),
        (ANY_BIT, 0, 1, CLONE_THREAD),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    left = range(len(FORBIDDEN), 0, -1)
    numbers = [(EQUAL, jump, 0, number) for jump, number in zip(left, FORBIDDEN, strict=True)]
    steps = [*head, *clones, *numbers, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]
    program = _Program(len(steps), (_Instruction * len(steps))(*(_Instruction(*step) for step in steps)))
    libc.prctl(PR_SET_SECCOMP, SECCOMP_FILTER, ctypes.byref(program), 0, 0)
