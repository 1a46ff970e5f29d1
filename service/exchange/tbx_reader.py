"""TBX files as plain data: v3 (core, min, basic, linguist; DCA and DCT style) and v2 (martif)."""

import io
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from service.core.message import Message, message
from service.exchange.incoming import FileRefused, FileTooLarge, Incoming, Reading
from service.exchange.tbx_categories import XML_LANG
from service.exchange.tbx_entry import TbxEntry
from service.exchange.tbx_walk import Element
from service.exchange.xml_gate import XmlGate, as_unicode

ENTRIES = ("conceptEntry", "termEntry")
ROOTS = ("tbx", "martif")
MAX_ENTRIES = 100_000


def read_tbx(data: bytes, name: str) -> Reading:
    """Read a TBX file.

    Args:
        data: The file; in UTF-8, UTF-16, or what its XML declaration says: one byte a letter, or Chinese.
        name: File name for messages.

    Returns:
        One row an entry, numbered from 1; notes say which data categories are not kept, and how often.

    Raises:
        FileRefused: Not TBX, over a limit, or with entities of its own.

    Source:
        ISO 30042:2019 (v3), ISO 30042:2008 (v2).
    """
    data = as_unicode(data, name)
    gate = XmlGate(name, ENTRIES)
    gate.check(data)
    if gate.root not in ROOTS:
        raise FileRefused(message("{file}: not a TBX file; its root is {root}", file=name, root=gate.root))
    if len(gate.lines) > MAX_ENTRIES:
        raise FileTooLarge(message("{file}: holds more than {most} concepts", file=name, most=MAX_ENTRIES))
    dropped: Counter[str] = Counter()
    incoming = tuple(_read_entries(data, name, gate.lines, dropped))
    return Reading(incoming, tuple(_drop_notes(name, dropped)))


def _read_entries(data: bytes, name: str, lines: list[int], dropped: Counter[str]) -> Iterator[Incoming]:
    # An entry ends in the order in which it began: entries do not stand inside each other.
    for number, (element, language) in enumerate(_entries(data, name), start=1):
        entry = TbxEntry(number, f"{name}:{lines[number - 1]}", language)
        entry.read(element)
        dropped.update(entry.dropped)
        yield entry.incoming()


def _entries(data: bytes, name: str) -> Iterator[tuple[Element, str]]:
    """Each entry with the language of the file; what was read is let go."""
    context = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=[f"{{*}}{tag}" for tag in (*ENTRIES, *ROOTS)],
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        attribute_defaults=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    language, depth = "", 0
    try:
        for event, element in context:
            if etree.QName(element).localname in ROOTS:
                language = element.get(XML_LANG) or element.get("lang") or language
            elif event == "start":
                depth += 1
                if depth > 1:
                    place = f"{name}:{element.sourceline}"
                    raise FileRefused(message("{place}: an entry stands inside another", place=place))
            else:
                depth -= 1
                yield element, language
                _let_go(element)
    except etree.XMLSyntaxError as error:
        raise FileRefused(
            message("{file}: cannot be read: {problem}", file=name, problem=error.msg)
        ) from None


def _let_go(element: Element) -> None:
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        if parent is None:
            break
        del parent[0]


def _drop_notes(name: str, dropped: Counter[str]) -> Iterator[Message]:
    if dropped:
        listed = ", ".join(f"{category} ({count})" for category, count in sorted(dropped.items()))
        yield message("{file}: not kept: {categories}", file=name, categories=listed)
