"""JSON read so that no two readers can read it otherwise."""

import json
import math
from typing import Any

from service.core.message import message
from service.core.text import UnfitText, clean_text
from service.http.errors import BodyUnreadable, NumberOutOfRange

_MAX_DEPTH = 32
_LONGEST_NUMBER = 40
_INT64 = range(-(2**63), 2**63)


def read_json(data: bytes) -> Any:  # noqa: ANN401 - whatever the client sends
    """Read JSON.

    Returns:
        Its data, every text in NFC.

    Raises:
        BodyUnreadable: Not UTF-8, not JSON, a key twice, or deeper than 32 levels.
        NumberOutOfRange: NaN, Infinity, minus zero, a number of more than 40 characters, a whole one beyond
            64 bits, or one beyond the range of doubles.
        UnfitText: A text with a control character, a lone surrogate or an invisible mark; with its field.
    """
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_int=_integer,
            parse_float=_fraction,
        )
    except UnicodeDecodeError:
        raise BodyUnreadable(message("the body is not UTF-8")) from None
    except json.JSONDecodeError as error:
        raise BodyUnreadable(
            message(
                "the body is no JSON at line {line}, column {column}", line=error.lineno, column=error.colno
            )
        ) from None
    except RecursionError:
        raise _too_deep() from None
    return _clean(value, "", 0)


def _too_deep() -> BodyUnreadable:
    return BodyUnreadable(message("the body is deeper than {most} levels", most=_MAX_DEPTH))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BodyUnreadable(message("“{key}” stands twice in one object", key=key[:100]))
        found[key] = value
    return found


def _no_number(word: str) -> float:
    raise NumberOutOfRange(message("{word} is no number", word=word))


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise NumberOutOfRange(message("a number of more than {most} characters", most=_LONGEST_NUMBER))
    number = int(digits)
    # As an integer minus zero is zero, as a double it is not.
    if number not in _INT64 or digits == "-0":
        raise NumberOutOfRange(message("{word} is no number", word=digits))
    return number


def _fraction(digits: str) -> float:
    if len(digits) > _LONGEST_NUMBER or math.isinf(float(digits)):
        raise NumberOutOfRange(message("{word} is no number", word=digits[:_LONGEST_NUMBER]))
    return float(digits)


def _clean(value: Any, place: str, depth: int) -> Any:  # noqa: ANN401 - JSON of any shape
    """The same data with every text in the one form that the program holds."""
    if isinstance(value, str):
        return clean_at(value, place)
    if depth > _MAX_DEPTH:
        raise _too_deep()
    if isinstance(value, list):
        return [_clean(item, f"{place}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return _clean_object(value, f"{place}." if place else "", depth)
    return value


def _clean_object(value: dict[str, Any], prefix: str, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, item in value.items():
        name = clean_at(key, f"{prefix}…")
        if name in found:  # two keys that were different only before NFC
            raise BodyUnreadable(message("“{key}” stands twice in one object", key=name[:100]))
        found[name] = _clean(item, f"{prefix}{name[:100]}", depth + 1)
    return found


def clean_at(text: str, place: str, *, one_line: bool = False) -> str:
    """A text from outside in the one form that the program holds.

    Raises:
        UnfitText: It holds what no text may hold; the message begins with its place.
    """
    try:
        return clean_text(text, one_line=one_line)
    except UnfitText as unfit:
        said = (message("{place}: {problem}", place=place, problem=one) for one in unfit.problems)
        raise type(unfit)(*said) from None
