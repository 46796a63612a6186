"""EPUB 3, one per volume, from the same rows as the prints: a zip file written here, byte for byte the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from builder.edition.book import Edition, book_facts, chapters_of, title_lines
from builder.writers.epub import package
from builder.writers.epub.chapters import document_body, entry_anchor, front_body, month_body
from builder.writers.epub.inline import Chapter
from builder.writers.epub.package import Item
from builder.writers.files import write

FOLDER = "download/epub"
# The oldest date that a zip file can bear.
STAMP = (1980, 1, 1, 0, 0, 0)
_XHTML = "application/xhtml+xml"


def epub_paths(volumes: Iterable[str]) -> dict[str, str]:
    """Where the EPUB of each volume will stand, relative to the site's root. Pure: touches nothing."""
    return {volume: f"{FOLDER}/{volume}.epub" for volume in volumes}


def write_epubs(volumes: Iterable[Mapping[str, Any]], out: Path) -> list[Path]:
    """The EPUBs of volumes (rows as `print_files` makes them) as `out/<id>.epub`; gives the paths."""
    paths = []
    for volume in volumes:
        path = out / f"{volume['id']}.epub"
        write(path, epub(volume))
        paths.append(path)
    return paths


def epub(volume: Mapping[str, Any]) -> bytes:
    """One volume as an EPUB."""
    title = str(volume["title"])
    where = dict(_addresses(volume))
    chapters, files = [], {}
    for chapter, body in _chapters(volume, where):
        chapters.append(chapter)
        files[chapter.file] = package.page(f"{title} {chapter.title}", body)
    files["cover.svg"] = package.cover(title_lines(title), str(volume["publisher"]))
    image = f'<section epub:type="cover"><img src="cover.svg" alt="{escape(title)}" style="max-width:100%"/></section>'
    files["cover.xhtml"] = package.page(title, image)
    files["nav.xhtml"] = package.navigation(title, chapters)
    files["style.css"] = package.STYLE
    items = [
        Item("nav", "nav.xhtml", _XHTML, "nav"),
        Item("style", "style.css", "text/css"),
        Item("cover-image", "cover.svg", "image/svg+xml", "cover-image"),
        Item("cover", "cover.xhtml", _XHTML),
        *(Item(one.file.removesuffix(".xhtml"), one.file, _XHTML) for one in chapters),
    ]
    spine = ["cover", "nav", *(one.file.removesuffix(".xhtml") for one in chapters)]
    has_pages = any(one.pages for one in chapters)
    opf = package.package(volume, items, spine, has_pages=has_pages)
    parts = {"META-INF/container.xml": package.CONTAINER, "EPUB/package.opf": opf}
    return _zip(parts | {f"EPUB/{name}": content for name, content in sorted(files.items())})


def _chapters(volume: Mapping[str, Any], where: Mapping[str, str]) -> Iterator[tuple[Chapter, str]]:
    for page in volume["front"]:
        chapter = Chapter(f"front-{page['id']}.xhtml", page["title"])
        yield chapter, "\n".join(front_body(page, chapter, volume["front_notes"]))
    for one in chapters_of(volume):
        row = one["row"]
        chapter = Chapter(_file(row["id"], one["kind"]), row["title"] if one["kind"] == "month" else row["name"])
        body = month_body if one["kind"] == "month" else document_body
        yield chapter, "\n".join(body(row, chapter, where))
    facts = book_facts(volume, Edition(""))
    lines = "\n".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in facts)
    yield Chapter("about.xhtml", "关于本版"), f'<section class="aid"><h1>关于本版</h1>\n<dl>{lines}</dl></section>'


def _file(name: str, kind: str) -> str:
    return f"{kind}-{name.rpartition('/')[2]}.xhtml"


def _addresses(volume: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for month in volume["months"]:
        file = _file(month["id"], "month")
        yield from ((entry["id"], f"{file}#{entry_anchor(entry['id'])}") for entry in month["entries"])
    for document in volume["documents"]:
        yield document["id"], _file(document["id"], "document")


def _zip(parts: Mapping[str, str]) -> bytes:
    """The parts behind the `mimetype`, which comes first and is not compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr(_info("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in parts.items():
            book.writestr(_info(name), content.encode("utf-8"), zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, STAMP)
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info
