"""A compiled document: all that filling a paper needs of its templates, and nothing that reading them did."""

import marshal
import struct
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from isal import isal_zlib

from service.core.message import message
from service.documents.compiled import CompiledPart
from service.documents.errors import PartTooLarge, TemplateError
from service.documents.filling import Facts, Filler
from service.documents.limits import MAX_INFLATED
from service.documents.package import file_order
from service.documents.packing import PackedPart, pack_part, pack_pieces, write_parts
from service.documents.properties import CORE, CUSTOM, DraftProperties, property_parts

# What marshal writes is read by the very same Python only.
_MARK = f"bienban {sys.implementation.cache_tag} {sys.hexversion:08x}\n".encode()
_HEAD = struct.Struct(f"<{len(_MARK)}sL")


class NotCompiled(Exception):
    """What should be a compiled document is none that this Python can use; compile it again."""


class NotesPart(NamedTuple):
    """A part of footnotes or endnotes.

    Attributes:
        name: Its name in the package.
        head: Its XML before the notes, the lines that part notes from the text among it.
        tail: Its XML behind them.
    """

    name: str
    head: bytes
    tail: bytes


class CompiledDocument:
    """Templates compiled for one layout, original and name order; filled as often as wanted."""

    def __init__(
        self,
        name: str,
        fixed: Mapping[str, PackedPart],
        filled: Mapping[str, CompiledPart],
        notes: Mapping[str, NotesPart],
    ) -> None:
        """Hold what compiling has made.

        Args:
            name: The templates' common file name, for messages.
            fixed: Parts that are the same in every draft.
            filled: Parts with tags, in the order in which they are filled.
            notes: The parts that take the notes of the others, by kind.
        """
        self._name = name
        self._fixed = fixed
        self._filled = filled
        self._notes = notes
        names = [*fixed, *filled, *(own.name for own in notes.values()), CORE, CUSTOM]
        self._order = sorted(names, key=file_order)

    def fill(self, facts: Facts, properties: DraftProperties) -> bytes:
        """Fill the templates into one DOCX.

        Args:
            facts: What the tags speak of, in each language.
            properties: What the file says of itself.

        Returns:
            The file; the same facts and properties give the same bytes.

        Raises:
            TemplateError: A tag does not fit the facts; with file, part, paragraph and tag.
        """
        filler = Filler(facts)
        parts = dict(self._fixed)
        try:
            for name, part in self._filled.items():
                parts[name] = pack_pieces(name, filler.fill(part))
        except PartTooLarge:
            most = MAX_INFLATED // 1024 // 1024
            raise TemplateError(
                message("{file}: filled, it would be larger than {most} MiB", file=self._name, most=most)
            ) from None
        for kind, own in self._notes.items():
            parts[own.name] = pack_part(own.name, b"".join((own.head, *filler.notes.get(kind, ()), own.tail)))
        for name, content in property_parts(properties).items():
            parts[name] = pack_part(name, content)
        return write_parts(parts[name] for name in self._order)

    def dump(self) -> bytes:
        """Write it down for processes that fill and need not compile (`load_document`).

        Returns:
            Bytes that hold code: they are to be kept where nobody but the program's own user writes.
        """
        filled = {name: part.plain() for name, part in self._filled.items()}
        groups: Any = (self._fixed, filled, self._notes)
        data = marshal.dumps((self._name, *({key: tuple(own) for key, own in one.items()} for one in groups)))
        return _HEAD.pack(_MARK, isal_zlib.crc32(data)) + data


def load_document(data: bytes) -> CompiledDocument:
    """Read what `CompiledDocument.dump` wrote down.

    Args:
        data: From a place where nobody but the program's own user writes.

    Raises:
        NotCompiled: Written by another Python, or damaged.
    """
    if len(data) < _HEAD.size:
        raise NotCompiled
    mark, checksum = _HEAD.unpack_from(data)
    rest = memoryview(data)[_HEAD.size :]
    if mark != _MARK or isal_zlib.crc32(rest) != checksum:
        raise NotCompiled
    name, fixed, filled, notes = marshal.loads(rest)  # noqa: S302 - see data
    return CompiledDocument(
        name,
        {key: PackedPart(*own) for key, own in fixed.items()},
        {key: CompiledPart.of_plain(*own) for key, own in filled.items()},
        {key: NotesPart(*own) for key, own in notes.items()},
    )
