"""Records that tests change in one place and read again."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from service.core.message import BienbanError
from service.exchange.record_file import read_record
from service.exchange.tree import Tree
from service.minutes.record import Record

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
EXAMPLE = EXAMPLES / "talks-record-2023-12-26.yaml"

# Every line counts: messages name it.
SMALL = """\
document_type: talks_record
channel: state
name_order: simplified
date: 2023-12-26
place: huyện Mèo Vạc
parties:
  - side: vn
    body: Sở Ngoại vụ tỉnh Hà Giang
    head:
      name: Đỗ Quốc Hương
      position: Giám đốc Sở Ngoại vụ tỉnh Hà Giang
  - side: cn
    body: Văn phòng Ngoại sự tỉnh Vân Nam
    head:
      name: Vương Vĩ
sections:
  - id: results
    heading: {vi: Kết quả, zh: 成果}
    items:
      - stance: agreed
        vi: Hai bên nhất trí.
        zh: 双方一致同意。
"""


def changed(old: str, new: str, text: str = SMALL) -> str:
    """Replace what stands exactly once in a record."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def read(text: str, name: str = "a.yaml") -> Record:
    """Read a record from its text."""
    return read_record(text.encode("utf-8", "surrogatepass"), name)[0]


def read_file(path: Path) -> tuple[Record, Tree]:
    """Read a record from its file."""
    return read_record(path.read_bytes(), path.name)


def problems_of(act: Callable[[], object]) -> list[str]:
    """Do something; the refusals it ends in, none where it ends well. Other errors are errors."""
    try:
        act()
    except BienbanError as error:
        return [str(problem) for problem in error.problems]
    return []


def plain(path: Path) -> dict[str, Any]:
    """Give a record's file as plain data, every scalar as YAML writes it."""
    data = yaml.load(path.read_text("utf-8"), Loader=_Texts)  # noqa: S506 - knows texts, null and booleans only
    assert isinstance(data, dict)
    return data


def without(data: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """Copy plain data and delete one key."""
    copy = deepcopy(data)
    del _around(copy, path)[path[-1]]
    return copy


def with_value(data: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Copy plain data and set one key."""
    copy = deepcopy(data)
    _around(copy, path)[path[-1]] = value
    return copy


def _around(data: Any, path: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - plain data of any shape
    for step in path[:-1]:
        data = data[step]
    return data


class _Texts(yaml.SafeLoader):
    """YAML without guesses at numbers and days."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.rsplit(":", 1)[-1] in ("bool", "null")]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
