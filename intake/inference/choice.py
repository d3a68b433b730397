"""Chooses what runs the models on this machine: by what it is, and where there are several, by the clock."""

from __future__ import annotations

import hashlib
import importlib.util
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import onnxruntime

from intake.inference.backend import EXACT, Backend, Machine, Runtime, backends
from intake.inference.onnx import CUDA
from intake.inference.session import session
from intake.inference.weights import manifest

STRIPS = (4, 3, 48, 320)  # what is measured: a batch of strips for the recogniser, where most of a page's time goes
RUNS = 5
# Of the usual backend's time. OpenVINO starts a second later and compiles for every new shape: with 0.9 of the time for
# this one shape it took 1.4 times as long for whole pages.
CLEARLY = 0.6


@cache
def machine() -> Machine:
    """Return what this machine is."""
    with suppress(OSError):
        found = re.search(r"^(?:flags|Features)\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
        return Machine(frozenset(found[1].split() if found else ()), _runtimes())
    return Machine(frozenset(), _runtimes())


def quickest(threads: int, cache_folder: Path) -> Backend:
    """Return the backend that is quickest here; what the clock said is remembered in `cache_folder`.

    Nothing is measured where OpenVINO is not installed. A folder that cannot be written costs a second at each start.
    """
    able = backends(machine())
    if able[0].runtime is Runtime.CUDA or Runtime.OPENVINO not in machine().runtimes:
        return able[0]
    note = cache_folder / f"quickest-{_situation(threads)}"
    with suppress(OSError, StopIteration):
        said = note.read_text("ascii", "replace")
        return next(backend for backend in able if str(backend) == said)
    best = chosen({backend: seconds(backend, threads) for backend in able if backend != EXACT or backend == able[0]})
    with suppress(OSError):
        cache_folder.mkdir(parents=True, exist_ok=True)
        note.write_text(str(best), "ascii")
    return best


def usual() -> Backend:
    """Return the backend of this machine that needs no measuring: ONNX Runtime, with 8 bits where they are sound."""
    return backends(machine())[0]


def chosen(times: Mapping[Backend, float]) -> Backend:
    """Return the first backend, or the quickest where it is clearly quicker."""
    first, best = next(iter(times)), min(times, key=lambda backend: times[backend])
    return best if times[best] < CLEARLY * times[first] else first


def seconds(backend: Backend, threads: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Measure how long the recogniser takes for a batch of strips."""
    model = session.__wrapped__("recognition", backend, threads)  # not the shared one: it goes when it was measured
    strips = np.random.default_rng(1).uniform(-1, 1, STRIPS).astype(np.float32)  # of blank ones the head is left out
    model.run(strips)
    taken = []
    for _ in range(RUNS):
        started = clock()
        model.run(strips)
        taken.append(clock() - started)
    return min(taken)


def _runtimes() -> frozenset[Runtime]:
    has_openvino = importlib.util.find_spec("openvino") is not None
    has_cuda = CUDA in onnxruntime.get_available_providers() and any(Path("/dev").glob("nvidia[0-9]*"))
    optional = {Runtime.OPENVINO: has_openvino, Runtime.CUDA: has_cuda}
    return frozenset({Runtime.ONNXRUNTIME, *(runtime for runtime, is_there in optional.items() if is_there)})


def _situation(threads: int) -> str:
    """Return a short name for all that the measure depends on."""
    weights = sorted(model.sha256 for model in manifest().values())
    facts = (threads, sorted(machine().flags), weights, _version("onnxruntime"), _version("openvino"))
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:12]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
