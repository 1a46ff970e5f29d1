"""What is wrong with a template or with filling it, always with file, part, paragraph and tag."""

from service.core.message import BienbanError


class TemplateError(BienbanError):
    """A template cannot be used, or its tags do not fit the facts."""


class TwinMismatch(TemplateError):
    """The Vietnamese and the Chinese template of one document type part ways."""


class PartTooLarge(Exception):
    """A part would be printed larger than any reader takes; its name stands behind it."""


class PackageRefused(TemplateError):
    """A file is no package this program opens: damaged, oversized, encrypted or unsafe."""
