"""Every place in the code that tells a finding, read from its syntax: the finding's name, and what its message says.

A class with the fields `name`, `problem` and `hint` is a finding; a function that hands its own parameters on
to one is another way to write it. An exception with a parameter `problem` carries a message to such a place.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from builder.sources.catalogue import KINDS

Function = ast.FunctionDef | ast.AsyncFunctionDef
ANY = ".+?"
# What stands in braces in the name of a family of findings -> the values it takes.
PLACEHOLDERS = {"one['kind']": KINDS}


class Site(NamedTuple):
    """A call that tells a finding: `name` is None where only the message is known; `problem` a pattern."""

    where: str
    name: str | None
    problem: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What a test's string has to hold: name and message as they are printed, with a hint behind them."""
        name = re.escape(self.name) if self.name else r"[a-z]+\.[a-z]+"
        return re.compile(rf"(?:^|  ){name}  {self.problem}\. Hint: .")


class Shape(NamedTuple):
    """Where a callable takes name and problem: the parameters in order."""

    parameters: tuple[str, ...]
    name: str | None
    problem: str

    def given(self, call: ast.Call, parameter: str) -> ast.expr | None:
        """The argument of a call for one of the parameters."""
        for keyword in call.keywords:
            if keyword.arg == parameter:
                return keyword.value
        at = self.parameters.index(parameter)
        return call.args[at] if at < len(call.args) else None


