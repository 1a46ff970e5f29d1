"""The wheel by itself: installed elsewhere, away from the checkout, it drafts."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
         "--wheel-dir", str(folder), str(ROOT))  # fmt: skip
    (built,) = folder.glob("bienban-*.whl")
    return built


def test_the_wheel_carries_templates_glossary_catalogs_and_pages(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    examples = [f"examples/{path.name}" for path in (ROOT / "examples").glob("*.yaml")]
    for path in (
        "templates/vi/talks-record.docx",
        "templates/zh/talks-record.docx",
        "glossary/places.yaml",
        *examples,
    ):
        assert f"service/shipped/{path}" in names
    assert "service/locale/zh/LC_MESSAGES/bienban.po" in names
    assert "service/web/pages/drafts/index.html" in names
    assert not [
        name
        for name in names
        if name.startswith(("tests/", "bench/", "templates/", "glossary/", "examples/"))
    ]


def test_a_wheel_installed_elsewhere_drafts_the_same_files_as_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "elsewhere"
    _run(sys.executable, "-m", "venv", "--without-pip", str(environment))
    python = environment / "bin" / "python"
    _run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(wheel),
    )
    # The packages it needs are this environment's; its own code is the wheel's.
    (site,) = environment.glob("lib/python*/site-packages")
    (site / "needs.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    record = ROOT / "examples" / "talks-record-2023-12-26.yaml"
    where = _run(str(python), "-c", "import service; print(service.__file__)", cwd=tmp_path)
    assert str(environment) in where
    _run(str(environment / "bin" / "bienban"), "draft", str(record), "--out", "there", cwd=tmp_path)
    _run(sys.executable, "-m", "service.cli", "draft", str(record), "--out", "here", cwd=tmp_path)
    files = sorted(path.name for path in (tmp_path / "there").glob("*.docx"))
    assert len(files) == 8
    for name in files:
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def _run(*command: str, cwd: Path | None = None) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("BIENBAN_", "COV"))}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
