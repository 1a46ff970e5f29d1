"""Namespaces of a DOCX file, and the tags that several rules name."""

from service.documents.ooxml import RELS, TYPES, W14, R, W, w

__all__ = ["W14", "R", "W", "w"]

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"
RELATIONSHIPS = RELS
CONTENT_TYPES = TYPES


def local_name(tag: str) -> str:
    """Return the name without its namespace.

    Args:
        tag: A name as lxml spells it.
    """
    return tag.rpartition("}")[2]


BODY = w("body")
P = w("p")
R_RUN = w("r")
SECT_PR = w("sectPr")
STYLE = w("style")
T = w("t")
TBL = w("tbl")
TC = w("tc")
TR = w("tr")
VAL = w("val")