class Module:
    """A module of the package: its tree, what it imports, and which function each node stands in."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.tree = name, ast.parse(source)
        self.inside: dict[ast.AST, Function] = {}
        for function in ast.walk(self.tree):
            if isinstance(function, Function):
                self.inside.update(dict.fromkeys(ast.walk(function), function))

    @cached_property
    def imported(self) -> dict[str, tuple[str, str]]:
        """Local name -> module and name there."""
        imports = (one for one in ast.walk(self.tree) if isinstance(one, ast.ImportFrom))
        return {a.asname or a.name: (str(one.module), a.name) for one in imports for a in one.names}

    def called(self, call: ast.Call) -> tuple[str, str]:
        """The module and name of what is called."""
        func = call.func
        if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name):
            package, module = self.imported.get(func.value.id, ("", func.value.id))
            return f"{package}.{module}", func.attr
        name = func.id if isinstance(func, ast.Name) else ""
        return self.imported.get(name, (self.name, name))

    def calls(self) -> list[ast.Call]:
        """Every call of the module, in the order of its lines."""
        found = (one for one in ast.walk(self.tree) if isinstance(one, ast.Call))
        return sorted(found, key=lambda call: (call.lineno, call.col_offset))

    def written(self, value: ast.expr | None, at: ast.AST) -> Iterator[ast.expr | None]:
        """What an expression may be: both sides of a choice, what a name was set to, what a function here returns."""
        function = self.inside.get(at)
        if isinstance(value, ast.IfExp):
            yield from (*self.written(value.body, at), *self.written(value.orelse, at))
        elif isinstance(value, ast.Name) and function and (found := list(_assigned(function, value.id))):
            for one in found:
                yield from self.written(one, at)
        elif isinstance(value, ast.Call) and (returned := list(self._returned(value))):
            yield from returned
        else:
            yield value

    def _returned(self, call: ast.Call) -> Iterator[ast.expr]:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        for one in ast.walk(self.tree):
            if isinstance(one, ast.Return) and one.value and self.inside[one].name == name:
                yield one.value


def _assigned(function: Function, name: str) -> Iterator[ast.expr]:
    for one in ast.walk(function):
        if isinstance(one, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in one.targets):
            yield one.value


def sites(modules: Sequence[Module]) -> list[Site]:
    """All sites of some modules, in order. Raises `ValueError` for a name that cannot be read from the code."""
    shapes, found = _shapes(modules), list[Site]()
    for module in modules:
        for call in module.calls():
            shape = shapes.get(module.called(call))
            if shape is None or _hands_on(module, call, shape):
                continue
            where = f"{module.name}:{call.lineno}"
            names = list(_names(module, call, shape.given(call, shape.name), where)) if shape.name else [None]
            problems = [_pattern(one) for one in module.written(shape.given(call, shape.problem), call)]
            found.extend(Site(where, name, problem) for name in names for problem in problems if problem)
    return found


def _shapes(modules: Sequence[Module]) -> dict[tuple[str, str], Shape]:
    shapes: dict[tuple[str, str], Shape] = {}
    for module in modules:
        for one in ast.walk(module.tree):
            if isinstance(one, ast.ClassDef) and (shape := _class_shape(one)):
                shapes[module.name, one.name] = shape
    before = -1
    while before < len(shapes):
        before = len(shapes)
        for module in modules:
            for call in module.calls():
                shape, function = shapes.get(module.called(call)), module.inside.get(call)
                if shape and function and _hands_on(module, call, shape):
                    names = [_name(shape.given(call, part)) for part in (shape.name, shape.problem) if part]
                    shapes[module.name, function.name] = Shape(_parameters(function), names[0], names[-1])
    return shapes


def _class_shape(one: ast.ClassDef) -> Shape | None:
    fields = tuple(f.target.id for f in one.body if isinstance(f, ast.AnnAssign) and isinstance(f.target, ast.Name))
    if {"name", "problem", "hint"} <= set(fields):
        return Shape(fields, "name", "problem")
    made = next((f for f in one.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"), None)
    if made and "problem" in (own := _parameters(made)[1:]):
        return Shape(own, None, "problem")
    return None


def _parameters(function: Function) -> tuple[str, ...]:
    arguments = function.args
    return tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs))


def _name(value: ast.expr | None) -> str:
    return value.id if isinstance(value, ast.Name) else ""


def _hands_on(module: Module, call: ast.Call, shape: Shape) -> bool:
    """True when the enclosing function gives the finding the name that it was given itself."""
    function = module.inside.get(call)
    own = _parameters(function) if function else ()
    return shape.name is not None and _name(shape.given(call, shape.name)) in own


def _names(module: Module, call: ast.Call, given: ast.expr | None, where: str) -> Iterator[str]:
    for value in module.written(given, call):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value
        elif isinstance(value, ast.JoinedStr):
            yield from _family(module, call, value, where)
        elif not (isinstance(value, ast.Attribute) and value.attr == "name"):  # another finding's name, told there
            raise ValueError(f"{where}: the name of a finding is written where it is told")


def _family(module: Module, call: ast.Call, value: ast.JoinedStr, where: str) -> Iterator[str]:
    """The names of a family, each value of what stands in braces once."""
    names = [""]
    for part in value.values:
        if isinstance(part, ast.Constant):
            names = [name + str(part.value) for name in names]
        elif isinstance(part, ast.FormattedValue):
            said = ast.unparse(part.value)
            options = PLACEHOLDERS.get(said) or _looped(module.inside.get(call), said)
            if not options:
                raise ValueError(f"{where}: nobody says which values {said} has")
            names = [name + option for name in names for option in options]
    yield from names


def _looped(function: Function | None, name: str) -> tuple[str, ...]:
    """The values over which a loop of the function runs with the name: for header in ("correction", "doubt")."""
    for one in ast.walk(function) if function else ():
        if isinstance(one, ast.For) and _name(one.target) == name and isinstance(one.iter, ast.Tuple):
            return tuple(str(item.value) for item in one.iter.elts if isinstance(item, ast.Constant))
    return ()


def _pattern(value: ast.expr | None) -> str:
    if isinstance(value, ast.Constant):
        return re.escape(str(value.value))
    if isinstance(value, ast.JoinedStr):
        return "".join(_pattern(part) if isinstance(part, ast.Constant) else ANY for part in value.values)
    return ANY


def package(folder: Path) -> list[Module]:
    """All modules of a package."""
    names = {path: path.relative_to(folder.parent).with_suffix("").as_posix() for path in sorted(folder.rglob("*.py"))}
    return [
        Module(name.removesuffix("/__init__").replace("/", "."), path.read_text("utf-8"))
        for path, name in names.items()
    ]


def strings(source: str) -> Iterator[str]:
    """The strings of a module but those that stand alone (docstrings); what an f-string fills in is `◌`."""
    tree = ast.parse(source)
    alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    inside = {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
    for one in ast.walk(tree):
        if id(one) in alone or id(one) in inside:
            continue
        if isinstance(one, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "◌" for part in one.values)
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
