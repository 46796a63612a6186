"""What `yearbook check` says of the register, word by word."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.outside import extensions
from builder.commands.build import build
from builder.commands.cli import main
from builder.sources.finding import Findings
from tests.project import project

HOW = "“旧编号 = 新编号”，拆分用“、”隔开，撤回写“旧编号 = 撤回：原因”"
FIND = "找回它，或在 published_ids.txt 末尾写明去向："
AT = "source_texts/published_ids.txt"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A small project that was built once."""
    root = project(tmp_path)
    build(root)
    return root


def told(root: Path, capsys: pytest.CaptureFixture[str], *lines: str) -> list[str]:
    """What `check` says of the register with further lines, which begin on line 8."""
    register = root / "source_texts" / "published_ids.txt"
    with register.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    assert main(["--root", str(root), "check"]) == 1
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["a = b", "b = a"], f"{AT}:7  id.loop  a 的去向绕成一圈：a = b = a. Hint: 写成{HOW}."),
        (["a = b"], f"{AT}:7  id.alias  a 的去向“b”不是现有的编号. Hint: 写成{HOW}."),
        (
            ["chronicle-1999 = a"],
            f"{AT}:7  id.alias  chronicle-1999 仍在，却写了去向. Hint: 删去这一行，或查明它何以仍在.",
        ),
        (
            ["plan-9 0000000000000000", "plan-9/ch-01 0000000000000000"],
            f"{AT}:7  id.gone  整卷 plan-9 不见了，连同其下 1 个编号. Hint: {FIND}{HOW}.",
        ),
    ],
)
def test_lines_that_lead_nowhere(lines: list[str], said: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said in told(built, capsys, *lines)


def test_an_id_that_came_to_name_something_else(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = built / "source_texts" / "published_ids.txt"
    known = dict(line.split() for line in register.read_text("utf-8").splitlines())
    line = list(known).index("chronicle-1999") + 1
    said = (
        f"{AT}:{line}  id.changed  已公布的编号 chronicle-1999 如今指的是别的内容. Hint: 查明缘由；确是同一事物，"
        f"在 published_ids.txt 末尾补一行：chronicle-1999 {known['chronicle-1999']}."
    )
    assert said in told(built, capsys, "chronicle-1999 0000000000000000")


def test_a_project_without_settings(tmp_path: Path) -> None:
    with pytest.raises(Findings) as found:
        extensions(tmp_path / "mkdocs.yml")
    said = "mkdocs.yml:1  mkdocs.missing  does not exist. Hint: put the project's mkdocs.yml in its folder."
    assert str(found.value) == said
