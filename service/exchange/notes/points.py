"""Points in notes: what the sides agreed, proposed, stated, noted or reserved, and under which heading."""

import re
from dataclasses import dataclass

from service.core.languages import Language, Side
from service.exchange.notes.lines import Line, Mark, Sentence
from service.exchange.notes.proposal import Passage
from service.exchange.notes.speakers import find_side, find_speaker
from service.exchange.notes.terms import Terms
from service.minutes.record import Stance
from service.minutes.stance_words import (
    find_list_of_proposals,
    find_stances,
    heads_proposals,
    is_informing,
)

_OPENING = {Language.VI: 220, Language.ZH: 90}
_LONGEST_HEADING = {Language.VI: 90, Language.ZH: 34}
_END_OF_SENTENCE = re.compile(r"[.。;；,，!！?？…]\Z")
_TITLE = re.compile(
    r"\A(?:dự thảo )?biên bản\b(?! này)|(?:会谈|会议|会晤)纪要(?:[（(].*[）)])?\Z", re.IGNORECASE
)
_SPEAKS = re.compile(r"\A[^:：]{1,60}[:：]\s*")
_COUNTED = re.compile("\\A[一二三四五六七八九十]是")
_PRONOUNS = {
    Language.VI: re.compile(
        r"\A(?:đồng chí|đ/c|ông|bà)(?: cũng| còn| đồng thời)?(?= (?:đề nghị|kiến nghị|đề xuất|mong|cho biết"
        r"|khẳng định|nêu|bày tỏ|nhấn mạnh|cho rằng|ghi nhận)\b)",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile("[他她其](?:还|也|同时|并)?(?=建议|提议|希望|表示|指出|强调|介绍|认为)"),
}
_WHEN = {
    Language.VI: re.compile(
        r"(?:(?:vào |hôm nay,? |buổi )*(?:sáng|trưa|chiều|tối|ngày|hồi)|\d|tại)\b", re.IGNORECASE
    ),
    Language.ZH: re.compile("(?:今天|今日|\\d{4}年|\\d{1,2}月|[上下]午|在)"),
}
_OPEN = {
    Language.VI: re.compile(r"(?:chưa|không)(?: thể| đạt được)? (?:nhất trí|thống nhất|thỏa thuận)\b"),
    Language.ZH: re.compile(
        "[未没不](?:能|有)?(?:(?:达成|形成|取得)[^，。]{0,4}?(?:一致|共识|协议)|谈[拢妥])"
    ),
}
_NEAR = 40
_AT_ONCE = 5
# The clause that closes a paper is no point of it.
_CLOSES = re.compile(
    r"\A(?:biên bản này|biên bản (?:được )?(?:lập|làm)|làm tại|hội đàm kết thúc"
    r"|本纪要|本会议纪要|本记录|一式)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Context:
    """What a heading or the words before a list say of the points under it.

    Attributes:
        stance: What the sides did, None where nothing says it.
        by: Which side did, None where both or nothing says it.
        is_both: Both sides are named.
        passages: Where that is said.
    """

    stance: Stance | None = None
    by: Side | None = None
    is_both: bool = False
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Point:
    """A point of the record.

    Attributes:
        text: Its words.
        stance: What the sides did.
        by: Which side, of what one side did alone.
        at: Where it stands.
        said_at: Where its stance is said, if not in its own words.
    """

    text: str
    stance: Stance
    by: Side | None
    at: Passage
    said_at: tuple[Passage, ...] = ()


def read_context(text: str, at: Passage, terms: Terms) -> Context:
    """What a heading, or the words before a list, say of what follows."""
    stances = find_stances(text, terms.language)
    stance = stances[0][2] if stances else None
    if stance is None and heads_proposals(text, terms.language):
        stance = Stance.PROPOSED
    before = text[: stances[0][0]] if stances else text
    speaker = find_side(before, terms) or find_side(text, terms)
    by, is_both = speaker or (None, False)
    if stance is Stance.STATED and by is None and is_informing(text, stances[0][0], terms.language):
        stance = None  # two sides that inform each other agree on nothing
    return Context(stance, by, is_both, (at,))


def read_label(sentence: Sentence, terms: Terms) -> Context | None:
    """What "Bạn: …" at the start of a line says of every sentence of it: who speaks."""
    found = _SPEAKS.match(sentence.text)
    speaker = find_side(found[0], terms) if found else None
    if found is None or speaker is None or speaker[0] is None:
        return None
    at = Passage(sentence.start, sentence.start + len(found[0].rstrip()))
    return Context(None, speaker[0], passages=(at,))


def read_when(sentence: Sentence, terms: Terms) -> Sentence | None:
    """What a point tells of the meeting before it says who: "Chiều 5/6/2024, tại huyện X, hai bên …"."""
    end = terms.first_side(sentence.text)
    if not end or not _WHEN[terms.language].match(sentence.text):
        return None
    return Sentence(sentence.start, sentence.start + end, sentence.text[:end])


def read_pronoun(sentence: Sentence, before: Point | None, terms: Terms) -> Context | None:
    """Who 他 or "Đồng chí" at the start of a sentence is: whose words the sentence before told."""
    if before is None or before.by is None or not _PRONOUNS[terms.language].match(sentence.text):
        return None
    return Context(None, before.by, passages=(before.at,))


def read_point(sentence: Sentence, start: int, context: Context, terms: Terms) -> Point | None:
    """Read a sentence as a point.

    Args:
        sentence: The sentence.
        start: Where its number or bullet stands.
        context: What heading and lead-in say.
        terms: The glossary of the language and day.

    Returns:
        None where it has no words, or neither they nor those above say what the sides did, or which of them.
    """
    if _CLOSES.match(sentence.text) or not any(map(str.isalnum, sentence.text)):
        return None
    own = _own_stance(sentence.text, context, terms)
    if own is None:
        return None
    stance, by, is_inherited = own
    said_at = context.passages if is_inherited else ()
    text = _COUNTED.sub("", sentence.text.rstrip(";； "))
    return Point(text, stance, by, Passage(start, sentence.end), said_at) if text else None


def _own_stance(text: str, context: Context, terms: Terms) -> tuple[Stance, Side | None, bool] | None:
    limit = _OPENING[terms.language]
    proposals = find_list_of_proposals(text[:limit]) if terms.language is Language.ZH else None
    whose = find_speaker(text[:proposals], terms) if proposals is not None else None
    if whose is not None:
        return _settled(Stance.PROPOSED, *whose, is_inherited=False)
    stances = find_stances(text[:limit], terms.language)
    for at, _, stance in stances:
        speaker = find_speaker(text[:at], terms)
        if speaker is not None:
            if speaker[0] is None and stance is Stance.STATED and is_informing(text, at, terms.language):
                return None
            return _settled(stance, *speaker, is_inherited=False)
        if stance is Stance.PROPOSED:
            break  # "Đề nghị hai bên thống nhất …": what follows is what is proposed
    return _inherited(text, stances, context, terms)


def _inherited(
    text: str, stances: list[tuple[int, int, Stance]], context: Context, terms: Terms
) -> tuple[Stance, Side | None, bool] | None:
    """What a sentence without a subject of its own says, by what stands before its colon and above it."""
    # "VN: mở lại chợ" under a heading that says what it is: the speaker stands before a colon.
    speaks = _SPEAKS.match(text)
    speaker = find_side(speaks[0], terms) if speaks else None
    first = stances[0][2] if stances else None
    if first and (stances[0][0] < _NEAR or speaker) and (speaker or context.by or context.is_both):
        side, is_both = speaker or (context.by, context.is_both)
        return _settled(first, side, is_both, is_inherited=speaker is None)
    if first in (Stance.AGREED, Stance.RESERVED) and context.stance is first:
        return _settled(first, None, is_both=True, is_inherited=True)
    if first and (_stands_alone(stances[0], speaks) or _is_left_open(text, stances[0], terms)):
        return _settled(first, None, is_both=True, is_inherited=False)
    if context.stance is None or _proposes(stances, context):
        return None
    # A heading that says "agreed" means both; one that says "informed" does not say who did.
    means_both = context.stance in (Stance.AGREED, Stance.RESERVED) and context.by is None
    side, is_both = speaker or (context.by, context.is_both or means_both)
    return _settled(context.stance, side, is_both, is_inherited=True)


def _stands_alone(first: tuple[int, int, Stance], speaks: re.Match[str] | None) -> bool:
    """Whether a sentence begins like a heading: "Thống nhất: …", "Chưa thống nhất …"."""
    start, end, stance = first
    if stance is Stance.RESERVED:
        return start < _AT_ONCE
    return stance is Stance.AGREED and speaks is not None and end <= speaks.end() <= _NEAR


def _is_left_open(text: str, first: tuple[int, int, Stance], terms: Terms) -> bool:
    """Whether a sentence says of a matter that nothing was settled: … thì chưa thống nhất được."""
    start, _, stance = first
    if stance is not Stance.RESERVED or not _OPEN[terms.language].match(text.casefold(), start):
        return False
    return find_side(text[:start], terms) is None


def _proposes(stances: list[tuple[int, int, Stance]], context: Context) -> bool:
    """Whether a sentence proposes something, though it stands under what was agreed or reserved."""
    proposed = any(stance is Stance.PROPOSED for _, _, stance in stances)
    return proposed and context.stance in (Stance.AGREED, Stance.RESERVED)


def _settled(
    stance: Stance,
    by: Side | None,
    is_both: bool,  # noqa: FBT001 - with the side before it the speaker
    is_inherited: bool,  # noqa: FBT001 - handed through to the caller
) -> tuple[Stance, Side | None, bool] | None:
    """Stance and side as a record can hold them; None where they contradict each other."""
    if is_both or by is None:
        if stance is Stance.PROPOSED or (stance in (Stance.STATED, Stance.NOTED) and not is_both):
            return None  # which side proposed is not said: never told as agreed
        return (stance if stance is Stance.RESERVED else Stance.AGREED), None, is_inherited
    if stance is Stance.RESERVED:
        return Stance.RESERVED, None, is_inherited
    # One side that agrees has said so; both have not agreed.
    return (Stance.STATED if stance is Stance.AGREED else stance), by, is_inherited


def is_title(line: Line) -> bool:
    """Whether a line is the title of a paper."""
    return _TITLE.search(line.text) is not None


def is_heading(line: Line, after: Line | None, language: Language, labels: frozenset[str]) -> bool:
    """Whether a line heads what follows: short, no sentence, and numbered, known, or before a colon.

    Args:
        line: The line.
        after: The next one; a bullet of another kind under this one makes it a heading.
        language: Of the notes.
        labels: The glossary's headings, in small letters.
    """
    bare = line.text.rstrip(":： ")
    if len(bare) > _LONGEST_HEADING[language] or _END_OF_SENTENCE.search(line.text):
        return False
    if bare.casefold() in labels or line.text.endswith((":", "：")):
        return True
    if line.mark is Mark.BULLET:
        return (
            after is not None and after.mark is Mark.BULLET and after.sign != line.sign and line.sign == "*"
        )
    return line.mark is Mark.SECTION or (bare.isupper() and language is Language.VI)
