"""The names that tags may speak of, learnt from facts; what a tag speaks of, found without filling."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from service.core.languages import Language
from service.documents.values import Gap, Segment

_VOWEL_ENDINGS = ("is", "ss", "us")
_ENTRY = "entry"

NameKind = Literal["text", "list", "condition"]


@dataclass
class Known:
    """What stands behind a name: a text, a group of further names, or a list to go through.

    Attributes:
        members: Names of a group, to what stands behind them.
        entry: What stands behind each entry of a list; None where it is no list.
        examples: A value in each language, as a draft prints it.
        is_condition: It is true or false, and nothing to print.
        everywhere: Every record has it; a tag must ask for others with an `if`.
    """

    members: dict[str, "Known"] = field(default_factory=dict)
    entry: "Known | None" = None
    examples: dict[Language, str] = field(default_factory=dict)
    is_condition: bool = False
    everywhere: bool = True
    _seen: bool = False
    _gaps: set[Language] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        """Nothing has been learnt of it, as of the entries of a list that was always empty."""
        return not (self._seen or self.members or self.is_condition)

    def learn(self, fact: object, language: Language) -> None:
        """Add what one fact shows; facts of several records and languages may be added."""
        if isinstance(fact, Mapping):
            self._learn_group(fact, language)
        elif isinstance(fact, list | tuple):
            self.entry = self.entry or Known()
            for one in fact:
                self.entry.learn(one, language)
        elif isinstance(fact, bool):
            self.is_condition = True
        elif fact is not None and (said := _said(fact)):
            self._learn_text(said, language, is_gap=isinstance(_inner(fact), Gap))
        self._seen = True

    def _learn_text(self, said: str, language: Language, *, is_gap: bool) -> None:
        """Keep the first value as the example; it says more than the gap that stands for one."""
        if language not in self.examples or (language in self._gaps and not is_gap):
            self.examples[language] = said
            (self._gaps.add if is_gap else self._gaps.discard)(language)

    def _learn_group(self, fact: Mapping[str, object], language: Language) -> None:
        for name, own in self.members.items():
            own.everywhere &= name in fact
        for name, value in fact.items():
            if name not in self.members:
                self.members[name] = Known(everywhere=not self._seen)
            self.members[name].learn(value, language)


def _inner(fact: object) -> object:
    return fact.text if isinstance(fact, Segment) else fact


def _said(fact: object) -> str:
    inner = _inner(fact)
    return inner.text if isinstance(inner, Gap) else str(inner)


class NameUnknown(Exception):
    """A name that the facts do not have.

    Attributes:
        name: As the tag writes it, up to the word that is wrong.
        nearest: The nearest known name, or nothing.
    """

    def __init__(self, name: str, nearest: str) -> None:
        """Hold the name and its nearest neighbour."""
        super().__init__(name)
        self.name = name
        self.nearest = nearest


@dataclass(frozen=True)
class Spoken:
    """What a tag speaks of.

    Attributes:
        known: What stands behind it; None below a list of which nothing is known.
        path: Its place in the facts: `sections[].items[].text`.
    """

    known: Known | None
    path: str


Scope = Mapping[str, Spoken]


def scope_of(facts: Known) -> dict[str, Spoken]:
    """The names that a tag outside of every loop may use."""
    return {name: Spoken(known, name) for name, known in facts.members.items()}


def find_name(words: list[str], scope: Scope) -> Spoken:
    """Find what a dotted name speaks of.

    Args:
        words: The name cut at its dots.
        scope: The names in reach.

    Raises:
        NameUnknown: With the nearest name that is known in its place.
    """
    first, *rest = words
    if first not in scope:
        raise NameUnknown(first, _nearest(first, scope))
    spoken = scope[first]
    for position, word in enumerate(rest, start=1):
        if spoken.known is None or spoken.known.is_open:
            return Spoken(None, ".".join([spoken.path, *rest[position - 1 :]]))
        if word not in spoken.known.members:
            before = ".".join(words[:position])
            close = _nearest(word, spoken.known.members)
            name, nearest = f"{before}.{word}", f"{before}.{close}" if close else ""
            raise NameUnknown(name, nearest)
        spoken = Spoken(spoken.known.members[word], f"{spoken.path}.{word}")
    return spoken


def entry_of(spoken: Spoken) -> Spoken:
    """What a loop's own name speaks of."""
    return Spoken(spoken.known.entry if spoken.known else None, f"{spoken.path}[]")


def _nearest(name: str, known: Mapping[str, object]) -> str:
    return next(iter(get_close_matches(name, list(known), n=1)), "")


# All of them, as an officer looks them up.


@dataclass(frozen=True)
class ListedName:
    """A name as a template writes it.

    Attributes:
        name: Such as `item.text`.
        path: Such as `sections[].items[].text`.
        loops: The loops it stands in, outermost first: `section in sections`, `item in section.items`.
        known: What stands behind it.
        optional: The name, or the group it is in, that some records lack: ask `if … is defined`; or nothing.
    """

    name: str
    path: str
    loops: tuple[str, ...]
    known: Known
    optional: str = ""

    @property
    def loop(self) -> str:
        """Of a list, the loop that goes through it: `item in section.items`."""
        return f"{entry_name(self.name)} in {self.name}" if self.known.entry is not None else ""

    @property
    def kind(self) -> NameKind:
        """What it is for: a text to print, a list to go through, or a condition to ask."""
        if self.known.entry is not None:
            return "list"
        return "condition" if self.known.is_condition else "text"

    @property
    def tag(self) -> str:
        """The tag that uses it."""
        if self.kind == "list":
            return f"{{% for {self.loop} %}}"
        return f"{{% if {self.name} %}}" if self.kind == "condition" else f"{{{{ {self.name} }}}}"


def list_names(facts: Known) -> Iterator[ListedName]:
    """Every name, a list before what is in its entries, a group by its members."""
    for name, known in facts.members.items():
        yield from _list(ListedName(name, name, (), known))


def _list(listed: ListedName) -> Iterator[ListedName]:
    known = listed.known
    if known.members:
        for word, own in known.members.items():
            name = f"{listed.name}.{word}"
            optional = listed.optional or ("" if own.everywhere else name)
            yield from _list(ListedName(name, f"{listed.path}.{word}", listed.loops, own, optional))
        return
    yield listed
    if known.entry is not None and not known.entry.is_open:
        loops = (*listed.loops, listed.loop)
        yield from _list(ListedName(entry_name(listed.name), f"{listed.path}[]", loops, known.entry))


def entry_name(name: str) -> str:
    """A word for one entry of a list: `party` of `parties`, `item` of `section.items`."""
    word = name.rpartition(".")[2].rpartition("_")[2]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(_VOWEL_ENDINGS):
        return word[:-1]
    return _ENTRY
