"""The package of a draft: what of the base template may stay, and what the content of both takes along.

Only what a paper needs comes along: parts are reached from the document by an allow-list of relationships, so
that customXml, people, comments, embedded files and whatever Word invents next stay behind.
"""

import hashlib
import posixpath
from collections.abc import Iterable

from lxml import etree

from service.core.message import message
from service.documents.errors import TemplateError
from service.documents.ooxml import Element, R, find_text, parse_xml, w, xml_bytes
from service.documents.package import CONTENT_TYPES
from service.documents.places import TagPlace
from service.documents.relations import (
    ContentTypes,
    Relation,
    read_relations,
    relations_part,
    write_relations,
)
from service.documents.template import DOCUMENT, ROOT_RELS, DocxTemplate

_OF_DOCUMENT = frozenset(("styles", "settings", "theme", "fontTable", "numbering"))
_OF_STORIES = frozenset(("header", "footer"))
_OF_CONTENT = frozenset(("image", "hyperlink"))
# What other parts may take along: pictures of a theme or of list bullets, faces that are embedded.
_OF_PARTS = frozenset(("image", "font"))

_OUTSIDE = ("https://", "http://", "mailto:")

# Notes that Word or its user leave in the settings: of edits, of the computer, of other files.
_LEFT_IN_SETTINGS = frozenset(
    ("rsids", "attachedTemplate", "mailMerge", "docVars", "docId", "trackRevisions", "writeProtection")
)


class Assembly:
    """Parts, relationships and content types of a draft, gathered while its templates are compiled."""

    def __init__(self, base: DocxTemplate) -> None:
        """Begin with what the base template's document is made with."""
        self._types = ContentTypes(base.parts)
        self._parts: dict[str, bytes] = {ROOT_RELS: base.parts[ROOT_RELS]}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._media: dict[bytes, str] = {}
        kept = {
            identity: relation
            for identity, relation in read_relations(base.parts, DOCUMENT).items()
            if relation.kind in _OF_DOCUMENT and relation.target in base.parts and not relation.is_external
        }
        self._relations[DOCUMENT] = kept
        for relation in kept.values():
            self._keep(base, relation)

    def _keep(self, base: DocxTemplate, kept: Relation) -> None:
        """Keep a part of the base, and what it refers to."""
        part, content = kept.target, base.parts[kept.target]
        self._parts[part] = _clean_settings(content) if kept.kind == "settings" else content
        if kept.kind == "settings":
            return
        for identity, relation in read_relations(base.parts, part).items():
            if relation.kind in _OF_PARTS and relation.target in base.parts:
                self._relations.setdefault(part, {})[identity] = relation
                self._parts[relation.target] = base.parts[relation.target]

    def part_of(self, kind: str) -> str | None:
        """The part that the document has of a kind, such as `numbering`."""
        return next((own.target for own in self._relations[DOCUMENT].values() if own.kind == kind), None)

    def content(self, part: str) -> bytes:
        """The content of a part as it stands."""
        return self._parts[part]

    def set_content(self, part: str, content: bytes) -> None:
        """Give a part other content."""
        self._parts[part] = content

    def add_part(self, part: str, kind: str, content_type: str, content: bytes = b"") -> None:
        """Add a part that the document refers to."""
        self._parts[part] = content
        self._types.set_type(part, content_type)
        self._point(DOCUMENT, Relation(kind, part))

    def keep_story(self, base: DocxTemplate, part: str) -> None:
        """Keep a header or footer of the base, under the relationship it has."""
        self._parts[part] = base.parts[part]
        for identity, relation in base.relations.items():
            if relation.kind in _OF_STORIES and relation.target == part:
                self._relations[DOCUMENT][identity] = relation

    def adopt(self, template: DocxTemplate, source: str, content: Element, into: str) -> None:
        """Take along what some content refers to, and point it there.

        Args:
            template: Whose content it is.
            source: The part it stands in.
            content: Changed in place: its references get the ids of the draft.
            into: The part of the draft in which it will stand.

        Raises:
            TemplateError: It refers to what a draft cannot take, such as an embedded workbook.
        """
        known = read_relations(template.parts, source)
        for node in content.iter(etree.Element):
            for name, identity in node.attrib.items():
                if not str(name).startswith(f"{{{R}}}") or node.tag in _REFERENCES:
                    continue
                relation = known.get(str(identity))
                if relation is None or not _may_come(relation, template):
                    raise _not_taken(template, source, content, node)
                node.set(name, self._point(into, self._carried(relation, template)))

    def _carried(self, relation: Relation, template: DocxTemplate) -> Relation:
        if relation.is_external:
            return relation
        content = template.parts[relation.target]
        digest = hashlib.sha256(content).digest()
        if digest not in self._media:
            self._media[digest] = self._free_name(relation.target)
            self._parts[self._media[digest]] = content
            content_type = ContentTypes(template.parts).type_of(relation.target)
            self._types.set_type(self._media[digest], content_type)
        return Relation(relation.kind, self._media[digest])

    def _free_name(self, part: str) -> str:
        ending = posixpath.splitext(part)[1].lower()
        number = len(self._media) + 1
        while (name := f"word/media/picture{number}{ending}") in self._parts:
            number += 1
        return name

    def _point(self, part: str, relation: Relation) -> str:
        """The id of a relationship, which is made where the part has none like it."""
        own = self._relations.setdefault(part, {})
        for identity, other in own.items():
            if other == relation:
                return identity
        number = len(own) + 1
        while (identity := f"rId{number}") in own:
            number += 1
        own[identity] = relation
        return identity

    def finish(self, filled: Iterable[str]) -> dict[str, bytes]:
        """The parts that are the same in every draft.

        Args:
            filled: Parts that are printed for each draft; they are named, not given.
        """
        names = {*self._parts, *filled}
        fixed = {name: content for name, content in self._parts.items() if name not in filled}
        for part, relations in self._relations.items():
            if relations:
                fixed[relations_part(part)] = write_relations(relations, part)
        fixed[CONTENT_TYPES] = self._types.write(names)
        return fixed


_REFERENCES = frozenset(map(w, ("headerReference", "footerReference")))  # kept with their sections


def _may_come(relation: Relation, template: DocxTemplate) -> bool:
    if relation.is_external:
        # Another address would tell of a computer's folders, or lead into them.
        return relation.kind == "hyperlink" and relation.target.lower().startswith(_OUTSIDE)
    if relation.kind not in _OF_CONTENT or relation.target not in template.parts:
        return False
    return ContentTypes(template.parts).type_of(relation.target).startswith("image/")


def _not_taken(template: DocxTemplate, part: str, content: Element, node: Element) -> TemplateError:
    paragraph = next(node.iterancestors(w("p")), node)
    number = next((n for n, own in enumerate(content.iter(w("p")), start=1) if own is paragraph), 1)
    place = TagPlace(template.file, part, number, find_text(paragraph))
    kind = etree.QName(node).localname
    return TemplateError(
        message("{place}: holds “{kind}”, which a paper cannot take", place=place, kind=kind)
    )


def _clean_settings(data: bytes) -> bytes:
    root = parse_xml(data, "settings.xml")
    for node in list(root):
        refers = any(str(name).startswith(f"{{{R}}}") for own in node.iter() for name in own.attrib)
        if refers or etree.QName(node).localname in _LEFT_IN_SETTINGS:
            root.remove(node)
    return xml_bytes(root)
