"""Relationships of a package's parts: read, resolved to part names, written again."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from service.documents.ooxml import RELS, TYPES, Element, R, parse_xml, xml_bytes
from service.documents.package import CONTENT_TYPES
from service.documents.properties import APP, PROPERTY_KINDS, program_part

_ROOT_RELS = "_rels/.rels"
_RELATIONSHIP = f"{{{RELS}}}Relationship"


@dataclass(frozen=True)
class Relation:
    """One relationship.

    Attributes:
        kind: Its type without the common beginning: `image`, `hyperlink`; a type of others stands whole.
        target: The part it points at, or an address outside.
        is_external: It points outside.
    """

    kind: str
    target: str
    is_external: bool = False


def relations_part(part: str) -> str:
    """The part that holds another part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relations(parts: Mapping[str, bytes], part: str) -> dict[str, Relation]:
    """Read the relationships of a part, by id; none where it has none."""
    name = relations_part(part)
    if name not in parts:
        return {}
    found = parse_xml(parts[name], name).iter(_RELATIONSHIP)
    return {own.get("Id", ""): _relation(own, part) for own in found}


def _relation(own: Element, part: str) -> Relation:
    target, kind = own.get("Target", ""), own.get("Type", "").removeprefix(f"{R}/")
    if own.get("TargetMode") == "External":
        return Relation(kind, target, is_external=True)
    whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
    return Relation(kind, whole)


def write_relations(relations: Mapping[str, Relation], part: str) -> bytes:
    """Write the relationships of a part, targets relative to its folder."""
    root = _root(RELS, "Relationships")
    for identity, relation in relations.items():
        own = etree.SubElement(root, _RELATIONSHIP, Id=identity, Type=f"{R}/{relation.kind}")
        if relation.is_external:
            own.set("Target", relation.target)
            own.set("TargetMode", "External")
        else:
            own.set("Target", posixpath.relpath(f"/{relation.target}", f"/{posixpath.dirname(part)}"))
    return xml_bytes(root)


def _root(namespace: str, name: str) -> Element:
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')


class ContentTypes:
    """What each part of a package is."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Read a package's list."""
        root = parse_xml(parts[CONTENT_TYPES], CONTENT_TYPES)
        self._defaults = {
            own.get("Extension", "").lower(): own.get("ContentType", "")
            for own in root.iter(f"{{{TYPES}}}Default")
        }
        self._overrides = {
            own.get("PartName", "").lstrip("/"): own.get("ContentType", "")
            for own in root.iter(f"{{{TYPES}}}Override")
        }

    def type_of(self, part: str) -> str:
        """The content type of a part, or nothing."""
        return self._overrides.get(part) or self._defaults.get(_extension(part), "")

    def set_type(self, part: str, content_type: str) -> None:
        """Say what a part is; a kind of file that is new here becomes known by its ending."""
        if self._defaults.setdefault(_extension(part), content_type) != content_type:
            self._overrides[part] = content_type

    def write(self, parts: Iterable[str]) -> bytes:
        """Write the list of some parts."""
        names = sorted(parts)
        endings = {"rels", "xml", *(_extension(part) for part in names if part not in self._overrides)}
        root = _root(TYPES, "Types")
        for ending in sorted(endings & self._defaults.keys()):
            etree.SubElement(
                root, f"{{{TYPES}}}Default", Extension=ending, ContentType=self._defaults[ending]
            )
        for part in names:
            if part in self._overrides:
                etree.SubElement(
                    root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=self._overrides[part]
                )
        return xml_bytes(root)


def _extension(part: str) -> str:
    return posixpath.splitext(part)[1].lstrip(".").lower()


def drop_properties(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Drop a template's own properties and point the package at those of a draft."""
    kept = {part: data for part, data in parts.items() if not part.startswith("docProps/")}
    kept[CONTENT_TYPES] = _types_of_draft(parts[CONTENT_TYPES])
    kept[_ROOT_RELS] = _root_of_draft(parts[_ROOT_RELS])
    kept[APP] = program_part()
    return kept


def _types_of_draft(data: bytes) -> bytes:
    root = parse_xml(data, CONTENT_TYPES)
    for override in root.findall(f"{{{TYPES}}}Override"):
        if override.get("PartName", "").startswith("/docProps/"):
            root.remove(override)
    for part, (content_type, _) in PROPERTY_KINDS.items():
        override = etree.SubElement(root, f"{{{TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
    return xml_bytes(root)


def _root_of_draft(data: bytes) -> bytes:
    root = parse_xml(data, _ROOT_RELS)
    for relationship in root.findall(f"{{{RELS}}}Relationship"):
        if relationship.get("Type") != f"{R}/officeDocument":
            root.remove(relationship)
    for number, (part, (_, relation)) in enumerate(PROPERTY_KINDS.items(), start=1):
        relationship = etree.SubElement(root, f"{{{RELS}}}Relationship")
        relationship.set("Id", f"rIdDraft{number}")
        relationship.set("Type", relation)
        relationship.set("Target", part)
    return xml_bytes(root)
