"""Sentences for people, carried as a template with its values until an edge knows the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class Message:
    """One sentence for a person, not yet in that person's language.

    Attributes:
        template: The English sentence, a key of the catalogs, with `{name}` places.
        values: What stands in those places: names, texts and numbers, never translated.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in English, the language of logs and of people without a catalog."""
        return self.template.format_map(self.values)


def message(template: str, /, **values: object) -> Message:
    """Mark a sentence for translation and hold its values.

    The catalogs are extracted by this function's name, so `template` is a literal in every call.
    """
    return Message(template, values)


@runtime_checkable
class Sayable(Protocol):
    """A value of a message that is words itself, such as a place: said in the reader's language."""

    @property
    def message(self) -> Message:
        """The words."""
        ...


class BienbanError(Exception):
    """A refusal in words of the domain; it may name several problems, each with its own place."""

    def __init__(self, *problems: Message) -> None:
        """Hold the problems in the order in which a person would mend them."""
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
