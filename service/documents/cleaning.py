"""What Word notes for itself and for its users, taken out of a template's part before its tags are read."""

from collections.abc import Sequence

from lxml import etree

from service.core.languages import Language
from service.documents.ooxml import W14, WP14, Element, w

# Repeated by a loop, some of it (paragraph ids, bookmarks) breaks the file.
_BOOKKEEPING = (
    *("bookmarkEnd", "bookmarkStart", "lastRenderedPageBreak", "permEnd", "permStart", "proofErr"),
)
_REVISION_MARK = w("rsid")
_EDIT_IDS = frozenset((f"{{{W14}}}paraId", f"{{{W14}}}textId", f"{{{WP14}}}anchorId", f"{{{WP14}}}editId"))

# Wrappers around text; what they bind it to stays behind, and an id of a control repeats with its loop.
_WRAPPERS = tuple(map(w, ("sdt", "sdtContent", "smartTag", "customXml")))
_OF_WRAPPERS = tuple(map(w, ("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")))


def clean_part(root: Element, language: Language) -> None:
    """Take out bookkeeping and controls; hint Chinese runs. What is private is gone already (private.py).

    Args:
        root: The part's root, changed in place.
        language: The language of its text.
    """
    etree.strip_elements(root, *map(w, _BOOKKEEPING), with_tail=False)
    etree.strip_elements(root, *_OF_WRAPPERS, with_tail=False)
    _unwrap(root, _WRAPPERS)
    for node in root.iter(etree.Element):
        for name in list(node.attrib):
            if name in _EDIT_IDS or str(name).startswith(_REVISION_MARK):
                del node.attrib[name]
    if language is Language.ZH:
        for run in root.iter(w("r")):
            _hint_east_asian(run)


def _unwrap(root: Element, tags: Sequence[str]) -> None:
    """Leave what some elements hold in their place."""
    for node in list(root.iter(*tags)):
        parent = node.getparent()
        if parent is not None:
            for child in list(node):
                node.addprevious(child)
            parent.remove(node)


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
