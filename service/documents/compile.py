"""Marked XML compiled once into a Jinja template: the tree is serialised, the marks become Jinja nodes.

The nodes are built, not written as source: a tag's number is the line number of its node, so every error
that filling raises leads back to file, part, paragraph and tag.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jinja2 import nodes

from service.core.languages import Language
from service.documents.codegen import generate, is_choice
from service.documents.compiled import (
    COUNTED,
    NOTE,
    PAIRED,
    RUNS,
    SAME,
    SHAPE,
    TAKE_NOTE,
    WHOLE_CELL,
    WHOLE_TABLE,
    WRITE,
    CompiledPart,
    PrintedTag,
)
from service.documents.looks import start_gap, start_run
from service.documents.ooxml import Element, xml_bytes
from service.documents.sandbox import ENVIRONMENT, parse_expression, parse_loop
from service.documents.tags import MARK, Tag, TagKind, make_mark

_NOT_RECURSIVE = False
_EMPTY_ID = 'id=""'


class Act(StrEnum):
    """What an operation does in the filled template."""

    WRITE = "write"
    LOOP = "loop"
    END_LOOP = "end_loop"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    END_IF = "end_if"
    CELL = "cell"
    END_CELL = "end_cell"
    TABLE = "table"
    END_TABLE = "end_table"
    NOTE = "note"
    END_NOTE = "end_note"
    SHAPE = "shape"


# What must be whole whatever its loops print: the act that ends it, and the filter that mends it.
_WHOLES = {Act.CELL: (Act.END_CELL, WHOLE_CELL), Act.TABLE: (Act.END_TABLE, WHOLE_TABLE)}

_ACTS = {
    TagKind.OUTPUT: Act.WRITE,
    TagKind.FOR: Act.LOOP,
    TagKind.ENDFOR: Act.END_LOOP,
    TagKind.IF: Act.IF,
    TagKind.ELIF: Act.ELIF,
    TagKind.ELSE: Act.ELSE,
    TagKind.ENDIF: Act.END_IF,
}


@dataclass(frozen=True)
class Operation:
    """One step of filling: a tag in a language, or a pair of twin tags taken together.

    Attributes:
        act: What it does.
        tag: The tag; of a pair, the one in the language that stands first.
        language: The tag's language.
        twin: The other language's tag, where both go in step.
        xml: Of a note its reference, of a shape its properties, both with an empty id.
    """

    act: Act
    tag: Tag
    language: Language
    twin: tuple[Tag, Language] | None = None
    xml: str = ""


class Operations:
    """The operations of one compiled part, numbered by the marks that stand for them."""

    def __init__(self) -> None:
        """Begin with none."""
        self.all: list[Operation] = []

    def mark(self, operation: Operation) -> Element:
        """Add an operation and return the mark that stands for it."""
        self.all.append(operation)
        return make_mark(len(self.all) - 1)

    def mark_tag(self, tag: Tag, language: Language) -> Element | None:
        """The mark of a tag by itself; None for the tags that only give blocks a name."""
        act = _ACTS.get(tag.kind)
        return None if act is None else self.mark(Operation(act, tag, language))


def compile_part(root: Element, operations: Sequence[Operation], gap_style: str | None) -> CompiledPart:
    """Compile a part.

    Args:
        root: The part's root; its marks bear numbers of `operations`.
        operations: What the marks stand for.
        gap_style: Id of the character style that marks gaps, None to print them unmarked.

    Raises:
        TemplateError: A tag that the sandbox refuses.
    """
    pieces = _split(xml_bytes(root).decode())
    body = _Builder(pieces, operations).build()
    tree = nodes.Template(body, lineno=1)
    tree.set_environment(ENVIRONMENT)
    code, lines = generate(tree)
    looks = [operation.tag.run_properties for operation in operations]
    return CompiledPart(
        code,
        lines,
        tuple(PrintedTag(operation.tag.place, operation.tag.source) for operation in operations),
        starts=tuple(start_run(look) for look in looks),
        gap_starts=tuple(start_gap(look, gap_style) for look in looks),
    )


def _split(xml: str) -> Iterator[str | int]:
    """Cut serialised XML at its marks; no other instruction is left in it."""
    first, *rest = xml.split(f"<?{MARK} ")
    yield first
    for piece in rest:
        number, _, text = piece.partition("?>")
        yield int(number)
        yield text


class _Builder:
    """Builds Jinja nodes from pieces of XML and the operations between them."""

    def __init__(self, pieces: Iterator[str | int], operations: Sequence[Operation]) -> None:
        self._pieces = pieces
        self._operations = operations
        self._ended: tuple[int, Operation] | None = None

    def build(self) -> list[nodes.Node]:
        return self._until()

    def _until(self, *ends: Act) -> list[nodes.Node]:
        """Build nodes up to one of the acts that end this level; remember which it was."""
        body: list[nodes.Node] = []
        for piece in self._pieces:
            if isinstance(piece, str):
                if piece:
                    _add(body, nodes.Output([nodes.TemplateData(piece)]))
                continue
            operation = self._operations[piece]
            if operation.act in ends:
                self._ended = piece, operation
                return body
            _add(body, self._node(piece, operation))
        return body

    def _node(self, number: int, operation: Operation) -> nodes.Node:
        if operation.act is Act.WRITE:
            value = parse_expression(operation.tag, operation.language)
            runs = nodes.Name(RUNS, "load")
            node: nodes.Node = nodes.Output([_call(WRITE, value, nodes.Const(number), runs)])
        elif operation.act is Act.LOOP:
            node = self._loop(number, operation)
        elif operation.act is Act.SHAPE:
            before, _, after = operation.xml.partition(_EMPTY_ID)
            node = _output(f'{before}id="', _call(SHAPE), f'"{after}')
        elif operation.act is Act.NOTE:
            node = nodes.FilterBlock(self._until(Act.END_NOTE), self._note(operation))
        elif operation.act in _WHOLES:
            end, mend = _WHOLES[operation.act]
            node = nodes.FilterBlock(self._until(end), nodes.Filter(None, mend, [], [], None, None))
        else:
            node = self._condition(number, operation)
        return node.set_lineno(number + 1, override=False)

    def _note(self, operation: Operation) -> nodes.Filter:
        """What takes a note's content and leaves its reference."""
        before, _, after = operation.xml.partition(_EMPTY_ID)
        kind = before.partition("Reference")[0].rpartition(":")[2]
        takes = [nodes.Name(NOTE, "load"), *map(nodes.Const, (kind, f'{before}id="', f'"{after}'))]
        return nodes.Filter(None, TAKE_NOTE, takes, [], None, None)

    def _loop(self, number: int, operation: Operation) -> nodes.Node:
        target, through = parse_loop(operation.tag, operation.language)
        if operation.twin is None:
            return nodes.For(
                target,
                _call(COUNTED, through, nodes.Const(number)),
                self._until(Act.END_LOOP),
                [],
                None,
                _NOT_RECURSIVE,
            )
        twin_target, twin_through = parse_loop(*operation.twin)
        both = nodes.Tuple([target, twin_target], "store")
        pairs = _call(PAIRED, through, twin_through, nodes.Const(number))
        return nodes.For(both, pairs, self._until(Act.END_LOOP), [], None, _NOT_RECURSIVE)

    def _condition(self, number: int, operation: Operation) -> nodes.Node:
        condition = self._branch(number, operation)
        while (ended := self._ended) is not None and ended[1].act is Act.ELIF:
            condition.elif_.append(self._branch(*ended))
        if ended is not None and ended[1].act is Act.ELSE:
            condition.else_ = self._until(Act.END_IF)
        return condition

    def _branch(self, number: int, operation: Operation) -> nodes.If:
        test = parse_expression(operation.tag, operation.language)
        if operation.twin is not None:
            test = _call(SAME, test, parse_expression(*operation.twin), nodes.Const(number))
        branch = nodes.If(test, self._until(Act.ELIF, Act.ELSE, Act.END_IF), [], [])
        branch.set_lineno(number + 1, override=False)
        return branch


def _add(body: list[nodes.Node], node: nodes.Node) -> None:
    """Add a node; what only prints joins what was printed just before, to be handed over with it."""
    if is_choice(node):
        node = nodes.Output([node])  # codegen.py knows choices as pieces
    if isinstance(node, nodes.Output) and body and isinstance(body[-1], nodes.Output):
        body[-1].nodes.extend(node.nodes)
    else:
        body.append(node)


def _output(before: str, value: nodes.Expr, after: str) -> nodes.Output:
    return nodes.Output([nodes.TemplateData(before), value, nodes.TemplateData(after)])


def _call(name: str, *arguments: nodes.Expr) -> nodes.Expr:
    return nodes.Call(nodes.Name(name, "load"), list(arguments), [], None, None)
