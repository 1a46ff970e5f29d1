"""Names that a province may not give its papers: what a paper calls itself, not what it cites."""

import re
from collections.abc import Iterator, Mapping

from service.checks.segments import segments
from service.checks.subject import Subject
from service.core.finding import Finding, Severity
from service.core.languages import Language
from service.core.message import message

_VI_FORBIDDEN = r"công ước|hiệp ước|định ước|hiệp định"
_ZH_FORBIDDEN = "条约|公约|协定"
_VI_NAMES = rf"(?P<forbidden>{_VI_FORBIDDEN})|(?P<doubtful>nghị định thư)"
_ZH_NAMES = rf"(?P<forbidden>{_ZH_FORBIDDEN})|(?P<doubtful>议定书)"
# A Vietnamese title begins with its type, a Chinese one ends with it: 关于实施《…协定》的会谈纪要 is a 纪要.
_TITLES: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(rf"\A[“\"(]?(?:dự thảo )?(?:bản )?(?:{_VI_NAMES})\b", re.IGNORECASE),
    Language.ZH: re.compile(rf"(?:{_ZH_NAMES})书?》?(?:[（(][^（）()]*[）)])?》?\Z"),
}
# "Hiệp định này" and 本协定 name the paper itself, unless the text has cited one before.
_OWN: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(rf"\b(?:{_VI_NAMES}) này\b", re.IGNORECASE),
    Language.ZH: re.compile(rf"(?<![根日基资原])本(?:{_ZH_NAMES})"),
}
_CITED: Mapping[Language, re.Pattern[str]] = {
    Language.VI: re.compile(rf"\b(?:{_VI_FORBIDDEN}|nghị định thư)\b(?! này\b)", re.IGNORECASE),
    Language.ZH: re.compile(rf"(?<!本)(?:{_ZH_FORBIDDEN}|议定书)"),
}
_QUOTED = re.compile("[《“][^《》“”]*[》”]")


def find_forbidden_paper_names(subject: Subject) -> Iterator[Finding]:
    """Find a title, or a text's words for the paper itself, that a provincial paper may not bear.

    Source:
        Luật Thỏa thuận quốc tế 70/2020/QH14, Art. 6; protocol.md, What a province may sign.
    """
    title = subject.record.title
    for language in Language:
        text = title.pair.text(language) if title else None
        # A title may be broken into lines; its type may be too.
        found = _TITLES[language].search(_on_one_line(text, language)) if text else None
        if found is not None:
            yield _finding(found, f"title.{language}")
    for segment in segments(subject.record):
        for language, text, place in segment.texts():
            found = _own_name(text, language)
            if found is not None:
                yield _finding(found, place)


def _on_one_line(title: str, language: Language) -> str:
    return (" " if language is Language.VI else "").join(title.split())


def _own_name(text: str, language: Language) -> re.Match[str] | None:
    quoted = _QUOTED.sub(lambda one: "·" * len(one[0]), text)
    found = _OWN[language].search(quoted)
    if found is None:
        return None
    # A cited agreement is cited in quotation marks too: look for it in the text as it stands.
    return None if _CITED[language].search(text[: found.start()]) else found


def _finding(found: re.Match[str], place: str) -> Finding:
    if found["forbidden"]:
        said = message(
            "a provincial paper may not be called “{name}” (law 70/2020, Art. 6)", name=found["forbidden"]
        )
        return Finding("paper-name-forbidden", Severity.ERROR, place, said)
    said = message(
        "“{name}” is hardly a name for a provincial paper; ask before signing", name=found["doubtful"]
    )
    return Finding("paper-name-doubtful", Severity.WARNING, place, said)
