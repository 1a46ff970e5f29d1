"""Identifiers that must not change: document numbers, roads, markers, plates, telephone numbers."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.nouns import CODE_HEADS, CodeHead
from service.language.number_digits import LONG_RUN
from service.language.openings import ANY_NUMERAL, ANY_PART, Seconds, is_part, merged, seconds_of
from service.language.readers.standards import (
    STANDARD_BODIES,
    is_container,
    past_second_marker,
    read_bracketed,
    read_chainage,
    read_container,
    read_road_place,
    read_standard,
)
from service.language.tokens import HAN_NUMERALS, Phrases, Tokens
from service.language.units import AFTER_NUMBER
from service.language.values import Identifier

JOINERS = frozenset("-/._+&")
# No code has so many parts; the bound keeps what a reader looks at constant.
RUN_MAX, _GROUPS_MAX = 32, 5
_AMOUNT_MAX = 18
_SHORT_LETTERS = 2
_SECTION = "section"
_DAYS, _MONTHS, _YEARS = 31, 12, range(1900, 2100)
_HEADS_VI = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.vi])
_HEADS_ZH = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.zh_before])
_TAILS_ZH = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.zh_after])
TAIL_FIRSTS = _TAILS_ZH.firsts
_OPEN_TAILS = TAIL_FIRSTS - frozenset("项条节款") | {"公"}
_NOT_BEFORE_SO = frozenset(
    ["tổng", "con", "một", "dân", "trong", "đa", "thiểu", "chỉ", "vô", "doanh", "đại", "hầu"]
)

STARTS = {
    VI: _HEADS_VI.firsts | STANDARD_BODIES | {"〔", "+", "km", "k"},
    ZH: _HEADS_ZH.firsts | STANDARD_BODIES | {"〔", "第", "km", "k", "+"},
}
SECONDS: dict[Language, Seconds] = {
    VI: {},
    ZH: merged(
        seconds_of([_HEADS_ZH]),
        {word: frozenset([ANY_NUMERAL]) for word in "〔+"},
        {"第": frozenset([ANY_NUMERAL, ANY_PART])},
    ),
}


def read_code(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a code that stands by itself, or a code with the word that says what it names.

    Source:
        numbers.md, rules 1 and 16.
    """
    if language is VI:
        return _headed_vi(tokens, index) or _bare(tokens, index, language)
    return _headed_zh(tokens, index) or _bare(tokens, index, language)


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
    if _roles[after] == _NONE:
        return language is VI or words[past_second_marker(tokens, index + 1)] not in TAIL_FIRSTS
    digits, at = [word], index + 1
    while ends[at - 1] == starts[at] and at < index + RUN_MAX:
        role = _roles[words[at]]
        if role == _LETTERS:
            return False
        if role == _NONE:
            break
        if role == _DIGITS:
            digits.append(words[at])
        at += 1
    if language is ZH and len(digits) > 1 and words[at] in TAIL_FIRSTS:
        return False
    return len(digits) == 1 or not is_numeric_code(after, digits)


def _bare(tokens: Tokens, index: int, language: Language) -> Reading | None:
    word = tokens.words[index]
    if word == "〔":
        return read_bracketed(tokens, index)
    if word in STANDARD_BODIES:
        standard = read_standard(tokens, index)
        if standard is not None:
            return standard
    if word.isalpha() and word.isascii() and is_container(tokens, index):
        return read_container(tokens, index)
    if tokens.words[index + 1] == "公" and word.isdecimal():
        return read_road_place(tokens, index)
    if tokens.words[index] == "+" and tokens.words[index + 1].isdecimal() and tokens.is_glued(index + 1):
        end = _spaced_groups(tokens, index + 2)
        return Reading(end, Identifier(tokens.raw(index, end))) if end > index + 3 else None
    if tokens.words[index] in ("km", "k") and tokens.words[index + 2] == "+":
        return read_chainage(tokens, index)
    if _is_inside_run(tokens, index):
        return None
    end = _run_end(tokens, index)
    if end >= index + RUN_MAX or not _is_code(tokens, index, end, language):
        return None
    return Reading(end, Identifier(_code(tokens, index, end)))


def _spaced_groups(tokens: Tokens, end: int) -> int:
    """Go past the groups of a telephone number that spaces part: 024 3845 3973."""
    last = end + _GROUPS_MAX
    while end < last and tokens.words[end].isdecimal() and 1 < len(tokens.words[end]) < 5:
        end += 1
    return end


def _code(tokens: Tokens, index: int, end: int) -> str:
    joined = []
    for at in range(index, end):
        word = tokens.words[at]
        joined.append(
            word
            if word.isdecimal() or not word.isalpha()
            else tokens.text[tokens.starts[at] : tokens.ends[at]]
        )
    return "".join(joined)


