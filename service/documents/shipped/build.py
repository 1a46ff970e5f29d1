"""Every shipped template, ready to be written to templates/."""

from collections.abc import Callable, Mapping

from service.core.languages import Language
from service.documents.shipped.talks_record import talks_record

_BUILDERS: Mapping[str, Callable[[Language], bytes]] = {"talks-record.docx": talks_record}


def build_templates() -> dict[str, bytes]:
    """Build all templates.

    Returns:
        Path below templates/ ("vi/talks-record.docx") to the file; the same bytes every time.
    """
    return {
        f"{language}/{name}": build(language) for name, build in _BUILDERS.items() for language in Language
    }
