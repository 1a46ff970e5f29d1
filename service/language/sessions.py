"""Names of sessions of a mechanism and of their papers: mechanism + ordinal + what the session is called."""

from dataclasses import dataclass

from service.core.languages import Language
from service.core.message import BienbanError, message
from service.language.numerals import han_number

_MOST = 9999


class ImpossibleSession(BienbanError):
    """A session whose number no mechanism can have."""


@dataclass(frozen=True)
class SessionKind:
    """What the sessions of a mechanism are called in both languages.

    Attributes:
        vi: The Vietnamese word, such as "Phiên họp".
        zh: The Chinese word, 会议 or 会晤.

    Source:
        protocol.md, Names that must be right: the Yunnan sessions are 第N次会议 and their paper 会议纪要, the
        Guangxi sessions 第N次会晤 and their paper 会晤纪要.
    """

    vi: str
    zh: str


YUNNAN_CONFERENCE = SessionKind("Hội nghị thường niên", "会议")
YUNNAN_WORKING_GROUP = SessionKind("Phiên họp", "会议")
GUANGXI_MEETING = SessionKind("Phiên họp", "会晤")
TALKS = SessionKind("Hội đàm", "会谈")


def session_name(kind: SessionKind, mechanism: str, number: int, language: Language) -> str:
    """Name the n-th session of a mechanism: Phiên họp lần thứ 10 …, …第十次会议.

    Args:
        kind: What its sessions are called.
        mechanism: The mechanism's name in this language; empty for the short name.
        number: From 1.
        language: The language of the name.

    Raises:
        ImpossibleSession: The number is below 1 or above 9999.

    Source:
        numbers.md, rule 8.
    """
    if not 1 <= number <= _MOST:
        raise ImpossibleSession(
            message("session number {number}; sessions are counted from 1", number=number)
        )
    if language is Language.ZH:
        return f"{mechanism}第{han_number(number)}次{kind.zh}"
    return f"{kind.vi} lần thứ {number} {mechanism}".rstrip()


def paper_name(kind: SessionKind, mechanism: str, number: int, language: Language) -> str:
    """Name the paper of a session: Biên bản Phiên họp lần thứ 10 …, …第十次会议纪要.

    Raises:
        ImpossibleSession: As `session_name`.
    """
    name = session_name(kind, mechanism, number, language)
    return f"{name}纪要" if language is Language.ZH else f"Biên bản {name}"
