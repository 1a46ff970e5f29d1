"""Lists of both templates in one document: the other template's get numbers of their own."""

import hashlib
from collections.abc import Iterable

from lxml import etree

from service.documents.assembly import Assembly
from service.documents.ooxml import Element, attribute, parse_xml, w, xml_bytes
from service.documents.styles import MergedStyles
from service.documents.template import DocxTemplate

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_PART = "word/numbering.xml"
_STYLE_REFERENCES = tuple(map(w, ("pStyle", "styleLink", "numStyleLink")))
_BEFORE_NUM = frozenset(map(w, ("numPicBullet", "abstractNum")))


def merge_numbering(assembly: Assembly, other: DocxTemplate, styles: MergedStyles) -> None:
    """Add the lists of the template that is not the base.

    Args:
        assembly: The draft's package, with the base's lists.
        other: The other template; what it counts by is changed in place.
        styles: The styles of both, those of the other already among them.
    """
    part = next((own.target for own in other.relations.values() if own.kind == "numbering"), None)
    if part is None or part not in other.parts:
        return
    theirs = parse_xml(other.parts[part], part)
    ours = assembly.part_of("numbering")
    root = None if ours is None else parse_xml(assembly.content(ours), ours)
    lists, definitions = _shift(root, "num", "numId"), _shift(root, "abstractNum", "abstractNumId")
    _renumber(theirs, other, styles, lists, definitions)
    for content in (other.root, *other.note_roots.values(), *_added(styles, other)):
        _renumber_uses(content, lists)
    if ours is None or root is None:
        assembly.add_part(_PART, "numbering", _TYPE, xml_bytes(theirs))
        return
    _join(root, theirs)
    assembly.set_content(ours, xml_bytes(root))


def _shift(root: Element | None, name: str, identity: str) -> int:
    """How far ids must move to be free."""
    if root is None:
        return 0
    return 1 + max((int(attribute(own, identity) or 0) for own in root.iterchildren(w(name))), default=0)


def _renumber(
    theirs: Element, other: DocxTemplate, styles: MergedStyles, lists: int, definitions: int
) -> None:
    # Pictures of bullets are the base's only.
    etree.strip_elements(theirs, w("numPicBullet"), w("lvlPicBulletId"), with_tail=False)
    for definition in theirs.iterchildren(w("abstractNum")):
        _move(definition, "abstractNumId", definitions)
        for own in definition.iter(w("nsid")):
            # Word takes lists of one nsid for one list, and twins are often made from one file.
            said = f"{attribute(own, 'val')} {other.language}"
            own.set(w("val"), hashlib.sha256(said.encode()).hexdigest()[:8].upper())
        for named in definition.iter(*_STYLE_REFERENCES):
            own_id = attribute(named, "val") or ""
            named.set(w("val"), styles.ids.get((other.language, own_id), own_id))
    for own in theirs.iterchildren(w("num")):
        _move(own, "numId", lists)
        for named in own.iterchildren(w("abstractNumId")):
            _move(named, "val", definitions)


def _move(element: Element, name: str, by: int) -> None:
    element.set(w(name), str(int(attribute(element, name) or 0) + by))


def _added(styles: MergedStyles, other: DocxTemplate) -> Iterable[Element]:
    """The styles that came from the other template alone."""
    own = {styles.ids[other.language, identity] for name, identity in other.style_ids.items()}
    base = styles.base_ids
    return (
        style
        for style in styles.root.iterchildren(w("style"))
        if attribute(style, "styleId") in own and attribute(style, "styleId") not in base
    )


def _renumber_uses(content: Element, lists: int) -> None:
    for use in content.iter(w("numId")):
        if attribute(use, "val") not in (None, "0"):  # 0 takes the numbering of a style away
            _move(use, "val", lists)


def _join(root: Element, theirs: Element) -> None:
    """All definitions stand before all lists."""
    place = sum(child.tag in _BEFORE_NUM for child in root)
    for offset, definition in enumerate(theirs.findall(w("abstractNum"))):
        root.insert(place + offset, definition)
    last = max((root.index(own) for own in root.iterchildren(w("num"))), default=len(root) - 1)
    for offset, own in enumerate(theirs.findall(w("num")), start=1):
        root.insert(last + offset, own)
