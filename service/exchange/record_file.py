"""A record from its YAML or JSON file; every problem with file, line and key."""

from difflib import get_close_matches
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from service.core.message import BienbanError, Message, message
from service.exchange.tree import Path, Tree, read_tree
from service.minutes.record import Record


class RecordFileError(BienbanError):
    """A record file does not hold what a record is; one message a problem."""


def read_record(data: bytes, name: str) -> tuple[Record, Tree]:
    """Read a record.

    Args:
        data: A file of the record schema (docs/record.schema.json), YAML or JSON, UTF-8.
        name: File name for messages; `.json` is read as JSON.

    Returns:
        The record, and the tree that knows the line of each of its fields.

    Raises:
        UnreadableFile: Not YAML or JSON of the kind this program reads.
        RecordFileError: Unknown keys, missing keys, values that are not what the key holds.
    """
    tree = read_tree(data, name)
    if not isinstance(tree.value, dict):
        raise RecordFileError(message("{file}: holds no record; see docs/record.schema.json", file=name))
    try:
        return Record.model_validate(tree.value), tree
    except ValidationError as error:
        raise RecordFileError(*(_problem(tree, details) for details in error.errors())) from None


def _problem(tree: Tree, details: ErrorDetails) -> Message:
    path = details["loc"]
    said = _words(details, path)
    return message("{place}: {problem}", place=tree.place(path), problem=said)


def _words(details: ErrorDetails, path: Path) -> Message:
    """Say what pydantic found in the words of this program."""
    kind, context = details["type"], details.get("ctx", {})
    if kind == "bienban":
        return cast("Message", context["message"])
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if kind == "missing":
        return message("this key is missing")
    if kind in ("enum", "literal_error"):
        allowed = context["expected"].replace(" or ", ", ").replace("'", "")
        return message("“{value}” is not one of {allowed}", value=_short(details["input"]), allowed=allowed)
    return _shape(kind, details["input"], context)


def _shape(kind: str, value: object, context: dict[str, Any]) -> Message:
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return message("keys and values are wanted here, not “{value}”", value=_short(value))
    if kind in ("tuple_type", "list_type"):
        return message("a list is wanted here (lines that begin with “-”)")
    if kind in ("string_type", "string_too_long", "string_pattern_mismatch"):
        return _text_shape(kind, value, context)
    if kind.startswith(("int_", "decimal_")) or kind in ("less_than_equal", "greater_than_equal"):
        return message("“{value}” is not a number that fits here", value=_short(value))
    if kind.startswith("bool_"):
        return message("“{value}” is neither true nor false", value=_short(value))
    return message("“{value}” does not fit here ({kind})", value=_short(value), kind=kind)


def _text_shape(kind: str, value: object, context: dict[str, Any]) -> Message:
    if kind == "string_too_long":
        return message("longer than {most} characters", most=context["max_length"])
    if kind == "string_pattern_mismatch":
        return message(
            "“{value}” is no id: small letters, digits and hyphens, at most 20, a letter first",
            value=_short(value),
        )
    return message("a text is wanted here, not “{value}”", value=_short(value))


def _short(value: object, most: int = 60) -> str:
    text = "null" if value is None else str(value)
    return text if len(text) <= most else text[:most] + "…"


def _unknown_key(path: Path) -> Message:
    key = str(path[-1])
    close = get_close_matches(key, _keys_at(path[:-1]), n=1)
    if close:
        return message("unknown key “{key}”; “{nearest}” is known", key=key, nearest=close[0])
    known = ", ".join(_keys_at(path[:-1]))
    return message("unknown key “{key}”; known here: {known}", key=key, known=known)


def _keys_at(path: Path) -> list[str]:
    """The keys a record knows at a path, found through the models' own annotations."""
    model: type[BaseModel] = Record
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)
