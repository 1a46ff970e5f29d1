"""Looking an installation over: its termbase loads, its templates are twins and compile."""

from dataclasses import dataclass
from itertools import product

from service.actions.workshop import lone_templates, open_termbase, template_pairs
from service.core.languages import Side
from service.core.message import BienbanError, Message, message
from service.documents.drafting import compile_document
from service.documents.layout import Layout
from service.settings import Settings


@dataclass(frozen=True)
class Diagnosis:
    """What was found.

    Attributes:
        said: What is well, in words.
        problems: What is not; empty where the program can draft.
    """

    said: tuple[Message, ...]
    problems: tuple[Message, ...]


def examine(settings: Settings) -> Diagnosis:
    """Look over the folders that the settings name."""
    said: list[Message] = []
    problems: list[Message] = []
    try:
        termbase = open_termbase(settings)
        said.append(
            message(
                "termbase {version}: {count} concepts in {folder}",
                version=termbase.version,
                count=len(termbase.concepts),
                folder=settings.glossary_dir,
            )
        )
    except BienbanError as error:
        problems += error.problems
    _examine_templates(settings, said, problems)
    return Diagnosis(tuple(said), tuple(problems))


def _examine_templates(settings: Settings, said: list[Message], problems: list[Message]) -> None:
    problems += lone_templates(settings)
    pairs = template_pairs(settings)
    if not pairs:
        problems.append(message("{folder}: holds no pair of templates", folder=settings.templates_dir))
    for files in pairs:
        try:
            for layout, original, same_order in product(Layout, Side, (True, False)):
                compile_document(files, layout, original, same_order=same_order)
            said.append(message("template {name}: compiles in every layout", name=files.name))
        except BienbanError as error:
            problems += error.problems
