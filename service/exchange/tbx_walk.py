"""The elements of a TBX entry as items, the same for DCA style, DCT style and v2."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from service.exchange.tbx_categories import XML_LANG

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name lxml gives its elements

LANGUAGE_SECTIONS = frozenset(("langSec", "langSet"))
TERM_SECTIONS = frozenset(("termSec", "tig", "ntig"))
_TERM_GROUPS = frozenset(("termGrp",))
_GROUPS = frozenset(("adminGrp", "descripGrp", "termNoteGrp", "transacGrp"))
# What DCA style writes as an attribute, DCT style writes as the name of the element.
_META = frozenset(
    ("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref")
)


@dataclass(frozen=True)
class Item:
    """One piece of information of a section.

    Attributes:
        category: Its data category: `definition`, `administrativeStatus`, `note`, `date`, `term`.
        text: What it says; a line break of the file's layout is one space.
        language: Its own xml:lang, empty where it has none.
        target: What it refers to.
        companions: What stands in one group with it.
    """

    category: str
    text: str
    language: str = ""
    target: str = ""
    companions: tuple["Item", ...] = ()

    def of(self, category: str) -> Iterator["Item"]:
        """The companions of a category."""
        return (one for one in self.companions if one.category == category)


def local_name(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def items_of(section: Element) -> Iterator[Item]:
    """The items of a section, without those of the sections inside it."""
    for child in section:
        name = local_name(child)
        if name in LANGUAGE_SECTIONS or name in TERM_SECTIONS:
            continue
        if name in _TERM_GROUPS:
            yield from items_of(child)
        elif name in _GROUPS:
            yield from _group(child)
        else:
            yield _item(child)


def _group(group: Element) -> Iterator[Item]:
    inside = tuple(items_of(group))
    if inside:
        first, companions = inside[0], inside[1:]
        yield Item(first.category, first.text, first.language, first.target, companions + first.companions)


def _item(element: Element) -> Item:
    name = local_name(element)
    category = element.get("type", name) if name in _META else name
    text = "".join(str(piece) for piece in element.itertext())
    if "\n" in text or "\r" in text:
        # A line break inside an element is layout; texts of several lines are written as several elements.
        lines = (line.strip(" \t") for line in text.replace("\r", "\n").split("\n"))
        text = " ".join(line for line in lines if line)
    return Item(category, text, element.get(XML_LANG, ""), element.get("target", ""))


def sections(parent: Element, names: frozenset[str]) -> Iterator[Element]:
    """The sections of a kind that stand in another."""
    return (child for child in parent if local_name(child) in names)
