"""What `yearbook check` says of the register, word by word."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.outside import extensions
from builder.commands.build import build
from builder.commands.cli import main
from builder.sources.finding import Findings
from tests.project import project

STILL = "Hint: take the line out, or find out why it is still there."
HOW = "“old = new”, several parted by “、”, withdrawn “old = 撤回：why”"
FIND = "bring it back, or say at the end of published_ids.txt where it went: "
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
        (["a = b", "b = a"], f"{AT}:7  id.loop  a leads back to itself: a = b = a. Hint: write {HOW}."),
        (["a = b"], f"{AT}:7  id.alias  a leads to “b”, which is no id. Hint: write {HOW}."),
        (
            ["chronicle-1999 = a"],
            f"{AT}:7  id.alias  chronicle-1999 is still there, though a line tells where it went. {STILL}",
        ),
        (
            ["plan-9 0000000000000000", "plan-9/ch-01 0000000000000000"],
            f"{AT}:7  id.gone  the volume plan-9 is gone, with 1 ids below it. Hint: {FIND}{HOW}.",
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
        f"{AT}:{line}  id.changed  the published id chronicle-1999 names something else now. "
        "Hint: find out why; if it is the same thing, "
        f"add a line to published_ids.txt: chronicle-1999 {known['chronicle-1999']}."
    )
    assert said in told(built, capsys, "chronicle-1999 0000000000000000")


def test_a_project_without_settings(tmp_path: Path) -> None:
    with pytest.raises(Findings) as found:
        extensions(tmp_path / "mkdocs.yml")
    said = "mkdocs.yml:1  mkdocs.missing  does not exist. Hint: put the project's mkdocs.yml in its folder."
    assert str(found.value) == said
