"""Which backends a machine can run, and which of them is taken."""

import pytest

from intake.inference import choice
from intake.inference.backend import EXACT, Backend, Machine, Precision, Runtime, backends, careful_of

ONNX, OPENVINO, CUDA = Runtime.ONNXRUNTIME, Runtime.OPENVINO, Runtime.CUDA
NARROW, VINO, BFLOATS = (
    Backend(ONNX, Precision.INT8),
    Backend(OPENVINO, Precision.INT8),
    Backend(OPENVINO, Precision.BF16),
)


def machine(*runtimes, flags=()):
    return Machine(frozenset(flags), frozenset({ONNX, *runtimes}))


@pytest.mark.parametrize(
    ("able", "expected"),
    [
        pytest.param(machine(), (EXACT,), id="an old processor reads with the published weights"),
        pytest.param(machine(flags=["avx512_vnni"]), (NARROW, EXACT), id="8 bit needs dot products"),
        pytest.param(machine(flags=["asimddp"]), (NARROW, EXACT), id="ARM has them too"),
        pytest.param(machine(OPENVINO), (EXACT,), id="OpenVINO without narrow numbers gains nothing"),
        pytest.param(
            machine(OPENVINO, flags=["avx_vnni", "amx_bf16"]), (NARROW, EXACT, VINO, BFLOATS), id="all there is"
        ),
        pytest.param(machine(CUDA), (Backend(CUDA, Precision.FP32), EXACT), id="a graphics card comes first"),
    ],
)
def test_a_machine_runs_what_it_can(able, expected):
    assert backends(able) == expected


def test_reading_with_care_uses_bfloats_only_where_the_runtime_and_the_processor_have_them():
    able = machine(OPENVINO, flags=["avx512_vnni", "avx512_bf16"])

    assert careful_of(NARROW, able) == EXACT
    assert careful_of(VINO, able) == BFLOATS
    assert careful_of(VINO, machine(OPENVINO, flags=["avx512_vnni"])) == Backend(OPENVINO, Precision.FP32)


@pytest.mark.parametrize(
    ("times", "best"),
    [
        pytest.param({NARROW: 1.0, VINO: 0.95}, NARROW, id="a little quicker does not pay"),
        pytest.param({NARROW: 1.0, VINO: 0.5}, VINO, id="twice as quick does"),
        pytest.param({NARROW: 1.0}, NARROW, id="alone"),
    ],
)
def test_only_what_is_clearly_quicker_is_taken(times, best):
    assert choice.chosen(times) == best


def test_without_openvino_nothing_is_measured_or_written(monkeypatch, tmp_path):
    monkeypatch.setattr(choice, "machine", lambda: machine(flags=["avx_vnni"]))

    assert choice.quickest(1, tmp_path / "cache") == NARROW
    assert list(tmp_path.iterdir()) == []


def test_what_the_clock_said_is_remembered(monkeypatch, tmp_path):
    times = {NARROW: 1.0, VINO: 0.4, BFLOATS: 0.6}
    measured = []
    monkeypatch.setattr(choice, "machine", lambda: machine(OPENVINO, flags=["avx_vnni", "avx512_bf16"]))
    monkeypatch.setattr(choice, "seconds", lambda backend, _threads: measured.append(backend) or times[backend])

    found = [choice.quickest(1, tmp_path / "cache") for _ in range(2)]

    assert found == [VINO, VINO]
    assert len(measured) == len(times)


@pytest.mark.parametrize(
    "said", [pytest.param(b"cuda-fp32", id="another machine's"), pytest.param(b"\xff\x00", id="damaged")]
)
def test_a_note_that_names_nothing_this_machine_runs_is_measured_again(monkeypatch, tmp_path, said):
    monkeypatch.setattr(choice, "machine", lambda: machine(OPENVINO, flags=["avx_vnni"]))
    monkeypatch.setattr(choice, "seconds", lambda backend, _threads: {NARROW: 1.0, VINO: 0.4}[backend])
    choice.quickest(1, tmp_path)
    (note,) = tmp_path.iterdir()
    note.write_bytes(said)

    assert choice.quickest(1, tmp_path) == VINO


def test_a_folder_that_cannot_be_written_only_costs_time(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(choice, "machine", lambda: machine(OPENVINO, flags=["avx_vnni"]))
    monkeypatch.setattr(choice, "seconds", lambda backend, _threads: {NARROW: 1.0, VINO: 0.4}[backend])

    assert choice.quickest(1, tmp_path / "file" / "cache") == VINO
