"""What a person typed to find a term, as keys: Vietnamese with accents or without, Chinese, pinyin."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from service.glossary.pinyin import segmentations, toneless
from service.glossary.search_keys import tokens_of

_PINYIN = re.compile(r"[a-z' ]+")
_INITIALS = re.compile(r"[a-z]{2,8}")
# Marks of pinyin that no Vietnamese letter has.
_PINYIN_ONLY = frozenset("\u0304\u030c")
_MOST_TOKENS = 32
_SHORTEST_BEGINNING = 3  # `v` and two letters


class Sort(StrEnum):
    """Orders of a list of concepts."""

    MATCH = "match"
    VI = "vi"
    ZH = "zh"


@dataclass(frozen=True)
class Query:
    """Keys of a typed text.

    Attributes:
        plain: Every token without accents, in order.
        exact: Runs of tokens typed with accents: those must be as typed.
        is_begun: The last token may be the beginning of a longer one.
        spoken: Ways to read the text as pinyin; the last syllable may be only begun.
        initials: The text read as first letters of pinyin.
        ends_exact: The last token was typed with accents.
    """

    plain: tuple[str, ...]
    exact: tuple[tuple[str, ...], ...]
    is_begun: bool
    spoken: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]
    ends_exact: bool


def read_query(text: str) -> Query | None:
    """Read what a person typed.

    Args:
        text: One line in NFC; what no term has is left out.

    Returns:
        None where nothing is left.
    """
    tokens = list(tokens_of(text))[:_MOST_TOKENS]
    if not tokens:
        return None
    runs: list[list[str]] = [[]]
    for exact, _, has_accent in tokens:
        if has_accent:
            runs[-1].append(exact)
        elif runs[-1]:
            runs.append([])
    _, last, is_accented = tokens[-1]
    letters = _letters(text)
    return Query(
        plain=tuple(plain for _, plain, _ in tokens),
        exact=tuple(tuple(run) for run in runs if run),
        is_begun=last.startswith("v") and len(last) >= _SHORTEST_BEGINNING,
        spoken=tuple(tuple(f"p{syllable}" for syllable in way) for way in segmentations(letters)),
        initials=tuple(f"i{letter}" for letter in letters) if _INITIALS.fullmatch(letters) else (),
        ends_exact=is_accented,
    )


def _letters(text: str) -> str:
    """The text as letters of pinyin; nothing where it cannot be pinyin."""
    folded = text.casefold().replace("’", "'").strip()
    marks = {mark for mark in unicodedata.normalize("NFD", folded) if unicodedata.combining(mark)}
    if marks and not marks & _PINYIN_ONLY:
        return ""
    plain = toneless(folded) if marks else folded.replace("ü", "v")
    return plain.replace("'", " ").strip() if _PINYIN.fullmatch(plain) else ""


def write_fts5(query: Query) -> str:
    """The query for SQLite's index."""
    begun = "*" if query.is_begun else ""
    wanted = [f'plain : "{" ".join(query.plain)}" {begun}']
    for run in query.exact:
        is_last = query.ends_exact and run is query.exact[-1]
        wanted.append(f'exact : "{" ".join(run)}" {begun if is_last else ""}')
    ways = [f"({' AND '.join(wanted)})"]
    ways += [f'pinyin : "{" ".join(way)}" *' for way in query.spoken]
    if query.initials:
        ways.append(f'initials : "{" ".join(query.initials)}"')
    return " OR ".join(ways)


def write_tsquery(query: Query) -> list[list[tuple[str, str]]]:
    """The query for PostgreSQL: any of these, each of them (column, tsquery) pairs that all hold."""
    begun = ":*" if query.is_begun else ""
    wanted = [("plain", " <-> ".join(query.plain) + begun)]
    for run in query.exact:
        is_last = query.ends_exact and run is query.exact[-1]
        wanted.append(("exact", " <-> ".join(run) + (begun if is_last else "")))
    ways = [wanted]
    ways += [[("pinyin", " <-> ".join(way) + ":*")] for way in query.spoken]
    if query.initials:
        ways.append([("initials", " <-> ".join(query.initials))])
    return ways
