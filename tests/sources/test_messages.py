"""What findings say: every message in both languages with the same facts, each used, each held by a test."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from builder.sources.finding import finding, language, messages

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = messages()


def fields(message: str) -> set[str]:
    """The names in the braces of a message."""
    return {name for _, name, _, _ in Formatter().parse(message) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_tell_the_same_facts(key: str) -> None:
    one = MESSAGES[key]
    assert fields(one["zh"]) == fields(one["en"])
    assert fields(one["zh_hint"]) == fields(one["en_hint"])
    assert re.search(r"[\u4e00-\u9fff]", one["zh_hint"])
    assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"“[^”]*”", "", one["en_hint"]))
    assert not one["zh"].endswith(("。", ".")), "the sentence is closed where it is printed"


@pytest.mark.parametrize(
    ("env", "wanted"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"YEARBOOK_LANG": "zh", "LC_ALL": "en_US.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_that_of_the_locale(env: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("YEARBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert language() == wanted


def test_a_finding_is_one_line_in_either_language(monkeypatch: pytest.MonkeyPatch) -> None:
    one = finding("甲.txt", 3, "source.nul")
    assert str(one) == "甲.txt:3  source.nul  holds a NUL character. Hint: this is no text file: convert it again."
    monkeypatch.setenv("YEARBOOK_LANG", "zh")
    one = finding("甲.txt", 3, "source.nul")
    assert str(one) == "甲.txt:3  source.nul  里面有空字符（NUL）。提示：这不是文本文件：请重新转换。"


def literals(folder: str) -> Iterator[str]:
    """Every string of the code below a folder, what an f-string fills in as ◌; not what documents it."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        alone = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        inside = {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values}
        for one in ast.walk(tree):
            if id(one) in alone or id(one) in inside:
                continue
            if isinstance(one, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "◌" for part in one.values)
            elif isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one.value


@pytest.fixture(scope="module")
def told() -> list[str]:
    """The strings of all tests in which a finding may stand."""
    return [one for one in literals("tests") if "  " in one]


@pytest.fixture(scope="module")
def keys() -> list[str]:
    """The strings of the program that may be keys; ◌ stands for a part that is filled in."""
    return [one for one in literals("builder") if re.fullmatch(r"[a-z.◌]+(?:/[a-z◌]+)?", one)]


@pytest.mark.parametrize("key", MESSAGES)
def test_a_test_holds_the_message(key: str, told: list[str]) -> None:
    name = key.partition("/")[0]
    shown = r"[a-z]+\.[a-z]+" if "." not in name else re.escape(name)
    says = ".+?".join(re.escape(part) for part in re.split(r"\{\w+\}", MESSAGES[key]["en"]))
    wanted = re.compile(rf"(?:^|  ){shown}  {says}")
    assert any(wanted.search(one) for one in told), f"no test holds the message  {wanted.pattern}"


@pytest.mark.parametrize("key", MESSAGES)
def test_the_program_tells_the_message(key: str, keys: list[str]) -> None:
    assert any(re.fullmatch(re.escape(one).replace("◌", ".+"), key) for one in keys if one != "◌")
