"""Records of one item, checked with the shipped glossary."""

from datetime import date
from functools import cache

from samples import SMALL, changed, read
from service.actions.check_record import check_record
from service.actions.workshop import open_termbase
from service.checks.reading import GlossaryReader
from service.core.finding import Finding
from service.settings import Settings

DAY = date(2023, 12, 26)


@cache
def reader() -> GlossaryReader:
    return GlossaryReader(open_termbase(Settings()))


def findings(text: str, as_of: date | None = None) -> tuple[Finding, ...]:
    """Everything the checks say of a record."""
    return check_record(read(text), reader(), str, as_of)


def item(
    vi: str | None, zh: str | None = None, *, stance: str = "agreed", more: str = "", text: str = SMALL
) -> str:
    """The small record with the texts of its one item, and further items."""
    texts = [f'        {key}: "{one}"\n' for key, one in (("vi", vi), ("zh", zh)) if one is not None]
    body = changed("        vi: Hai bên nhất trí.\n        zh: 双方一致同意。\n", "".join(texts) + more, text)
    return body.replace("stance: agreed", f"stance: {stance}", 1)


def codes(text: str, code: str, as_of: date | None = None) -> list[Finding]:
    """The findings of one kind."""
    return [one for one in findings(text, as_of) if one.code == code]
