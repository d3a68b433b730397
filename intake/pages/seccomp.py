"""Tells the kernel which calls this process may still make: a filter in classic BPF, written by hand."""

from __future__ import annotations

import ctypes
import errno
import struct
from collections.abc import Iterable

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_LOAD, _EQUAL, _SET, _RETURN = 0x20, 0x15, 0x45, 0x06  # BPF: load word, jump if equal, jump if any bit, return
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_X32 = 0x40000000  # numbers of the x32 calls start here; none of ours does
_CLONE_THREAD = 0x00010000

_AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# Call -> its number on (x86_64, aarch64), from the kernel's tables; None where the architecture has no such call.
_ALLOWED: dict[str, tuple[int, int | None]] = {
    "read": (0, 63), "write": (1, 64), "close": (3, 57), "fstat": (5, 80), "lseek": (8, 62), "mmap": (9, 222),
    "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214), "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135), "rt_sigreturn": (15, 139), "pread64": (17, 67), "readv": (19, 65), "writev": (20, 66),
    "sched_yield": (24, 124), "mremap": (25, 216), "madvise": (28, 233), "nanosleep": (35, 101), "getpid": (39, 172),
    "exit": (60, 93), "uname": (63, 160), "gettimeofday": (96, 169), "getrlimit": (97, 163), "getrusage": (98, 165),
    "sysinfo": (99, 179), "getppid": (110, 173), "sigaltstack": (131, 132), "setrlimit": (160, 164),
    "gettid": (186, 178), "time": (201, None), "futex": (202, 98), "sched_getaffinity": (204, 123),
    "restart_syscall": (219, 128), "clock_gettime": (228, 113), "clock_nanosleep": (230, 115),
    "exit_group": (231, 94), "tgkill": (234, 131), "set_robust_list": (273, 99), "prlimit64": (302, 261),
    "getrandom": (318, 278), "membarrier": (324, 283), "rseq": (334, 293),
}  # fmt: skip
_OPENING: dict[str, tuple[int, int | None]] = {
    "stat": (4, None), "lstat": (6, None), "access": (21, None), "fcntl": (72, 25), "getdents64": (217, 61),
    "openat": (257, 56), "newfstatat": (262, 79), "statx": (332, 291),
}  # fmt: skip
_CLONE, _CLONE3 = (56, 220), (435, 435)


def install(libc: ctypes.CDLL, machine: str, *, may_open: bool = False) -> bool:
    """Refuse, with an error and not with death, every call that is not listed; False where that cannot be done."""
    if machine not in _AUDIT:
        return False
    code = program(machine, may_open=may_open)
    buffer = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("HxxxxxxP", len(code) // 8, ctypes.addressof(buffer))
    return int(libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.c_char_p(head), 0, 0)) == 0


def program(machine: str, *, may_open: bool = False) -> bytes:
    """Return the filter. Threads may start (libheif needs them), processes may not; files open only if said so.

    clone3 hides its flags in memory where no filter sees them; told that it does not exist, libc takes clone.
    """
    column = 0 if machine == "x86_64" else 1
    listed = [*_ALLOWED.values(), *(_OPENING.values() if may_open else ())]
    numbers = sorted(n for pair in listed if (n := pair[column]) is not None)
    steps = [
        _step(_LOAD, _ARCHITECTURE),
        _step(_EQUAL, _AUDIT[machine], 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        *_each(numbers, _ALLOW),
        *_each([_CLONE3[column]], _ERRNO | errno.ENOSYS),
        _step(_EQUAL, _CLONE[column], 0, 3),
        _step(_LOAD, _FIRST_ARGUMENT),
        _step(_SET, _CLONE_THREAD, 0, 1),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _ERRNO | errno.EPERM),
    ]
    return b"".join(steps)


def _each(numbers: Iterable[int], answer: int) -> Iterable[bytes]:
    for number in numbers:
        yield _step(_EQUAL, number, 0, 1)
        yield _step(_RETURN, answer)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
