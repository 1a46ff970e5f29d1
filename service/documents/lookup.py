"""What a compiled template looks up while it is filled: keys of groups, turns of loops, no more of Python.

Filling needs neither Jinja nor lxml (docs/adr/0010): a process that only fills loads neither of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import NoReturn

from service.core.message import message
from service.documents.errors import TemplateError
from service.documents.places import TagPlace
from service.documents.values import capital, keep_end

FILTERS = {"capital": capital, "keep_end": keep_end}
MISSING = object()


class NameUnknown(Exception):
    """A name was used that the facts do not have; it is told with the tag that used it."""

    def __init__(self, name: str, nearest: str | None) -> None:
        """Hold the name, and the nearest one of the group in which it was looked for."""
        super().__init__(name)
        self.name = name
        self.nearest = nearest


class Unknown:
    """What a name stands for that the facts do not have: it can be asked for, and nothing else."""

    __slots__ = ("_group", "_name")

    def __init__(self, name: str, group: Mapping[str, object] | None = None) -> None:
        """Stand for a name that was looked for in a group, or, without one, among all facts."""
        self._name = name
        self._group = group

    def refuse(self, *_: object) -> NoReturn:
        """Refuse any use."""
        if self._group is None:
            raise NameUnknown(self._name, None)
        known = [str(key) for key in self._group]
        raise NameUnknown(self._name, next(iter(get_close_matches(self._name, known, n=1)), ""))

    __bool__ = __contains__ = __eq__ = __hash__ = __iter__ = __len__ = __ne__ = __str__ = refuse
    __ge__ = __gt__ = __le__ = __lt__ = refuse


class Names(dict[str, object]):
    """The facts by the names that compiled templates use; what is missing is MISSING."""

    def __missing__(self, name: str) -> object:
        """Give what compiled templates take for a name that is not there."""
        return MISSING


def look_up(group: object, key: str) -> object:
    """Look up a key of a group of values; of anything else there is none."""
    if isinstance(group, Unknown):
        return group  # the first name that is missing is the one to tell
    if isinstance(group, Mapping):
        return group[key] if key in group else Unknown(key, group)
    return Unknown(key, {})


def turns(values: Iterable[object], _unknown: object) -> Iterator[tuple[object, dict[str, object]]]:
    """Values of a loop that asks where it stands, each with that."""
    known = values if isinstance(values, list) else [*values]
    loop: dict[str, object] = {"length": len(known)}
    for index, value in enumerate(known, start=1):
        loop |= {"index": index, "first": index == 1, "last": index == len(known)}
        yield value, loop


def is_defined(value: object) -> bool:
    """Whether a name is known."""
    return not isinstance(value, Unknown)


TESTS = {"defined": is_defined}


def length_of(values: object, place: TagPlace) -> Sequence[object]:
    """Values a loop may go through; a text or a number is refused."""
    if values.__class__ is list:
        return values
    if isinstance(values, Unknown):
        values.refuse()
    if not isinstance(values, list | tuple):
        raise TemplateError(message("{place}: this is not a list to go through", place=place))
    return values
