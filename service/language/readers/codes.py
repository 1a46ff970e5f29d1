"""Identifiers that must not change: document numbers, roads, markers, plates, telephone numbers."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.number_digits import LONG_RUN
from service.language.openings import ANY_NUMERAL, ANY_PART, Seconds, merged, seconds_of
from service.language.readers.code_runs import (
    DIGITS,
    JOINERS,
    LETTERS,
    NONE,
    ROLES,
    RUN_MAX,
    code_text,
    has_unit,
    is_inside_run,
    run_end,
    spaced_groups,
)
from service.language.readers.headed_codes import HEADS_VI, HEADS_ZH, TAIL_FIRSTS, read_headed
from service.language.readers.markers import past_second_marker
from service.language.readers.standards import (
    STANDARD_BODIES,
    is_container,
    read_bracketed,
    read_chainage,
    read_container,
    read_plate,
    read_road_place,
    read_standard,
)
from service.language.tokens import Tokens
from service.language.values import Identifier

__all__ = [
    "JOINERS",
    "RUN_MAX",
    "SECONDS",
    "STARTS",
    "TAIL_FIRSTS",
    "is_numeric_code",
    "is_plain_number",
    "may_begin_code",
    "read_code",
]

_MIDDLE_DOTS = frozenset("·•・")
_AMOUNT_MAX = 18
_SHORT_LETTERS = 2
_DAYS, _MONTHS, _YEARS = 31, 12, range(1900, 2100)
_OPEN_TAILS = TAIL_FIRSTS - frozenset("项条节款") | {"公"}

STARTS = {
    VI: HEADS_VI.firsts | STANDARD_BODIES | {"〔", "+", "km", "k", "từ"},
    ZH: HEADS_ZH.firsts | STANDARD_BODIES | {"〔", "第", "km", "k", "+"},
}
SECONDS: dict[Language, Seconds] = {
    VI: {"từ": frozenset(["mốc", "cột"])},
    ZH: merged(
        seconds_of([HEADS_ZH]),
        {word: frozenset([ANY_NUMERAL]) for word in "〔+"},
        {"第": frozenset([ANY_NUMERAL, ANY_PART])},
    ),
}


def read_code(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a code that stands by itself, or a code with the word that says what it names.

    Source:
        numbers.md, rules 1 and 16.
    """
    return read_headed(tokens, index, language) or _bare(tokens, index, language)


def is_plain_number(tokens: Tokens, index: int, language: Language) -> bool:
    """Say whether digits begin no code: too few for one, nothing joined to them and no word behind."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    word, after = words[index], words[index + 1]
    if (
        len(word) >= LONG_RUN
        or (word[0] == "0" and len(word) > 2)
        or (language is ZH and after in _OPEN_TAILS)
    ):
        return False
    if ends[index] != starts[index + 1]:
        return True
    if ROLES[after] == NONE:
        return language is VI or after != "(" or past_second_marker(tokens, index + 1) == index + 1
    digits, at = [word], index + 1
    while ends[at - 1] == starts[at] and at < index + RUN_MAX:
        role = ROLES[words[at]]
        if role == LETTERS:
            return False
        if role == NONE:
            break
        if role == DIGITS:
            digits.append(words[at])
        at += 1
    if language is ZH and len(digits) > 1 and words[at] in TAIL_FIRSTS:
        return False
    return len(digits) == 1 or not is_numeric_code(after, digits)


def _bare(tokens: Tokens, index: int, language: Language) -> Reading | None:
    word = tokens.words[index]
    if word == "〔":
        return read_bracketed(tokens, index)
    standard = read_standard(tokens, index) if word in STANDARD_BODIES else None
    if standard is not None:
        return standard
    if word.isalpha() and word.isascii() and is_container(tokens, index):
        return read_container(tokens, index)
    if tokens.words[index + 1] == "公" and word.isdecimal():
        return read_road_place(tokens, index)
    if tokens.words[index] == "+" and tokens.words[index + 1].isdecimal() and tokens.is_glued(index + 1):
        end = spaced_groups(tokens, index + 2)
        return Reading(end, Identifier(tokens.raw(index, end))) if end > index + 3 else None
    if word in ("km", "k") and (tokens.words[index + 2] == "+" or not tokens.is_glued(index + 1)):
        return read_chainage(tokens, index)
    if is_inside_run(tokens, index):
        return None
    if tokens.words[index + 1] in _MIDDLE_DOTS:
        return read_plate(tokens, index) if word.isalpha() else None
    return _run(tokens, index, language)


def _run(tokens: Tokens, index: int, language: Language) -> Reading | None:
    end = run_end(tokens, index)
    if end >= index + RUN_MAX or not _is_code(tokens, index, end, language):
        return None
    return Reading(end, Identifier(code_text(tokens, index, end)))


def may_begin_code(tokens: Tokens, index: int) -> bool:
    """Say whether letters at a token can be the head of a code: something stands glued behind them."""
    after = tokens.words[index + 1]
    if not tokens.is_glued(index + 1):
        return is_container(tokens, index)
    return after in JOINERS or after.isdecimal() or after in _MIDDLE_DOTS


def _is_code(tokens: Tokens, index: int, end: int, language: Language) -> bool:
    parts = [word for word in tokens.words[index:end] if word not in JOINERS]
    digits = [part for part in parts if part.isdecimal()]
    if not digits:
        return False
    if len(digits) < len(parts):
        is_mail = tokens.words[end] == "@" or (index > 0 and tokens.words[index - 1] == "@")
        return is_mail or _has_code_letters(tokens, index, end, language)
    if len(parts) == 1:
        return _is_long(tokens, index, language)
    return is_numeric_code(tokens.words[index + 1], digits)


def _has_code_letters(tokens: Tokens, index: int, end: int, language: Language) -> bool:
    if language is ZH:
        return True
    for at in range(index, end):
        if tokens.words[at].isalpha():
            raw = tokens.text[tokens.starts[at] : tokens.ends[at]]
            if raw.islower() and (len(raw) > _SHORT_LETTERS or not raw.isascii()):
                return False
    return True


def _is_long(tokens: Tokens, index: int, language: Language) -> bool:
    word = tokens.words[index]
    if len(word) > _AMOUNT_MAX or (word[0] == "0" and len(word) > 2):
        return True
    return len(word) >= LONG_RUN and not has_unit(tokens, index + 1, language)


def is_numeric_code(joiner: str, digits: list[str]) -> bool:
    """Say whether digits that marks join are a code, such as 1.2.3.4 or 700/5; the first mark decides."""
    first, second = digits[0], digits[1]
    if len(first) > 2 and first[0] == "0":
        return True
    if joiner != "/" or len(digits) != 2 or len(first) > _AMOUNT_MAX or len(second) > _AMOUNT_MAX:
        return joiner == "." and len(digits) > 3 and not all(len(part) == 3 for part in digits[1:])
    part, whole = int(first), int(second)
    if whole in _YEARS:
        return part > _MONTHS
    return part > whole and not (part <= _DAYS and whole <= _MONTHS)
