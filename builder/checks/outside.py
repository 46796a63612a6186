"""The outside proof: the visible text of a rendered page equals the characters its writer was given."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import frontmatter
import markdown

from builder.edition.read import Read
from builder.engine.text import Text
from builder.model.address import document_url, month_url, page_file, volume_folder
from builder.sources.finding import Finding

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
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


def render(body: str) -> str:
    """Markdown as MkDocs renders it."""
    return markdown.markdown(body, extensions=EXTENSIONS, output_format="html")


def given(texts: list[Text]) -> str:
    """The characters that a writer was given, without white space."""
    return "".join("".join(text.s.split()) for text in texts)


def differences(read: Read, docs: dict[str, str]) -> Iterator[Finding]:
    """Pages of a volume whose visible text is not what the model holds."""
    for url, texts in expected(read).items():
        name = page_file(url)
        shown, wanted = visible(render(frontmatter.loads(docs[name]).content)), given(texts)
        if shown != wanted:
            at = next((i for i, (a, b) in enumerate(zip(shown, wanted, strict=False)) if a != b), len(wanted))
            problem = f"shows “{shown[at : at + 20]}” where “{wanted[at : at + 20]}” was written (character {at})"
            yield Finding(f"docs/{name}", 1, "page.text", problem, "escape it in writers/markdown/escape.py")


def expected(read: Read) -> dict[str, list[Text]]:
    """The texts of each page of a volume, in the order in which the page shows them."""
    volume = read.volume
    pages = {volume_folder(volume.id): [t for page in volume.front for t in page.texts()]}
    for month in volume.months:
        texts = month.headings[:1]
        later = month.headings[1:]
        for entry in month.entries:
            if entry.start is None and later:
                texts = [*texts, later.pop(0)]
            texts = [*texts, *entry.texts()]
        pages[month_url(month.id)] = texts
    for document in volume.documents:
        pages[document_url(document.id)] = list(document.texts())
    return pages
