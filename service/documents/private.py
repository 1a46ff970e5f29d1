"""What a template knows of those who made it, and no draft may: names, revisions, comments, paths, fonts."""

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from service.core.message import message
from service.documents.errors import PackageRefused
from service.documents.ooxml import RELS, TYPES, W14, Element, parse_xml, w, xml_bytes
from service.documents.package import CONTENT_TYPES

# Everything else that a Word file points at (comments, people, customXml, building blocks, embedded fonts,
# printers) is of use to those who edit it, not to those who read a paper. Properties are written anew.
_KEPT_RELATIONS = frozenset(
    (
        "chart",
        "chartcolorstyle",
        "chartstyle",
        "chartusershapes",
        "diagramcolors",
        "diagramdata",
        "diagramdrawing",
        "diagramlayout",
        "diagramquickstyle",
        "endnotes",
        "fonttable",
        "footer",
        "footnotes",
        "header",
        "hyperlink",
        "image",
        "numbering",
        "officedocument",
        "settings",
        "styles",
        "theme",
        "themeoverride",
    )
)
_DROPPED = (
    *map(
        w,
        (
            "attachedSchema",
            "attachedTemplate",
            "commentRangeEnd",
            "commentRangeStart",
            "docVars",
            "embedBold",
            "embedBoldItalic",
            "embedItalic",
            "embedRegular",
            "embedSystemFonts",
            "embedTrueTypeFonts",
            "printerSettings",
            "proofState",
            "rsid",
            "rsids",
            "saveSubsetFonts",
            "saveThroughXslt",
        ),
    ),
    f"{{{W14}}}docId",
    "{http://schemas.microsoft.com/office/word/2012/wordml}docId",
)
_DELETED = tuple(map(w, ("del", "moveFrom")))
_INSERTED = tuple(map(w, ("ins", "moveTo")))
_CHANGE_MARKS = tuple(
    map(
        w,
        (
            "cellDel",
            "cellIns",
            "cellMerge",
            "moveFromRangeEnd",
            "moveFromRangeStart",
            "moveToRangeEnd",
            "moveToRangeStart",
            "numberingChange",
            "pPrChange",
            "rPrChange",
            "sectPrChange",
            "tblGridChange",
            "tblPrChange",
            "tblPrExChange",
            "tcPrChange",
            "trPrChange",
        ),
    )
)
_REVISION = "rsid"
_PEOPLE = (w("author"), w("initials"))
_PATH_ATTRIBUTES = ("name", "descr", "title")


def without_private(parts: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    """Leave of a template what its drafts print, and nothing of those who edited it.

    Args:
        parts: Every part of the package, past the gate.
        file: Its name, for messages.

    Returns:
        The parts that the document leads to, in the file's order, their content types and relationships.
        Tracked changes are read as if they had been accepted; they name their authors.

    Raises:
        PackageRefused: A part that the document leads to is missing.
    """
    cleaned = {part: data if _is_picture(part) else _clean(data, part, file) for part, data in parts.items()}
    reached = {CONTENT_TYPES} | _reach(cleaned, file)
    kept = {part: data for part, data in cleaned.items() if part in reached}
    return kept | {CONTENT_TYPES: _content_types(kept)}


def _is_picture(part: str) -> bool:
    return not part.lower().endswith((".xml", ".rels"))


def _clean(data: bytes, part: str, file: str) -> bytes:
    root = parse_xml(data, f"{file}, {part}")
    if part.endswith(".rels"):
        return _kept_relations(root)
    if not part.startswith("word/") or part.startswith("word/comments"):
        return data
    before = etree.tostring(root)
    for node in list(root.iter(*_DROPPED)):
        _remove(node)
    for reference in list(root.iter(w("commentReference"), w("annotationRef"))):
        _remove(_run_of(reference))
    accept_changes(root)
    for node in root.iter():
        _clean_attributes(node)
    return data if etree.tostring(root) == before else xml_bytes(root)


def _kept_relations(root: Element) -> bytes:
    for relation in list(root.iter(f"{{{RELS}}}Relationship")):
        if posixpath.basename(relation.get("Type", "")).lower() not in _KEPT_RELATIONS:
            _remove(relation)
    return xml_bytes(root)


def _remove(node: Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _run_of(reference: Element) -> Element:
    """The run that holds nothing but a reference, or the reference."""
    run = reference.getparent()
    said = [] if run is None else [child for child in run if child.tag != w("rPr")]
    return run if run is not None and run.tag == w("r") and said == [reference] else reference


def _clean_attributes(node: Element) -> None:
    for name, value in list(node.attrib.items()):
        local = str(name).rpartition("}")[2]
        if local.startswith(_REVISION) or name in _PEOPLE:
            del node.attrib[name]
        elif local in _PATH_ATTRIBUTES and ("\\" in value or "://" in value):
            # Word names a picture after the file it came from, folders and user name included.
            node.set(name, posixpath.basename(str(value).replace("\\", "/")))


def accept_changes(root: Element) -> None:
    """Accept every tracked change in a part: what was inserted stays, what was deleted goes."""
    for node in list(root.iter(*_DELETED)):
        row = next(node.iterancestors(w("tr")), None) if _in_row_properties(node) else None
        _remove(node if row is None else row)
    for node in list(root.iter(*_INSERTED)):
        for child in list(node):
            node.addprevious(child)
        _remove(node)
    for node in list(root.iter(*_CHANGE_MARKS)):
        _remove(node)


def tracked_parts(parts: Mapping[str, bytes], file: str) -> list[str]:
    """The parts that hold tracked changes, of a package past the gate."""
    stories = (part for part in parts if part.startswith("word/") and part.endswith(".xml"))
    return [part for part in stories if _has_changes(parse_xml(parts[part], f"{file}, {part}"))]


def _has_changes(root: Element) -> bool:
    return next(root.iter(*_DELETED, *_INSERTED, *_CHANGE_MARKS), None) is not None


def _in_row_properties(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == w("trPr")


def _reach(parts: Mapping[str, bytes], file: str) -> set[str]:
    """The parts that relationships lead to, and the relationships' own parts."""
    reached: set[str] = set()
    todo = [""]
    while todo:
        source = todo.pop()
        rels = posixpath.join(posixpath.dirname(source), "_rels", f"{posixpath.basename(source)}.rels")
        if rels in parts and rels not in reached:
            targets = set(_targets(parts[rels], source, rels))
            for target in sorted(targets - set(parts)):
                said = message(
                    "{file}: damaged, {part} is missing; save it in Word again", file=file, part=target
                )
                raise PackageRefused(said)
            todo += targets - reached
            reached |= targets | {rels}
    return reached


def _targets(data: bytes, source: str, rels: str) -> Iterator[str]:
    for relation in parse_xml(data, rels).iter(f"{{{RELS}}}Relationship"):
        path = unquote(relation.get("Target", "").partition("#")[0])
        if not relation.get("Type", "").endswith("/hyperlink"):
            yield posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")


def _content_types(parts: Mapping[str, bytes]) -> bytes:
    root = parse_xml(parts[CONTENT_TYPES], CONTENT_TYPES)
    for override in list(root.iter(f"{{{TYPES}}}Override")):
        if override.get("PartName", "").lstrip("/") not in parts:
            _remove(override)
    return xml_bytes(root)
