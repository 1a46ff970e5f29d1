"""People in notes: a name beside a position, with form of address and role."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.core.languages import Language, Side
from service.exchange.notes.names import ADDRESS, VI_NAME
from service.exchange.notes.proposal import Passage
from service.exchange.notes.terms import Terms
from service.glossary.annotator import FoundName
from service.glossary.named import Body, Posts
from service.minutes.people import Role

_VI_BEFORE = re.compile(rf"{ADDRESS}?{VI_NAME}\s*[,–—:(-]?\s*(?:là |- )?\Z")
_VI_AFTER = re.compile(rf"\s*[,:–—-]?\s*{ADDRESS}?{VI_NAME}")
_HAN = "[\u4e00-\u9fff]"
_ZH_VERBS = "率|表示|指出|介绍|会见|感谢|强调|认为|建议|提议|希望|在|出席|主持|对|向|就"
_ZH_STOP = (
    r"\Z|[，。；、：:（）()\s“”！？,;]|出席|主持|率|表示|指出|介绍|会见|参加|与|和|及|等|一行|同志|先生|女士|分别|共同|致辞"
    r"|讲话|强调|认为|建议|提议|宣布|代表|在会|就|向|对|在|说|陪同|担任|带|为首|发言|通报"
)
# A conjunction before a verb joins nothing: in 黎海和率团 it is the end of the name.
_ZH_AFTER = re.compile(rf"(?P<name>{_HAN}{{2,4}}?)(?={_ZH_STOP})(?![和与及](?:{_ZH_VERBS}))")
_ZH_BEFORE = re.compile(rf"(?:\A|[、，；：:\s。（(])(?P<name>{_HAN}{{2,4}})\s*[，（(:：]\s*\Z")
ADDRESSES = {"đ": "đồng chí", "ô": "ông", "b": "bà"}
# The end of a title is no name: Trưởng đoàn, Phó Trưởng đoàn. Trung and Việt end many a name and begin none.
_NO_NAME = re.compile(
    r"\b(?:trưởng|phó|đoàn|tỉnh|huyện|sở|ủy|phía|cục|việt nam|trung quốc)\b"
    r"|\A(?:ban|phòng|thành|việt|trung|hội|biên|công|hải|trạm|chi|đồn|bộ|cơ|các|cán|đại|khu|chính)\b",
    re.IGNORECASE,
)
_ROLES: dict[Language, Sequence[tuple[re.Pattern[str], Role]]] = {
    Language.VI: (
        (re.compile(r"phó trưởng đoàn", re.IGNORECASE), Role.DEPUTY_HEAD),
        (re.compile(r"(?:làm )?trưởng đoàn|dẫn đầu", re.IGNORECASE), Role.HEAD),
        (re.compile(r"\bthư ký", re.IGNORECASE), Role.SECRETARY),
        (re.compile(r"phiên dịch", re.IGNORECASE), Role.INTERPRETER),
    ),
    Language.ZH: (
        (re.compile("副团长"), Role.DEPUTY_HEAD),
        (re.compile("团长|率团|率队|为首"), Role.HEAD),
        (re.compile("记录"), Role.SECRETARY),
        (re.compile("翻译"), Role.INTERPRETER),
    ),
}
_REACH = 30
# Between somebody and the role that is told behind: ", Trưởng đoàn", "（翻译）", "làm Trưởng đoàn".
_JOINT = re.compile(r"\s*[,，(（–-]?\s*")
_LONGEST = 80
_LABEL = re.compile(r"[^:：]{1,24}[:：]\s*")
_MARKS = frozenset(" ,;.、；，。()（）-–")
# Titles that notes shorten before a body: PCT UBND huyện Vị Xuyên.
_SHORT_TITLE = re.compile(r"\b(?:P?CT|P?BT|P?CVP|P?TP|P?GĐ)\s+\Z")
_VI_GAP = re.compile(r"\s*\Z")
# Between a Chinese body and a title held in it: a part of the body, 边界处 in 外事办公室边界处处长.
_ZH_GAP = re.compile("[\u4e00-\u9fff]{0,8}\\Z")
_GROUPS = frozenset(("title.lanh-dao", "title.dai-dien", "title.can-bo"))


@dataclass(frozen=True)
class NotedPerson:
    """Somebody, or a group, that notes name with a position.

    Attributes:
        side: On which side.
        name: As the notes write it; None of a group.
        is_known: The glossary has the name.
        position: The position as the notes write it; None where they say none.
        body: Where the position is held, where the glossary knows that.
        address: Vietnamese form of address.
        role: What the person is in the delegation.
        passages: Where name, position, form of address and role stand, by field.
        whole: The same from its first to its last character, with the marks around it.
        is_resolved: The glossary resolves the position.
    """

    side: Side
    name: str | None
    is_known: bool
    position: str | None
    body: Body | None
    address: str | None
    role: Role
    passages: dict[str, Passage]
    whole: Passage
    is_resolved: bool = True


@dataclass(frozen=True)
class _Post:
    """A position in a sentence.

    Attributes:
        start: Where it begins.
        end: After its last character.
        text: Its words.
        side: Whose it is.
        body: Where it is held.
        is_group: Of people who are named by what they are only.
        is_resolved: The glossary resolves it.
    """

    start: int
    end: int
    text: str
    side: Side
    body: Body | None
    is_group: bool = False
    is_resolved: bool = True


@dataclass(frozen=True)
class _NameAt:
    """A person's name in a sentence, with the form of address before it."""

    name: str
    start: int
    end: int
    address: str | None = None
    address_start: int = 0


