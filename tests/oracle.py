"""The matching of terms once more, slow and plain: loops over characters, tokens, terms and spans.

It shares no code with the program but the words of its answers. What it does is the definition.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from service.core.languages import Language
from service.glossary.vocabulary import Reading, Status, VocabularyTerm

# Each vowel without a tone, then with its five tones.
VOWELS = (
    *("aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị"),
    *("oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"),
    *("AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ"),
    *("OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ"),
)
TONE_OF = {letter: (vowel[0], tone) for vowel in VOWELS for tone, letter in enumerate(vowel)}
DASHES = "-‐‑‒–—―−"


class OracleToken(NamedTuple):
    """A token: what it is, what it is with its capitals, and where."""

    key: tuple[str, tuple[int, ...]]
    written: tuple[str, tuple[int, ...]]
    start: int
    end: int


class OracleHit(NamedTuple):
    """A hit, its readings in any order."""

    start: int
    end: int
    readings: frozenset[Reading]


def oracle_tokens(text: str) -> list[OracleToken]:
    """Cut a text, one character after the other."""
    found: list[OracleToken] = []
    at = 0
    while at < len(text):
        end = at + 1
        if _is_space(text[at]):
            at = end
            continue
        if text[at] in DASHES:
            while end < len(text) and text[end] in DASHES:
                end += 1
        elif _is_letter(text[at]):
            while end < len(text) and (_is_letter(text[end]) or _is_mark(text[end]) or _separates(text, end)):
                end += 1
        elif _is_han(text[at]):
            while end < len(text) and _is_mark(text[end]):
                end += 1
        token = text[at:end]
        found.append(OracleToken(_key(token.lower()), _key(token), at, end))
        at = end
    return found


def _is_space(character: str) -> bool:
    return character.isspace() or character in "\u200b\ufeff\u00ad"


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK UNIFIED") or character == "〇"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) == "Mn"


def _is_letter(character: str) -> bool:
    return character.isalnum() and not _is_han(character)


def _separates(text: str, at: int) -> bool:
    return text[at] in ".,/:" and text[at - 1].isdigit() and at + 1 < len(text) and text[at + 1].isdigit()


def _key(token: str) -> tuple[str, tuple[int, ...]]:
    if token[0] in DASHES:
        return "-", ()
    letters, tones = "", []
    for character in unicodedata.normalize("NFC", token):
        vowel, tone = TONE_OF.get(character, (character, 0))
        letters += vowel
        if tone:
            tones.append(tone)
    if len(tones) > 1:  # no syllable of Vietnamese
        return unicodedata.normalize("NFC", token), ()
    if letters.lower() == "qui":
        letters = letters[:2] + {"i": "y", "I": "Y"}[letters[2]]
    return letters, tuple(tones)


def oracle_hits(text: str, terms: Sequence[VocabularyTerm], as_of: date) -> list[OracleHit]:
    """Find terms by comparing each of them with each stretch of tokens."""
    tokens = oracle_tokens(text)
    by_first_key: dict[object, list[tuple[VocabularyTerm, list[OracleToken]]]] = {}
    for term in terms:
        wanted = oracle_tokens(term.text)
        if wanted:
            by_first_key.setdefault(wanted[0].key, []).append((term, wanted))
    spans: dict[tuple[int, int], list[VocabularyTerm]] = {}
    for first, token in enumerate(tokens):
        for term, wanted in by_first_key.get(token.key, ()):
            stretch = tokens[first : first + len(wanted)]
            if _same(stretch, wanted, term):
                spans.setdefault((first, first + len(wanted)), []).append(term)
    return [
        OracleHit(tokens[first].start, tokens[last - 1].end, _readings(spans[first, last], as_of))
        for first, last in standing(spans, as_of)
    ]


def _same(stretch: Sequence[OracleToken], wanted: Sequence[OracleToken], term: VocabularyTerm) -> bool:
    if term.case_sensitive:
        return [token.written for token in stretch] == [token.written for token in wanted]
    return [token.key for token in stretch] == [token.key for token in wanted]


def standing(spans: dict[tuple[int, int], list[VocabularyTerm]], as_of: date) -> list[tuple[int, int]]:
    """The spans that stand, in reading order, the longer first."""
    expired = [span for span, terms in spans.items() if not any(_holds(term, as_of) for term in terms)]
    live = [
        span
        for span, terms in spans.items()
        if span not in expired and (_is_right(terms, as_of) or not _inside_any(span, expired))
    ]
    stand: list[tuple[int, int]] = []
    for first, last in sorted(live, key=_reading_order):
        crosses = any(term.language is Language.ZH for term in spans[first, last])
        begins_inside = any(other[0] <= first < other[1] for other in stand)
        if not _inside_any((first, last), stand) and (crosses or not begins_inside):
            stand.append((first, last))
    told = [span for span in expired if not _inside_any(span, stand) and not _inside_any(span, expired)]
    return sorted(stand + told, key=_reading_order)


def _reading_order(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _inside_any(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(other[0] <= span[0] and span[1] <= other[1] and other != span for other in others)


def _holds(term: VocabularyTerm, as_of: date) -> bool:
    first, last = term.validity.first, term.validity.last
    return not (first is not None and as_of < first) and not (last is not None and as_of > last)


def _is_right(terms: Sequence[VocabularyTerm], as_of: date) -> bool:
    return any(_holds(term, as_of) and term.status is not Status.DEPRECATED for term in terms)


def _readings(terms: Sequence[VocabularyTerm], as_of: date) -> frozenset[Reading]:
    return frozenset(Reading(term.concept_id, term.status, term.kind, _holds(term, as_of)) for term in terms)
