"""The glossary's version."""

from service.actions.work import Work
from service.glossary.store.versions import current_version


def newest_version(work: Work) -> int:
    """The newest version of the glossary."""
    return current_version(work.session)
