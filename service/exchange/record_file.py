"""A record from its YAML or JSON file; every problem with file, line and key."""

from difflib import get_close_matches
from typing import Any, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from service.core.message import BienbanError, Message, message
from service.exchange.tree import Path, Tree, read_tree
from service.minutes.fields import Model
from service.minutes.record import Record

_TEXT_KINDS = frozenset(
    ("string_type", "string_unicode", "string_too_long", "string_pattern_mismatch", "date_type", "time_type")
)
_NUMBER_KINDS = frozenset(("less_than_equal", "greater_than_equal", "finite_number"))


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
        raise RecordFileError(*_problems(tree, error.errors())) from None


def _problems(tree: Tree, found: list[ErrorDetails]) -> list[Message]:
    """One message a mistake, in the order of the file."""
    misspelt = {(*details["loc"][:-1], _meant(details["loc"])) for details in found if _is_unknown(details)}
    told = [details for details in found if details["type"] != "missing" or details["loc"] not in misspelt]
    return [_problem(tree, details) for details in sorted(told, key=lambda one: tree.line(one["loc"]))]


def _is_unknown(details: ErrorDetails) -> bool:
    return details["type"] == "extra_forbidden"


def _problem(tree: Tree, details: ErrorDetails) -> Message:
    path = details["loc"] + details.get("ctx", {}).get("steps", ())
    # A name written as plain text is held one step deeper than the file has it.
    where = path if details["type"] == "missing" or path in tree.lines else path[:-1]
    return message("{place}: {problem}", place=tree.place(where), problem=_words(details, path))


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
    if kind in _TEXT_KINDS:
        return _text_shape(kind, value, context)
    if kind.startswith(("int_", "decimal_")) or kind in _NUMBER_KINDS:
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
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    text = "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= most else text[:most] + "…"


def _unknown_key(path: Path) -> Message:
    key = str(path[-1])
    nearest = _meant(path)
    if nearest is not None:
        return message("unknown key “{key}”; “{nearest}” is known", key=key, nearest=nearest)
    known = ", ".join(_keys_at(path[:-1]))
    return message("unknown key “{key}”; known here: {known}", key=key, known=known)


def _meant(path: Path) -> str | None:
    """The known key that an unknown one is a slip of."""
    return next(iter(get_close_matches(str(path[-1]), _keys_at(path[:-1]), n=1)), None)


def _keys_at(path: Path) -> list[str]:
    """The keys a record knows at a path, found through the models' own annotations."""
    model: type[Model] = Record
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return model.keys()


def _model_in(annotation: object) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    inner = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model is not None), None)
