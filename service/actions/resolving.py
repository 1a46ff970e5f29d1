"""Names of a record resolved one by one, going on after a refusal so that all are told at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from service.checks.subject import UsedName
from service.core.message import BienbanError, Message, message
from service.glossary.named import Named
from service.glossary.names import Names, NameUnresolved
from service.minutes.fields import Name

Locate = Callable[[str], str]
N = TypeVar("N", bound=Named)


class UnresolvedNames(BienbanError):
    """Names of a record that the glossary does not resolve; one message a name, with its place."""


@dataclass
class Resolver:
    """Resolves names and keeps what was used and what was refused.

    Attributes:
        names: The glossary as of the record's day.
        locate: Path in the record to a place for messages.
        used: Every name that was resolved.
        problems: A message for each that was not.
    """

    names: Names
    locate: Locate
    used: list[UsedName] = field(default_factory=list)
    problems: list[Message] = field(default_factory=list)

    def resolve(self, name: Name | None, find: Callable[[str], N], place: str) -> N | None:
        """Resolve a name of the glossary; None for one that is missing, written out, or refused."""
        if name is None:
            return None
        if name.name is None:
            self._use(UsedName(place, name.pair, ()))
            return None
        try:
            named = find(name.name)
        except NameUnresolved as refusal:
            self._refuse(refusal, place)
            return None
        self._use(UsedName(place, named.name, named.concepts))
        return named

    def _use(self, used: UsedName) -> None:
        if used not in self.used:  # a body that takes part may also issue the paper
            self.used.append(used)

    def _refuse(self, refusal: NameUnresolved, place: str) -> None:
        said = [
            message("{place}: {problem}", place=self.locate(place), problem=one) for one in refusal.problems
        ]
        self.problems += [problem for problem in said if problem not in self.problems]
