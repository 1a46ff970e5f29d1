"""The one gate: every DOCX from outside passes it before anything in it is parsed."""

from service.documents.container import unpack
from service.documents.contents import check_contents, is_xml
from service.documents.scanning import MAX_ELEMENTS, Budget, scan_part

_KEPT_DATA = "customxml/"  # of other programs; never shown, never run


def open_docx(data: bytes, file: str, most_elements: int = MAX_ELEMENTS) -> dict[str, bytes]:
    """Open a DOCX from outside.

    Args:
        data: The file.
        file: Its name, for messages.
        most_elements: Of all its XML together; a draft of a long meeting has more than any template.

    Returns:
        Part name to content, in the file's order. The parts are those of a Word document; their XML is well
        formed, within limits, without document types, and nothing in them acts by itself or lies outside.

    Raises:
        PackageRefused: With one of its kinds and a stable code; where, and what to do.
    """
    parts = unpack(data, file)
    budget = Budget(most_elements)
    for part in filter(is_xml, parts):
        scan_part(parts[part], f"{file}, {part}", budget, acts=not part.lower().startswith(_KEPT_DATA))
    check_contents(parts, file)
    return parts
