"""The inside proof stops the build: a reader that loses, doubles or leaves out what it may not writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.commands.cli import main
from builder.model.volume import Volume
from builder.readers import READERS
from builder.readers.source import Source
from tests.project import project

Spoil = Callable[[Source, Volume], None]


def broken(root: Path, spoil: Spoil, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What `yearbook build` says when the chronicle's reader ends in `spoil`; nothing may be written."""
    honest = READERS["chronicle"]

    def reader(source: Source) -> Volume:
        volume = honest(source)
        spoil(source, volume)
        return volume

    monkeypatch.setitem(READERS, "chronicle", reader)
    assert main(["--root", str(root), "build"]) == 3
    assert sorted(path.name for path in root.iterdir()) == ["mkdocs.yml", "source_texts"]
    return capsys.readouterr().err.strip()


def lose(_: Source, volume: Volume) -> None:
    """The last entry is lost."""
    volume.months[0].entries.pop()


def double(_: Source, volume: Volume) -> None:
    """The first entry stands twice."""
    volume.months[0].entries.append(volume.months[0].entries[0])


def leave_out(source: Source, volume: Volume) -> None:
    """A paragraph is dropped under a name that allows white space alone."""
    source.drop("line.space", volume.months[0].entries[0].paragraphs[0])


def invent(source: Source, volume: Volume) -> None:
    """A paragraph is dropped under a name that nobody knows."""
    source.drop("line.nothing", volume.months[0].entries[0].paragraphs[0])


PROMISE = "yearbook: a promise of our own is broken: "
OFF = f"{PROMISE}chronicle-1999: the ledger does not balance: "


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lose, f"{OFF}line 10: '是' is lost; line 10: '月' is lost; line 12: '全' is lost; "),
        (double, f"{OFF}line 4: '1' is published twice; line 4: '日' is published twice; "),
        (leave_out, f"{PROMISE}line.space: a reader leaves out '市政府召开会议。', which its bounds forbid"),
        (invent, f"{PROMISE}line.nothing: a reader leaves out '市政府召开会议。', which its bounds forbid"),
    ],
    ids=["lost", "doubled", "left out", "unknown name"],
)
def test_nothing_is_written(
    spoil: Spoil, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert broken(project(tmp_path), spoil, monkeypatch, capsys).startswith(said)


def test_the_sum_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    assert main(["--root", str(root), "build"]) == 0
    raw = (root / "source_texts" / "chronicle-1999.txt").read_text("utf-8")
    assert capsys.readouterr().out == f"chronicle-1999：刊出 {published(root)} / {len(raw)} 字符；疑处：无\n"
    assert main(["--root", str(root), "check"]) == 0
    gone = len(raw) - published(root)
    said = f"chronicle-1999：原文 {len(raw)} 字符 = 刊出 {published(root)} + 依规则删去 {gone}，合计 100.00 %\n"
    assert capsys.readouterr().out == said


def published(root: Path) -> int:
    """The characters of the sample that stand on its pages: all but white space, commas behind labels, marks."""
    raw = (root / "source_texts" / "chronicle-1999.txt").read_text("utf-8")
    return len("".join(raw.replace("日，", "日").replace("△", "").split()))
