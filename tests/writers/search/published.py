"""The texts of the published pages, block by block, as a reader sees them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SKIP = {"script", "style", "noscript", "template", "nav", "button", "select", "textarea", "rt", "rp"}
BLOCK = {
    "p",
    "li",
    "td",
    "th",
    "caption",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "section",
    "article",
    "tr",
    "table",
}


class Blocks(HTMLParser):
    """Collects the official text of a page: what stands in `data-yearbook-text` and is no furniture."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.fixes: list[tuple[str, int]] = []
        self.stack: list[tuple[str, bool, bool]] = []
        self.text = ""
        self.pending: list[int] = []

    def flush(self) -> None:
        """End a block."""
        if self.text.strip():
            self.blocks.append(self.text)
            self.fixes += [(self.text, at) for at in self.pending]
        self.text, self.pending = "", []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        names = dict(attrs)
        inside, skipped = self.stack[-1][1:] if self.stack else (False, False)
        if tag in BLOCK:
            self.flush()
        if "fix" in (names.get("class") or "").split():
            self.pending.append(len(self.text))
        if tag not in VOID:
            hidden = "data-furniture" in names or "data-base" in names or tag in SKIP
            self.stack.append((tag, inside or "data-yearbook-text" in names, skipped or hidden))

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag in BLOCK:
            self.flush()
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take the text where it is official."""
        if self.stack and self.stack[-1][1] and not self.stack[-1][2]:
            self.text += data


def published(site: Path) -> Blocks:
    """Return the blocks of all pages of the site."""
    all_blocks = Blocks()
    for path in sorted(site.rglob("*.html")):
        parser = Blocks()
        parser.feed(path.read_text("utf-8"))
        parser.flush()
        all_blocks.blocks += parser.blocks
        all_blocks.fixes += parser.fixes
    return all_blocks
