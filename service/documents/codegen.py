"""Jinja's code generator, told to hand over bytes in groups and to need nothing of Jinja while it is run.

The stock generator serves any template: it yields text piece by piece, sends each call of a sandbox through a
check, and each dot through a function. Here every call was built by `compile.py`, never by a template, and
every group of facts is a dict; what is not goes through `lookup.look_up` (docs/adr/0010).
"""

from collections.abc import Iterable, Sequence
from io import StringIO
from types import CodeType

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, DependencyFinderVisitor, Frame
from jinja2.nodes import EvalContext

from service.documents.compiled import FILENAME, WRITE

_NO_BYTES = "b''"


class FillingCode(CodeGenerator):
    """Generates the function that yields a part's XML in UTF-8, as tuples of pieces."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own signature
        """Write the one function of a part."""
        frame = Frame(EvalContext(self.environment, self.name))
        frame.symbols.analyze_node(node)
        self.writeline("def root(resolve):")
        self.indent()
        self.writeline("if 0: yield ()")
        self.enter_frame(frame)
        self.pull_dependencies(node.body)
        self.blockvisit(node.body, frame)
        self.outdent()

    def pull_dependencies(self, nodes: Iterable[nodes.Node]) -> None:
        """Call filters and tests by their names; `compiled.py` runs the code where they are known."""
        finder = DependencyFinderVisitor()
        for node in nodes:
            finder.visit(node)
        self.filters |= {name: name for name in finder.filters}
        self.tests |= {name: name for name in finder.tests}

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        """Hand over all that stands between two statements at once, each piece on its own line."""
        self.writeline("yield (" if frame.buffer is None else f"{frame.buffer}.extend((")
        self.indent()
        for piece in node.nodes:
            self.newline(piece)
            self._write_piece(piece, frame)
            self.write(",")
        self.outdent()
        self.writeline(")" if frame.buffer is None else "))")

    def _write_piece(self, piece: nodes.Node, frame: Frame) -> None:
        if isinstance(piece, nodes.TemplateData):
            self.write(repr(piece.data.encode()))
        elif isinstance(piece, nodes.If):  # of one fixed text (`is_choice`)
            self._write_piece(fixed_text(piece), frame)
            self.write(" if ")
            self.visit(piece.test, frame)
            self.write(f" else {_NO_BYTES}")
        else:
            self.visit(piece, frame)

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        """Begin a piece by itself, as a filtered block is."""
        self.writeline("yield (" if frame.buffer is None else f"{frame.buffer}.append(", node)

    def end_write(self, frame: Frame) -> None:
        """End it."""
        self.write(",)" if frame.buffer is None else ")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002, N802 - Jinja's own signature
        """Call the runtime; templates cannot write calls."""
        assert isinstance(node.node, nodes.Name)  # noqa: S101 - compile.py builds no other
        if node.node.name == WRITE:
            self._write_value(node.node, node.args, frame)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _write_value(self, write: nodes.Name, arguments: Sequence[nodes.Expr], frame: Frame) -> None:
        """Take a text's run from those of its look without a call; all else the runtime writes."""
        value, number, runs = arguments
        self.visit(runs, frame)
        self.write("[")
        self.visit(number, frame)
        self.write("][value] if (value := ")
        self.visit(value, frame)
        self.write(").__class__ is str else ")
        self.visit(write, frame)
        self.write("(value, ")
        self.visit(number, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        """Look up a key, of a plain dict in place."""
        key = repr(node.attr)
        if isinstance(node.node, nodes.Name):
            group = frame.symbols.ref(node.node.name)
            self.write(f"({group}[{key}] if type({group}) is dict and {key} in {group} else ")
        else:
            self.write("(")
        self.write("look_up(")
        self.visit(node.node, frame)
        self.write(f", {key}))")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        """Hand a block's pieces to its filter as they are."""
        if node.node is not None:
            super().visit_Filter(node, frame)
            return
        with self._filter_test_common(node, frame, is_filter=True):
            self.write(str(frame.buffer))


def generate(tree: nodes.Template) -> tuple[CodeType, tuple[tuple[int, int], ...]]:
    """Generate the code of a part.

    Returns:
        The code of its function, and its lines: of which line of the tree, which is a tag, each begins to be.
    """
    assert tree.environment is not None  # noqa: S101 - compile.py sets it
    source = StringIO()
    generator = FillingCode(tree.environment, None, FILENAME, source)
    generator.visit(tree)
    module = compile(source.getvalue(), FILENAME, "exec")
    (code,) = (own for own in module.co_consts if isinstance(own, CodeType))
    return code, tuple(generator.debug_info)


def is_choice(node: nodes.Node) -> bool:
    """Whether a node is a condition that prints one fixed text or nothing."""
    if not isinstance(node, nodes.If) or node.elif_ or node.else_ or len(node.body) != 1:
        return False
    (body,) = node.body
    return isinstance(body, nodes.Output) and [type(piece) for piece in body.nodes] == [nodes.TemplateData]


def fixed_text(choice: nodes.If) -> nodes.TemplateData:
    """The text of a condition that is a choice."""
    (body,) = choice.body
    (text,) = body.nodes  # type: ignore[attr-defined]  # an Output, as is_choice has seen
    return text  # type: ignore[no-any-return]
