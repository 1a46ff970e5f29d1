"""Terms that are like those of a concept: the same preferred names, the same words, near spelling."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from service.core.languages import Language
from service.glossary.concepts import Concept
from service.glossary.forms import Form, forms_of
from service.glossary.life import State
from service.glossary.listing import Duplicate
from service.glossary.nearness import is_near, lengths_near
from service.glossary.plain import load_concept
from service.glossary.search_keys import Keys, keys_of
from service.glossary.tables import ConceptRow, RevisionRow, TermRow
from service.glossary.vocabulary import Status

_MOST_DUPLICATES = 50


def find_namesakes(session: Session, concept: Concept, office_id: int) -> list[Concept]:
    """Concepts of an office that share a preferred name with one, in force or being worked on.

    What was retired has given its names back.
    """
    names = [keys_of(concept.terms(language).preferred).exact for language in Language]
    wanted = (
        select(RevisionRow.content)
        .join(TermRow, col(TermRow.revision_id) == RevisionRow.id)
        .where(col(TermRow.exact).in_(names), TermRow.status == Status.PREFERRED)
        .where(RevisionRow.office_id == office_id, RevisionRow.state != State.RETIRED)
        .distinct()
    )
    return [load_concept(content) for content in session.exec(wanted)]


def find_duplicates(session: Session, concept: Concept, offices: Sequence[int]) -> list[Duplicate]:
    """Terms in sight that are much like those of a concept, the same ones first."""
    found: dict[tuple[str, str, str], Duplicate] = {}
    for form in forms_of(concept):
        if form.status is Status.SEARCH:
            continue
        keys = keys_of(form.text, form.reading)
        for concept_id, text, status, plain, pinyin in session.execute(_much_like(form, keys, offices)):
            is_same = plain == keys.plain
            is_alike = is_same or _sounds_same(keys, pinyin) or is_near(form.text, text)
            if concept_id != concept.concept_id and is_alike:
                one = Duplicate(concept_id, form.language.value, text, status, form.text, is_same)
                found.setdefault((concept_id, form.language.value, text), one)
    return sorted(found.values(), key=lambda one: not one.is_same)[:_MOST_DUPLICATES]


def _sounds_same(keys: Keys, pinyin: str) -> bool:
    """Whether Chinese terms of two characters and more sound the same: 纪要 and 记要."""
    return " " in pinyin and keys.pinyin == pinyin


def _much_like(form: Form, keys: Keys, offices: Sequence[int]) -> Select[str, str, str, str, str]:
    """Terms of one language that are as long as a form, or nearly so."""
    shortest, longest = lengths_near(form.text)
    term = (col(TermRow.text), col(TermRow.status), col(TermRow.plain), col(TermRow.pinyin))
    return (
        columns(col(ConceptRow.concept_id), *term)
        .join(RevisionRow, col(RevisionRow.id) == TermRow.revision_id)
        .join(ConceptRow, col(ConceptRow.id) == RevisionRow.concept_key)
        .where(col(RevisionRow.office_id).in_(offices), col(TermRow.language) == form.language)
        .where(
            or_(
                col(TermRow.plain) == keys.plain,
                func.length(TermRow.text).between(shortest, longest),
            )
        )
    )
