"""What Word notes for itself and for its users, taken out of a template's part before its tags are read."""

from collections.abc import Sequence

from lxml import etree

from service.core.languages import Language
from service.core.message import message
from service.documents.errors import TemplateError
from service.documents.ooxml import W14, WP14, Element, find_text, w
from service.documents.tags import TagReader

# Repeated by a loop, some of it (paragraph ids, bookmarks) breaks the file; some bears names of people.
_BOOKKEEPING = (
    *("bookmarkEnd", "bookmarkStart", "commentRangeEnd", "commentRangeStart", "lastRenderedPageBreak"),
    *("permEnd", "permStart", "printerSettings", "proofErr"),
)
_REVISION_MARK = w("rsid")
_EDIT_IDS = frozenset((f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{WP14}}}anchorId", f"{{{WP14}}}editId"))

# Tracked changes, as their acceptance leaves them: an insertion stays, what was deleted goes.
_INSERTED = tuple(map(w, ("ins", "moveTo")))
_DELETED = tuple(map(w, ("del", "moveFrom")))
_PROPERTIES = frozenset(map(w, ("rPr", "trPr")))
_FORMER = (
    *("pPrChange", "rPrChange", "sectPrChange", "numberingChange", "tblPrChange", "tblGridChange"),
    *("tcPrChange", "trPrChange", "tblPrExChange", "moveFromRangeStart", "moveFromRangeEnd"),
    *("moveToRangeStart", "moveToRangeEnd"),
)
# Wrappers around text; what they bind it to stays behind, and an id of a control repeats with its loop.
_WRAPPERS = tuple(map(w, ("sdt", "sdtContent", "smartTag", "customXml")))
_OF_WRAPPERS = tuple(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))
_CELLS = tuple(map(w, ("cellDel", "cellIns", "cellMerge")))


def clean_part(root: Element, language: Language, reader: TagReader) -> None:
    """Take out bookkeeping, comments, tracked changes and controls; hint Chinese runs.

    Args:
        root: The part's root, changed in place.
        language: The language of its text.
        reader: The reader of its tags, which knows its name.

    Raises:
        TemplateError: It holds deleted paragraphs, rows or cells, which only Word can take out rightly.
    """
    for reference in list(root.iter(w("commentReference"))):
        _remove_run(reference)
    etree.strip_elements(root, *map(w, (*_BOOKKEEPING, *_FORMER)), with_tail=False)
    _accept_changes(root, reader)
    etree.strip_elements(root, *_OF_WRAPPERS, with_tail=False)
    _unwrap(root, _WRAPPERS)
    for node in root.iter(etree.Element):
        for name in list(node.attrib):
            if name in _EDIT_IDS or str(name).startswith(_REVISION_MARK):
                del node.attrib[name]
    if language is Language.ZH:
        for run in root.iter(w("r")):
            _hint_east_asian(run)


def _accept_changes(root: Element, reader: TagReader) -> None:
    for number, paragraph in enumerate(root.iter(w("p")), start=1):
        row = next(paragraph.iterancestors(w("tr")), None)
        if any(map(_is_gone, paragraph.iter(*_DELETED))) or (row is not None and _loses_cells(row)):
            raise TemplateError(
                message(
                    "{place}: holds tracked changes; accept or reject them in Word first",
                    place=reader.place(number, find_text(paragraph)),
                )
            )
    etree.strip_elements(root, *_DELETED, with_tail=False)
    _unwrap(root, _INSERTED)


def _unwrap(root: Element, tags: Sequence[str]) -> None:
    """Leave what some elements hold in their place."""
    for node in list(root.iter(*tags)):
        parent = node.getparent()
        if parent is not None:
            for child in list(node):
                node.addprevious(child)
            parent.remove(node)


def _is_gone(node: Element) -> bool:
    """Whether a deletion is that of a whole paragraph or row."""
    parent = node.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _loses_cells(row: Element) -> bool:
    properties = row.iterfind(f"{w('trPr')}/{w('del')}")
    return next(properties, None) is not None or next(row.iter(*_CELLS), None) is not None


def _remove_run(node: Element) -> None:
    """Remove what stands in a run of its own, with the run."""
    run = node.getparent()
    if run is None:
        return
    run.remove(node)
    parent = run.getparent()
    if parent is not None and all(own.tag == w("rPr") for own in run):
        parent.remove(run)


def _hint_east_asian(run: Element) -> None:
    """Without the hint Word draws “ ” — … · of a Chinese text in the Latin face."""
    properties = run.find(w("rPr"))
    if properties is None:
        properties = etree.Element(w("rPr"))
        run.insert(0, properties)
    fonts = properties.find(w("rFonts"))
    if fonts is None:
        fonts = etree.Element(w("rFonts"))
        properties.insert(1 if properties.find(w("rStyle")) is not None else 0, fonts)
    fonts.set(w("hint"), "eastAsia")
