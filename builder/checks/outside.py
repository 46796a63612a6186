"""The outside proof: the visible text of a rendered page equals the characters its writer was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import frontmatter
import markdown
import yaml

from builder.edition.chapter import Chapters
from builder.edition.walk import Line
from builder.model.address import page_file, volume_folder
from builder.sources.finding import Finding, finding, only

_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col"}


class VisibleText(HTMLParser):
    """Gathers the text of an HTML fragment without the builder's furniture (`data-furniture`)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if self._hidden or any(name == "data-furniture" for name, _ in attrs):
            self._hidden.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden and tag not in _VOID:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def visible(html: str) -> str:
    """The visible text of an HTML fragment, without furniture and white space."""
    parser = VisibleText()
    parser.feed(html)
    parser.close()
    return "".join("".join(parser.parts).split())


def extensions(config: Path) -> list[str | dict[str, Any]]:
    """The Markdown extensions that `mkdocs.yml` names: a page is proved as MkDocs renders it.

    Raises `Findings` where there is no such file.
    """
    if not config.exists():
        raise only(config.name, 1, "mkdocs.missing")
    named: list[str | dict[str, Any]] = yaml.safe_load(config.read_text("utf-8"))["markdown_extensions"]
    return named


def render(body: str, named: Sequence[str | dict[str, Any]]) -> str:
    """Markdown as MkDocs renders it with the extensions of `mkdocs.yml`."""
    configs = {name: options for one in named if isinstance(one, dict) for name, options in one.items()}
    names = [one if isinstance(one, str) else next(iter(one)) for one in named]
    return markdown.markdown(body, extensions=names, extension_configs=configs)


def given(lines: Iterable[Line]) -> str:
    """The characters that a writer was given, without white space."""
    return "".join("".join(line.text.s.split()) for line in lines)


def differences(
    chapters: Chapters, docs: Mapping[str, str], named: Sequence[str | dict[str, Any]]
) -> Iterator[Finding]:
    """Pages of a volume whose visible text is not what its chapters hold, in their order."""
    for url, lines in expected(chapters).items():
        name = page_file(url)
        shown, wanted = visible(render(frontmatter.loads(docs[name]).content, named)), given(lines)
        if shown != wanted:
            least = min(len(shown), len(wanted))
            at = next((i for i, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), least)
            facts = {"shown": shown[at : at + 20], "wanted": wanted[at : at + 20], "at": at}
            yield finding(f"docs/{name}", 1, "page.text", **facts)


def expected(chapters: Chapters) -> dict[str, list[Line]]:
    """The lines of each page of a volume, in the order in which the page shows them."""
    front = [line for _, chapter in chapters.front for line in chapter.lines()]
    pages = {volume_folder(chapters.volume.id): front}
    return pages | {chapter.url: list(chapter.lines()) for _, chapter in (*chapters.parts, *chapters.documents)}
