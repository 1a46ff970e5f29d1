"""Names of WordprocessingML, and XML read without entities, networks or surprises."""

from typing import TypeAlias

from lxml import etree

from service.core.message import message
from service.documents.errors import CorruptXml, DoctypeFound

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element type no public name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """Qualify the name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def parse_xml(data: bytes, part: str) -> Element:
    """Parse one part of a package.

    Args:
        data: The part's bytes.
        part: Its name, for messages.

    Raises:
        PackageRefused: Not well formed, or it declares a document type (OOXML has none).
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CorruptXml(
            message("{part}: not well-formed XML: {problem}", part=part, problem=error.msg)
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        problem = message("declares a document type, which no Word file has; save it in Word again")
        raise DoctypeFound(message("{place}: {problem}", place=part, problem=problem))
    return root


def xml_bytes(root: Element) -> bytes:
    """Serialise a part as Word expects it."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def find_text(paragraph: Element) -> str:
    """The text of a paragraph's own runs, not of text boxes inside it."""
    return "".join(node.text or "" for node in own_texts(paragraph))


def own_texts(paragraph: Element) -> list[Element]:
    """The `w:t` of a paragraph, without those of paragraphs nested in it."""
    return [node for node in paragraph.iter(w("t")) if next(node.iterancestors(w("p"))) is paragraph]


def attribute(element: Element | None, name: str) -> str | None:
    """A `w:` attribute's value, or None."""
    return None if element is None else element.get(w(name))
