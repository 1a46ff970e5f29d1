"""Every name a template can use, with an example in both languages, learnt from the facts of the examples."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypedDict

from service.actions.specimens import KINDS, PAPERS, learn_names, open_specimens
from service.core.languages import Language
from service.documents.names import ListedName, NameKind, list_names

_MOST_SHOWN = 60


class NameData(TypedDict):
    """A name as plain data.

    Attributes:
        name: As a template writes it.
        path: Its place in the facts.
        loops: The loops it stands in, outermost first.
        loop: Of a list, the loop that goes through it.
        kind: text, list or condition.
        optional: Some records lack it: ask with `if … is defined`.
        vi: A Vietnamese example.
        zh: A Chinese example.
        templates: The templates that can use it.
    """

    name: str
    path: str
    loops: Sequence[str]
    loop: str
    kind: NameKind
    optional: bool
    vi: str
    zh: str
    templates: Sequence[str]


@dataclass(frozen=True)
class UsableName:
    """A name and the templates that can use it."""

    listed: ListedName
    templates: tuple[str, ...]

    @property
    def data(self) -> NameData:
        """As plain data."""
        listed, examples = self.listed, self.listed.known.examples
        return {
            "name": listed.name,
            "path": listed.path,
            "loops": list(listed.loops),
            "loop": listed.loop,
            "kind": listed.kind,
            "optional": bool(listed.optional),
            "vi": examples.get(Language.VI, ""),
            "zh": examples.get(Language.ZH, ""),
            "templates": list(self.templates),
        }


def usable_names() -> list[UsableName]:
    """List every name, in the order of the facts: those of papers, then those of each sheet alone."""
    specimens = {kind.template: open_specimens(kind) for kind in KINDS}
    listed = {template: list(list_names(learn_names(own))) for template, own in specimens.items()}
    paths = {template: {name.path for name in names} for template, names in listed.items()}
    papers = [kind.template for kind in PAPERS]
    of_papers = list(list_names(learn_names([one for paper in papers for one in specimens[paper]])))
    usable = [
        UsableName(name, tuple(template for template, own in paths.items() if name.path in own))
        for name in of_papers
    ]
    known = {name.path for name in of_papers}
    sheets = [template for template in listed if template not in papers]
    return usable + [
        UsableName(name, (sheet,)) for sheet in sheets for name in listed[sheet] if name.path not in known
    ]


def write_names(names: Sequence[UsableName]) -> Iterator[str]:
    """Write names for a person: a line each, indented by its loops, tags as a template holds them.

    A name that not every paper can use is followed by the templates that can.
    """
    papers = {kind.template for kind in PAPERS}
    for name in names:
        listed, examples = name.listed, name.listed.known.examples
        said = " | ".join(_short(examples[language]) for language in Language if language in examples)
        only = "" if papers <= set(name.templates) else f"({', '.join(name.templates)})"
        yield "  ".join(filter(None, (f"{'  ' * len(listed.loops)}{listed.tag}", said, only)))


def _short(text: str) -> str:
    line = text.replace("\n", " ").replace("\u00a0", " ")
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
