"""The package behind a DOCX file: its entries, its parts and how they point at each other."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml.etree import _Element

from service.documents.lint_rules.defect import Defect
from service.documents.lint_rules.entries import is_xml, read_entries
from service.documents.lint_rules.names import RELATIONSHIPS, W
from service.documents.lint_rules.parsing import Part, parse_part

_RELATIONSHIP = f"{{{RELATIONSHIPS}}}Relationship"


@dataclass(frozen=True)
class Relationship:
    """One arrow from a part to another part or to the world outside.

    Attributes:
        part: Name of the rels part that holds it.
        id: Its id, empty where it has none.
        kind: Last word of its type, such as `styles`.
        mode: `TargetMode` as written, `Internal` where it is left out.
        target: Name of the target part, or the address outside as written.
    """

    part: str
    id: str
    kind: str
    mode: str
    target: str

    def defect(self, rule: str, detail: str) -> Defect:
        """Return a defect at this relationship.

        Args:
            rule: Name of the broken rule.
            detail: One sentence without a full stop.
        """
        return Defect(rule, self.part, f"relationship {self.id}", detail)


@dataclass(frozen=True, eq=False)
class Package:
    """An opened package.

    Attributes:
        names: Every entry's name in the order of the zip, doubles included.
        entries: The bytes of each entry; of doubles, the first.
        parts: The XML parts that are well formed.
        unreadable: A defect for each XML part that is not.
    """

    names: tuple[str, ...]
    entries: Mapping[str, bytes]
    parts: Mapping[str, Part]
    unreadable: tuple[Defect, ...]

    @cached_property
    def relationships(self) -> Mapping[str, tuple[Relationship, ...]]:
        """The relationships of each source part; the package itself is the empty name."""
        return {
            source: tuple(_relationships(part, source))
            for part in self.parts.values()
            if (source := source_of(part.name)) is not None
        }

    @cached_property
    def main(self) -> Part | None:
        """The document part, or None where the package names none that is readable."""
        return self.related("", "officeDocument")

    @cached_property
    def word_parts(self) -> tuple[Part, ...]:
        """The document and the WordprocessingML parts it points at, each once.

        The glossary document (building blocks) is left out: it has styles and ids of its own.
        """
        if self.main is None:
            return ()
        arrows = self.relationships.get(self.main.name, ())
        names = [arrow.target for arrow in arrows if arrow.kind != "glossaryDocument"]
        found = (self.parts[name] for name in dict.fromkeys([self.main.name, *names]) if name in self.parts)
        return tuple(part for part in found if str(part.root.tag).startswith(f"{{{W}}}"))

    def related(self, source: str, kind: str) -> Part | None:
        """Find the readable part that a source names for a purpose.

        Args:
            source: Name of the source part, empty for the package.
            kind: Last word of the relationship type, such as `styles`.
        """
        for arrow in self.relationships.get(source, ()):
            if arrow.kind == kind and arrow.target in self.parts:
                return self.parts[arrow.target]
        return None

    def beside_main(self, kind: str) -> Part | None:
        """Find the part that the document names for a purpose.

        Args:
            kind: Last word of the relationship type, such as `styles`.
        """
        return None if self.main is None else self.related(self.main.name, kind)


def open_package(data: bytes) -> Package:
    """Unzip and parse a DOCX file.

    Args:
        data: Any bytes.

    Raises:
        PackageRefused: The bytes are no readable zip within the limits.
    """
    listed = read_entries(data)
    entries: dict[str, bytes] = {}
    for name, body in listed:
        entries.setdefault(name, body)
    parsed = [parse_part(name, body) for name, body in entries.items() if is_xml(name)]
    parts = {part.name: part for part in parsed if isinstance(part, Part)}
    unreadable = tuple(defect for defect in parsed if isinstance(defect, Defect))
    return Package(tuple(name for name, _ in listed), entries, parts, unreadable)


def source_of(rels_name: str) -> str | None:
    """Return the part whose relationships a rels part holds, or None for any other part.

    Args:
        rels_name: Such as `word/_rels/document.xml.rels`; `_rels/.rels` gives the empty name.

    Source:
        ECMA-376-2, 9.3 (Relationships part naming).
    """
    folder, _, file = rels_name.rpartition("/")
    if posixpath.basename(folder) != "_rels" or not file.endswith(".rels"):
        return None
    return folder.removesuffix("_rels") + file.removesuffix(".rels")


def _relationships(part: Part, source: str) -> Iterator[Relationship]:
    for element in part.root.iter(_RELATIONSHIP):
        mode = element.get("TargetMode", "Internal")
        kind = posixpath.basename(element.get("Type", ""))
        yield Relationship(part.name, element.get("Id", ""), kind, mode, _target(element, source, mode))


def _target(element: _Element, source: str, mode: str) -> str:
    written = element.get("Target", "")
    if mode == "External":
        return written
    path = unquote(written.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
