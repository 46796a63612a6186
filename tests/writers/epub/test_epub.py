"""The e-books: valid, complete, the same bytes twice."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import pytest

from builder.checks.outside import given
from builder.commands.build import Product
from builder.edition.read import Read
from builder.writers.epub import epub, epub_paths, write_epubs

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"


@pytest.fixture(scope="module")
def rows(everything: tuple[list[Read], Product]) -> list[dict[str, Any]]:
    """The rows of all volumes, with their links."""
    return [json.loads(said) for said in everything[1].prints.values()]


@pytest.fixture(scope="module")
def books(rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every e-book by the id of its volume."""
    return {path.stem: path for path in write_epubs(rows, tmp_path_factory.mktemp("epub"))}


def test_epubcheck_finds_nothing(books: dict[str, Path]) -> None:
    # Debian's epubcheck is a jar that only some systems start by itself.
    program = shutil.which("epubcheck")
    assert program, "epubcheck is missing: apt-get install epubcheck"
    for path in books.values():
        command = [
            "java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            str(Path(program).resolve()),
            "--failonwarnings",
            str(path),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr


def official(tree: ET.Element) -> str:
    """The text of the original: what is not marked as ours, without white space."""

    def said(one: ET.Element) -> str:
        own = "" if "aid" in one.get("class", "").split() else (one.text or "")
        if "aid" not in one.get("class", "").split():
            own += "".join(said(inner) + (inner.tail or "") for inner in one)
        return own

    body = tree.find(f"{XHTML}body")
    assert body is not None
    return "".join(said(body).split())


def test_each_chapter_says_the_published_text_in_its_order(books: dict[str, Path], made: Product) -> None:
    for some in made.chapters:
        with zipfile.ZipFile(books[some.volume.id]) as book:
            for kind, chapters in (("month", some.parts), ("document", some.documents), ("front", some.front)):
                for _, chapter in chapters:
                    name = re.split("[/#]", chapter.id)[-1]
                    text = official(ET.fromstring(book.read(f"EPUB/{kind}-{name}.xhtml")))
                    assert text == given(chapter.lines()), chapter.id


def test_every_link_leads_to_an_id_of_the_book(books: dict[str, Path]) -> None:
    for name, path in books.items():
        with zipfile.ZipFile(path) as book:
            trees = {f: ET.fromstring(book.read(f)) for f in book.namelist() if f.endswith(".xhtml")}
        ids = {f"{file}#{one.get('id')}" for file, tree in trees.items() for one in tree.iter() if one.get("id")}
        for file, tree in trees.items():
            for link in tree.iter(f"{XHTML}a"):
                target, _, anchor = link.attrib["href"].partition("#")
                whole = f"EPUB/{target}" if target else file
                assert whole in trees, f"{name}: {file}: {link.attrib['href']}"
                assert not anchor or f"{whole}#{anchor}" in ids, f"{name}: {file}: {link.attrib['href']}"


def test_the_pages_of_the_original_are_listed(books: dict[str, Path], reads: dict[str, Read]) -> None:
    for name, path in books.items():
        pages = {page for _, page in reads[name].volume.turns if page is not None}
        with zipfile.ZipFile(path) as book:
            tree = ET.fromstring(book.read("EPUB/nav.xhtml"))
        lists = [nav for nav in tree.iter(f"{XHTML}nav") if nav.get(f"{EPUB}type") == "page-list"]
        listed = {int(link.text or "0") for nav in lists for link in nav.iter(f"{XHTML}a")}
        said = {}
        with zipfile.ZipFile(path) as book:
            for file in (one for one in book.namelist() if one.endswith(".xhtml")):
                for span in ET.fromstring(book.read(file)).iter(f"{XHTML}span"):
                    if span.get(f"{EPUB}type") == "pagebreak":
                        said[f"{file.removeprefix('EPUB/')}#{span.get('id')}"] = span.get("aria-label")
        assert listed <= pages, name
        assert len(listed) >= 0.9 * len(pages), name
        # Each line of the list leads to a break that says the same page.
        links = [link for nav in lists for link in nav.iter(f"{XHTML}a")]
        assert {link.get("href"): link.text for link in links} == said, name


def test_the_first_part_is_the_type_of_the_file(books: dict[str, Path]) -> None:
    for path in books.values():
        assert path.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_bytes_twice(books: dict[str, Path], rows: list[dict[str, Any]]) -> None:
    for row in rows:
        made = epub(row)
        assert made == books[row["id"]].read_bytes()
        with zipfile.ZipFile(io.BytesIO(made)) as book:
            assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_paths_follow_from_ids_alone() -> None:
    assert epub_paths(["plan-145"]) == {"plan-145": "download/epub/plan-145.epub"}
