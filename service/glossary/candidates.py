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
# One word that begins a name where it has a capital; two such names may stand on either side of “và”.
_HEAD_WORDS_VI = frozenset(
    ["ban", "bộ", "cục", "đoàn", "đồn", "khu", "sở", "trạm", "trường", "viện", "vụ", "học viện", "bệnh viện"]
)
# Small words that are inside no name: addresses, verbs, prepositions.
_BREAKS_VI = frozenset(
    [
        *("ông", "bà", "do", "với", "cùng", "đến", "cho", "là", "được", "sẽ", "đã", "đang"),
        *("gặp", "thăm", "tiếp", "của", "từ", "mời", "đề", "khi", "nếu"),
    ]
)
# Small words that may be inside a name and never end one.
_LINKS_VI = frozenset(
    [
        *("và", "tại", "ở", "về", "thuộc", "trong", "ngoài", "trên", "qua", "sang", "theo"),
        *("tỉnh", "huyện", "xã", "thị", "thành"),
    ]
)
_SENTENCE_ENDS = frozenset(".!?;:\n…。！？；：“\"'(（-•")
_LETTERS = re.compile(r"[^\W\d_]+\Z")
_HEADS = (
    "委员会|办公室|人民政府|办事处|领事馆|大使馆|管理局|指挥部|工作组|研究院|研究所|检查站|合作社|"
    "公司|集团|中心|大学|学院|银行|医院|协会|商会|学会|口岸|总局|政府|军区|支队|大队|海关|法院|"
    "局(?![长面部势])|厅(?!长)|委(?![员托派书])|办(?![理公法事好])|处(?![理于罚长置])|部(?![分门署队长])|"
    "会(?![见谈晤议同上后长员计])|站(?![长在])|队(?![伍员长])|所(?![属有以在谓需得长])"
)
# Words that stand before a name and are none of it.
_BREAKS = "的和与及或在由对向从将被把是为了等各该本此其并同经以到往就请让双方我们你们"
_ORGANISATION = re.compile(f"[\u4e00-\u9fff]{{2,14}}?(?:{_HEADS})(?![\u4e00-\u9fff]{{0,3}}(?:{_HEADS}))")
_NEXT_WORD = re.compile(r" [^\W\d_A-ZĐ][^\W\d_]*(?![^\W\d_])")
_VERBS = (
    "会同|会见|通报|汇报|举行|会谈|会晤|协商|同意|牵头|表示|认为|"
    "负责|召开|签署|参加|出席|陪同|率领|访问|商定|强调"
)
# Words of names with such a character in them.
_WHOLE = "经济|经贸|经营|经纬|对外|对接|和平|和谐|共和|自由|合同|同盟|日本|本部|本地|为民|并轨|以色列|平等"
_PARTS = re.compile(f"(?P<whole>{_WHOLE})|{_VERBS}|[{_BREAKS}]|[^\u4e00-\u9fff]")
_FEWEST_HAN = 3


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
        is_whole: A concept follows it at once: all of it is known.
    """

    text: str
    next_word: str
    around: str
    begins: bool
    is_whole: bool


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
    whole = {fold_term(place.text) for place in places if place.is_whole}
    found: dict[str, list[_Place]] = {}
    for place in places:
        rest = place.text.partition(" ")[2]
        name = rest if place.begins and fold_term(rest) in inside else place.text
        if fold_term(name + place.next_word) in whole:
            name += place.next_word
        found.setdefault(fold_term(name), []).append(place._replace(text=name))
    candidates = [_candidate(same, language) for same in found.values() if len(same) >= fewest]
    return sorted(candidates, key=lambda one: -one.times)


def _places(text: str, covered: list[Covered], language: Language) -> Iterator[_Place]:
    if language is Language.ZH:
        for start, end in _chinese(text, covered):
            yield _place(text, start, end)
        return
    ends = {one.start for one in covered}
    for first, last in _bare_stretches(text, covered):
        for start, end in _vietnamese(text[first:last], is_followed=last in ends):
            is_whole = last in ends and not text[first + end : last].strip()
            yield _place(text, first + start, first + end)._replace(is_whole=is_whole)


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
    return _Place(text[start:end], following[0] if following else "", around, begins, is_whole=False)


def _candidate(places: list[_Place], language: Language) -> Candidate:
    """One name; a small word that follows it everywhere is its own: Sở Ngoại vụ."""
    following = {place.next_word for place in places}
    is_open = len(places) > 1 and len(following) == 1 and not any(place.is_whole for place in places)
    own = following.pop() if is_open else ""
    around = tuple(place.around for place in places[:_MOST_CONTEXTS])
    return Candidate(places[0].text + own, language, len(places), around)


def _vietnamese(text: str, *, is_followed: bool) -> Iterator[tuple[int, int]]:
    """Runs from capital to capital, one or two small words between: Sở Ngoại vụ tỉnh Điện Biên.

    Args:
        text: What lies between concepts.
        is_followed: A concept follows.
    """
    tokens = tokenise(text)
    at = 0
    while at < len(tokens.pieces):
        last = _run(tokens, at, is_followed=is_followed)
        if last is None:
            at += 1
            continue
        yield tokens.span(at, last + 1)
        at = last + 1


def _run(tokens: Tokens, first: int, *, is_followed: bool) -> int | None:
    """The last token of a name that begins at a token; None where none does."""
    last, capitals, between = first, 0, 0
    for at in range(first, min(first + _MOST_TOKENS, len(tokens.pieces))):
        word = tokens.token(at)
        if not _LETTERS.match(word) or between > _MOST_BETWEEN or _parts_names(tokens, at):
            break
        if word[0].isupper():
            capitals, between, last = capitals + 1, 0, at
        elif at == first or (at == first + 1 and _is_own_beginning(tokens, first)):
            return None
        else:
            between += 1
    if capitals < _FEWEST_CAPITALS:
        return None
    return _with_ending(tokens, last) if is_followed else last


def _parts_names(tokens: Tokens, at: int) -> bool:
    """Whether a small word is inside no name, or stands between two: … và Khu hợp tác."""
    word = tokens.token(at)
    if word in _BREAKS_VI:
        return True
    if word != "và" or at + 1 == len(tokens.pieces) or not tokens.token(at + 1)[0].isupper():
        return False
    words = [tokens.token(one) for one in range(at + 1, min(at + 3, len(tokens.pieces)))]
    heads = {fold_term(words[0]), fold_term(" ".join(words))}
    return not heads.isdisjoint(_HEAD_WORDS_VI | _HEADS_VI)


def _with_ending(tokens: Tokens, last: int) -> int:
    """The last token of a name that a concept follows: Cục Thương vụ in Cục Thương vụ Quảng Tây."""
    rest = [tokens.token(at) for at in range(last + 1, len(tokens.pieces))]
    while rest and rest[-1] in _LINKS_VI:
        rest.pop()
    is_ending = len(rest) == 1 and rest[0].islower() and rest[0] not in _BREAKS_VI and _LETTERS.match(rest[0])
    return last + 1 if is_ending else last


def _is_own_beginning(tokens: Tokens, at: int) -> bool:
    """Whether a capital with a small word behind it is there because a sentence begins."""
    begins = at == 0 or tokens.token(at - 1)[-1:] in _SENTENCE_ENDS
    return begins and fold_term(f"{tokens.token(at)} {tokens.token(at + 1)}") not in _HEADS_VI


def _chinese(text: str, covered: list[Covered]) -> Iterator[tuple[int, int]]:
    """Names like an organisation's, without the concepts that they begin with."""
    start, inside = 0, {at for one in covered for at in range(*one)}
    for part in (*_PARTS.finditer(text), None):
        if part is not None and (part["whole"] or part.start() in inside):
            continue
        end = part.start() if part else len(text)
        for found in _ORGANISATION.finditer(text, start, end):
            first = found.start()
            while first in inside:
                first = max(one.end for one in covered if one.start <= first < one.end)
            is_known = found.end() - 1 in inside
            if not is_known and found.end() - first >= _FEWEST_HAN:
                yield first, found.end()
        start = part.end() if part else end
