"""An invented city with five volumes of all kinds, from `init` to the finished site: nothing of ours stands in it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.commands.cli import main
from tests.other_city.office import office

# Of the city whose yearbook stands in this repository.
OURS = re.compile("晋城|晋市|jincheng|山西|王震|丹河")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = office(tmp_path_factory.mktemp("office") / "沄川")
    assert main(["--root", str(folder), "site"]) == 0
    yield folder
    shutil.rmtree(folder)


def test_nothing_of_another_city_stands_in_it(root: Path) -> None:
    named = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file() and met(path)]
    assert named == []


def met(path: Path) -> bool:
    return OURS.search(path.read_bytes().decode("utf-8", "ignore")) is not None or OURS.search(path.name) is not None


def test_it_is_called_by_its_own_name(root: Path) -> None:
    home = (root / "site" / "index.html").read_text("utf-8")
    assert "<title>沄川年鉴</title>" in home
    assert "沄川五年的年鉴、大事、公报、规划与文件，逐字可核，可查可引。" in home
    feed = (root / "site" / "feeds" / "volumes.xml").read_text("utf-8")
    assert "<name>沄川年鉴</name>" in feed


def test_all_that_is_promised_is_made(root: Path) -> None:
    site = root / "site"
    volumes = json.loads((site / "data" / "volumes.json").read_text("utf-8"))
    assert sorted({one["kind"] for one in volumes}) == ["chronicle", "document", "gazette", "plan", "yearbook"]
    for one in volumes:
        for path in (f"{one['url']}index.html", f"download/epub/{one['id']}.epub", f"download/pdf/{one['id']}.pdf"):
            assert (site / path).stat().st_size > 0
    assert (site / "download" / "yearbook-offline.zip").exists()
    sections = sorted(path.name for path in (site / "download" / "pdf" / "yearbook-2019").glob("lei-mu-*.pdf"))
    assert "lei-mu-nong-ye.pdf" in sections
