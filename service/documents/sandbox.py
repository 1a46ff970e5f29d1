"""The one place where template expressions are parsed: an allow-list of what they may be, and nothing else.

Expressions come out as Jinja nodes with every name moved into its language's own names (`title` in a
Vietnamese template is `vi_title`), so that both templates can be filled in one go.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.parser import Parser
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from service.core.languages import Language
from service.core.message import message
from service.documents.codegen import FillingCode
from service.documents.errors import (
    PartTooLarge,
    TagUnreadable,
    TemplateError,
    TemplateForbidden,
    TemplateTooComplex,
)
from service.documents.packing import MAX_PART
from service.documents.tags import Tag, TagPlace
from service.documents.values import capital, keep_end

FILTERS = {"capital": capital, "keep_end": keep_end}
TESTS = ("defined",)
LOOP_NAMES = ("first", "index", "last", "length")
_NEAREST = "|"
RUNTIME_PREFIX = "bb_"  # names of the filling itself; no template's name can begin so after its language

_ALLOWED = (
    nodes.And,
    nodes.Compare,
    nodes.Const,
    nodes.Filter,
    nodes.Getattr,
    nodes.Name,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Test,
)


WHOLE_CELL = "bb_whole_cell"
WHOLE_TABLE = "bb_whole_table"
TAKE_NOTE = "bb_take_note"
_EMPTY_PARAGRAPH = b"<w:p/>"


def join(pieces: Sequence[bytes]) -> bytes:
    """Pieces as one, unless loops made more of them than a part may hold."""
    if sum(map(len, pieces)) > MAX_PART:
        raise PartTooLarge
    return b"".join(pieces)


def whole_cell(pieces: Sequence[bytes]) -> bytes:
    """What a cell, header or footer holds, ended by a paragraph: without one it is no Word file."""
    content = join(pieces)
    last = content[content.rfind(b"<") :]
    return content if last.startswith((b"</w:p>", b"<w:p/", b"<w:p ")) else content + _EMPTY_PARAGRAPH


def whole_table(pieces: Sequence[bytes]) -> bytes:
    """A table, or nothing where its loops print no row: without one it is no Word file."""
    table = join(pieces)
    return table if b"<w:tr>" in table or b"<w:tr " in table else b""


def take_note(
    pieces: Sequence[bytes], take: Callable[[bytes, str], bytes], kind: str, before: str, after: str
) -> bytes:
    """What stands in the text for a note: its reference; the note itself is taken away."""
    return before.encode() + take(join(pieces), kind) + after.encode()


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without globals, methods or Python: a dot looks up a key and nothing else."""

    code_generator_class = FillingCode

    def __init__(self) -> None:
        """Make an environment with the allowed filters and tests only."""
        super().__init__(undefined=StrictUndefined, autoescape=False, cache_size=0)
        self.globals.clear()
        self.filters = FILTERS | {
            WHOLE_CELL: whole_cell,
            WHOLE_TABLE: whole_table,
            TAKE_NOTE: take_note,
        }
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Look up a key of a group of values, or where a loop stands."""
        if isinstance(obj, Undefined):
            return obj  # the first name that is missing is the one to tell
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self._missing(obj, attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return self._missing({}, attribute)

    def _missing(self, group: Mapping[str, object], attribute: str) -> Undefined:
        close = get_close_matches(attribute, [str(key) for key in group], n=1)
        return self.undefined(name=f"{attribute}{_NEAREST}{next(iter(close), '')}")


ENVIRONMENT = TemplateEnvironment()


def parse_expression(tag: Tag, language: Language) -> nodes.Expr:
    """Parse what a tag computes.

    Raises:
        TagUnreadable: No expression.
        TemplateForbidden: One that the allow-list does not hold.
        TemplateTooComplex: Nested deeper than can be read.
    """
    try:
        parser = Parser(ENVIRONMENT, tag.source, state="variable")
        expression = parser.parse_expression()
        if not parser.stream.eos:
            parser.fail("more than one expression")
    except (TemplateSyntaxError, RecursionError) as error:
        raise _unreadable(tag.place, tag.source, error) from None
    _check(expression, tag)
    return _in_language(expression, language)


def parse_loop(tag: Tag, language: Language) -> tuple[nodes.Name, nodes.Expr]:
    """Parse "item in section.items" into the loop's name and what it goes through."""
    name, found, source = (part.strip() for part in tag.source.partition(" in "))
    if not found or not name.isidentifier() or not name.isascii() or name.startswith("_") or name == "loop":
        raise TagUnreadable(message("{place}: a loop is written “for item in items”", place=tag.place))
    through = parse_expression(Tag(tag.kind, source, tag.place), language)
    return nodes.Name(f"{language}_{name}", "store"), through


def _check(expression: nodes.Node, tag: Tag) -> None:
    todo = [expression]
    while todo:
        node = todo.pop()
        if not isinstance(node, _ALLOWED) or not _is_allowed(node):
            kind = type(node).__name__.lower()
            raise TemplateForbidden(
                message(
                    "{place}: “{source}” is not allowed in a template ({kind})",
                    place=tag.place,
                    source=tag.source,
                    kind=kind,
                )
            )
        todo.extend(node.iter_child_nodes())


def _is_allowed(node: nodes.Node) -> bool:
    match node:
        case nodes.Name():
            return not node.name.startswith(("_", RUNTIME_PREFIX))
        case nodes.Getattr():
            return not node.attr.startswith("_")
        case nodes.Const():
            return isinstance(node.value, str | int | bool | None)
        case nodes.Filter():
            return node.name in FILTERS and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
        case nodes.Test():
            return node.name in TESTS and not (node.args or node.kwargs or node.dyn_args or node.dyn_kwargs)
    return True


def _in_language(expression: nodes.Expr, language: Language) -> nodes.Expr:
    names = [expression] if isinstance(expression, nodes.Name) else expression.find_all(nodes.Name)
    for name in names:
        if name.name != "loop":
            name.name = f"{language}_{name.name}"
    return expression


def _unreadable(place: TagPlace, source: str, error: Exception) -> TemplateError:
    kind = TagUnreadable if isinstance(error, TemplateSyntaxError) else TemplateTooComplex
    problem = getattr(error, "message", None) or message("nested too deep")
    return kind(
        message("{place}: “{source}” cannot be read: {problem}", place=place, source=source, problem=problem)
    )


def facts_in(language: Language, facts: Mapping[str, object]) -> dict[str, object]:
    """Move a language's facts into that language's own names."""
    prefix = f"{language}_"
    return {prefix + name: value for name, value in facts.items()}


def undefined_name(problem: str, known: Iterable[str]) -> tuple[str, str]:
    """Read the name out of what Jinja says of an undefined value.

    Args:
        problem: Jinja's sentence, which quotes the name.
        known: The names on the top level of the facts.

    Returns:
        The name as the template writes it, and the nearest known one or nothing.
    """
    name, found, close = problem.split("'")[1].partition(_NEAREST)
    if not found:
        close = next(iter(get_close_matches(name, list(known), n=1)), "")
    return _bare(name), _bare(close)


def _bare(name: str) -> str:
    for language in Language:
        name = name.removeprefix(f"{language}_")
    return name


def length_of(values: object, place: TagPlace) -> Sequence[object]:
    """Values a loop may go through; a text or a number is refused."""
    if values.__class__ is list:
        return values
    if isinstance(values, Undefined):
        str(values)  # raises UndefinedError, which names the nearest known name
    if not isinstance(values, list | tuple):
        raise TemplateError(message("{place}: this is not a list to go through", place=place))
    return values
