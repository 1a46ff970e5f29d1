"""The look of a tag's run as XML, computed once when its template is compiled."""

from copy import deepcopy

from lxml import etree

from service.documents.ooxml import Element, W, w
from service.documents.runs import TEXT_START


def start_run(properties: Element | None) -> bytes:
    """How a run with properties, that begins with a text, begins."""
    return f"<w:r>{_serialise(properties)}".encode() + TEXT_START


def start_gap(properties: Element | None, style: str | None) -> bytes:
    """How the run of a gap begins.

    Args:
        properties: The `w:rPr` of its tag's run.
        style: Id of the character style that marks gaps, None to print them unmarked.
    """
    return start_run(properties if style is None else _with_style(properties, style))


def _with_style(properties: Element | None, style: str) -> Element:
    copy = etree.Element(w("rPr")) if properties is None else deepcopy(properties)
    for own in copy.findall(w("rStyle")):
        copy.remove(own)
    named = etree.Element(w("rStyle"))
    named.set(w("val"), style)
    copy.insert(0, named)
    return copy


def _serialise(properties: Element | None) -> str:
    """Serialise run properties without the declarations that the part's root makes."""
    if properties is None or not len(properties):
        return ""
    bare = etree.Element(w("rPr"), nsmap={"w": W})
    bare.extend(deepcopy(child) for child in properties if child.tag.startswith(f"{{{W}}}"))
    etree.cleanup_namespaces(bare, top_nsmap={"w": W})
    return etree.tostring(bare, encoding="unicode").replace(f' xmlns:w="{W}"', "", 1)
