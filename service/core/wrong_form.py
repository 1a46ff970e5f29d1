"""What pydantic finds wrong with plain data, in words of this program; what was sent is not repeated."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic_core import PydanticCustomError

from service.core.message import Message, message

Context: TypeAlias = Mapping[str, Any]


def refuse(problem: Message, *steps: str | int) -> PydanticCustomError:
    """Wrap a sentence as the error that pydantic carries to whoever reads, with its place.

    Args:
        problem: The sentence.
        steps: Where it stands below the validated field, such as `1, "id"`.
    """
    return PydanticCustomError("bienban", "{message}", {"message": problem, "steps": steps})


def words_of(details: Mapping[str, Any]) -> Message:
    """Say one error of pydantic.

    Args:
        details: One entry of `ValidationError.errors()`. An error that carries words of our own, as `message`
            of its context, is said in those.
    """
    kind, context = details["type"], details.get("ctx", {})
    ours = context.get("message")
    if isinstance(ours, Message):
        return ours
    if kind in _BOUNDED:
        return _BOUNDED[kind](context)
    if kind in _SIZED:
        return _SIZED[kind](context, isinstance(details["input"], str))
    begun = (said for start, said in _STARTS.items() if kind.startswith(start))
    return _KINDS.get(kind) or next(begun, None) or message("this does not fit here ({kind})", kind=kind)


def _allowed(context: Context) -> Message:
    allowed = str(context["expected"]).replace(" or ", ", ").replace("'", "")
    return message("possible here: {allowed}", allowed=allowed)


def _too_short(context: Context, is_text: bool) -> Message:  # noqa: FBT001 - one of two tables of functions
    least = context["min_length"]
    if is_text:
        return message("shorter than {least} characters", least=least)
    return message("fewer entries than {least}", least=least)


def _too_long(context: Context, is_text: bool) -> Message:  # noqa: FBT001 - see above
    most = context["max_length"]
    if is_text:
        return message("longer than {most} characters", most=most)
    return message("more entries than {most}", most=most)


_BOUNDED: Mapping[str, Callable[[Context], Message]] = {
    "enum": _allowed,
    "literal_error": _allowed,
    "greater_than": lambda context: message("more than {bound} is wanted here", bound=context["gt"]),
    "greater_than_equal": lambda context: message("at least {bound} is wanted here", bound=context["ge"]),
    "less_than": lambda context: message("less than {bound} is wanted here", bound=context["lt"]),
    "less_than_equal": lambda context: message("at most {bound} is wanted here", bound=context["le"]),
    "string_pattern_mismatch": lambda context: message(
        "another form is wanted here: {pattern}", pattern=context["pattern"]
    ),
}
_SIZED: Mapping[str, Callable[[Context, bool], Message]] = {
    "too_short": _too_short,
    "string_too_short": _too_short,
    "too_long": _too_long,
    "string_too_long": _too_long,
}
_KINDS: Mapping[str, Message] = {
    "missing": message("this is missing"),
    "extra_forbidden": message("there is no such field here"),
    "model_type": message("keys and values are wanted here"),
    "model_attributes_type": message("keys and values are wanted here"),
    "dict_type": message("keys and values are wanted here"),
    "list_type": message("a list is wanted here"),
    "tuple_type": message("a list is wanted here"),
    "none_required": message("null is wanted here"),
}
_STARTS: Mapping[str, Message] = {
    "string_": message("a text is wanted here"),
    "bool_": message("true or false is wanted here"),
    "int_": message("a whole number is wanted here"),
    "float_": message("a number is wanted here"),
    "decimal_": message("a number is wanted here"),
    "finite_number": message("a number is wanted here"),
    "date_": message("a day of the calendar is wanted here, written YYYY-MM-DD"),
    "datetime_": message("a day and time are wanted here, written YYYY-MM-DDTHH:MM:SSZ"),
    "timezone_": message("a day and time are wanted here, written YYYY-MM-DDTHH:MM:SSZ"),
    "json_": message("this is no JSON"),
}
