"""Codes with the word that says what they name: Quốc lộ 4C, mốc 172, 第70/2020/QH14号法律."""

from service.core.languages import Language
from service.language.members import VI, ZH
from service.language.mentions import Reading
from service.language.nouns import CODE_HEADS, CodeHead
from service.language.openings import is_part
from service.language.readers.code_runs import (
    JOINERS,
    code_text,
    has_unit,
    is_inside_run,
    run_end,
    spaced_groups,
)
from service.language.readers.markers import AND_ZH, more_markers, past_second_marker, read_marker
from service.language.tokens import Phrases, Tokens
from service.language.values import Identifier

_SECTION, _MARKER = "section", "marker"
HEADS_VI = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.vi])
HEADS_ZH = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.zh_before])
_TAILS_ZH = Phrases([(form, head) for head in CODE_HEADS.values() for form in head.zh_after])
TAIL_FIRSTS = _TAILS_ZH.firsts
_NOT_BEFORE_SO = frozenset(
    ["tổng", "con", "một", "dân", "trong", "đa", "thiểu", "chỉ", "vô", "doanh", "đại", "hầu"]
)


def read_headed(tokens: Tokens, index: int, language: Language) -> Reading | None:
    """Read a code with its head, before it in vi, before or behind it in zh."""
    return _headed_vi(tokens, index) if language is VI else _headed_zh(tokens, index)


def _headed_vi(tokens: Tokens, index: int) -> Reading | None:
    is_from = tokens.words[index] == "từ"
    found = HEADS_VI.at(tokens, index + is_from)
    if found is None:
        return None
    at, head = found
    if is_from:  # từ mốc 450 đến mốc 456
        markers = _markers(tokens, _past_number_word(tokens, at), VI) if head.id == _MARKER else None
        is_range = markers is not None and isinstance(markers.value, Identifier) and "-" in markers.value.code
        return markers if is_range else None
    at = _past_number_word(tokens, at)
    if tokens.words[at] == ":" and head.id in ("number", "hotline", "phone"):
        at += 1
    if head.id == "no" and index and tokens.words[index - 1] in _NOT_BEFORE_SO:
        return None
    return _after_head(tokens, at, head, VI)


def _past_number_word(tokens: Tokens, at: int) -> int:
    return at + (tokens.words[at] == "số")


def _after_head(tokens: Tokens, at: int, head: CodeHead, language: Language) -> Reading | None:
    if not tokens.words[at] or not is_part(tokens.words[at]):
        return None
    end = run_end(tokens, at)
    if head.id == _MARKER:
        markers = _markers(tokens, at, language)
        if markers is not None:
            return markers
    parts = tokens.words[at:end]
    if not any(part.isdecimal() for part in parts):
        return None
    if head.needs_marks and (len(parts) < 3 or not any(part.isalpha() for part in parts)):
        return None
    if head.id == _SECTION and not _is_section(parts):
        return None
    if head.id in ("no", _MARKER) and len(parts) == 1 and has_unit(tokens, end, language):
        return None
    if head.id in ("phone", "hotline"):
        longer = spaced_groups(tokens, end)
        return Reading(longer, Identifier(tokens.raw(at, longer), head.id))
    return Reading(end, Identifier(code_text(tokens, at, end), head.id))


def _markers(tokens: Tokens, at: int, language: Language) -> Reading | None:
    """Read the markers behind their word; a single number that counts something is none."""
    first = read_marker(tokens, at)
    if first is None or tokens.words[first[0]] in JOINERS - {"-"}:
        return None
    end, more = more_markers(tokens, first[0], language)
    if not more and first[0] == at + 1 and has_unit(tokens, end, language):
        return None
    return Reading(end, Identifier(first[1] + more, _MARKER))


def _markers_zh(tokens: Tokens, index: int) -> Reading | None:
    """Read 450号至456号界碑 and 93(1)、93(2)号界碑, whose word stands behind the last."""
    first = read_marker(tokens, index)
    if first is None or is_inside_run(tokens, index):
        return None
    if first[0] == index + 1 and tokens.words[index + 1] in AND_ZH:
        return None  # 450、451号界碑: a plain number with a comma is read at one look
    end, more = more_markers(tokens, first[0], ZH)
    tail = _TAILS_ZH.at(tokens, end)
    if not more or tail is None or tail[1].id != _MARKER:
        return None
    return Reading(tail[0], Identifier(first[1] + more, _MARKER))


def _is_section(parts: list[str]) -> bool:
    """Say whether parts are the number of a section, such as 4.2 or 3.1.5."""
    numbers, marks = parts[::2], parts[1::2]
    return (
        len(numbers) > 1
        and set(marks) == {"."}
        and all(part.isdecimal() and len(part) < 3 for part in numbers)
    )


def _headed_zh(tokens: Tokens, index: int) -> Reading | None:
    found = HEADS_ZH.at(tokens, index)
    if found is not None:
        at = found[0] + (tokens.words[found[0]] == ":")
        return _after_head(tokens, at, found[1], ZH)
    markers = _markers_zh(tokens, index) if tokens.words[index].isdecimal() else None
    if markers is not None:
        return markers
    at = index + (tokens.words[index] == "第")
    if not tokens.words[at] or not is_part(tokens.words[at]):
        return None
    end = past_second_marker(tokens, run_end(tokens, at))
    tail = _TAILS_ZH.at(tokens, end)
    if tail is None or is_inside_run(tokens, at):
        return None
    if tail[1].id == _SECTION and not _is_section(tokens.words[at:end]):
        return None
    if not any(word.isdecimal() for word in tokens.words[at:end]):
        return None
    return Reading(tail[0], Identifier(code_text(tokens, at, end), tail[1].id))
