"""A record written as the YAML that people go on with, with comments beside its keys."""

import json
from collections.abc import Iterator, Mapping, Sequence

from service.core.text import show_text
from service.exchange.tree import Path, write_path
from service.minutes.plain import Plain, plain_record
from service.minutes.record import Record

Comments = Mapping[str, Sequence[str]]
_INDENT = "  "
_WIDTH = 110


def write_record(record: Record, head: Sequence[str] = (), comments: Comments | None = None) -> str:
    """Write a record as YAML of the record schema.

    Args:
        record: The record.
        head: Lines of comment over it.
        comments: Lines of comment by path (`parties[0].head`), each over its key.

    Returns:
        A text that reads back as an equal record: keys that the record says, in the schema's order, nulls
        among them.
    """
    lines = [_comment(line, 0) for line in head]
    lines += _mapping(plain_record(record), (), 0, comments or {})
    return "\n".join(lines) + "\n"


def _mapping(data: Mapping[str, Plain], path: Path, depth: int, comments: Comments) -> Iterator[str]:
    for key, value in data.items():
        where = (*path, key)
        yield from (_comment(line, depth) for line in comments.get(write_path(where), ()))
        yield from _entry(f"{_INDENT * depth}{key}:", value, where, depth, comments)


def _entry(start: str, value: Plain, path: Path, depth: int, comments: Comments) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield start
        yield from _mapping(value, path, depth + 1, comments)
    elif isinstance(value, list) and value:
        yield start
        yield from _list(value, path, depth + 1, comments)
    else:
        yield f"{start} {_written(value)}"


def _list(values: Sequence[Plain], path: Path, depth: int, comments: Comments) -> Iterator[str]:
    for index, value in enumerate(values):
        where = (*path, index)
        yield from (_comment(line, depth) for line in comments.get(write_path(where), ()))
        if isinstance(value, dict) and value:
            yield from _group(list(_mapping(value, where, depth + 1, comments)), depth)
        else:
            yield f"{_INDENT * depth}- {_written(value)}"


def _group(lines: list[str], depth: int) -> Iterator[str]:
    """The lines of a group in a list: its first key stands behind the dash, unless a comment is over it."""
    first = lines[0].lstrip()
    if first.startswith("#"):
        yield f"{_INDENT * depth}-"
        yield from lines
    else:
        yield f"{_INDENT * depth}- {first}"
        yield from lines[1:]


def _written(value: Plain) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if value.isascii() and value.replace("-", "").replace("_", "").isalnum():
        return value if value not in _WORDS else f'"{value}"'
    # JSON's quoted text is YAML's; a backslash is written by its number, which no reader takes for another.
    return json.dumps(value, ensure_ascii=False).replace("\\\\", "\\x5c")


_WORDS = frozenset(("null", "Null", "NULL", "true", "True", "false", "False"))


def _comment(line: str, depth: int) -> str:
    # A line break in a comment would end it: it is shown as its number.
    return f"{_INDENT * depth}# {show_text(line)}".rstrip()
