"""DOCX packages written: parts to bytes that are the same every time (gate.py reads them)."""

import io
import zipfile
from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"

_EPOCH = (1980, 1, 1, 0, 0, 0)  # zip knows no earlier day; every entry bears it, so bytes repeat
_UNIX = 3
_MODE = 0o644 << 16


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts so that the same parts give the same bytes.

    Args:
        parts: Part name to content; the content types stand first, the rest by name.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for part in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            entry = zipfile.ZipInfo(part, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, parts[part])
    return stream.getvalue()
