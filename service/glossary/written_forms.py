"""The forms of a termbase as terms of a vocabulary: what stands in a text as a whole."""

from collections.abc import Iterator, Sequence

from service.core.languages import Language
from service.glossary.concepts import Category, Concept, Termbase, Terms
from service.glossary.layered import LayeredVocabulary
from service.glossary.named import bare_name
from service.glossary.vocabulary import Status, Vocabulary, VocabularyTerm
from service.language.positions import split_pattern


def compile_vocabulary(termbase: Termbase, language: Language) -> Vocabulary:
    """Compile the whole forms of one language."""
    return Vocabulary.compile(written_terms(termbase, language), termbase.version)


_LINKED = (Category.TITLE, Category.INSTITUTION_TYPE)
_MOST_CHANGED = 2000
_MOST_OF_ALL = 0.1


def layer_vocabulary(
    base: Vocabulary, before: Termbase, termbase: Termbase, language: Language
) -> Vocabulary | None:
    """Lay what differs between two termbases over the compiled forms of the first.

    Args:
        base: The forms of the first, compiled.
        before: The first.
        termbase: The second.
        language: The language of the forms.

    Returns:
        None where they differ so much, or in what gives titles to others, that it is better compiled.
    """
    come, gone = _difference(before, termbase)
    changed = (*come, *gone)
    if len(changed) > max(_MOST_CHANGED, _MOST_OF_ALL * len(before.concepts)) or any(
        one.category in _LINKED for one in changed
    ):
        return None
    top = Vocabulary.compile((term for one in come for term in _written(one, language)), termbase.version)

    def place(term: VocabularyTerm) -> tuple[bool, int]:
        concept = termbase.by_id[term.concept_id]
        is_of_type = concept.category is Category.TITLE and term.text not in concept.zh.recognised
        return is_of_type and language is Language.ZH, termbase.order[term.concept_id]

    forms = (term.text for one in gone for term in _written(one, language))
    return LayeredVocabulary(base, {one.concept_id for one in gone}, forms, top, place)


def _difference(before: Termbase, after: Termbase) -> tuple[list[Concept], list[Concept]]:
    """What the second has and the first has not, and the other way round."""
    come = [one for one in after.concepts if id(one) not in before.objects]
    gone = [one for one in before.concepts if id(one) not in after.objects]
    same = {one.concept_id for one in come if before.by_id.get(one.concept_id) == one}
    left = [[one for one in some if one.concept_id not in same] for some in (come, gone)]
    return left[0], left[1]


def written_terms(termbase: Termbase, language: Language) -> Iterator[VocabularyTerm]:
    """Every form of a termbase that names something by itself.

    Patterns are left to `phrases`, but an institution's name without its place is a term. Words for levels of
    places and for types of institutions are parts of names only (sở also ends cơ sở), and a single Chinese
    character is a part of some other word more often than not.
    """
    for concept in termbase.concepts:
        yield from _written(concept, language)
    if language is Language.ZH:
        yield from _titles_of_types(termbase)


def _written(concept: Concept, language: Language) -> Iterator[VocabularyTerm]:
    if concept.category is Category.INSTITUTION_TYPE or concept.is_level_word:
        return
    told: set[str] = set()
    for form, status in _forms(concept, concept.terms(language)):
        if form not in told and "{" not in form and not (language is Language.ZH and len(form) == 1):
            told.add(form)
            yield _term(concept, language, form, status)


def _forms(concept: Concept, terms: Terms) -> Iterator[tuple[str, Status]]:
    yield terms.preferred, Status.PREFERRED
    if concept.category is Category.INSTITUTION and "{" in terms.preferred:
        yield bare_name(terms), Status.PREFERRED
        yield from ((bare, Status.ADMITTED) for bare in _bare(terms.admitted))
        yield from ((bare, Status.ABBREVIATION) for bare in _bare(terms.abbreviations))
    yield from ((form, Status.PREFERRED) for form in terms.sides.values())
    yield from ((form, Status.ADMITTED) for form in terms.recognised)
    yield from ((form, Status.ABBREVIATION) for form in terms.abbreviations)
    yield from ((form, Status.SEARCH) for form in terms.search)
    yield from ((form, Status.DEPRECATED) for form in terms.deprecated)


def _bare(patterns: Sequence[str]) -> Iterator[str]:
    """What patterns say without their place, where it stands at an end: UBND, 外办."""
    for ends in map(split_pattern, patterns):
        if ends is not None and not all(ends):
            yield "".join(ends).strip()


def _term(concept: Concept, language: Language, form: str, status: Status) -> VocabularyTerm:
    return VocabularyTerm(
        text=form,
        language=language,
        concept_id=concept.concept_id,
        status=status,
        kind=concept.category.value,
        validity=concept.validity,
        case_sensitive=status is Status.ABBREVIATION,
    )


def _titles_of_types(termbase: Termbase) -> Iterator[VocabularyTerm]:
    """The Chinese titles that types of institutions give: 厅长 is the Giám đốc of a sở."""
    for title in termbase.of(Category.TITLE):
        for form in type_titles(termbase, title):
            if form not in title.zh.recognised:
                yield _term(title, Language.ZH, form, Status.ADMITTED)


def type_titles(termbase: Termbase, title: Concept) -> list[str]:
    """The Chinese forms that a title takes in the types of institutions, each once."""
    types = termbase.of(Category.INSTITUTION_TYPE)
    return list(dict.fromkeys(t.titles[title.concept_id] for t in types if title.concept_id in t.titles))
