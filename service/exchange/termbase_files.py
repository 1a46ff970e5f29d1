"""The termbase as YAML files: one file a category, ids stable, every reference checked."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from pydantic import ValidationError

from service.core.message import BienbanError, Message, message
from service.core.wrong_form import words_of
from service.exchange.termbase_form import ConceptForm, FileForm
from service.exchange.termbase_rules import Entry, find_problems
from service.exchange.tree import Tree, read_tree
from service.glossary.concepts import Concept, Termbase


class TermbaseError(BienbanError):
    """The termbase files contradict themselves or the form they have."""


def load_termbase(files: Mapping[str, bytes]) -> Termbase:
    """Load a termbase.

    Args:
        files: File name to content; the order of names is the order of concepts.

    Raises:
        TermbaseError: A file has another form, an id stands twice, or a reference leads nowhere.
        UnreadableFile: A file is not YAML.
    """
    return _load(tuple(sorted(files.items())))


# Reading takes a while, a termbase never changes, and the same files are the same termbase.
@lru_cache(maxsize=4)
def _load(files: tuple[tuple[str, bytes], ...]) -> Termbase:
    digest = hashlib.sha256()
    entries: list[Entry] = []
    for name, data in files:
        digest.update(name.encode() + b"\0" + data + b"\0")
        entries += _load_file(read_tree(data, name, is_long=True))
    problems = tuple(find_problems(entries))
    if problems:
        raise TermbaseError(*problems)
    return Termbase(tuple(entry.concept for entry in entries), digest.hexdigest()[:12])


def _load_file(tree: Tree) -> list[Entry]:
    entries = enumerate(zip(*read_concepts(tree), strict=True))
    return [Entry(concept, partial(_place, tree, index)) for index, (_, concept) in entries]


def _place(tree: Tree, index: int, *steps: str | int) -> str:
    return tree.place(("concepts", index, *steps))


def read_concepts(tree: Tree) -> tuple[tuple[ConceptForm, ...], list[Concept]]:
    """Hold a file to its form; nothing is said of what its concepts are among themselves.

    Returns:
        Each concept as the file has it, and the same as the glossary holds it.

    Raises:
        TermbaseError: The file has another form.
    """
    try:
        read = FileForm.model_validate(tree.value)
    except ValidationError as error:
        raise TermbaseError(*_problems(tree, error)) from None
    pairs = [(one, one.category or read.category) for one in read.concepts]
    lost = [index for index, (_, category) in enumerate(pairs) if category is None]
    if lost:
        raise TermbaseError(*(message("{place}: names no category", place=_place(tree, at)) for at in lost))
    return read.concepts, [one.concept(category) for one, category in pairs if category is not None]


def _problems(tree: Tree, error: ValidationError) -> Iterator[Message]:
    for problem in error.errors():
        yield message("{place}: {problem}", place=tree.place(problem["loc"]), problem=words_of(problem))
