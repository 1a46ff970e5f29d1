"""The terms of one language of a TBX entry, put where the glossary has them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.core.languages import Language, Side
from service.exchange.incoming import Value
from service.exchange.tbx_categories import ABBREVIATIONS, SHORT_FORMS, VARIANT, Status


@dataclass(frozen=True)
class FoundTerm:
    """A term as a TBX file has it.

    Attributes:
        text: The term.
        status: How it may be used, None where the file does not say.
        term_type: Its termType, in lower case; empty where there is none.
        side: The side in whose texts it stands.
        reading: How it is read.
        is_traditional: Chinese in Traditional characters.
    """

    text: str
    status: Status | None = None
    term_type: str = ""
    side: Side | None = None
    reading: str = ""
    is_traditional: bool = False

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is an abbreviation, which never stands for the whole name where there is one."""
        return self.term_type in ABBREVIATIONS

    @property
    def is_search_only(self) -> bool:
        """Whether it is there to be found by and not to be printed."""
        return self.is_traditional or (self.term_type == VARIANT and self.status is None)


def sort_terms(language: Language, found: Iterable[FoundTerm]) -> dict[str, Value]:
    """Sort terms into the fields of a language.

    Forbidden terms are forbidden first of all. The preferred one is the first that says so, then the first
    that may be: without a status, admitted, an abbreviation. What is preferred beside it is admitted.

    Returns:
        Field key (`vi.preferred`) to value; nothing for fields without a term.
    """
    terms = tuple(found)
    preferred = _find_preferred(terms)
    single: dict[str, str] = {}
    lists: dict[str, list[str]] = defaultdict(list)
    for term in terms:
        if term is preferred:
            single |= {"preferred": term.text, "reading": term.reading}
            continue
        name = _field(term, single)
        if name in ("short", *Side):
            single[name] = term.text
        else:
            lists[name].append(term.text)
    _drop_known(terms, single, lists)
    values: Mapping[str, Value] = {**single, **{name: tuple(texts) for name, texts in lists.items()}}
    return {f"{language}.{name}": value for name, value in values.items() if value}


def _find_preferred(terms: Iterable[FoundTerm]) -> FoundTerm | None:
    usable = [term for term in terms if term.status is not Status.DEPRECATED and not term.is_search_only]
    ranks = sorted(usable, key=_rank)  # stable: the file's order decides between equals
    return ranks[0] if ranks else None


def _rank(term: FoundTerm) -> tuple[bool, bool, int, bool]:
    said = {Status.PREFERRED: 0, None: 1}.get(term.status, 2)
    return term.is_abbreviation, term.side is not None and said > 0, said, term.term_type in SHORT_FORMS


def _field(term: FoundTerm, single: Mapping[str, str]) -> str:
    if term.status is Status.DEPRECATED:
        return "deprecated"
    if term.is_search_only:
        return "search"
    if term.is_abbreviation:
        return "abbreviations"
    if term.side is not None and term.side not in single:
        return term.side.value
    if term.term_type in SHORT_FORMS and "short" not in single:
        return "short"
    return "admitted"


def _drop_known(terms: Iterable[FoundTerm], single: Mapping[str, str], lists: dict[str, list[str]]) -> None:
    """A Traditional form that is written like a Simplified one says nothing new."""
    known = {term.text for term in terms if not term.is_traditional} | set(single.values())
    traditional = {term.text for term in terms if term.is_traditional}
    lists["search"] = [text for text in lists["search"] if text not in known & traditional]
