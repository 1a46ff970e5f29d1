"""Why a name does not resolve, in words that help to mend it."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from service.core.message import Message, message
from service.core.text import fold_term
from service.glossary.concepts import Category, Concept, Termbase
from service.language.positions import fill_pattern


def ambiguous(text: str, ids: Iterable[str]) -> Message:
    """More than one concept answers on the day."""
    return message(
        "“{text}” names more than one thing in the glossary: {ids}; write it in full",
        text=text,
        ids=", ".join(sorted(ids)),
    )


def out_of_validity(text: str, concept: Concept, as_of: date, termbase: Termbase) -> Message:
    """A concept answers, but not on the day."""
    name = _bare(concept)
    first, last = concept.validity.first, concept.validity.last
    if last is None or as_of <= last:
        return message(
            "“{text}” is not yet right on {day}: {name} is valid from {first}",
            text=text,
            day=as_of,
            name=name,
            first=first,
        )
    if concept.successor is None:
        return message(
            "“{text}” is no longer right on {day}: {name} was valid until {last}",
            text=text,
            day=as_of,
            name=name,
            last=last,
        )
    return message(
        "“{text}” is no longer right on {day}: {name} was valid until {last}; its successor is {successor}",
        text=text,
        day=as_of,
        name=name,
        last=last,
        successor=_bare(termbase.by_id[concept.successor]),
    )


def unknown(text: str, forms: Iterable[str], termbase: Termbase) -> Message:
    """Nothing answers: name the right form of a wrong one, or the nearest known name."""
    folded = fold_term(text)
    wrong = _wrong_form(folded, termbase)
    if wrong is not None:
        return wrong
    close = get_close_matches(folded, {fold_term(form): None for form in forms}, n=1, cutoff=0.6)
    if close:
        nearest = next(form for form in forms if fold_term(form) == close[0])
        return message(
            "“{text}” is not in the glossary; the nearest name is “{nearest}”. "
            "A name the glossary lacks is written {{vi: …, zh: …}}",
            text=text,
            nearest=nearest,
        )
    return message(
        "“{text}” is not in the glossary; a name the glossary lacks is written {{vi: …, zh: …}}", text=text
    )


def _wrong_form(folded: str, termbase: Termbase) -> Message | None:
    """The right form of a wrong one that a text is or, of a place or institution, has inside."""
    for concept in termbase.concepts:
        composed = concept.category in (Category.PLACE, Category.INSTITUTION)
        for terms in (concept.vi, concept.zh):
            for wrong in terms.deprecated:
                if folded == fold_term(wrong) or (composed and fold_term(wrong) in folded):
                    right = fill_pattern(terms.preferred, place="", short="").strip()
                    return wrong_form(wrong, right)
    return None


def wrong_form(wrong: str, right: str) -> Message:
    """A form that the glossary forbids."""
    return message("“{text}” is a wrong form; the glossary has “{right}”", text=wrong, right=right)


def _bare(concept: Concept) -> str:
    return fill_pattern(concept.vi.preferred, place="", short="").strip()
