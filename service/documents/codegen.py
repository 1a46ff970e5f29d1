"""Jinja's code generator, told to yield bytes, to call the runtime of filling and to look up keys in place.

The stock generator serves any template: it yields text, sends each call of a sandbox through a check, and
each dot through a function. Here every call was built by `compile.py`, never by a template, and every group
of facts is a dict; the sandbox's own look-up stays for all that is not (docs/adr/0010).
"""

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class FillingCode(CodeGenerator):
    """Generates the function that yields a part's XML in UTF-8."""

    def _output_const_repr(self, group: Iterable[object]) -> str:
        return repr("".join(map(str, group)).encode())

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Leave an output as it is: the runtime writes bytes."""

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Leave an output as it is."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002, N802 - Jinja's own signature
        """Call the runtime; templates cannot write calls."""
        assert isinstance(node.node, nodes.Name)  # noqa: S101 - compile.py builds no other
        self.write(f"{frame.symbols.ref(node.node.name)}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        """Look up a key of a plain dict in place."""
        if not isinstance(node.node, nodes.Name):
            super().visit_Getattr(node, frame)
            return
        group, key = frame.symbols.ref(node.node.name), repr(node.attr)
        self.write(f"({group}[{key}] if {group}.__class__ is dict and {key} in {group} else ")
        super().visit_Getattr(node, frame)
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 - Jinja's own name
        """Hand a block's pieces to its filter as they are."""
        if node.node is not None:
            super().visit_Filter(node, frame)
            return
        with self._filter_test_common(node, frame, is_filter=True):
            self.write(str(frame.buffer))
