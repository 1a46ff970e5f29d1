"""Composed names in running text: places in places, bodies at places, titles in bodies, numbered sessions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from service.core.languages import Language
from service.core.tokens import Tokens, tokenise
from service.glossary.concepts import Category
from service.glossary.named import Named
from service.glossary.phrasebook import POSITION, SESSION, Form, Item, Pattern, Phrasebook
from service.glossary.vocabulary import Status, is_written

# zh numerals of sessions have up to three characters: 二十一.
_MOST_NUMERALS = 3
_NUMERALS = frozenset("〇一二三四五六七八九十")
_NUMBER_SLOTS = frozenset(("n", "roman", "number", "from", "to"))
# No chain of places is longer, in tokens; a text of nothing but places costs no more.
_LONGEST_PLACE = 24
_WORST_FIRST = (Status.DEPRECATED, Status.SEARCH, Status.ABBREVIATION, Status.ADMITTED, Status.PREFERRED)


class Phrase(NamedTuple):
    """A composed name among the tokens of a text.

    Attributes:
        first: Its first token.
        last: The token after its last.
        named: What it can mean; on the day, where anything does.
        kind: `place`, `institution`, `position`, `session` or the category of a numbered name.
        status: What its form is.
        is_valid: Whether every part of a meaning is right on the day.
    """

    first: int
    last: int
    named: tuple[Named, ...]
    kind: str
    status: Status
    is_valid: bool


class _Part(NamedTuple):
    """A stretch of tokens with the text under which the termbase knows it."""

    first: int
    last: int
    text: str
    status: Status


def find_phrases(tokens: Tokens, book: Phrasebook, as_of: date) -> list[Phrase]:
    """Find every composed name, also those inside others.

    Args:
        tokens: Of one paragraph.
        book: The parts of one termbase in the language of the text.
        as_of: The day on which every part must be right.

    Returns:
        In no order; several of one stretch where it can be read as several kinds.
    """
    parse = _Parse(tokens, book)
    found = [
        *((part, Category.PLACE.value) for part in parse.joined),
        *((part, kind) for kind, parts in parse.patterns.items() for part in parts),
        *((part, POSITION) for part in parse.positions()),
    ]
    phrases = (_phrase(part, kind, book, as_of) for part, kind in dict.fromkeys(found))
    return [phrase for phrase in phrases if phrase is not None]


def _phrase(part: _Part, kind: str, book: Phrasebook, as_of: date) -> Phrase | None:
    named = book.read(kind, part.text)
    if not named:
        return None
    right = tuple(one for one in named if all(c.validity.holds(as_of) for c in one.concepts))
    status = part.status
    # Tỉnh ủy Lào Cai is preferred, though its place's preferred name is tỉnh Lào Cai.
    if status is Status.ADMITTED and book.prefers(right or named, part.text):
        status = Status.PREFERRED
    return Phrase(part.first, part.last, right or named, kind, status, bool(right))


class _Parse:
    """Adjacent parts of one text joined by the patterns of a phrasebook."""

    def __init__(self, tokens: Tokens, book: Phrasebook) -> None:
        self._tokens = tokens
        self._book = book
        self._starting: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, first, last in book.automaton.occurrences(tokens):
            self._starting[first].append((number, last))
        self.joined: list[_Part] = []
        self.places = self._find_places()
        self.patterns: dict[str, list[_Part]] = defaultdict(list)
        self._sessions: dict[int, list[_Part]] = defaultdict(list)
        for pattern, first in self._begun():
            self._keep(pattern, self._match(pattern, first))
        for first in list(self._sessions):
            for pattern in self._after_slot("session", self._sessions[first]):
                self._keep(pattern, self._match(pattern, first))

    def _keep(self, pattern: Pattern, parts: Iterable[_Part]) -> None:
        for part in parts:
            self.patterns[pattern.kind].append(part)
            if pattern.kind == SESSION:
                self._sessions[part.first].append(part)

    # Places.

    def _find_places(self) -> dict[int, list[_Part]]:
        alone = self._without_levels(self._forms(self._book.places))
        places: dict[int, list[_Part]] = {}
        for first in sorted(alone, reverse=True):
            nexts = ((part, inner) for part in alone[first] for inner in places.get(self._next(part), ()))
            joined = [both for part, inner in nexts if (both := self._join(part, inner)) is not None]
            places[first] = [*alone[first], *joined]
            self.joined += joined
        return places

    def _without_levels(self, alone: dict[int, list[_Part]]) -> dict[int, list[_Part]]:
        """Without words for levels that belong to a name: the tỉnh of tỉnh Hà Giang, the 省 of 河江省."""
        names = [part for parts in alone.values() for part in parts if part.last - part.first > 1]
        named = {at for part in names for at in range(part.first, part.last)}
        levels = self._book.level_words
        return {
            first: [part for part in parts if first not in named or part.text not in levels]
            for first, parts in alone.items()
        }

    def _next(self, part: _Part) -> int:
        """The token at which a place would begin that this one lies in (vi) or that lies in it (zh)."""
        if self._book.language is Language.ZH:
            return part.last
        has_comma = part.last < len(self._tokens.pieces) and self._tokens.token(part.last) == ","
        return part.last + 1 if has_comma else -1

    def _join(self, part: _Part, inner: _Part) -> _Part | None:
        joint = "" if self._book.language is Language.ZH else ", "
        text = f"{part.text}{joint}{inner.text}"
        known = inner.last - part.first <= _LONGEST_PLACE and self._book.read(Category.PLACE, text)
        return _Part(part.first, inner.last, text, _worse(part.status, inner.status)) if known else None

    def _forms(self, forms: dict[int, list[Form]]) -> dict[int, list[_Part]]:
        found: dict[int, list[_Part]] = {}
        for first, starting in self._starting.items():
            parts = [
                _Part(first, last, form.text, form.status)
                for number, last in starting
                for form in forms.get(number, ())
                if self._is_right(form.text, form.status, first, last)
            ]
            if parts:
                found[first] = parts
        return found

    def _is_right(self, text: str, status: Status, first: int, last: int) -> bool:
        return status is not Status.ABBREVIATION or is_written(text, self._tokens, first, last)

    # Patterns.

    def _begun(self) -> Iterator[tuple[Pattern, int]]:
        """Patterns whose beginning stands in the text: a literal, or a place with the literal after it."""
        for first, starting in list(self._starting.items()):
            for number, _ in starting:
                yield from ((pattern, first) for pattern in self._book.starting.get((None, number), ()))
        for first, places in self.places.items():
            for slot in ("place", "short"):
                yield from ((pattern, first) for pattern in self._after_slot(slot, places))

    def _after_slot(self, slot: str, parts: Sequence[_Part]) -> Iterator[Pattern]:
        ends = dict.fromkeys(part.last for part in parts)
        numbers = dict.fromkeys(number for end in ends for number, _ in self._starting.get(end, ()))
        for number in numbers:
            yield from self._book.starting.get((slot, number), ())

    def _match(self, pattern: Pattern, first: int) -> Iterator[_Part]:
        for last, values in self._steps(pattern, 0, first):
            text, status = pattern.right, pattern.status
            for slot, part in values.items():
                text = text.replace(f"{{{slot}}}", part.text)
                status = _worse(status, part.status)
            yield _Part(first, last, text, status)

    def _steps(self, pattern: Pattern, step: int, at: int) -> Iterator[tuple[int, dict[str, _Part]]]:
        if step == len(pattern.items):
            yield at, {}
            return
        item = pattern.items[step]
        for part in self._step(item, pattern.status, at):
            for last, values in self._steps(pattern, step + 1, part.last):
                yield last, values if item.slot is None else {item.slot: part, **values}

    def _step(self, item: Item, status: Status, at: int) -> Iterable[_Part]:
        if item.slot in ("place", "short"):
            return self.places.get(at, ())
        if item.slot == "session":
            return tuple(self._sessions.get(at, ()))
        if item.slot in _NUMBER_SLOTS:
            return self._numbers(at)
        wanted = self._book.literals[item.text]
        return [
            _Part(at, last, item.text, status)
            for number, last in self._starting.get(at, ())
            if number == wanted and self._is_right(item.text, status, at, last)
        ]

    def _numbers(self, at: int) -> Iterator[_Part]:
        """What may be a number: one word, or some Chinese numerals; the reading of the name decides."""
        pieces = self._tokens.pieces
        if at < len(pieces) and self._tokens.token(at)[0].isalnum():
            yield _Part(at, at + 1, self._tokens.token(at), Status.PREFERRED)
        text = self._tokens.token(at) if at < len(pieces) else ""
        for last in range(at + 1, min(at + _MOST_NUMERALS, len(pieces))):
            text += self._tokens.token(last)
            if not set(text) <= _NUMERALS:
                return
            yield _Part(at, last + 1, text, Status.PREFERRED)

    # Positions.

    def positions(self) -> Iterator[_Part]:
        """Titles beside a body or place: before it in Vietnamese, behind it in Chinese."""
        bodies: dict[int, list[_Part]] = defaultdict(list)
        for part in (*self.patterns[Category.INSTITUTION], *(p for ps in self.places.values() for p in ps)):
            bodies[part.last if self._book.language is Language.ZH else part.first].append(part)
        for title in (part for parts in self._forms(self._book.titles).values() for part in parts):
            if self._book.language is Language.ZH:
                for body in bodies.get(title.first, ()):
                    yield _Part(
                        body.first, title.last, body.text + title.text, _worse(title.status, body.status)
                    )
            else:
                yield from self._before(title, bodies)

    def _before(self, title: _Part, bodies: dict[int, list[_Part]]) -> Iterator[_Part]:
        """A Vietnamese title; the word in which it ends may begin its body: Trưởng Ban Tổ chức."""
        words = tokenise(title.text).pieces
        for shared in range(len(words)):
            for body in bodies.get(title.last - shared, ()):
                if body.last > title.last:
                    start = "".join(words[: len(words) - shared]).strip()
                    text = f"{start} {body.text}"
                    yield _Part(title.first, body.last, text, _worse(title.status, body.status))


def _worse(one: Status, other: Status) -> Status:
    return min(one, other, key=_WORST_FIRST.index)
