"""Attacks on the XML of a document; the table of ids, files and codes."""

from attacks.container import Table
from attacks.files import MEBIBYTE, NOISE, body, changed, document, parts_of, png, with_entries
from documents.building import DOCUMENT
from service.documents.package import write_package

_TEXT = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
_TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


def _declared(encoding: str) -> str:
    return body("<w:p/>", f'<?xml version="1.0" encoding="{encoding}"?>')


def _noisy(xml: str) -> bytes:
    """Make a document of some 90 KB, which deflate has packed no more than two hundred times."""
    return write_package(parts_of() | {DOCUMENT: xml.encode(), "word/media/b.png": png(9, 9) + NOISE})


def _attributes(count: int) -> str:
    return " ".join(f"a{number}='1'" for number in range(count))


MARKUP: Table = {
    "DX-DOCX-01 an entity that reads a file": (
        "dtd_not_allowed",
        lambda: document(body(_TEXT, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    ),
    "DX-DOCX-02 a document type from the network": (
        "dtd_not_allowed",
        lambda: document(body("<w:p/>", '<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd">')),
    ),
    "DX-DOCX-02 a parameter entity": (
        "dtd_not_allowed",
        lambda: document(body("<w:p/>", '<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]>')),
    ),
    "DX-DOCX-03 an entity used as text": (
        "dtd_not_allowed",
        lambda: document(body(_TEXT, '<!DOCTYPE d [<!ENTITY x "nội dung">]>')),
    ),
    "DX-DOCX-03 entities in entities": (
        "dtd_not_allowed",
        lambda: document(
            body(_TEXT, '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">]>')
        ),
    ),
    "DX-DOCX-03 a document type in UTF-16": (
        "dtd_not_allowed",
        lambda: document(body("<w:p/>", "<!DOCTYPE d>"), "utf-16"),
    ),
    "DX-DOCX-03 a document type in a part nobody reads": (
        "dtd_not_allowed",
        lambda: changed("customXml/item1.xml", b"<!DOCTYPE a><a/>"),
    ),
    "DX-DOCX-03 an entity that nobody declares": ("corrupt_xml", lambda: document(body(_TEXT))),
    "DX-DOCX-05 100,000 tables": ("too_many_elements", lambda: _noisy(body(_TABLE * 100_000))),
    "DX-DOCX-05 100,000 empty tables": ("too_many_elements", lambda: document(body("<w:tbl/>" * 100_000))),
    "DX-DOCX-05 500,000 paragraphs": ("too_many_elements", lambda: _noisy(body("<w:p/>" * 500_000))),
    "DX-DOCX-05 paragraphs in several parts": (
        "too_many_elements",
        lambda: with_entries(
            *((f"word/{name}.xml", b"<a>" + b"<p/>" * 60_000 + b"</a>") for name in ("a", "b"))
        ),
    ),
    "DX-DOCX-05 500,000 attributes": (
        "too_many_elements",
        lambda: document(body(f"<w:p {_attributes(500_000)}/>")),
    ),
    "DX-DOCX-06 depth 300": (
        "too_deep",
        lambda: document(body("<w:ins>" * 300 + "</w:ins>" * 300)),
    ),
    "DX-DOCX-06 depth 100,000": ("too_deep", lambda: document(body("<w:ins>" * 100_000))),
    "DX-DOCX-07 one text of 14 MB": (
        "text_too_long",
        lambda: _noisy(body(f"<w:p><w:r><w:t>{'Hà Giang ' * 1_300_000}</w:t></w:r></w:p>")),
    ),
    "DX-DOCX-07 one text of 20 MB": (
        "too_large_unpacked",
        lambda: document(body(f"<w:p><w:r><w:t>{'x' * 20 * MEBIBYTE}</w:t></w:r></w:p>")),
    ),
    "DX-DOCX-08 UTF-7": ("corrupt_xml", lambda: document(_declared("UTF-7"))),
    "DX-DOCX-08 GB18030 by its name": ("corrupt_xml", lambda: document(_declared("GB18030"), "gb18030")),
    "DX-DOCX-08 UTF-16 that calls itself UTF-8": (
        "corrupt_xml",
        lambda: document(_declared("UTF-8"), "utf-16"),
    ),
    "DX-DOCX-08 UTF-8 that calls itself UTF-16": ("corrupt_xml", lambda: document(_declared("UTF-16"))),
    "DX-DOCX-08 Latin-1 without a name": (
        "corrupt_xml",
        lambda: document(body("<w:p><w:r><w:t>ñ</w:t></w:r></w:p>"), "latin-1"),
    ),
    "DX-DOCX-09 NUL": ("corrupt_xml", lambda: document(body("<w:p>\0</w:p>"))),
    "DX-DOCX-09 a control character": ("corrupt_xml", lambda: document(body("<w:p>\x01</w:p>"))),
    "DX-DOCX-09 a reference to one": ("corrupt_xml", lambda: document(body("<w:p>&#1;</w:p>"))),
    "DX-DOCX-09 half a part": ("corrupt_xml", lambda: document(body("<w:p/>")[:-20])),
}
