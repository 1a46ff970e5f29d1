"""One XML part: parsed without entities, or a defect that says why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from lxml import etree
from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.names import MC, local_name
from service.documents.lint_rules.places import Places

# libxml2 says so of a raw character and of a reference to one.
_FORBIDDEN_CHARACTER = ("invalid Char", "invalid xmlChar")
_ENCODINGS = frozenset({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})


@dataclass(frozen=True, eq=False)
class Part:
    """A well-formed XML part.

    Attributes:
        name: Its name in the package, without a leading slash.
        root: Its tree, without the fallbacks for programs older than Word 2010.
    """

    name: str
    root: _Element

    @cached_property
    def places(self) -> Places:
        """The places of the part, counted when the first defect needs one."""
        return Places(self.root)

    def defect(self, rule: str, element: _Element, detail: str) -> Defect:
        """Return a defect of this part.

        Args:
            rule: Name of the broken rule.
            element: Where it is broken.
            detail: One sentence without a full stop.
        """
        return Defect(rule, self.name, self.places.of(element), detail)

    def elements(self, *tags: str) -> Iterator[_Element]:
        """Yield the elements of these kinds in document order.

        Args:
            tags: Names as lxml spells them, at least one.
        """
        return self.root.iter(*tags)

    def attributes(self, namespace: str) -> Iterator[tuple[_Element, str, str]]:
        """Yield each attribute of a namespace: its element, its name without the prefix, its value.

        Args:
            namespace: Such as that of `r:id`.
        """
        # Few elements have one: XPath finds them in C, several times faster than a look at each.
        found = self.root.xpath("//*[@n:*]", namespaces={"n": namespace})
        for element in cast("list[_Element]", found):
            for name, value in cast("list[tuple[str, str]]", element.items()):
                if name.startswith(f"{{{namespace}}}"):
                    yield element, local_name(name), value


def parse_part(name: str, data: bytes) -> Part | Defect:
    """Parse one part, or say why Word cannot.

    Args:
        name: Name of the part.
        data: Its bytes, in UTF-8 or UTF-16.

    Source:
        ECMA-376-2, 8.1.4 (XML usage): UTF-8 or UTF-16, no DTD declarations.
    """
    # Looked for before parsing, so that no entity is ever declared; without NULs UTF-16 reads like ASCII.
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        return Defect("xml-doctype", name, "", "the part has a DOCTYPE")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as problem:
        return _malformed(name, problem)
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    if encoding.upper() not in _ENCODINGS:
        return Defect("xml-encoding", name, "", f"the part is in {encoding}, not UTF-8 or UTF-16")
    _drop_fallbacks(root)
    return Part(name, root)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


def _malformed(name: str, problem: etree.XMLSyntaxError) -> Defect:
    said = str(problem.msg)
    rule = "xml-character" if any(words in said for words in _FORBIDDEN_CHARACTER) else "xml-well-formed"
    line, column = problem.position
    return Defect(rule, name, f"line {line}, column {column}", said)


def _drop_fallbacks(root: _Element) -> None:
    """Leave the choice that Word takes: its fallback repeats the ids of the same text box."""
    for fallback in list(root.iter(f"{{{MC}}}Fallback")):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
