"""Texts collected from a TBX entry, put into the values of fields."""

from collections.abc import Mapping, Sequence

from service.exchange.concept_fields import BY_KEY
from service.exchange.incoming import Value
from service.glossary.life import State

_MOST_DIGITS = 9


def join_texts(texts: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """Join what an entry says of each field: of a list all, of paragraphs one a line.

    Args:
        texts: Field key to texts, in the order of the entry.
    """
    values: dict[str, Value] = {}
    for key, found in texts.items():
        if BY_KEY[key].kind.is_list:
            values[key] = tuple(found)
        else:
            values[key] = ("; " if key == "domain" else "\n").join(found)
    return values


def read_revision(text: str) -> int | None:
    """Read the number of a revision, None for a text that is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else None


def read_state(text: str) -> State | None:
    """Read a state, None for a text that is none."""
    return State(text) if text in tuple(State) else None


def is_chinese(text: str) -> bool:
    """Whether a text holds a Han character."""
    return any("\u4e00" <= character <= "\u9fff" for character in text)
