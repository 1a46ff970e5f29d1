"""What a drafted file says of itself: title, draft id, as-of day; nothing of who edited the template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

CORE = "docProps/core.xml"
APP = "docProps/app.xml"
CUSTOM = "docProps/custom.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the format of custom properties, ECMA-376 part 1, 22.3.2

# The ready-made escapes bring half the network modules along, or all names of HTML.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

PROPERTY_KINDS = {
    CORE: ("application/vnd.openxmlformats-package.core-properties+xml", _CORE_RELATION),
    APP: (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{_OFFICE}/relationships/extended-properties",
    ),
    CUSTOM: (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        f"{_OFFICE}/relationships/custom-properties",
    ),
}
"""Each property part's content type, and the relationship by which a package points at it."""


@dataclass(frozen=True)
class DraftProperties:
    """What made a draft.

    Attributes:
        title: The paper's title, in the language of the original.
        language: Its language tag, vi-VN or zh-CN.
        as_of: The day its names are right for; the file's dates are this day too, so bytes repeat.
        custom: Further properties by name, such as the draft id; re-import finds a draft by them.
    """

    title: str
    language: str
    as_of: date
    custom: Mapping[str, str]


def property_parts(properties: DraftProperties) -> dict[str, bytes]:
    """Write the property parts of a draft that tell of it; that of the program is the same in all."""
    return {CORE: _core(properties), CUSTOM: _custom(properties.custom)}


def _core(properties: DraftProperties) -> bytes:
    day = f"{properties.as_of.isoformat()}T00:00:00Z"
    date_type = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_CORE_NAMESPACE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_escape(properties.title)}</dc:title><dc:creator>Bienban</dc:creator>"
        f"<dc:language>{properties.language}</dc:language>"
        f"<dcterms:created {date_type}>{day}</dcterms:created>"
        f"<dcterms:modified {date_type}>{day}</dcterms:modified></cp:coreProperties>"
    ).encode()


def program_part() -> bytes:
    """Write the property part that names the program."""
    namespace = f"{_OFFICE}/extended-properties"
    return f'{_XML}<Properties xmlns="{namespace}"><Application>Bienban</Application></Properties>'.encode()


def _custom(custom: Mapping[str, str]) -> bytes:
    # Property ids begin at 2: 0 and 1 are reserved (ECMA-376 part 1, 22.3.2.2).
    entries = "".join(
        f'<property fmtid="{_FMTID}" pid="{pid}" name="{_escape(name)}">'
        f"<vt:lpwstr>{_escape(value)}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(custom.items(), start=2)
    )
    start = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
    return f"{_XML}{start}{entries}</Properties>".encode()


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)
