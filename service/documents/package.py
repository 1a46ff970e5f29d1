"""DOCX packages written: the same parts give the same bytes. Reading one begins at the gate (gate.py)."""

from collections.abc import Mapping

from service.documents.packing import pack_part, write_parts

CONTENT_TYPES = "[Content_Types].xml"


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts so that the same parts give the same bytes.

    Args:
        parts: Part name to content; the content types stand first, the rest by name.
    """
    return write_parts(pack_part(part, parts[part]) for part in sorted(parts, key=file_order))


def file_order(part: str) -> tuple[bool, str]:
    """Where a part stands in a file: the content types first, as readers expect them, the rest by name."""
    return part != CONTENT_TYPES, part
