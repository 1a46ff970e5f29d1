"""Who asks the database, and who commits."""

import ast
from pathlib import Path

SERVICE = Path(__file__).parents[2] / "service"
MODULES = [path for path in SERVICE.rglob("*.py") if "migrations" not in path.parts]


def called(path: Path) -> set[str]:
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    return {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for node in calls
    }


def test_select_stands_in_stores_and_indexes_only() -> None:
    asking = [path for path in MODULES if "select" in called(path)]
    assert asking
    for path in asking:
        assert path.stem in ("store", "index") or path.parent.name == "store", path


def test_commit_stands_in_one_place() -> None:
    assert [path.name for path in MODULES if "commit" in called(path)] == ["unit_of_work.py"]
