"""Titles that the catalogue declares: documents that the reader missed, passages that it took for documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.edition.read import Read
from tests.cases.reading import documents, read_case
from tests.cases.test_heads import NOTICE

MISSED = "整顿市容\n启事\n{below}整顿市容。\n某市城建局启\n"
PASSAGE = "某县人民政府\n关于修路的通知\n某县发〔2009〕9号\n各乡：\n修路。\n"


def read(folder: Path, raw: str, **profile: list[str]) -> Read:
    folder.mkdir(exist_ok=True)
    text = folder / "raw.txt"
    text.write_text(raw, "utf-8")
    return read_case(folder, text, "gazette", 2009, profile=profile)[0]


@pytest.mark.parametrize(
    ("above", "below", "number"),
    [("", "", ""), ("某政启〔2009〕7号\n", "", "某政启〔2009〕7号"), ("", "某政启〔2009〕7号\n", "某政启〔2009〕7号")],
)
def test_a_declared_title_begins_a_document(above: str, below: str, number: str, tmp_path: Path) -> None:
    raw = NOTICE + above + MISSED.format(below=below)
    assert "整顿市容启事" not in [one[0] for one in documents(read(tmp_path / "plain", raw))]
    found = documents(read(tmp_path / "said", raw, documents=["整顿市容启事"]))
    assert [one[:2] for one in found][1:] == [("整顿市容启事", number)]


def test_a_declared_passage_begins_none_and_is_not_doubted(tmp_path: Path) -> None:
    raw = NOTICE + PASSAGE
    assert len(read(tmp_path / "plain", raw).volume.documents) == 2
    found = read(tmp_path / "said", raw, passages=["某县人民政府关于修路的通知", "某县发〔2009〕9号"])
    assert [one.title.s for one in found.volume.documents] == ["关于表彰先进的通知"]
    assert [one.key for one in found.doubts] == []


def test_a_title_that_is_of_no_use_is_doubted(tmp_path: Path) -> None:
    found = read(tmp_path, NOTICE, documents=["整顿市容启事"], passages=["关于修路的通知"])
    assert [(one.key, one.facts) for one in found.doubts] == [
        ("title.declared", (("name", "整顿市容启事"),)),
        ("title.declared", (("name", "关于修路的通知"),)),
    ]
