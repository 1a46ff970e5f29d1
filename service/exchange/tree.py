"""YAML and JSON read into plain data with the line of every key, strictly and within limits."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from service.core.message import BienbanError, Message, message

Loader: TypeAlias = "type[yaml.SafeLoader | yaml.CSafeLoader]"
Path: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = "str | bool | list[Plain] | dict[str, Plain] | None"

_FAST_LOADER: Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 32
MAX_VALUES = 100_000

# YAML refuses these characters without saying in which key, and folds the last three into line breaks. They
# travel through the parser in a private plane and come back in the value, where their key is known.
_SHIELDED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufeff\ufdd0-\ufdef]"
)
_SHIELD = 0xF0000
_UNSHIELD = re.compile(f"[{chr(_SHIELD)}-{chr(_SHIELD + 0xFFFF)}]")
_TAKEN = re.compile(f"[{chr(_SHIELD)}-{chr(_SHIELD + 0xFFFF)}]|\\\\U000[Ff]")
_NO_CODE = re.compile(r"\\U(?!000|0010)[0-9A-Fa-f]{8}")
_NO_JSON = frozenset(("NaN", "Infinity", "-Infinity"))
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


class UnreadableFile(BienbanError):
    """A file is not the YAML or JSON that this program reads."""


@dataclass(frozen=True)
class Tree:
    """What a file holds.

    Attributes:
        name: The file's name, as messages give it.
        value: Plain data: every scalar is a str, but null and true/false; YAML's own guesses at numbers,
            dates and sexagesimals are not wanted.
        lines: Path of each value to the line on which its key stands, counted from 1.
    """

    name: str
    value: Plain
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest thing around it."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)

    def place(self, path: Path) -> str:
        """A place for messages: `record.yaml:12: parties[0].head.name`."""
        where = f"{self.name}:{self.line(path)}"
        return f"{where}: {write_path(path)}" if path else where


def write_path(path: Path) -> str:
    """Write a path as people read it: `sections[2].items[0].zh`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read_path(text: str) -> Path:
    """Read a path as `write_path` writes it."""
    steps = text.replace("]", "").replace("[", ".#").split(".")
    return tuple(int(step[1:]) if step.startswith("#") else step for step in steps if step)


def read_tree(data: bytes, name: str, *, is_long: bool = False) -> Tree:
    """Read a YAML or JSON file.

    Args:
        data: UTF-8, with or without a byte order mark.
        name: File name; `.json` is read as JSON, all else as YAML.
        is_long: Thousands of lines: parsed by libyaml where it is there, ten times as fast. Its mistakes are
            told by the parser that reads records.

    Raises:
        UnreadableFile: Too large or deep, not UTF-8, a syntax error, a key twice, an anchor, an alias, a tag
            or a second document; the message says file and line.
    """
    text = _decode(data, name)
    is_json = name.lower().endswith(".json")
    if is_json:
        text = _check_json(text, name)
    shielded = _shield(text, name)
    if is_long:
        with suppress(yaml.MarkedYAMLError):
            return _Builder(name, is_json=is_json, loader=_FAST_LOADER).build(shielded)
    return _Builder(name, is_json=is_json).build(shielded)


