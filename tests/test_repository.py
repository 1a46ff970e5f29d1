"""The repository itself: what the README says is so, and the house rules that no other gate holds."""

import argparse
import ast
import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from service.cli import command_parser
from service.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted((ROOT / "service").rglob("*.py"))
MADE = {"build", "dist", "__pycache__"}
MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_MODULE = 300


def own_files() -> Iterator[Path]:
    """Find the files that belong to the repository, with or without git."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or not (name.startswith(".") or name in MADE)]
        yield from (Path(folder) / name for name in names if not name.startswith(".coverage"))


def subcommands(
    parser: argparse.ArgumentParser, path: str = "bienban"
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]  # noqa: SLF001
    if not groups:
        yield path, parser
    for group in groups:
        for name, inner in group.choices.items():
            yield from subcommands(inner, f"{path} {name}")


def test_the_readme_names_every_command_and_every_option() -> None:
    for path, parser in subcommands(command_parser()):
        assert f"`{path}" in README, path
        for option in parser._option_string_actions:  # noqa: SLF001 - argparse tells them nowhere else
            assert option in ("-h", "--help") or option in README, f"{path} {option}"


def test_the_readme_names_every_setting() -> None:
    for setting in fields(Settings):
        assert f"`{PREFIX}{setting.name.upper()}`" in README


def test_the_readme_and_help_name_every_make_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (help .*)$", makefile, re.MULTILINE)
    assert set(phony.split()) == explained
    for target in explained:
        assert f"make {target}" in README, target


@pytest.mark.parametrize("page", sorted(file for file in own_files() if file.suffix == ".md"))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links {target}"


def test_the_record_in_the_readme_drafts(tmp_path: Path) -> None:
    (record,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    source = tmp_path / "record.yaml"
    source.write_text(record, encoding="utf-8")
    options = command_parser().parse_args(["draft", str(source), "--out", str(tmp_path / "drafts")])
    assert options.run(options, Settings()) == 0
    assert len(list((tmp_path / "drafts").glob("*.docx"))) == 8


def test_no_file_names_this_machine_or_a_package_registry() -> None:
    words = [
        f"{ROOT}/",
        "files.python" + "hosted",
        "pypi" + ".org/simple",
        "registry." + "npmjs",
    ]
    for file in own_files():
        text = file.read_bytes().decode("utf-8", "ignore")
        assert not [word for word in words if word in text], file


def test_an_init_file_holds_a_docstring_only() -> None:
    for module in (module for module in MODULES if module.name == "__init__.py"):
        (statement,) = ast.parse(module.read_text(encoding="utf-8")).body
        assert isinstance(statement, ast.Expr), module


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_functions_and_modules_keep_their_size(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES_OF_A_MODULE, "cut the module at a noun"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MOST_LINES_OF_A_FUNCTION, f"{node.name} has {lines} lines: cut it at a noun"


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs" / "adr").glob("0*.md"):
        assert f"({page.name})" in listed
