"""What is wrong with a template or with filling it, always with file, part, paragraph and tag.

Each kind bears a stable `code`, which programs read; people read the message.
"""

from typing import ClassVar

from service.core.message import BienbanError


class TemplateError(BienbanError):
    """A template cannot be used, or its tags do not fit the facts."""

    code: ClassVar[str] = "template_error"


class TemplateForbidden(TemplateError):
    """A tag computes what the allow-list does not hold."""

    code = "template_forbidden"


class TagNotAllowed(TemplateError):
    """A statement that no template may hold, such as `include`."""

    code = "template_tag_not_allowed"


class TemplateTooComplex(TemplateError):
    """Too many tags, too long ones, or nested too deep."""

    code = "template_too_complex"


class TagUnreadable(TemplateError):
    """What stands in a tag is no expression."""

    code = "template_unreadable"


class TagUnclosed(TemplateError):
    """A tag, or what it begins, has no end in the same place, or an end no beginning."""

    code = "template_unclosed"


class RenderLimit(TemplateError):
    """Filling a template would take more than a paper can need."""

    code = "render_limit"


class UnknownName(TemplateError):
    """A tag speaks of a name that the facts do not have."""

    code = "unknown_name"


class TwinMismatch(TemplateError):
    """The Vietnamese and the Chinese template of one document type part ways."""

    code = "templates_part_ways"


class PartTooLarge(Exception):
    """A part would be printed larger than any reader takes; its name stands behind it."""


class PackageRefused(TemplateError):
    """A file is no package this program opens: damaged, oversized, encrypted or unsafe."""

    code = "corrupt"


class EmptyFile(PackageRefused):
    """A file without a byte in it."""

    code = "empty_file"


class NotWord(PackageRefused):
    """A file that is no Word document, or not one in the form of a .docx."""

    code = "not_docx"


class Encrypted(PackageRefused):
    """A part, or the whole file, is protected by a password."""

    code = "encrypted"


class TooManyParts(PackageRefused):
    """More parts than a document has."""

    code = "too_many_parts"


class UnsafeName(PackageRefused):
    """A part's name leads out of the package, hides something, or stands twice."""

    code = "unsafe_name"


class TooLarge(PackageRefused):
    """The file, one of its parts or all of them unpacked are larger than a document can be."""

    code = "too_large_unpacked"


class PictureTooLarge(PackageRefused):
    """A picture says that it is larger than any paper needs; nobody has decoded it."""

    code = "image_too_large"


class ActiveContent(PackageRefused):
    """The file holds, or fetches, what acts by itself: macros, objects, links to other files."""

    code = "active_content"


class SignedFile(PackageRefused):
    """The file is digitally signed; filling it would break the signature."""

    code = "signed_document"


class DoctypeFound(PackageRefused):
    """A part declares a document type, which no Word file has."""

    code = "dtd_not_allowed"


class CorruptXml(PackageRefused):
    """A part is not well-formed XML in UTF-8 or UTF-16."""

    code = "corrupt_xml"


class TooManyElements(PackageRefused):
    """More elements, or more attributes, than a document has."""

    code = "too_many_elements"


class TooDeep(PackageRefused):
    """Elements nested deeper than a document has them."""

    code = "too_deep"


class TextTooLong(PackageRefused):
    """One text longer than any paper."""

    code = "text_too_long"
