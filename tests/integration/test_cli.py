"""The command line as people and programs use it: real processes, real pictures."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from kin import is_running
from servers.process import children

pytestmark = pytest.mark.integration

SAMPLES = Path(__file__).parent.parent.parent / "sample_docs"
DEFAULT = (files("intake.release.policy") / "default.toml").read_text("utf-8")
READY, STOPPED = SAMPLES / "case-01-clean-scans", SAMPLES / "case-09-name-mismatch"


def intake(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "intake", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


def objects(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with one good scan between bad ones, and a name that troubles programs."""
    made = tmp_path_factory.mktemp("scans")
    shutil.copy(READY / "03-id-back.jpg", made / "身份证 反面 📷.jpg")
    (made / "a-empty.jpg").write_bytes(b"")
    (made / "b-text.jpg").write_text("not a picture")
    (made / "c-gone.pdf").symlink_to(made / "nowhere")
    (made / "request.json").write_text("{}")
    return made


@pytest.fixture(scope="module")
def mixed(folder: Path) -> subprocess.CompletedProcess[str]:
    return intake("read", folder)


def test_every_file_has_a_line_in_order_and_bad_ones_end_with_status_1(mixed: subprocess.CompletedProcess[str]):
    lines = objects(mixed.stdout)

    assert mixed.returncode == 1
    assert [Path(line["file"]).name for line in lines] == [
        "a-empty.jpg",
        "b-text.jpg",
        "c-gone.pdf",
        "身份证 反面 📷.jpg",
    ]
    assert [line["error"] and line["error"]["code"] for line in lines] == [
        "empty_file",
        "unknown_format",
        "broken_link",
        None,
    ]
    assert lines[3]["documents"][0]["type"] == "resident_id_back"


def test_progress_goes_to_standard_error_only(mixed: subprocess.CompletedProcess[str]):
    assert "4/4" in mixed.stderr
    assert "Traceback" not in mixed.stderr
    assert all(line.startswith("{") for line in mixed.stdout.splitlines())


def test_several_processes_read_the_same_in_the_same_order(folder: Path, mixed: subprocess.CompletedProcess[str]):
    again = intake("read", folder, "-j", "2")

    assert [_timeless(line) for line in objects(again.stdout)] == [_timeless(line) for line in objects(mixed.stdout)]
    assert again.returncode == 1


def test_processes_that_read_end_with_the_one_that_started_them():
    command = [sys.executable, "-m", "intake", "read", str(SAMPLES), "-j", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as reading:
        assert reading.stdout
        reading.stdout.readline()  # both have started
        started = children(reading.pid)
        reading.kill()

    assert len(started) > 1
    assert not [pid for pid in started if is_running(str(pid))]


def test_lines_can_be_left_out_and_messages_be_english(folder: Path):
    done = intake("read", folder / "b-text.jpg", READY / "03-id-back.jpg", "--no-lines", "--lang", "en")

    bad, good = objects(done.stdout)
    assert bad["error"]["message"].isascii()
    assert "lines" not in good["pages"][0]


def test_a_table_names_fields_in_chinese():
    done = intake("read", READY / "03-id-back.jpg", "--format", "table")

    assert done.returncode == 0
    assert "签发机关" in done.stdout


def test_a_path_that_does_not_exist_is_an_error_of_that_file(tmp_path: Path):
    done = intake("read", tmp_path / "nothing.jpg")

    assert done.returncode == 1
    assert objects(done.stdout)[0]["error"]["code"] == "not_found"


@pytest.mark.parametrize("arguments", [("read",), ("case",), ("read", "x", "--engine", "magic"), ("fly",)])
def test_wrong_usage_ends_with_status_2(arguments: tuple[str, ...]):
    assert intake(*arguments).returncode == 2


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("case", "--help"), ("schema", "--help")])
def test_help_carries_an_example(arguments: tuple[str, ...]):
    done = intake(*arguments)

    assert done.returncode == 0
    assert "Example: intake " in done.stdout


def test_the_schema_is_a_json_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(intake("schema").stdout))


def test_a_good_case_is_ready_and_valid_against_the_schema(tmp_path: Path):
    out, evidence = tmp_path / "request.json", tmp_path / "evidence"

    done = intake("case", READY, "--out", out, "--evidence", evidence)

    request = json.loads(out.read_text("utf-8"))
    jsonschema.validate(request, json.loads(intake("schema").stdout))
    assert (done.returncode, request["status"]) == (0, "ready"), done.stdout
    assert len(list(evidence.glob("*.png"))) == len(list(READY.glob("*.jpg")))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_case_with_a_contradiction_is_stopped_and_says_why(tmp_path: Path):
    out = tmp_path / "request.json"

    done = intake("case", STOPPED, "--out", out)

    assert done.returncode == 3
    assert json.loads(out.read_text("utf-8"))["status"] == "blocked"
    assert "户名" in done.stdout


