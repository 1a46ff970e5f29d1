"""When and where a meeting was, and which session of what: read from the sentences that open notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from service.core.languages import Language
from service.core.message import Message, message
from service.exchange.notes.lines import Sentence
from service.exchange.notes.places import announces_place, find_other_place, innermost, is_announced
from service.exchange.notes.proposal import Passage
from service.exchange.notes.terms import Terms
from service.glossary.annotator import FoundName
from service.glossary.named import Listed, Numbered, Place
from service.language.mentions import Mention
from service.language.parse import parse
from service.language.values import Clock, DayPart, Moment, Ordinal, Quantity, Series, Span
from service.minutes.record import DocumentType

_LABEL = re.compile(r"[^\d:：,，.。]{1,24}[:：]\s*")
_COPIES = {Language.VI: re.compile(r"lập thành|làm thành"), Language.ZH: re.compile("一式|共")}
_ENDS = {
    Language.VI: re.compile(r"kết thúc|bế mạc", re.IGNORECASE),
    Language.ZH: re.compile("结束|闭幕"),
}
_TYPES = {
    Language.VI: (
        (
            re.compile(r"biên bản hội đàm|\bhội đàm\b|\bgặp (?:gỡ|làm việc)", re.IGNORECASE),
            DocumentType.TALKS_RECORD,
        ),
        (
            re.compile(r"biên bản (?:hội nghị|phiên họp|cuộc họp)|\bhội nghị\b|\bphiên họp\b", re.IGNORECASE),
            DocumentType.JOINT_MINUTES,
        ),
    ),
    Language.ZH: (
        (re.compile("会谈(?:纪要)?"), DocumentType.TALKS_RECORD),
        (re.compile("(?:会议|会晤)(?:纪要)?"), DocumentType.JOINT_MINUTES),
    ),
}
_DAY_PARTS = {
    Language.VI: (
        re.compile(r"\b(?:buổi )?(?P<part>sáng|trưa|chiều|tối)(?: nay)?[,\s(]*(?:ngày )?\Z", re.IGNORECASE),
        re.compile(r"\s*[,)(–-]?\s*(?:buổi |vào )?(?P<part>sáng|trưa|chiều|tối)\b", re.IGNORECASE),
    ),
    Language.ZH: (
        re.compile("(?P<part>上午|中午|下午|晚上)[（(\\s]*\\Z"),
        re.compile("\\s*[）)]?\\s*(?P<part>上午|中午|下午|晚上)"),
    ),
}
_DAY_PART_WORDS = {
    "sáng": "morning",
    "trưa": "noon",
    "chiều": "afternoon",
    "tối": "evening",
    "上午": "morning",
    "中午": "noon",
    "下午": "afternoon",
    "晚上": "evening",
}
_ENDS_BEHIND = {
    Language.VI: re.compile(r"\s*(?:thì |là )?(?:kết thúc|bế mạc|xong)", re.IGNORECASE),
    Language.ZH: re.compile("结束|闭幕"),
}
_LONGEST_PLACE = 80
_COPY = "bản"  # the unit of both languages' copies: bản, 份
_MOST_COPIES = 20
_PARTS = {
    DayPart.MORNING: "morning",
    DayPart.NOON: "noon",
    DayPart.AFTERNOON: "afternoon",
    DayPart.EVENING: "evening",
}


@dataclass
class Facts:
    """What the opening of notes says; passages and notes by field.

    Attributes:
        values: Field of the record to its value as a file writes it.
        passages: Field to where it stands.
        notes: Field to what a person should know.
        place: The place, resolved.
        expects_place: The heading above announces where the meeting was.
    """

    values: dict[str, object] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    notes: dict[str, Message] = field(default_factory=dict)
    place: Place | None = None
    expects_place: bool = False
    _label: Passage | None = None

    def put(self, name: str, value: object, passage: Passage) -> None:
        """Keep the first value of a field."""
        if name not in self.passages:
            self.values[name] = value
            if self._label is not None and self._label.end >= passage.start:
                passage = Passage(self._label.start, passage.end)
            self.passages[name] = passage

    def expect(self, heading: str, language: Language) -> None:
        """Take a heading: one that announces the place needs no word before it."""
        self.expects_place = announces_place(heading, language)

    def read(self, sentence: Sentence, terms: Terms, *, is_opening: bool, is_title: bool = False) -> None:
        """Read a sentence; behind the opening only when the meeting ended and how many originals are."""
        self._label = _label_before(sentence)
        if is_opening:
            self._read_opening(sentence, terms)
        if is_title and "mechanism" not in self.passages:
            self._read_number(sentence, range(len(sentence.text)), terms.language)
        for mention in parse(sentence.text, terms.language):
            value = mention.value
            at = Passage(sentence.start + mention.start, sentence.start + mention.end)
            if _ENDS[terms.language].search(sentence.text, 0, mention.start):
                self._read_clocks(mention, sentence, at, terms.language)
            if isinstance(value, Quantity) and value.unit == _COPY and value.high is None:
                self._read_copies(value, sentence, mention, terms.language)

    def _read_opening(self, sentence: Sentence, terms: Terms) -> None:
        self._read_times(sentence, terms)
        self._read_names(sentence, terms)
        self._read_type(sentence, terms.language)

    # Days and hours.

    def _read_times(self, sentence: Sentence, terms: Terms) -> None:
        for mention in parse(sentence.text, terms.language):
            at = Passage(sentence.start + mention.start, sentence.start + mention.end)
            for moment in _moments(mention):
                self._read_day(moment, at, terms.as_of)
            if self.passages.get("date") == at:
                self._read_day_part(sentence, mention, terms.language)
            self._read_clocks(mention, sentence, at, terms.language)

    def _read_copies(self, value: Quantity, sentence: Sentence, mention: Mention, language: Language) -> None:
        said = _COPIES[language].search(sentence.text, 0, mention.start)
        if said is not None and 1 <= value.amount <= _MOST_COPIES:
            at = Passage(sentence.start + said.start(), sentence.start + mention.end)
            self.put("originals.count", str(value.amount), at)

    def _read_day(self, moment: Moment, at: Passage, as_of: date) -> None:
        if moment.day is None or moment.month is None or moment.lunar or "date" in self.passages:
            return
        year, note = moment.year, None
        if year is None and (moment.day, moment.month) == (as_of.day, as_of.month):
            year, note = (
                as_of.year,
                message("the notes give no year; it is that of the day names are right for"),
            )
        day = _day(year, moment.month, moment.day)
        self.put("date", day.isoformat() if day else None, at)
        if day is None:
            note = message("the notes give no year, or no day of the calendar: write the date")
        if note is not None:
            self.notes["date"] = note
        if moment.day_part in _PARTS:
            self.put("part_of_day", _PARTS[moment.day_part], at)

    def _read_day_part(self, sentence: Sentence, mention: Mention, language: Language) -> None:
        """The part of the day beside a date: sáng nay 22/5/2024, 今天（2024年6月20日）上午."""
        before, behind = _DAY_PARTS[language]
        found = before.search(sentence.text, 0, mention.start) or behind.match(sentence.text, mention.end)
        if found is not None:
            at = Passage(sentence.start + found.start(), sentence.start + found.end())
            self.put("part_of_day", _DAY_PART_WORDS[found["part"].casefold()], at)

    def _read_clocks(self, mention: Mention, sentence: Sentence, at: Passage, language: Language) -> None:
        value = mention.value
        clocks = [moment.clock for moment in _moments(mention) if moment.clock]
        if not clocks or any(doubt.readings for doubt in mention.ambiguities):
            return
        if isinstance(value, Span) and len(clocks) > 1:
            self.put("start", _clock(clocks[0]), at)
            self.put("end", _clock(clocks[1]), at)
        else:
            is_end = _ENDS[language].search(sentence.text, 0, mention.start) or _ENDS_BEHIND[language].match(
                sentence.text, mention.end
            )
            self.put("end" if is_end else "start", _clock(clocks[0]), at)

    # Names.

    def _read_names(self, sentence: Sentence, terms: Terms) -> None:
        found = terms.find(sentence.text)
        for index, one in enumerate(found):
            at = Passage(sentence.start + one.start, sentence.start + one.end)
            if one.kind == "place" and is_announced(
                sentence.text[: one.start], terms.language, expected=self.expects_place
            ):
                place = terms.resolve(one)
                is_in_a_country = isinstance(place, Place) and len(place.chain) > 1 and place.side is not None
                if isinstance(place, Place) and is_in_a_country and "place" not in self.passages:
                    inner, end = innermost(place, found[index:], terms)
                    self.place = inner
                    written = one.text if end == one.end else inner.full.text(terms.language)
                    self.put("place", written, Passage(at.start, sentence.start + end))
            elif one.kind == "session":
                self._read_session(terms.resolve(one), at)
            elif one.kind == "document":
                self._read_session(getattr(terms.resolve(one), "session", None), at)
            elif one.kind == "mechanism" and isinstance(terms.resolve(one), Listed):
                self.put("mechanism", one.text, at)
                # Right behind its mechanism: 年度会晤机制第五次会议, … lần thứ 5.
                self._read_number(sentence, range(one.end, one.end + 2), terms.language)
        if "place" not in self.passages and terms.language is Language.VI:
            self._read_other_place(sentence, found, terms)
        if "place" not in self.passages:
            self._read_labelled_place(sentence, terms.language)

    def _read_labelled_place(self, sentence: Sentence, language: Language) -> None:
        """What stands behind "Địa điểm:", where it is no place that the glossary has."""
        label = _LABEL.match(sentence.text)
        if label is None or not announces_place(label[0], language) or parse(sentence.text, language):
            return
        written = sentence.text[label.end() :].rstrip(".。;； ")
        if 0 < len(written) <= _LONGEST_PLACE:
            start = sentence.start + label.end()
            self.put("place", {str(language): written}, Passage(start, start + len(written)))

    def _read_other_place(self, sentence: Sentence, found: Sequence[FoundName], terms: Terms) -> None:
        other = find_other_place(sentence.text, found, terms)
        if other is not None:
            self.place = other.place
            self.put(
                "place", other.written, Passage(sentence.start + other.start, sentence.start + other.end)
            )

    def _read_number(self, sentence: Sentence, where: range, language: Language) -> None:
        """The number of the session, where it begins in a stretch of the sentence."""
        for mention in parse(sentence.text, language):
            value = mention.value
            if isinstance(value, Ordinal) and mention.start in where and value.series is Series.SESSION:
                at = Passage(sentence.start + mention.start, sentence.start + mention.end)
                self.put("session", value.number, at)

    def _read_session(self, session: object, at: Passage) -> None:
        if isinstance(session, Numbered) and session.values.get("n", "").isdigit():
            self.put("mechanism", session.concept.vi.preferred, at)
            if self.passages["mechanism"].end == at.end:
                self.put("session", session.values["n"], at)

    def _read_type(self, sentence: Sentence, language: Language) -> None:
        for pattern, document_type in _TYPES[language]:
            found = pattern.search(sentence.text)
            if found is not None:
                at = Passage(sentence.start + found.start(), sentence.start + found.end())
                self.put("document_type", document_type.value, at)


def _label_before(sentence: Sentence) -> Passage | None:
    """What stands before a colon at the start of a sentence, up to what follows it: "Thời gian: "."""
    found = _LABEL.match(sentence.text)
    return Passage(sentence.start, sentence.start + found.end()) if found else None


def _moments(mention: Mention) -> list[Moment]:
    value = mention.value
    if isinstance(value, Span):
        return [one for one in (value.start, value.end) if one is not None]
    return [value] if isinstance(value, Moment) else []


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _clock(clock: Clock) -> str:
    return f"{clock.hour:02}:{clock.minute or 0:02}"
