"""The answers to a query in parts, the nearest first: a first page needs only the parts that fill it."""

from enum import StrEnum
from math import isqrt
from typing import NamedTuple

from service.core.languages import Language
from service.glossary.queries import Query
from service.glossary.query_writing import LONGEST_COUNTED, Band


class Near(StrEnum):
    """How near a term is to what was typed: FIRST are those that are named or begin so."""

    FIRST = "first"
    NAMED = "named"
    BEGINS = "begins"
    HOLDS = "holds"


class Part(NamedTuple):
    """Terms that answer a query and stand before all that later parts hold.

    Attributes:
        near: How near they are.
        band: Their lengths; None: all.
    """

    near: Near
    band: Band | None = None


def is_foreign_last(query: Query) -> bool:
    """Whether Chinese terms that only hold what was typed stand behind all Vietnamese ones.

    Letters are a Vietnamese word before they are pinyin.
    """
    return query.plain[0].startswith("v")


def parts_of(part: Part, query: Query) -> list[Part]:
    """What a part falls into, in order; nothing where all of it stands equally near."""
    near, band = part
    if near is Near.FIRST:
        return [Part(Near.NAMED), *parts_of(Part(Near.BEGINS), query)]
    if near is Near.NAMED:
        return []
    languages, shortest, longest = band or Band(tuple(Language), 1, LONGEST_COUNTED)
    if near is Near.HOLDS and len(languages) > 1 and is_foreign_last(query):
        return [Part(near, Band((language,), shortest, longest)) for language in (Language.VI, Language.ZH)]
    if shortest == longest:
        return []
    middle = isqrt(shortest * longest)  # short terms are many
    return [Part(near, Band(languages, *ends)) for ends in ((shortest, middle), (middle + 1, longest))]
