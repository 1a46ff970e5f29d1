"""Namespaces of a DOCX file, and the tags that several rules name."""

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def w(local: str) -> str:
    """Return a WordprocessingML name as lxml spells it.

    Args:
        local: The name without its prefix, such as `tbl`.
    """
    return f"{{{W}}}{local}"


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
