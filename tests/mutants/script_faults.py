"""Faults of scripts (JavaScript, Typst) and of Jinja templates: found in the text, comments left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.mutants.fault import Fault

# What is no code: comments, strings, and regular expressions (a slash behind what no value can end with).
_NO_CODE = re.compile(
    r"""(?P<comment>/\*.*?\*/|(?<!:)//[^\n]*)
    |(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
    |(?P<template>`(?:\\.|[^`\\])*`)
    |(?P<pattern>(?<=[(=,:\[!&|?{};\n])\ ?/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)""",
    re.VERBOSE | re.DOTALL,
)
_COMPARISON = re.compile(r"(?<= )(?:===|!==|==|!=|<=|>=|<|>)(?= )")
_OTHER_WAY = {"===": "!==", "!==": "===", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_NUMBER = re.compile(r"(?<![\w.#])\d+(?![\w.%])")
_STATEMENT = re.compile(r"(?m)^[ \t]+(?!return|throw|import|export)[\w.]+(?:\([^\n]*\)| [+-]?= [^\n]+);$")
_NAMES = re.compile(r"(?<=\w\()([a-z]\w*), ([a-z]\w*)(?=\)(?! *(?:=>|\{)))")
_JINJA_CONDITION = re.compile(r"(?<=\{% if )[^%]+?(?= -?%\})")
_JINJA_COMPARISON = re.compile(r"(?:==|!=)(?=[^{}]*%\})")
_JINJA_VALUE = re.compile(r"\{\{.*?\}\}")
_ATTRIBUTE = re.compile(r'(?<=[\w"}]) [a-z][\w-]*="[^"<>]*"')
_JINJA_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)


def script_faults(file: str, text: str) -> list[Fault]:
    """All faults that may be drawn of a script."""
    code = _masked(text, _NO_CODE)
    found = [_swap(file, match) for match in _COMPARISON.finditer(code)]
    found += [Fault(file, m.start(), m[0], str(int(m[0]) + 1), "off by one") for m in _NUMBER.finditer(code)]
    found += [Fault(file, m.start(), text[m.start() : m.end()], "", "statement dropped") for m in _whole(code)]
    found += [Fault(file, m.start(), m[0], f"{m[2]}, {m[1]}", "names swapped") for m in _calls(code)]
    found += [
        Fault(file, start, text[start:end], f"!({text[start:end]})", "condition negated")
        for start, end in _conditions(code)
        if file.endswith(".js")
    ]
    for match in _NO_CODE.finditer(text):
        if match["string"] and len(match[0]) > 2 and not _is_import(text, match.start()):
            found.append(Fault(file, match.start(), match[0], match[0][0] * 2, "string emptied"))
    return sorted(set(found))


def template_faults(file: str, text: str) -> list[Fault]:
    """All faults that may be drawn of a Jinja template."""
    code = _masked(text, _JINJA_COMMENT)
    found = [
        Fault(file, match.start(), match[0], f"not ({match[0]})", "condition negated")
        for match in _JINJA_CONDITION.finditer(code)
    ]
    found += [_swap(file, match) for match in _JINJA_COMPARISON.finditer(code)]
    found += [Fault(file, m.start(), m[0], "", "value dropped") for m in _JINJA_VALUE.finditer(code)]
    found += [Fault(file, m.start(), m[0], "", "attribute dropped") for m in _ATTRIBUTE.finditer(code)]
    return sorted(set(found))


def _masked(text: str, what: re.Pattern[str]) -> str:
    """The text with blanks for what `what` finds, every place where it was."""
    return what.sub(lambda match: re.sub(r"[^\n]", "\x00", match[0]), text)


def _swap(file: str, match: re.Match[str]) -> Fault:
    return Fault(file, match.start(), match[0], _OTHER_WAY[match[0]], "comparison swapped")


def _whole(code: str) -> Iterator[re.Match[str]]:
    """Statements that are whole on their line: brackets that open there close there."""
    for match in _STATEMENT.finditer(code):
        if all(match[0].count(one) == match[0].count(other) for one, other in ("()", "{}", "[]")):
            yield match


def _calls(code: str) -> Iterator[re.Match[str]]:
    for match in _NAMES.finditer(code):
        before = code[: match.start()].rpartition("\n")[2]
        if match[1] != match[2] and not re.search(r"\bfunction\b|#let ", before):
            yield match


def _conditions(code: str) -> Iterator[tuple[int, int]]:
    """What stands between the brackets of each `if (...)`."""
    for match in re.finditer(r"\bif \(", code):
        depth, at = 1, match.end()
        while depth and at < len(code):
            depth += {"(": 1, ")": -1}.get(code[at], 0)
            at += 1
        yield match.end(), at - 1


def _is_import(text: str, at: int) -> bool:
    line = text[:at].rpartition("\n")[2]
    return bool(re.search(r"\bimport\b|\bfrom\s*$|use strict", line)) or "use strict" in text[at : at + 12]