def test_a_case_number_that_the_papers_do_not_carry_stops_the_case(tmp_path: Path):
    done = intake("case", READY, "--case-number", "（2020）浙0106执1号", "--out", tmp_path / "r.json")

    assert done.returncode == 3
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["status"] == "blocked"


def test_a_case_with_an_unreadable_file_is_not_ready(tmp_path: Path):
    case = tmp_path / "case"
    shutil.copytree(READY, case)
    (case / "05-broken.jpg").write_bytes(b"\xff\xd8\xff broken")

    done = intake("case", case, "--out", tmp_path / "r.json")

    assert done.returncode == 1
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["status"] != "ready"


def test_a_request_that_cannot_be_written_is_one_sentence_after_the_list(tmp_path: Path):
    done = intake("case", STOPPED, "--out", "/dev/full/r.json")

    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "户名" in done.stdout


def test_a_full_disk_leaves_the_old_request_and_no_half_one(tmp_path: Path):
    out = tmp_path / "r.json"
    out.write_text("old")
    program = (
        "import resource, pathlib; resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10));"
        f"from intake.cli import write_whole; write_whole(pathlib.Path({str(out)!r}), b'x' * 100)"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)

    assert done.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]
    assert out.read_text() == "old"


@pytest.mark.parametrize("option", ["--out", "--evidence"])
def test_an_output_that_cannot_be_is_wrong_usage_before_any_work(option: str, tmp_path: Path):
    taken = tmp_path / "taken"
    taken.mkdir() if option == "--out" else taken.write_text("x")

    assert intake("case", READY, option, taken).returncode == 2


def test_evidence_does_not_go_among_the_papers():
    assert intake("case", READY, "--evidence", READY / "evidence").returncode == 2


@pytest.mark.parametrize("place", ["notice.doc", READY / "notice.pdf"], ids=["no form", "among the papers"])
def test_a_notice_that_cannot_be_is_wrong_usage_before_any_work(place: str | Path, tmp_path: Path):
    assert intake("case", READY, "--notice", tmp_path / place).returncode == 2


def test_a_stopped_case_has_a_notice_for_the_party(tmp_path: Path):
    notice = tmp_path / "notice.pdf"

    done = intake("case", STOPPED, "--notice", notice)

    assert (done.returncode, str(notice) in done.stderr) == (3, True)
    assert notice.read_bytes().startswith(b"%PDF-")


def test_a_court_may_ask_for_less_and_a_ready_case_has_no_notice(tmp_path: Path):
    case, notice, court = tmp_path / "case", tmp_path / "notice.txt", tmp_path / "court.toml"
    shutil.copytree(READY, case)
    (case / "03-id-back.jpg").unlink()
    court.write_text(DEFAULT.replace('["resident_id_front", "resident_id_back"]', '["resident_id_front"]'), "utf-8")

    done = intake("case", case, "--court", court, "--notice", notice)

    assert (done.returncode, notice.exists(), "补正" in done.stderr) == (0, False, True), done.stdout


def test_a_wrong_court_file_is_one_sentence_before_any_work(tmp_path: Path):
    (tmp_path / "court.toml").write_text(DEFAULT.replace("working_days = 7", "working_days = 0"), "utf-8")

    done = intake("case", READY, "--court", tmp_path / "court.toml")

    assert (done.returncode, "notice.working_days" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert done.stdout == ""


def test_a_file_name_that_is_no_text_is_still_a_line(tmp_path: Path):
    odd = os.fsencode(tmp_path) + b"/\xff\xfe.jpg"
    Path(os.fsdecode(odd)).write_bytes(b"")

    (line,) = objects(intake("read", tmp_path).stdout)

    assert line["file"].endswith("\\udcff\\udcfe.jpg")
    assert line["error"]["code"] == "empty_file"


@pytest.mark.parametrize("arguments", [("--help",), ("case", "--help")])
def test_the_examples_of_help_name_what_exists(arguments: tuple[str, ...]):
    example = intake(*arguments).stdout.split("Example:")[1].split()

    assert all((SAMPLES.parent / word).exists() for word in example if word.startswith("sample_docs"))


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m intake read {READY / '03-id-back.jpg'} {READY / '03-id-back.jpg'} | head -c 1"

    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=os.environ)  # noqa: S607

    assert "Traceback" not in done.stderr


def _timeless(line: dict) -> dict:
    return {key: value for key, value in line.items() if key != "ms"}
