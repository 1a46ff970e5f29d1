"""What must be whole whatever the loops inside it print: cells, tables, notes; compiled templates call it."""

from collections.abc import Callable, Sequence

from service.documents.errors import PartTooLarge
from service.documents.limits import MAX_INFLATED

_EMPTY_PARAGRAPH = b"<w:p/>"


def join(pieces: Sequence[bytes]) -> bytes:
    """Pieces as one, unless loops made more of them than a part may hold."""
    if sum(map(len, pieces)) > MAX_INFLATED:
        raise PartTooLarge
    return b"".join(pieces)


def whole_cell(pieces: Sequence[bytes]) -> bytes:
    """What a cell, header or footer holds, ended by a paragraph: without one it is no Word file."""
    content = join(pieces)
    last = content[content.rfind(b"<") :]
    return content if last.startswith((b"</w:p>", b"<w:p/", b"<w:p ")) else content + _EMPTY_PARAGRAPH


def whole_table(pieces: Sequence[bytes]) -> bytes:
    """A table, or nothing where its loops print no row: without one it is no Word file."""
    table = join(pieces)
    return table if b"<w:tr>" in table or b"<w:tr " in table else b""


def take_note(
    pieces: Sequence[bytes], take: Callable[[bytes, str], bytes], kind: str, before: str, after: str
) -> bytes:
    """What stands in the text for a note: its reference; the note itself is taken away."""
    return before.encode() + take(join(pieces), kind) + after.encode()
