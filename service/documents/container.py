"""The zip that a DOCX is: its limits, and what is said to whoever uploads one that is refused."""

from service.core import containers
from service.core.containers import (
    ContainerDamaged,
    ContainerEncrypted,
    ContainerLimits,
    ContainerRefused,
    ContainerTooLarge,
    PartNameUnsafe,
    PartTooLarge,
    read_container,
)
from service.core.message import message
from service.documents.errors import (
    EmptyFile,
    Encrypted,
    NotWord,
    PackageRefused,
    PictureTooLarge,
    TooLarge,
    TooManyParts,
    UnsafeName,
)
from service.documents.limits import MAX_INFLATED

_MEBIBYTE = 1024 * 1024
MAX_FILE = 16 * _MEBIBYTE
MAX_ENTRIES = 2000
MAX_PART = 16 * _MEBIBYTE
MAX_PICTURE = 8 * _MEBIBYTE  # of a drawing, which is small where it is honest
MAX_RATIO = 200
RATIO_FLOOR = _MEBIBYTE  # small files may compress well

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"  # what Word writes where a file has a password
_LIMITS = ContainerLimits(
    entries=MAX_ENTRIES,
    inflated=MAX_INFLATED,
    ratio=MAX_RATIO,
    floor=RATIO_FLOOR,
    part=MAX_PART,
    by_end=dict.fromkeys((".emf", ".wmf", ".svg"), MAX_PICTURE),
)


def unpack(data: bytes, file: str) -> dict[str, bytes]:
    """Open a zip within the limits of a DOCX.

    Args:
        data: The file.
        file: Its name, for messages.

    Returns:
        Part name to content, in the file's order; folders are left out.

    Raises:
        PackageRefused: Not a zip, damaged, encrypted, too many or too large parts, unsafe or repeated names,
            anything before, between or behind the parts.
    """
    _check_outside(data, file)
    try:
        return read_container(data, file, _LIMITS)
    except ContainerRefused as error:
        raise _refusal(error, file) from None


def _check_outside(data: bytes, file: str) -> None:
    if not data:
        raise EmptyFile(message("{file}: empty; choose the file again", file=file))
    if len(data) > MAX_FILE:
        said = message(
            "{file}: larger than {most} MiB; make its pictures smaller", file=file, most=MAX_FILE // _MEBIBYTE
        )
        raise TooLarge(said)
    if data.startswith(_OLE):
        raise Encrypted(
            message("{file}: protected by a password, or in the old form .doc; save it as .docx", file=file)
        )
    if not data.startswith(_ZIP):
        raise NotWord(message("{file}: not a Word file (.docx)", file=file))


def _refusal(error: ContainerRefused, file: str) -> PackageRefused:
    """The word of this room for why a container is refused, and what to do."""
    if isinstance(error, PartTooLarge):
        said = message(
            "{file}, {part}: a picture of more than {most} MiB; use a smaller one",
            file=file,
            part=error.part,
            most=error.most // _MEBIBYTE,
        )
        return PictureTooLarge(said)
    if isinstance(error, containers.TooManyParts):
        said = message("{file}: more than {most} parts; save it in Word again", file=file, most=MAX_ENTRIES)
        return TooManyParts(said)
    if isinstance(error, ContainerTooLarge):
        return TooLarge(message("{file}: unpacks to more than a document can be; make it smaller", file=file))
    if isinstance(error, ContainerDamaged):
        said = message("{file}: damaged, it cannot be unpacked; save it in Word again", file=file)
        return PackageRefused(said)
    kinds = {ContainerEncrypted: Encrypted, PartNameUnsafe: UnsafeName}
    return kinds.get(type(error), PackageRefused)(*error.problems)
