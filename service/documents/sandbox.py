"""The one place where template expressions are parsed: an allow-list of what they may be, and nothing else.

Expressions come out as Jinja nodes with every name moved into its language's own names (`title` in a
Vietnamese template is `vi_title`), so that both templates can be filled in one go.
"""

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.parser import Parser

from service.core.languages import Language
from service.core.message import message
from service.documents.codegen import FillingCode
from service.documents.compiled import WHOLES
from service.documents.errors import (
    TagUnreadable,
    TemplateError,
    TemplateForbidden,
    TemplateTooComplex,
)
from service.documents.lookup import FILTERS, TESTS
from service.documents.places import TagPlace
from service.documents.tags import Tag

LOOP_NAMES = ("first", "index", "last", "length")
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


class TemplateEnvironment(Environment):
    """Jinja without globals, methods or Python: a dot looks up a key and nothing else."""

    code_generator_class = FillingCode

    def __init__(self) -> None:
        """Make an environment with the allowed filters and tests only."""
        super().__init__(autoescape=False, cache_size=0)
        self.globals.clear()
        self.filters = {**FILTERS, **WHOLES}
        self.tests = {**TESTS}


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
