"""The gate of XML files from outside: size, depth, elements and declarations, before any tree is built."""

import re
from collections.abc import Collection
from xml.parsers import expat

from service.core.message import message
from service.exchange.incoming import EntitiesRefused, FileRefused, FileTooLarge

MAX_BYTES = 128 * 1024 * 1024
MAX_DEPTH = 32
MAX_ELEMENTS = 6_000_000
_DECLARED = re.compile(
    rb"""(<\?xml\s+version\s*=\s*["']1\.\d["'])\s+encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["'][^>]{0,80}\?>"""
)
_CHINESE = {
    **dict.fromkeys(("gb18030", "gb2312", "gbk", "cp936", "windows-936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cp950"), "big5hkscs"),
}


def as_unicode(data: bytes, name: str) -> bytes:
    """Give a file that says it is in a Chinese encoding in UTF-8: expat reads none of several bytes.

    Raises:
        FileRefused: It is not in the encoding that it names.
    """
    declared = _DECLARED.match(data)
    encoding = _CHINESE.get(declared[2].decode().lower()) if declared else None
    if declared is None or encoding is None or len(data) > MAX_BYTES:
        return data
    try:
        text = data[declared.end() :].decode(encoding)
    except UnicodeDecodeError:
        said = message("{file}: is not {encoding}; its declaration says so", file=name, encoding=encoding)
        raise FileRefused(said) from None
    return declared[1] + b"?>" + text.encode()


class XmlGate:
    """Reads an XML file once without keeping it.

    expat loads no DTD and no external entity; what is declared or referred to here is refused, so that the
    parser behind the gate has nothing to expand.

    Attributes:
        root: Local name of the root.
        lines: The line of each element that is looked for, in the file's order.
    """

    def __init__(self, name: str, wanted: Collection[str]) -> None:
        """Take the file's name, for messages, and the local names of the elements whose lines are wanted."""
        self.root = ""
        self.lines: list[int] = []
        self._name = name
        self._wanted = frozenset(wanted)
        self._depth = 0
        self._elements = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._refuse_reference
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def check(self, data: bytes) -> None:
        """Read the whole file.

        Raises:
            FileTooLarge: Too large, too deep, or of too many elements.
            EntitiesRefused: With entities of its own; a DOCTYPE is accepted and never loaded.
            FileRefused: Not well formed.
        """
        if len(data) > MAX_BYTES:
            raise FileTooLarge(message("{file}: larger than {most} bytes", file=self._name, most=MAX_BYTES))
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - the parser's own signature
        except expat.ExpatError as error:
            problem = expat.ErrorString(error.code)
            place = f"{self._name}:{error.lineno}"
            raise FileRefused(
                message("{place}: cannot be read: {problem}", place=place, problem=problem)
            ) from None
        except (ValueError, LookupError):
            # What the declaration names is none that expat or Python reads byte by byte.
            said = message("{file}: its encoding is not read; save it as UTF-8", file=self._name)
            raise FileRefused(said) from None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        local = tag.rpartition(" ")[2]
        if self._elements == 1:
            self.root = local
        if self._depth > MAX_DEPTH:
            raise FileTooLarge(
                message("{file}: nested deeper than {most} levels", file=self._name, most=MAX_DEPTH)
            )
        if self._elements > MAX_ELEMENTS:
            raise FileTooLarge(
                message("{file}: holds more than {most} elements", file=self._name, most=MAX_ELEMENTS)
            )
        if local in self._wanted:
            self.lines.append(self._parser.CurrentLineNumber)
        self._begin(local, attributes)

    def _begin(self, local: str, attributes: dict[str, str]) -> None:
        """Look at an element; a gate that looks for more than size says what."""

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _refuse_entity(self, entity: str, *_: object) -> None:
        place = f"{self._name}:{self._parser.CurrentLineNumber}"
        raise EntitiesRefused(
            message(
                "{place}: declares the entity “{entity}”; entities are not read", place=place, entity=entity
            )
        )

    def _refuse_reference(self, entity: str, is_parameter: bool) -> None:  # noqa: FBT001 - the parser's own call
        if not is_parameter:
            place = f"{self._name}:{self._parser.CurrentLineNumber}"
            raise EntitiesRefused(
                message("{place}: uses the unknown entity “{entity}”", place=place, entity=entity)
            )
