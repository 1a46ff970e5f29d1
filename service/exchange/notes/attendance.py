"""Lists of who took part: whose side a list is, and entries whose position the glossary does not resolve."""

import re
from collections.abc import Iterator

from service.core.languages import Language, Side
from service.exchange.notes.lines import Line
from service.exchange.notes.names import ADDRESS, VI_NAME
from service.exchange.notes.people import ADDRESSES, NotedPerson, is_no_name, role_in
from service.exchange.notes.proposal import Passage
from service.exchange.notes.speakers import find_side
from service.exchange.notes.terms import Terms
from service.minutes.stance_words import find_stances

_LONGEST_LABEL = 40
_LABEL = re.compile(r"[^:：;；,，、]{1,40}[:：]\s*")
_HEADS = {
    Language.VI: re.compile(
        r"(?:thành phần|danh sách|đại biểu|tham dự|tham gia|dự họp|cùng dự)"
        r"(?: (?:đại biểu|tham dự|tham gia|dự họp|dự|hội đàm|đoàn|hai bên|phía|bên|ta|bạn|mình|việt nam"
        r"|trung quốc|vn|tq|có|gồm))*",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(
        r"(?:双方|中方|越方|我方|对方)?(?:参加|出席|参会|与会)(?:会谈|会议|会见)?(?:人员|名单|代表|方)?"
    ),
}
_SIDE_ONLY = {
    Language.VI: re.compile(
        r"(?:phía|bên|đoàn)? ?(?:việt nam|trung quốc|vn|tq|ta|bạn|mình)(?: (?:gồm|có))?", re.IGNORECASE
    ),
    Language.ZH: re.compile(
        "(?:中方|越方|我方|对方|中国方面|越南方面)(?:参加|出席|参会|与会)?(?:人员|代表)?"
    ),
}
_ENTRY = {Language.VI: re.compile(r"[^;\n]+"), Language.ZH: re.compile("[^、；;，\n]+")}
_HAN = "[\u4e00-\u9fff]"
_RANK = r"(?:(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:tá|úy|tướng) )?"
# Behind the position others may follow who are only counted: "… và 2 cán bộ".
_VI_PERSON = re.compile(
    rf"\A{ADDRESS}?{_RANK}{VI_NAME}(?:\s*[,–—:(-]\s*(?P<rest>.*?))?"
    r"(?: (?:và|cùng) (?:\d|các|một số).*)?[\s.,)]*\Z"
)
_ZH_ROLE = re.compile(rf"\A(?P<role>翻译|记录员?|秘书)[:：]?\s*(?P<name>{_HAN}{{2,4}})[。\s]*\Z")
_ZH_PERSON = re.compile(
    rf"\A(?P<rest>{_HAN}{{2,40}}?(?:长|主任|主席|书记|专员|科员|干部|参赞|领事|司令|政委|参谋))"
    rf"(?P<name>{_HAN}{{2,4}})(?:[（(](?P<role>{_HAN}{{2,4}})[）)])?[。\s]*\Z"
)
_NOT_BEFORE_ROLE = re.compile(r"[\s,，(（–-]+\Z")


class Attendance:
    """Follows the lines of notes and knows in whose list they stand.

    Attributes:
        is_open: A list of who took part is going on.
        side: Whose it is; None where that is not said yet.
    """

    def __init__(self, terms: Terms, labels: frozenset[str]) -> None:
        """Begin outside any list.

        Args:
            terms: The glossary of the language and day.
            labels: The glossary's headings of such a list, in small letters.
        """
        self._terms = terms
        self._labels = labels
        self.is_open = False
        self.side: Side | None = None

    def close(self) -> None:
        """Something else follows."""
        self.is_open, self.side = False, None

    def open(self, line: Line) -> Passage | None:
        """Take a line that heads such a list, or says whose the entries behind it are.

        Returns:
            What of the line says so; None of any other line.
        """
        found = _LABEL.match(line.text)
        label = found[0] if found else line.text
        bare = label.rstrip(":： ")
        rest = line.text[len(label) :]
        if len(bare) > _LONGEST_LABEL or not self._heads(bare, rest, is_whole=not rest):
            return None
        side = find_side(bare, self._terms)
        self.is_open = True
        self.side = side[0] if side else None
        return Passage(line.start, line.content + len(label.rstrip()))

    def _heads(self, bare: str, rest: str, *, is_whole: bool) -> bool:
        language = self._terms.language
        if bare.casefold() in self._labels or _HEADS[language].fullmatch(bare):
            return True
        names_side = self.is_open and _SIDE_ONLY[language].fullmatch(bare) is not None
        return names_side and (is_whole or self._is_list(rest))

    def _is_list(self, rest: str) -> bool:
        """Whether what stands behind the name of a side are people, and not what that side said."""
        return not find_stances(rest, self._terms.language)

    def entries(self, line: Line, people: list[NotedPerson]) -> Iterator[NotedPerson]:
        """People of a line of the list whom nothing else has told.

        Args:
            line: A line of the list.
            people: Those of whom the glossary resolves the position.
        """
        if self.side is None:
            return
        language = self._terms.language
        label = _LABEL.match(line.text)
        rest = line.text[label.end() :] if label else ""
        first = label.end() if label and self._heads(label[0].rstrip(":： "), rest, is_whole=False) else 0
        for found in _ENTRY[language].finditer(line.text, first):
            start = line.content + found.start() + len(found[0]) - len(found[0].lstrip())
            end = line.content + found.end()
            if any(one.whole.start < end and start < one.whole.end for one in people):
                continue
            one = self._entry(found[0].strip(), start)
            if one is not None:
                yield one

    def _entry(self, text: str, start: int) -> NotedPerson | None:
        if self._terms.language is Language.VI:
            found = _VI_PERSON.match(text)
            if found is None or is_no_name(found["name"]):
                return None
            return self._person(found, found["address"], text, start)
        found = _ZH_ROLE.match(text) or _ZH_PERSON.match(text)
        return self._person(found, None, text, start) if found else None

    def _person(self, found: re.Match[str], address: str | None, text: str, start: int) -> NotedPerson:
        assert self.side is not None  # noqa: S101 - entries ask for it
        role, role_at = role_in(text, self._terms.language)
        passages = {"name": _at(start, found.span("name"))}
        if role_at:
            passages["role"] = _at(start, role_at)
        if address:
            passages["address"] = Passage(start + found.start("address"), start + found.start("name"))
        position = self._position(found, text, role_at)
        if position:
            passages["position"] = _at(start, position)
        return NotedPerson(
            side=self.side,
            name=found["name"],
            is_known=False,
            position=text[slice(*position)] if position else None,
            body=None,
            address=ADDRESSES[address[0].casefold()] if address else None,
            role=role,
            passages=passages,
            whole=Passage(start, start + len(text)),
            is_resolved=False,
        )

    @staticmethod
    def _position(found: re.Match[str], text: str, role_at: tuple[int, int] | None) -> tuple[int, int] | None:
        """Where the words of the position stand: those beside the name without the role."""
        if "rest" not in found.re.groupindex or found["rest"] is None:
            return None
        start, end = found.span("rest")
        if role_at and start <= role_at[0] < end:
            end = role_at[0]
        words = _NOT_BEFORE_ROLE.sub("", text[start:end])
        return (start, start + len(words)) if any(map(str.isalnum, words)) else None


def _at(offset: int, span: tuple[int, int]) -> Passage:
    return Passage(offset + span[0], offset + span[1])
