"""The command itself: what it says to wrong use, and which exit code it gives for what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.commands import cli
from builder.engine.rule import Broken
from builder.sources.finding import only
from tests.commands.running import run


def test_print_without_a_choice_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "yearbook print: say what: --month, --volume, --document or --all"
    assert run(tmp_path, capsys, "print") == (2, [said])


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["explain"], ["print", "--paper", "a5"], ["build", "--all"]])
def test_wrong_use_shows_how_and_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("usage: yearbook")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nothing"], "没有“nothing”这一项"),
        (["explain"], "yearbook explain：写法不对：缺少 place\n"),
        (["print", "--paper", "a5"], "--paper 没有“a5”这一项"),
        (["print", "--paper"], "--paper 后面要写一个值"),
        (["build", "--all"], "yearbook：写法不对：不认识 --all\n"),
    ],
)
def test_wrong_use_is_told_in_the_language_of_the_office(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YEARBOOK_LANG", "zh")
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("用法：yearbook")
    assert said in told


def test_help_is_in_the_language_of_the_office(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YEARBOOK_LANG", "zh")
    for arguments in ([], ["new"], ["build"], ["check"], ["explain"], ["print"]):
        with pytest.raises(SystemExit):
            cli.main([*arguments, "--help"])
        said = capsys.readouterr().out
        assert "用法：" in said
        assert not re.findall(r"(?i)\b(?:usage|options|show|exit|the|default)\b", said)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    for command in ("build", "finish", "check", "explain", "print", "fresh"):
        assert f"\n    {command} " in said


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (
            only("a.txt", 3, "source.empty"),
            1,
            "a.txt:3  source.empty  holds no text. Hint: put the raw file in its place.",
        ),
        (Broken("a rule overstepped"), 3, "yearbook: a promise of our own is broken: a rule overstepped"),
    ],
)
def test_findings_are_1_and_a_broken_promise_3(
    error: Exception,
    code: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def build(root: Path) -> None:
        assert root == tmp_path
        raise error

    monkeypatch.setattr("builder.commands.build.build", build)
    assert run(tmp_path, capsys, "build") == (code, [said])


def test_fresh_says_whether_by_its_code_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, capsys, "fresh") == (1, [])


def test_fresh_is_0_where_the_site_is_up_to_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.commands.fresh.is_fresh", lambda root: root == tmp_path)
    assert run(tmp_path, capsys, "fresh") == (0, [])


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (("finish",), "builder.commands.finish.finish"),
        (("explain", "x"), "builder.commands.explain.explain"),
        (("print", "--all"), "builder.commands.prints.print_some"),
        (("build",), "builder.commands.build.build"),
    ],
)
def test_what_went_well_is_0(
    command: tuple[str, ...],
    where: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(where, lambda *_: [] if command == ("build",) else ["said"])
    assert run(tmp_path, capsys, *command) == (0, [])
