"""The `bienban` command as a person meets it: files, words, exit status."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

import pytest

from samples import EXAMPLE, ROOT, SMALL, changed, plain
from service.cli import main
from service.documents.lint import lint_docx

STEM = "talks-record-2023-12-26"
EIGHT = {
    f"{STEM}-{original}-{layout}.docx"
    for original in ("vn", "cn")
    for layout in ("columns", "consecutive", "vi", "zh")
}
Say = Callable[[], tuple[str, str]]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "BIENBAN_TEMPLATES_DIR", "BIENBAN_GLOSSARY_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BIENBAN_LANGUAGE", "en")


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Say:
    """Read what went to stdout and stderr since the last time."""

    def read() -> tuple[str, str]:
        captured = capsys.readouterr()
        return captured.out, captured.err

    return read


def draft(*arguments: object) -> int:
    return main(["draft", *map(str, arguments)])


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def record(folder: Path, text: str = SMALL, name: str = "a.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_record_becomes_eight_files_and_a_page(tmp_path: Path, said: Say) -> None:
    assert draft(EXAMPLE, "--out", tmp_path / "new" / "folder") == 0
    out = tmp_path / "new" / "folder"
    assert written(out) == EIGHT | {"index.html"}
    lines, errors = said()
    assert errors == ""
    first, *files, last = lines.splitlines()
    assert first == f"{EXAMPLE}: 8 drafts, 2 gaps, 5 findings, names as of 2023-12-26"
    assert {Path(line.strip()) for line in files} == {out / name for name in EIGHT}
    assert last == f"Open {out / 'index.html'} in a browser."
    assert all(lint_docx((out / name).read_bytes()) == [] for name in EIGHT)


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--layout", "stacked"], {"a-vn-stacked", "a-cn-stacked"}),
        (
            ["--layout", "vi", "--layout", "zh", "--layout", "vi"],
            {"a-vn-vi", "a-vn-zh", "a-cn-vi", "a-cn-zh"},
        ),
        (["--original", "vn"], {"a-vn-columns", "a-vn-consecutive", "a-vn-vi", "a-vn-zh"}),
        (["--original", "cn", "--layout", "columns"], {"a-cn-columns"}),
        (["--original", "both", "--layout", "columns"], {"a-vn-columns", "a-cn-columns"}),
    ],
)
def test_layouts_and_originals_are_those_that_were_asked_for(
    options: list[str], files: set[str], tmp_path: Path
) -> None:
    assert draft(record(tmp_path), "--out", tmp_path / "out", *options) == 0
    assert written(tmp_path / "out") == {f"{name}.docx" for name in files} | {"index.html"}


def test_the_name_order_can_be_chosen_against_the_record(tmp_path: Path, said: Say) -> None:
    source = record(tmp_path)
    assert draft(source, "--out", tmp_path / "one", "--layout", "vi") == 0
    assert ", 0 findings," in said()[0]
    assert draft(source, "--out", tmp_path / "other", "--layout", "vi", "--names", "alternat") == 0
    assert ", 1 findings," in said()[0]
    name = "a-cn-vi.docx"
    assert (tmp_path / "one" / name).read_bytes() != (tmp_path / "other" / name).read_bytes()
    assert "alternat: the keeper of each original first" in (tmp_path / "other" / "index.html").read_text(
        "utf-8"
    )


def test_names_are_as_of_the_day_that_was_asked_for(tmp_path: Path, said: Say) -> None:
    assert draft(record(tmp_path), "--out", tmp_path / "out", "--as-of", "2025-06-30", "--layout", "vi") == 0
    assert "names as of 2025-06-30" in said()[0]


def test_a_province_that_has_ended_is_refused_with_its_successor(tmp_path: Path, said: Say) -> None:
    source = record(tmp_path)
    assert draft(source, "--out", tmp_path / "out", "--as-of", "2025-07-01") == 2
    lines = said()[1].splitlines()
    assert lines[0] == (
        f"{source}:8: parties[0].body: “Sở Ngoại vụ tỉnh Hà Giang” is no longer right on 2025-07-01: "
        "tỉnh Hà Giang was valid until 2025-06-30; its successor is tỉnh Tuyên Quang"
    )
    assert [line.split(": ")[1] for line in lines] == ["parties[0].body", "parties[0].head.position", "place"]
    assert not (tmp_path / "out").exists()


def test_without_a_date_a_day_must_be_given(tmp_path: Path, said: Say) -> None:
    source = record(tmp_path, changed("2023-12-26", "null"))
    assert draft(source, "--out", tmp_path / "out") == 2
    assert said()[1] == (
        f"{source}:4: date: not in the source; give --as-of DAY, names are right only for a day\n"
    )
    assert draft(source, "--out", tmp_path / "out", "--as-of", "2023-12-26") == 0


@pytest.mark.parametrize(
    "options",
    [
        ["--layout", "rows"],
        ["--original", "jp"],
        ["--names", "first"],
        ["--as-of", "2023-02-31"],
        ["--as-of", "31/12/2023"],
        ["--draft"],
        ["--out"],
    ],
)
def test_an_option_that_is_not_known_ends_with_two(options: list[str], tmp_path: Path, said: Say) -> None:
    with pytest.raises(SystemExit) as ended:
        draft(record(tmp_path), "--out", tmp_path / "out", *options)
    assert ended.value.code == 2
    assert said()[1].startswith("usage: bienban")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments", [[], ["draft"], ["draft", "a.yaml"], ["fly"], ["templates"], ["templates", "build"]]
)
def test_a_command_that_is_not_whole_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_the_version_is_said(said: Say) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert said()[0].startswith("bienban 0.")


def test_several_records_share_a_page(tmp_path: Path, said: Say) -> None:
    one, other = record(tmp_path), record(tmp_path, changed("2023-12-26", "2024-01-05"), "b.yaml")
    assert draft(one, other, "--out", tmp_path / "out", "--layout", "vi", "--original", "vn") == 0
    assert written(tmp_path / "out") == {"a-vn-vi.docx", "b-vn-vi.docx", "index.html"}
    assert "names as of 2024-01-05" in said()[0]


@pytest.mark.parametrize("other", ["a.json", "A.yaml", "a.yml"])
def test_records_of_one_name_are_refused_before_anything_is_read(
    other: str, tmp_path: Path, said: Say
) -> None:
    one, two = tmp_path / "x" / "a.yaml", tmp_path / "y" / other
    assert draft(one, two, "--out", tmp_path / "out") == 2
    assert said()[1] == f"{one} and {two} would be drafted under the same name; rename one\n"


def test_one_record_given_twice_is_refused(tmp_path: Path) -> None:
    source = record(tmp_path)
    assert draft(source, source, "--out", tmp_path / "out") == 2


def test_a_bad_record_among_good_ones_changes_nothing(tmp_path: Path, said: Say) -> None:
    good, out = record(tmp_path), tmp_path / "out"
    assert draft(good, "--out", out, "--layout", "vi") == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    said()
    better = record(tmp_path, changed("Hai bên nhất trí.", "Hai bên thống nhất."))
    bad = record(tmp_path, changed("2023-12-26", "31/02/2023"), "b.yaml")
    worse = record(tmp_path, changed("channel: state", "channel: x"), "c.yaml")
    assert draft(better, bad, worse, "--out", out, "--layout", "vi") == 2
    assert said() == (
        "",
        (
            f"{bad}:4: date: “31/02/2023” is no day of the calendar\n"
            f"{worse}:2: channel: “x” is not one of state, party\n"
        ),
    )
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_an_out_path_that_is_a_file_is_refused(tmp_path: Path, said: Say) -> None:
    out = tmp_path / "out"
    out.write_text("mine", "utf-8")
    assert draft(record(tmp_path), "--out", out) == 2
    assert said()[1] == f"{out}: cannot be written: File exists\n"
    assert draft(record(tmp_path), "--out", out / "below") == 2
    assert said()[1] == f"{out / 'below'}: cannot be written: Not a directory\n"
    assert out.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, said: Say) -> None:
    # A folder of the kernel refuses root too; a read-only one does not.
    assert draft(record(tmp_path), "--out", "/proc/bienban") == 2
    assert said()[1].startswith("/proc/bienban: cannot be written: ")


def test_a_draft_whose_name_is_taken_by_a_folder_is_refused_and_nothing_is_left(
    tmp_path: Path, said: Say
) -> None:
    out = tmp_path / "out"
    (out / "index.html").mkdir(parents=True)
    assert draft(record(tmp_path), "--out", out, "--layout", "vi", "--original", "vn") == 2
    assert said()[1] == f"{out}: cannot be written: Is a directory\n"
    assert written(out) == {"index.html"}


def test_a_record_that_is_missing_or_a_folder_is_named(tmp_path: Path, said: Say) -> None:
    missing = tmp_path / "no.yaml"
    assert draft(missing, tmp_path, "--out", tmp_path / "out") == 2
    assert said()[1] == (
        f"{missing}: cannot be read: No such file or directory\n{tmp_path}: cannot be read: Is a directory\n"
    )


@pytest.mark.parametrize("name", ["a\u202eb.yaml", "a\nb.yaml", "a\x1bb.yaml", "a\udcffb.yaml"])
def test_a_record_whose_file_name_no_draft_can_bear_is_refused(name: str, tmp_path: Path, said: Say) -> None:
    source = tmp_path / name
    source.write_text(SMALL, "utf-8")
    assert draft(source, "--out", tmp_path / "out") == 2
    assert "at character 2" in said()[1]
    assert not (tmp_path / "out").exists()


def test_a_type_without_templates_says_which_file_is_missing(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_TEMPLATES_DIR", str(tmp_path))
    assert draft(EXAMPLE, "--out", tmp_path / "out") == 2
    path = tmp_path / "vi" / "talks-record.docx"
    known = "there is no template for a record of type talks_record, form joint"
    assert said()[1] == f"{known}: {path} is missing\n"


def test_an_internal_paper_is_drafted_for_each_side_in_its_own_language(tmp_path: Path, said: Say) -> None:
    source = record(tmp_path, changed("place:", "form: internal\nplace:"))
    assert draft(source, "--out", tmp_path / "out") == 0
    files = sorted(file.name for file in (tmp_path / "out").glob("*.docx"))
    assert files == ["a-cn-zh.docx", "a-vn-vi.docx"]
    assert said()[0].startswith(f"{source}: 2 drafts")


def test_an_internal_paper_has_no_bilingual_layout(tmp_path: Path, said: Say) -> None:
    source = record(tmp_path, changed("place:", "form: internal\nplace:"))
    assert draft(source, "--layout", "columns", "--out", tmp_path / "out") == 2
    assert "an internal paper is one side's own, in one language; --layout columns" in said()[1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", "“31/02” thiếu năm; hãy viết YYYY-MM-DD"),
        ("zh", "“31/02”没有年份；请写成YYYY-MM-DD"),
        ("en", "“31/02” has no year; write it as YYYY-MM-DD"),
    ],
)
def test_words_are_in_the_language_that_was_chosen(
    language: str, words: str, tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_LANGUAGE", language)
    bad = record(tmp_path, changed("2023-12-26", "31/02"))
    assert draft(bad, "--out", tmp_path / "out") == 2
    assert words in said()[1]
    assert draft(record(tmp_path), "--out", tmp_path / "out") == 0
    assert f'<html lang="{language}">' in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_what_a_file_brings_cannot_steer_the_console(tmp_path: Path, said: Say) -> None:
    bad = record(tmp_path, changed("channel: state", '"chan\\e[31m\\u202E\\nel": state'))
    assert draft(bad, "--out", tmp_path / "out") == 2
    errors = said()[1]
    assert "\x1b" not in errors
    assert "\u202e" not in errors
    assert "chan[U+001B][31m[U+202E][U+000A]el" in errors


def test_files_follow_the_umask_and_nothing_temporary_is_left(tmp_path: Path) -> None:
    for mask, mode in ((0o022, 0o644), (0o077, 0o600)):
        out = tmp_path / f"{mask:o}"
        with umask(mask):
            assert draft(record(tmp_path), "--out", out, "--layout", "vi") == 0
        assert {stat.S_IMODE(path.stat().st_mode) for path in out.iterdir()} == {mode}
        assert written(out) == {"a-vn-vi.docx", "a-cn-vi.docx", "index.html"}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with this environment only."""
    call = "import sys; from service.cli import main; sys.exit(main())"
    path = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", call, *map(str, arguments)],
        env={**path, **environment},
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_processes_with_different_hash_seeds_write_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        done = run("draft", EXAMPLE, "--out", tmp_path / seed, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / seed).iterdir()} for seed in ("1", "2")
    )
    assert one == other
    assert draft(EXAMPLE, "--out", tmp_path / "3") == 0
    assert one[f"{STEM}-vn-columns.docx"] == (tmp_path / "3" / f"{STEM}-vn-columns.docx").read_bytes()


