"""Names in texts that may deserve a concept: capitalised in Vietnamese, like an organisation's in Chinese."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from service.core.languages import Language
from service.core.text import fold_term
from service.core.tokens import Tokens, tokenise

_AROUND = 40
_MOST_CONTEXTS = 3
_MOST_TOKENS = 16
_MOST_BETWEEN = 2
_FEWEST_CAPITALS = 2
# Two words that begin a name and are no beginning of a sentence's own: Công ty Cổ phần, but Hôm qua Sở.
_HEADS_VI = frozenset(
    [
        "công ty",
        "ủy ban",
        "cửa khẩu",
        "hội đồng",
        "trung tâm",
        "tổng cục",
        "chi cục",
        "văn phòng",
        "bệnh viện",
        "ngân hàng",
        "tập đoàn",
        "tòa án",
        "tỉnh ủy",
        "thành ủy",
        "huyện ủy",
        "đảng ủy",
        "cơ quan",
        "tổ chức",
        "liên đoàn",
        "hiệp hội",
        "tổng công",
        "đại sứ",
        "lãnh sự",
        "hợp tác",
    ]
)
_SENTENCE_ENDS = frozenset(".!?;:\n…。！？；：“\"'(（-•")
_LETTERS = re.compile(r"[^\W\d_]+\Z")
_HEADS = (
    "委员会|办公室|人民政府|办事处|领事馆|大使馆|管理局|指挥部|工作组|研究院|研究所|检查站|合作社|"
    "公司|集团|中心|大学|学院|银行|医院|协会|商会|学会|口岸|总局|政府|军区|支队|大队|海关|法院|"
    "局|厅|委|办|处|部|会|站|队|所"
)
# Words that stand before a name and are none of it.
_BREAKS = "的和与及或在由对向从将被把是为了等各该本此其并同经以到往就请让双方我们你们"
_ORGANISATION = re.compile(f"[\u4e00-\u9fff]{{2,14}}?(?:{_HEADS})(?![\u4e00-\u9fff]{{0,3}}(?:{_HEADS}))")
_NEXT_WORD = re.compile(r" [^\W\d_A-ZĐ][^\W\d_]*(?![^\W\d_])")
_VERBS = "举行|会谈|会见|会晤|协商|同意|牵头|表示|认为|负责|召开|签署|参加|出席|陪同|率领|访问|商定|强调"
_PARTS = re.compile(f"{_VERBS}|[{_BREAKS}]|[^\u4e00-\u9fff]")


class Candidate(NamedTuple):
    """A name that no concept covers.

    Attributes:
        text: As it stands in the texts, in its most frequent spelling's first place.
        language: Of the texts.
        times: How often it stands there.
        contexts: Some places, with what stands around it.
    """

    text: str
    language: Language
    times: int
    contexts: tuple[str, ...]


class Covered(NamedTuple):
    """A stretch of a text that a concept covers, in code points, end exclusive."""

    start: int
    end: int


class _Place(NamedTuple):
    """Where a name stands.

    Attributes:
        text: The name.
        next_word: The small word right behind it, with its space; empty where there is none.
        around: The text around it.
        begins: It stands where a sentence begins: its first word may have its capital from there.
    """

    text: str
    next_word: str
    around: str
    begins: bool


def find_candidates(
    texts: Iterable[tuple[str, list[Covered]]], language: Language, fewest: int = 1
) -> list[Candidate]:
    """Names in texts, the most frequent first.

    Args:
        texts: Each with what of it is covered by concepts.
        language: Of all of them.
        fewest: Leave out what stands in them less often.
    """
    places = [place for text, covered in texts for place in _places(text, covered, language)]
    inside = {fold_term(place.text) for place in places if not place.begins}
    found: dict[str, list[_Place]] = {}
    for place in places:
        rest = place.text.partition(" ")[2]
        name = rest if place.begins and fold_term(rest) in inside else place.text
        found.setdefault(fold_term(name), []).append(place._replace(text=name))
    candidates = [_candidate(same, language) for same in found.values() if len(same) >= fewest]
    return sorted(candidates, key=lambda one: -one.times)


def _places(text: str, covered: list[Covered], language: Language) -> Iterator[_Place]:
    for first, last in _bare_stretches(text, covered):
        for start, end in _names(text[first:last], language):
            yield _place(text, first + start, first + end)


def _bare_stretches(text: str, covered: list[Covered]) -> Iterator[tuple[int, int]]:
    """What lies between the concepts."""
    at = 0
    for one in sorted(covered):
        if one.start > at:
            yield at, one.start
        at = max(at, one.end)
    yield at, len(text)


def _place(text: str, start: int, end: int) -> _Place:
    following = _NEXT_WORD.match(text, end)
    around = text[max(0, start - _AROUND) : end + _AROUND].replace("\n", " ").strip()
    before = text[:start].rstrip()
    begins = not before or before[-1] in _SENTENCE_ENDS
    return _Place(text[start:end], following[0] if following else "", around, begins)


def _candidate(places: list[_Place], language: Language) -> Candidate:
    """One name; a small word that follows it everywhere is its own: Sở Ngoại vụ."""
    following = {place.next_word for place in places}
    own = following.pop() if len(places) > 1 and len(following) == 1 else ""
    around = tuple(place.around for place in places[:_MOST_CONTEXTS])
    return Candidate(places[0].text + own, language, len(places), around)


def _names(text: str, language: Language) -> Iterator[tuple[int, int]]:
    return _vietnamese(text) if language is Language.VI else _chinese(text)


def _vietnamese(text: str) -> Iterator[tuple[int, int]]:
    """Runs from capital to capital, one or two small words between: Sở Ngoại vụ tỉnh Điện Biên."""
    tokens = tokenise(text)
    at = 0
    while at < len(tokens.pieces):
        last = _run(tokens, at)
        if last is None:
            at += 1
            continue
        yield tokens.span(at, last + 1)
        at = last + 1


def _run(tokens: Tokens, first: int) -> int | None:
    """The last token of a name that begins at a token; None where none does."""
    last, capitals, between = first, 0, 0
    for at in range(first, min(first + _MOST_TOKENS, len(tokens.pieces))):
        word = tokens.token(at)
        if not _LETTERS.match(word) or between > _MOST_BETWEEN:
            break
        if word[0].isupper():
            capitals, between, last = capitals + 1, 0, at
        elif at == first or (at == first + 1 and _is_own_beginning(tokens, first)):
            return None
        else:
            between += 1
    return last if capitals >= _FEWEST_CAPITALS else None


def _is_own_beginning(tokens: Tokens, at: int) -> bool:
    """Whether a capital with a small word behind it is there because a sentence begins."""
    begins = at == 0 or tokens.token(at - 1)[-1:] in _SENTENCE_ENDS
    return begins and fold_term(f"{tokens.token(at)} {tokens.token(at + 1)}") not in _HEADS_VI


def _chinese(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in (*_PARTS.finditer(text), None):
        end = part.start() if part else len(text)
        for found in _ORGANISATION.finditer(text, start, end):
            yield found.span()
        start = part.end() if part else end