def find_people(text: str, offset: int, terms: Terms) -> Iterator[NotedPerson]:
    """Find everybody whom a sentence names with a position.

    Args:
        text: One sentence.
        offset: Where it stands in the notes.
        terms: The glossary of the language and day.
    """
    found = terms.find(text)
    known = {one.text for one in found if one.kind == "person"}
    # A place may be the name of somebody: Văn Sơn in Trần Văn Sơn.
    taken = [(one.start, one.end) for one in found if one.kind not in ("person", "place")]
    for one in _posts(text, found, terms):
        name = None if one.is_group else _name_beside(text, one, terms.language, taken)
        if name is None and not one.is_group:
            continue
        if name is not None:
            taken.append((name.start, name.end))
        role, role_at = _role(text, one, name, terms.language)
        yield NotedPerson(
            side=one.side,
            name=name.name if name else None,
            is_known=name is not None and name.name in known,
            position=one.text,
            body=one.body,
            address=name.address if name else None,
            role=role,
            passages=(passages := _passages(offset, one, name, role_at)),
            whole=_whole(text, offset, passages),
            is_resolved=one.is_resolved,
        )


def _posts(text: str, found: Sequence[FoundName], terms: Terms) -> Iterator[_Post]:
    """The positions of a sentence: what the glossary resolves, and a title beside a body that it knows."""
    for index, one in enumerate(found):
        side, named = terms.side_of(one), terms.resolve(one)
        if side is not None and isinstance(named, Posts):
            is_group = named.positions[0].title.concept_id in _GROUPS
            yield _Post(one.start, one.end, one.text, side, named.positions[-1].body, is_group)
        elif side is not None and isinstance(named, Body):
            span = _with_title(text, index, found, terms.language)
            if span is not None:
                yield _Post(*span, text[slice(*span)], side, named, is_resolved=False)


def _with_title(
    text: str, index: int, found: Sequence[FoundName], language: Language
) -> tuple[int, int] | None:
    """Where a body stands with the title told beside it: Phó Chủ tịch … quận X, …县人民政府副县长."""
    body = found[index]
    if language is Language.VI:
        before = found[index - 1] if index else None
        if before is not None and before.kind == "title" and _VI_GAP.match(text[before.end : body.start]):
            return before.start, body.end
        short = _SHORT_TITLE.search(text, max(0, body.start - _REACH), body.start)
        return (short.start(), body.end) if short else None
    behind = found[index + 1] if index + 1 < len(found) else None
    if behind is None or behind.kind != "title" or not _ZH_GAP.match(text[body.end : behind.start]):
        return None
    return body.start, behind.end


def is_no_name(text: str) -> bool:
    """Whether words in capitals are no person's name."""
    return _NO_NAME.search(text) is not None


def _whole(text: str, offset: int, passages: dict[str, Passage]) -> Passage:
    start = min(one.start for one in passages.values()) - offset
    end = max(one.end for one in passages.values()) - offset
    while end < len(text) and text[end] in _MARKS:
        end += 1
    while start > 0 and text[start - 1] in _MARKS:
        start -= 1
    if _LABEL.fullmatch(text, 0, start):
        start = 0
    return Passage(offset + start, offset + end)


def _passages(
    offset: int, one: _Post, name: _NameAt | None, role_at: tuple[int, int] | None
) -> dict[str, Passage]:
    spans = {"position": (one.start, one.end)}
    if name is not None:
        spans["name"] = (name.start, name.end)
        if name.address:
            spans["address"] = (name.address_start, name.start)
    if role_at is not None:
        spans["role"] = role_at
    return {field: Passage(offset + start, offset + end) for field, (start, end) in spans.items()}


def _name_beside(
    text: str, one: _Post, language: Language, taken: Sequence[tuple[int, int]]
) -> _NameAt | None:
    """The name before a position (đồng chí A, Giám đốc …) or behind it (…厅长A)."""
    patterns = (_VI_BEFORE, _VI_AFTER) if language is Language.VI else (_ZH_AFTER, _ZH_BEFORE)
    for pattern in patterns:
        is_before = pattern in (_VI_BEFORE, _ZH_BEFORE)
        # Looking for what ends here needs no more than a name's length: the time is linear in the notes.
        first = max(0, one.start - _LONGEST) if is_before else one.end
        found = pattern.search(text, first, one.start) if is_before else pattern.match(text, one.end)
        if found is None or is_no_name(found["name"]):
            continue
        start, end = found.span("name")
        if not any(start < b and a < end for a, b in taken):
            return _named(found, language)
    return None


def _named(found: re.Match[str], language: Language) -> _NameAt:
    start, end = found.span("name")
    written = found["address"] if language is Language.VI else None
    if not written:
        return _NameAt(found["name"], start, end)
    return _NameAt(found["name"], start, end, ADDRESSES[written[0].casefold()], found.start("address"))


def _role(
    text: str, one: _Post, name: _NameAt | None, language: Language
) -> tuple[Role, tuple[int, int] | None]:
    """What is said around a person: before, since the last one of a list, or directly behind."""
    first = min(one.start, name.start if name else one.start)
    last = max(one.end, name.end if name else one.end)
    begin = max(0, first - _REACH, *(text.rfind(mark, 0, first) + 1 for mark in ";；。、\n"))
    behind = _JOINT.match(text, last)
    for pattern, role in _ROLES[language]:
        found = pattern.search(text, begin, first) or (behind and pattern.match(text, behind.end()))
        if found:
            return role, found.span()
    return Role.MEMBER, None


def role_in(text: str, language: Language) -> tuple[Role, tuple[int, int] | None]:
    """What an entry of a list says that somebody is in the delegation, and where."""
    for pattern, role in _ROLES[language]:
        found = pattern.search(text)
        if found:
            return role, found.span()
    return Role.MEMBER, None