@pytest.mark.parametrize("language", ["vi", "zh"])
def test_a_console_that_knows_ascii_only_shows_numbers_instead_of_ending(
    language: str, tmp_path: Path
) -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = run("draft", tmp_path / "no.yaml", "--out", tmp_path, BIENBAN_LANGUAGE=language, **ascii_only)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"no.yaml" in done.stderr
    assert done.stderr.isascii()
    done = run("draft", record(tmp_path), "--out", tmp_path / "out", BIENBAN_LANGUAGE=language, **ascii_only)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_locale_chooses_the_language_where_nothing_else_does(tmp_path: Path) -> None:
    done = run("draft", tmp_path / "no.yaml", "--out", tmp_path, LANG="vi_VN.UTF-8", PYTHONUTF8="1")
    assert "không đọc được" in done.stderr.decode()


def test_json_is_drafted_like_yaml(tmp_path: Path) -> None:
    source = record(tmp_path, json.dumps(plain(EXAMPLE)), f"{STEM}.json")
    assert draft(source, "--out", tmp_path / "json") == 0
    assert draft(EXAMPLE, "--out", tmp_path / "yaml") == 0
    for name in EIGHT:
        assert (tmp_path / "json" / name).read_bytes() == (tmp_path / "yaml" / name).read_bytes()