def _decode(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise UnreadableFile(message("{file}: larger than {most} bytes", file=name, most=MAX_BYTES))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile(
            message("{place}: not UTF-8; save the file as UTF-8", place=f"{name}:{line}")
        ) from None


def _check_json(text: str, name: str) -> str:
    """Hold JSON to its own syntax; return it as the YAML that it then is."""
    try:
        json.loads(text, parse_int=str, parse_float=str)  # numbers stay text, however long they are
    except json.JSONDecodeError as error:
        raise UnreadableFile(_syntax(name, error.lineno, error.msg)) from None
    except RecursionError:
        raise UnreadableFile(_too_deep(name)) from None
    # YAML knows no tab as white space; inside JSON strings there is none.
    return text.replace("\t", " ")


def _shield(text: str, name: str) -> str:
    taken = _TAKEN.search(text)
    if taken is not None:
        line = text.count("\n", 0, taken.start()) + 1
        raise UnreadableFile(
            message("{place}: private characters (U+F0000 to U+FFFFF) are not read", place=f"{name}:{line}")
        )
    return _SHIELDED.sub(lambda found: chr(_SHIELD + ord(found[0])), text)


def _unshield(text: str) -> str:
    return _UNSHIELD.sub(lambda found: chr(ord(found[0]) - _SHIELD), text)


def _syntax(name: str, line: int, problem: str) -> Message:
    return message("{place}: cannot be read: {problem}", place=f"{name}:{line}", problem=problem)


def _too_deep(name: str) -> Message:
    return message("{file}: nested deeper than {most} levels", file=name, most=MAX_DEPTH)


class _Builder:
    """Builds plain data from the YAML node tree, refusing what a record has no use for."""

    def __init__(self, name: str, *, is_json: bool, loader: Loader = yaml.SafeLoader) -> None:
        self._loader = loader
        self._name = name
        self._is_json = is_json
        self._lines: dict[Path, int] = {}

    def build(self, text: str) -> Tree:
        try:
            self._scan(text)
            node = yaml.compose(text, Loader=self._loader)
        except yaml.MarkedYAMLError as error:
            if self._loader is not yaml.SafeLoader:
                raise
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else 1
            raise UnreadableFile(_syntax(self._name, line, _unshield(error.problem or ""))) from None
        except (ValueError, OverflowError):  # PyYAML lets both through from chr() and int()
            found = _NO_CODE.search(text)
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            problem = "a character or version of a number that does not exist"
            raise UnreadableFile(_syntax(self._name, line, problem)) from None
        value = self._value(node, ()) if node is not None else None
        return Tree(self._name, value, self._lines)

    def _scan(self, text: str) -> None:
        """Count depth and values before a tree is built of them."""
        depth = 0
        for values, event in enumerate(yaml.parse(text, Loader=self._loader)):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                raise UnreadableFile(_too_deep(self._name))
            if values > MAX_VALUES:
                raise UnreadableFile(
                    message("{file}: holds more than {most} values", file=self._name, most=MAX_VALUES)
                )
            self._refuse_reference(event)

    def _refuse_reference(self, event: yaml.Event) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is not None or tag is not None:
            line = event.start_mark.line + 1 if event.start_mark else 1
            raise UnreadableFile(
                message(
                    "{place}: anchors (&, *) and tags (!) are not used here; write the value out",
                    place=f"{self._name}:{line}",
                )
            )

    def _value(self, node: yaml.Node, path: Path) -> Plain:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*path, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML has three kinds of node
        if self._is_json and node.style is None and node.value in _NO_JSON:
            said = message(
                "{place}: {constant} is no JSON value", place=self._place(node, path), constant=node.value
            )
            raise UnreadableFile(said)
        return _scalar(node)

    def _place(self, node: yaml.Node, path: Path) -> str:
        return Tree(self._name, None, {path: node.start_mark.line + 1}).place(path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Plain]:
        mapping: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                place = self._place(key_node, path)
                raise UnreadableFile(message("{place}: a key is a text, no list or group", place=place))
            key = _unshield(key_node.value)
            if key in mapping:
                place = self._place(key_node, (*path, key))
                raise UnreadableFile(message("{place}: this key stands here twice", place=place))
            self._lines[(*path, key)] = key_node.start_mark.line + 1
            mapping[key] = self._value(value_node, (*path, key))
        return mapping


def _scalar(node: yaml.ScalarNode) -> Plain:
    text = _unshield(node.value)
    if node.style:  # none of a plain scalar; libyaml says so with an empty text
        return text
    if text in _NULLS:
        return None
    return _BOOLEANS.get(text, text)
