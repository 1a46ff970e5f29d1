"""Compare the values of a Vietnamese and a Chinese text: what each side says that the other does not."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.core.languages import Language
from service.language.equivalents import equivalents
from service.language.mentions import Mention
from service.language.parse import parse
from service.language.rivals import Said, is_contradicted, rates_of, said_again, said_softly
from service.language.signatures import Atom, atoms, is_lenient_match

if TYPE_CHECKING:
    from collections.abc import Hashable


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a pair of texts does not have in common.

    Attributes:
        only_vi: Mentions of the Vietnamese text whose value the Chinese one lacks.
        only_zh: Mentions of the Chinese text whose value the Vietnamese one lacks.
        ambiguous: Mentions of either text that leave a question open, Vietnamese ones first.
    """

    only_vi: tuple[Mention, ...]
    only_zh: tuple[Mention, ...]
    ambiguous: tuple[Mention, ...]

    @property
    def is_same(self) -> bool:
        """Whether neither text says a value that the other lacks."""
        return not self.only_vi and not self.only_zh


def compare(vi_text: str, zh_text: str, context_year: int | None = None) -> Comparison:
    """Compare the values of two texts as multisets, approximations and ranges included.

    Expressions that one language writes as a word or leaves out (hai bên, 首次, một) are no difference unless
    the other text says something else in their place (三方); a mention that can be read in two ways agrees
    when one of its readings does.

    Args:
        vi_text: A Vietnamese text.
        zh_text: The Chinese text that should say the same.
        context_year: The year of dates without one, if the caller knows it.

    Source:
        numbers.md, rules 2, 4, 7 and 15.
    """
    vi, zh = parse(vi_text, Language.VI, context_year), parse(zh_text, Language.ZH, context_year)
    left, right = _missing(vi, zh, context_year)
    return Comparison(tuple(left), tuple(right), tuple(mention for mention in vi + zh if mention.ambiguities))


class _Side:
    """The open atoms of one text, by what they must share with the other side to be the same."""

    def __init__(self, mentions: list[Mention], year: int | None) -> None:
        self.groups: dict[Hashable, dict[Atom, list[int]]] = defaultdict(dict)
        self.open = [0] * len(mentions)
        self.mentions = mentions
        for index, mention in enumerate(mentions):
            for atom in atoms(mention.value, year):
                self.groups[atom.key].setdefault(atom, []).append(index)
                self.open[index] += 1

    def missing(self, other: "_Side") -> list[Mention]:
        """Return the open mentions, without those that may be left out or only repeat another."""
        lacking = [mention for mention, count in zip(self.mentions, self.open, strict=True) if count]
        if not lacking:
            return []
        said, others, repeats = self.said_softly(), other.said_softly(), said_again(self.mentions)
        return [
            m for m in lacking if (is_contradicted(m, said, others) if m.is_soft else not repeats(m.value))
        ]

    def said_softly(self) -> set[Said]:
        """Return what the open mentions that may be left out say, and the rates of all."""
        open_ones = (mention for mention, count in zip(self.mentions, self.open, strict=True) if count)
        found = (said_softly(mention) for mention in open_ones if mention.is_soft)
        return rates_of(self.mentions).union(said for said in found if said is not None)


def _missing(vi: list[Mention], zh: list[Mention], year: int | None) -> tuple[list[Mention], list[Mention]]:
    left, right = _Side(vi, year), _Side(zh, year)
    _match_all(left, right)
    _match_readings(left, right, year)
    _match_readings(right, left, year)
    return left.missing(right), right.missing(left)


def _match_all(left: _Side, right: _Side) -> None:
    for key, group in left.groups.items():
        others = right.groups.get(key)
        if others:
            _match_group(left, right, group, others)


def _match_group(
    left: _Side, right: _Side, group: dict[Atom, list[int]], others: dict[Atom, list[int]]
) -> None:
    # Equal atoms first, so that a lenient match never takes what an exact one needs.
    for atom, indices in group.items():
        _take(left, right, indices, others.get(atom, []))
    for atom, indices in group.items():
        for other, other_indices in others.items():
            if indices and other_indices and is_lenient_match(atom, other):
                _take(left, right, indices, other_indices)


def _take(left: _Side, right: _Side, indices: list[int], other_indices: list[int]) -> None:
    while indices and other_indices:
        left.open[indices.pop()] -= 1
        right.open[other_indices.pop()] -= 1


def _match_readings(side: _Side, other: _Side, year: int | None) -> None:
    """Try the other readings and the equivalents of mentions that found no counterpart."""
    for index, mention in enumerate(side.mentions):
        if not side.open[index]:
            continue
        readings = [reading for ambiguity in mention.ambiguities for reading in ambiguity.readings]
        readings += [same for reading in (mention.value, *readings) for same in equivalents(reading)]
        for reading in readings:
            if _takes(atoms(reading, year), other):
                side.open[index] = 0
                break


def _takes(reading: list[Atom], other: _Side) -> bool:
    found: list[list[int]] = []
    for atom in reading:
        group = other.groups.get(atom.key, {})
        match = next((indices for o, indices in group.items() if indices and _is_match(atom, o)), None)
        if match is None:
            return False
        found.append(match)
    for indices in found:
        other.open[indices.pop()] -= 1
    return True


def _is_match(first: Atom, second: Atom) -> bool:
    return is_lenient_match(first, second) or is_lenient_match(second, first)