def test_the_schema_is_printed(said: Say) -> None:
    assert main(["schema"]) == 0
    assert said()[0] == (ROOT / "docs" / "record.schema.json").read_text("utf-8")


# The doctor and templates.


def test_the_doctor_finds_the_shipped_installation_well(said: Say) -> None:
    assert main(["doctor"]) == 0
    first, *templates = said()[0].splitlines()
    assert first.startswith("termbase ")
    assert first.endswith(f" concepts in {ROOT / 'glossary'}")
    names = sorted(path.name for path in (ROOT / "templates" / "vi").glob("*.docx"))
    assert len(names) == 9
    assert templates == [f"template {name}: compiles in every layout" for name in names]


def doctor(environment: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch) -> int:
    for name, value in environment.items():
        monkeypatch.setenv(f"BIENBAN_{name}_DIR", str(value))
    return main(["doctor"])


def test_the_doctor_names_empty_and_missing_folders(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = {"TEMPLATES": tmp_path / "missing", "GLOSSARY": tmp_path}
    assert doctor(folders, monkeypatch) == 1
    assert said()[0].splitlines() == [
        f"{tmp_path}: holds no termbase (*.yaml)",
        f"{tmp_path / 'missing'}: holds no pair of templates",
    ]


def test_the_doctor_names_what_is_wrong_in_a_termbase(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "glossary", tmp_path / "glossary")
    (tmp_path / "glossary" / "zz.yaml").write_text("category: planet\nconcepts: []\n", "utf-8")
    assert doctor({"GLOSSARY": tmp_path / "glossary"}, monkeypatch) == 1
    assert "zz.yaml:1: category: " in said()[0]


def test_the_doctor_names_a_broken_template(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "zh" / "talks-record.docx").write_bytes(b"no zip")
    assert doctor({"TEMPLATES": tmp_path / "templates"}, monkeypatch) == 1
    assert "zh/talks-record.docx: not a Word file (.docx)" in said()[0].splitlines()


def test_the_doctor_names_a_template_without_its_twin(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "zh" / "talks-record.docx").rename(tmp_path / "templates" / "zh" / "other.docx")
    assert doctor({"TEMPLATES": tmp_path / "templates"}, monkeypatch) == 1
    lines = said()[0].splitlines()
    for name, language in (("vi/talks-record.docx", "zh"), ("zh/other.docx", "vi")):
        file = tmp_path / "templates" / name
        assert f"{file}: has no twin in {tmp_path / 'templates' / language}" in lines


def test_drafting_without_a_termbase_or_with_a_broken_template_is_refused(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BIENBAN_GLOSSARY_DIR", str(tmp_path))
    assert draft(EXAMPLE, "--out", tmp_path / "out") == 2
    assert said()[1] == f"{tmp_path}: holds no termbase (*.yaml)\n"
    monkeypatch.delenv("BIENBAN_GLOSSARY_DIR")
    copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "vi" / "talks-record.docx").write_bytes(b"PK\x03\x04")
    monkeypatch.setenv("BIENBAN_TEMPLATES_DIR", str(tmp_path / "templates"))
    assert draft(EXAMPLE, "--out", tmp_path / "out") == 2
    assert said()[1] == "vi/talks-record.docx: damaged, it cannot be unpacked; save it in Word again\n"


def test_a_termbase_without_countries_is_refused_in_words(
    tmp_path: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.yaml").write_text("category: role\nconcepts: []\n", "utf-8")
    monkeypatch.setenv("BIENBAN_GLOSSARY_DIR", str(tmp_path))
    assert draft(EXAMPLE, "--out", tmp_path / "out") == 2
    assert said()[1] == "the glossary has no concept role.head\n"


def test_the_shipped_templates_can_be_built_anew(tmp_path: Path, said: Say) -> None:
    assert main(["templates", "build", "--out", str(tmp_path)]) == 0
    names = [path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*.docx")]
    for name in names:
        assert (tmp_path / name).read_bytes() == (ROOT / "templates" / name).read_bytes()
    assert sorted(said()[0].splitlines()) == sorted(f"written: {tmp_path / name}" for name in names)


def test_templates_are_not_built_into_a_file(tmp_path: Path, said: Say) -> None:
    out = tmp_path / "out"
    out.write_text("mine", "utf-8")
    assert main(["templates", "build", "--out", str(out)]) == 2
    assert "cannot be written: " in said()[1]
