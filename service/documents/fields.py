"""Fields of a document: which of them fetch files or start programs, however Word has split their code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.core.message import Message, message

# What a field may fetch, run or ask for. Everything else a field does stays inside the document.
_FORBIDDEN = frozenset(
    (
        "ADDIN",
        "ASK",
        "CONTROL",
        "DATABASE",
        "DDE",
        "DDEAUTO",
        "EMBED",
        "FILLIN",
        "HTMLCONTROL",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "MACROBUTTON",
        "PRINT",
        "RD",
    )
)
_MAX_NESTING = 20
_MAX_CODE = 5000
_NAMED = re.compile(r"\s*([A-Za-z]+\s|=)")
_KEYWORD = re.compile(r'[\s"“”\\]*([A-Za-z]+)')
_LINK_TARGET = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*("[^"]*"|[^\s"\\]\S*)', re.IGNORECASE)
_LINK_SWITCHES = re.compile(r'\\[lmnoty]\s*(?:"[^"]*")?', re.IGNORECASE)
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\\]+", re.IGNORECASE)


def is_safe_link(target: str) -> bool:
    """Whether a link leads to a web page, a mail address or a place of the same document; nowhere else."""
    return target.startswith("#") or _SAFE_LINK.fullmatch(target) is not None


def field_problem(code: str) -> Message | None:
    """What is wrong with a field.

    Args:
        code: Its whole code, such as ` INCLUDETEXT "a.docx" `.
    """
    if len(code) > _MAX_CODE:
        return message("a field of more than {most} characters", most=_MAX_CODE)
    found = _KEYWORD.match(code)
    keyword = found[1].upper() if found else ""
    if keyword in _FORBIDDEN:
        return message("the field {field}, which fetches, asks or starts something", field=keyword)
    if keyword == "HYPERLINK":
        link = _LINK_TARGET.search(_LINK_SWITCHES.sub(" ", code).strip())
        if link is not None and not is_safe_link(link[1].strip('"')):
            return unsafe_link(link[1].strip('"'))
    return None


def unsafe_link(target: str) -> Message:
    """The words for a link that leads to a file, a script or another machine."""
    return message("a link to “{target}”; only http, https and mailto are allowed", target=target)


@dataclass
class _Open:
    """A field whose code is still being read."""

    code: str = ""
    in_code: bool = True


class FieldReader:
    """Follows the fields of a part through its elements, texts and nesting."""

    def __init__(self) -> None:
        """Begin outside of every field."""
        self._open: list[_Open] = []
        self._reads_code = False

    def start(self, name: str, attributes: Mapping[str, str]) -> Message | None:
        """Take the start of an element; its local name."""
        self._reads_code = name in ("instrText", "delInstrText", "t")
        if name == "fldSimple":
            return field_problem(_attribute(attributes, "instr"))
        return self._mark(_attribute(attributes, "fldCharType")) if name == "fldChar" else None

    def text(self, text: str) -> None:
        """Take a text; of a field's code it is part of the code, also as the result of a field inside it."""
        if self._reads_code:
            for field in self._open:
                if field.in_code and len(field.code) <= _MAX_CODE:
                    field.code += text

    def end(self) -> None:
        """Take the end of an element."""
        self._reads_code = False

    def close(self) -> Message | None:
        """Judge the fields that never end; Word reads them all the same."""
        return next(filter(None, (field_problem(field.code) for field in self._open)), None)

    def _mark(self, kind: str) -> Message | None:
        if kind == "begin":
            return self._begin()
        if not self._open:
            return None
        field = self._open[-1]
        problem = field_problem(field.code) if field.in_code else None
        field.in_code = False
        if kind == "end":
            self._open.pop()
        return problem

    def _begin(self) -> Message | None:
        outer = self._open[-1] if self._open else None
        if outer is not None and outer.in_code and not _NAMED.match(outer.code):
            return message("a field whose name another field computes")
        if len(self._open) >= _MAX_NESTING:
            return message("fields nested deeper than {most}", most=_MAX_NESTING)
        self._open.append(_Open())
        return None


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if key.rpartition("}")[2] == name), "")