def may_begin_code(tokens: Tokens, index: int) -> bool:
    """Say whether letters at a token can be the head of a code: something stands glued behind them."""
    after = tokens.words[index + 1]
    if not tokens.is_glued(index + 1):
        return is_container(tokens, index)
    return after in JOINERS or after.isdecimal()


class _Roles(dict[str, int]):
    """What the tokens seen before are in a code: a part, a joiner, or nothing."""

    def __missing__(self, word: str) -> int:
        letters = _LETTERS if is_part(word) else _NONE
        role = _JOINER if word in JOINERS else _DIGITS if word.isdecimal() else letters
        if len(self) < _ROLES_MAX and len(word) < 30:
            self[word] = role
        return role


_NONE, _JOINER, _DIGITS, _LETTERS = range(4)
_ROLES_MAX = 50_000
_roles = _Roles()


def _is_inside_run(tokens: Tokens, index: int) -> bool:
    if not is_part(tokens.words[index]):
        return True
    if not tokens.is_glued(index):
        return False
    before = tokens.words[index - 1]
    if is_part(before):
        return True
    return before in JOINERS and tokens.is_glued(index - 1) and is_part(tokens.words[index - 2])


def _run_end(tokens: Tokens, index: int) -> int:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    end = at = index + 1
    while ends[at - 1] == starts[at] and at < index + RUN_MAX:
        role = _roles[words[at]]
        if role == _NONE:
            break
        at += 1
        if role >= _DIGITS:
            end = at
    return end


def _is_code(tokens: Tokens, index: int, end: int, language: Language) -> bool:
    parts = [word for word in tokens.words[index:end] if word not in JOINERS]
    digits = [part for part in parts if part.isdecimal()]
    if not digits:
        return False
    if len(digits) < len(parts):
        return _has_code_letters(tokens, index, end, language)
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
    return len(word) >= LONG_RUN and not _has_unit(tokens, index + 1, language)


def _has_unit(tokens: Tokens, index: int, language: Language) -> bool:
    is_scale = tokens.words[index] in ("nghìn", "triệu", "tỷ") or tokens.words[index][:1] in tuple(
        HAN_NUMERALS
    )
    return bool(is_scale and tokens.words[index]) or AFTER_NUMBER[language].at(tokens, index) is not None


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


def _headed_vi(tokens: Tokens, index: int) -> Reading | None:
    found = _HEADS_VI.at(tokens, index)
    if found is None:
        return None
    at, head = found
    if tokens.words[at] == "số":
        at += 1
    if tokens.words[at] == ":" and head.id in ("number", "hotline", "phone"):
        at += 1
    if head.id == "no" and index and tokens.words[index - 1] in _NOT_BEFORE_SO:
        return None
    return _after_head(tokens, at, head, VI)


def _after_head(tokens: Tokens, at: int, head: CodeHead, language: Language) -> Reading | None:
    if not tokens.words[at] or not is_part(tokens.words[at]):
        return None
    end = _run_end(tokens, at)
    end = past_second_marker(tokens, end) if head.id == "marker" else end
    parts = tokens.words[at:end]
    if not any(part.isdecimal() for part in parts):
        return None
    if head.needs_marks and (len(parts) < 3 or not any(part.isalpha() for part in parts)):
        return None
    if head.id == _SECTION and not _is_section(parts):
        return None
    if head.id in ("no", "marker") and len(parts) == 1 and _has_unit(tokens, end, language):
        return None
    if head.id in ("phone", "hotline"):
        longer = _spaced_groups(tokens, end)
        return Reading(longer, Identifier(tokens.raw(at, longer), head.id))
    return Reading(end, Identifier(_code(tokens, at, end), head.id))


def _is_section(parts: list[str]) -> bool:
    """Say whether parts are the number of a section, such as 4.2 or 3.1.5."""
    numbers, marks = parts[::2], parts[1::2]
    return (
        len(numbers) > 1
        and set(marks) == {"."}
        and all(part.isdecimal() and len(part) < 3 for part in numbers)
    )


def _headed_zh(tokens: Tokens, index: int) -> Reading | None:
    found = _HEADS_ZH.at(tokens, index)
    if found is not None:
        at = found[0] + (tokens.words[found[0]] == ":")
        return _after_head(tokens, at, found[1], ZH)
    at = index + (tokens.words[index] == "第")
    if not tokens.words[at] or not is_part(tokens.words[at]):
        return None
    end = past_second_marker(tokens, _run_end(tokens, at))
    tail = _TAILS_ZH.at(tokens, end)
    if tail is None or _is_inside_run(tokens, at):
        return None
    if tail[1].id == _SECTION and not _is_section(tokens.words[at:end]):
        return None
    if not any(word.isdecimal() for word in tokens.words[at:end]):
        return None
    return Reading(tail[0], Identifier(_code(tokens, at, end), tail[1].id))
