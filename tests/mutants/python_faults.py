"""Faults of Python files: found in the syntax tree, made in the text.

What no test could notice is not drawn: docstrings, types, decorators, what runs for a type checker
alone, `strict=` of zip, names of encodings.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.mutants.fault import Fault

_OPPOSITE: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
# Callables whose arguments may change places, and arguments that change nothing for these texts.
_EVEN = {"min", "max", "cast", "isinstance"}
_SILENT_KEYWORDS = {"strict", "encoding", "parents", "exist_ok"}
_SILENT_TEXTS = {"", "utf-8", "ascii", "\n"}


class _Places:
    """Offsets in a text for the positions of its syntax tree (lines, and bytes within a line)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno, node.end_col_offset)


def python_faults(file: str, text: str) -> list[Fault]:
    """All faults that may be drawn of a Python file, in the order of their places."""
    places = _Places(text)
    found: set[Fault] = set()
    for node in _live(ast.parse(text)):
        for start, end, new, kind in _of(node, places):
            found.add(Fault(file, start, text[start:end], new, kind))
    return sorted(found)


def _live(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that do something when the program runs."""
    for node in _children(tree):
        yield node
        yield from _live(node)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    dead = {"annotation", "returns", "decorator_list", "type_params"}
    if isinstance(node, ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Assert | ast.Global):
        return
    if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "Protocol" for base in node.bases):
        return
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return
    for name, value in ast.iter_fields(node):
        if name in dead:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _inert(child):
                yield child


def _inert(node: ast.AST) -> bool:
    """Docstrings, lists of exports, types given a name, what tells a type alone, what can never be reached."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"cast", "TypeVar", "NewType"}:
        return True
    if isinstance(node, ast.Assign):
        named = [target.id for target in node.targets if isinstance(target, ast.Name)]
        of_types = isinstance(node.value, ast.Subscript) and all(name[:1].isupper() for name in named)
        return "__all__" in named or (bool(named) and of_types)
    return isinstance(node, ast.Raise) and "AssertionError" in ast.dump(node)


def _of(node: ast.AST, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _compare(node, places)
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        yield from _negate(node.test, places)
    if isinstance(node, ast.comprehension):
        for test in node.ifs:
            yield from _negate(test, places)
    if isinstance(node, ast.Expr | ast.AugAssign | ast.Continue) or _sets_a_part(node):
        assert isinstance(node, ast.stmt)
        yield (*places.span(node), "pass", "statement dropped")
    if isinstance(node, ast.Constant):
        yield from _constant(node, places)
    if isinstance(node, ast.Call):
        yield from _call(node, places)


def _sets_a_part(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute | ast.Subscript)


def _compare(node: ast.Compare, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    start, end = places.span(node.left)[1], places.span(node.comparators[0])[0]
    was, now = _OPPOSITE[type(node.ops[0])]
    at = places.text.find(was, start, end)
    if at >= 0:
        yield at, at + len(was), now, "comparison swapped"


def _negate(test: ast.expr, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    start, end = places.span(test)
    yield start, end, f"(not ({places.text[start:end]}))", "condition negated"


def _constant(node: ast.Constant, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    if type(node.value) is int:
        yield (*places.span(node), str(node.value + 1), "off by one")
    elif isinstance(node.value, str) and node.value not in _SILENT_TEXTS:
        yield (*places.span(node), '""', "string emptied")


def _call(node: ast.Call, places: _Places) -> Iterator[tuple[int, int, str, str]]:
    called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    pairs = zip(node.args, node.args[1:], strict=False)
    for one, other in pairs if called not in _EVEN else ():
        if isinstance(one, ast.Name) and isinstance(other, ast.Name) and one.id != other.id:
            start, end = places.span(one)[0], places.span(other)[1]
            yield start, end, f"{other.id}, {one.id}", "names swapped"
    for keyword in node.keywords:
        if keyword.arg and keyword.arg not in _SILENT_KEYWORDS:
            start, end = places.span(keyword)
            # The comma in front goes too; the first of a call leaves its own behind, where one follows.
            before = places.text[:start].rstrip()
            if before.endswith(","):
                yield len(before) - 1, end, "", "argument dropped"
