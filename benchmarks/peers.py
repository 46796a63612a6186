"""The peers of the search benchmark: sites of the same units, each with its own search."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.places import served
from builder.writers.search.fold import fold

Unit = Mapping[str, Any]
VENV = Path("build/bench/venv")
ICON = '<link rel="icon" href="data:,">'


def pages(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Return the units of each page, as the addresses of the units have it."""
    return {url: list(rows) for url, rows in groupby(units, key=lambda unit: unit["url"].split("#")[0])}


def _fresh(out: Path) -> Path:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    return out


def _anchor(unit: Unit) -> str:
    return str(unit["url"].partition("#")[2] or "top")


MKDOCS = """site_name: bench
docs_dir: {docs}
site_dir: {site}
markdown_extensions: [attr_list]
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
nav: [index.md]
validation:
  nav:
    omitted_files: ignore
"""


def _escaped(text: str) -> str:
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>()#+-.!|&~" else c for c in text)


def material(units: Sequence[Unit], out: Path) -> float:
    """Build Material for MkDocs with its search (jieba cuts the words); return the seconds."""
    docs, site = _fresh(out / "docs"), out / "site"
    (docs / "index.md").write_text("# Index\n", "utf-8")
    for url, rows in pages(units).items():
        path = docs / f"{url.rstrip('/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = [f"## {_escaped(u['title'])} {{: #{_anchor(u)} }}\n\n{_escaped(u['text'])}\n" for u in rows]
        path.write_text("\n".join(["# Page\n", *parts]), "utf-8")
    config = out / "mkdocs.yml"
    config.write_text(MKDOCS.format(docs=docs.resolve(), site=site.resolve()), "utf-8")
    start = time.perf_counter()
    command = [str(VENV / "bin" / "mkdocs"), "build", "-q", "-f", str(config)]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def pagefind(units: Sequence[Unit], out: Path) -> float:
    """Build plain pages and Pagefind's index; return the seconds of the index."""
    site = _fresh(out / "site")
    for url, rows in pages(units).items():
        body = "".join(
            f'<h2 id="{html.escape(_anchor(unit))}">{html.escape(unit["title"])}</h2><p>{html.escape(unit["text"])}</p>'
            for unit in rows
        )
        path = site / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<!doctype html><html lang="zh-Hans"><body data-pagefind-body>{body}</body></html>', "utf-8")
    (site / "index.html").write_text(f'<!doctype html><html lang="zh-Hans">{ICON}<body>x</body></html>', "utf-8")
    start = time.perf_counter()
    command = [str(VENV / "bin" / "python"), "-m", "pagefind", "--site", str(site), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


LUNR_BUILD = """docs => {
  const index = lunr(function () {
    this.ref("i"); this.field("x");
    this.pipeline.reset(); this.searchPipeline.reset();
    const token = (text, i) => new lunr.Token(text.slice(i, i + 2), {});
    this.tokenizer = (text) => Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => token(text, i));
    docs.forEach((x, i) => this.add({ i, x }));
  });
  return JSON.stringify(index);
}"""
LUNR_PAGE = """const cut = (q) => Array.from({ length: q.length - 1 }, (_, i) => q.slice(i, i + 2));
const all = { usePipeline: false, presence: lunr.Query.presence.REQUIRED };
let ready = null;
window.find = async (q) => {
  ready = ready || Promise.all(["index.json", "texts.json"].map((f) => fetch(f).then((r) => r.json())))
    .then(([index, texts]) => ({ index: lunr.Index.load(index), texts }));
  const { index, texts } = await ready;
  const terms = cut(q);
  const found = index.query((b) => terms.forEach((t) => b.term(t, all)));
  return found.map((r) => texts[r.ref]).filter(([, t]) => t.includes(q)).map(([id]) => id);
};
"""


def _page(site: Path, scripts: Sequence[str]) -> None:
    tags = "".join(f'<script src="{name}"></script>' for name in scripts)
    (site / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{ICON}{tags}<body>x</body>", "utf-8")


def lunr(units: Sequence[Unit], out: Path, browser: Browser) -> float:
    """Build a lunr index of pairs of characters, with the texts for a last check."""
    site = _fresh(out / "site")
    library = next(VENV.glob("lib/*/site-packages/mkdocs/contrib/search/templates/search/lunr.js"))
    shutil.copyfile(library, site / "lunr.js")
    (site / "find.js").write_text(LUNR_PAGE, "utf-8")
    _page(site, ["lunr.js", "find.js"])
    # A character that no query has keeps a hit from running over title and text.
    texts = [[unit["url"], f"{fold(unit['title'])}\n{fold(unit['text'])}"] for unit in units]
    (site / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    start = time.perf_counter()
    with served(site) as place:
        page = browser.new_page()
        page.goto(place.address)
        (site / "index.json").write_text(page.evaluate(LUNR_BUILD, [text for _, text in texts]), "utf-8")
        page.close()
    return time.perf_counter() - start


SCAN_PAGE = """let ready = null;
window.find = async (q) => {
  ready = ready || fetch("texts.json").then((r) => r.json());
  return (await ready).filter(([, t]) => t.includes(q)).map(([id]) => id);
};
"""


def scan(units: Sequence[Unit], out: Path) -> float:
    """Write the texts and a page that reads them all."""
    site = _fresh(out / "site")
    start = time.perf_counter()
    texts = [[unit["url"], f"{fold(unit['title'])}\n{fold(unit['text'])}"] for unit in units]
    (site / "texts.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")
    (site / "find.js").write_text(SCAN_PAGE, "utf-8")
    _page(site, ["find.js"])
    return time.perf_counter() - start


# How each is asked in its page. All give the addresses of the hits (ours their ids); `first` stops
# at the first hits that could be shown.
FIND = "async ([q, first]) => await find(q)"
OURS = """async ([q, first]) => {
  if (!first) return (await yearbook.search(q, { limit: 0, facets: false })).hits;
  return (await yearbook.search(q, { limit: 2, facets: false })).hits.map((h) => h.id);
}"""
PAGEFIND = """async ([q, first]) => {
  const p = window.pf = window.pf || await import("/pagefind/pagefind.js");
  const { results } = await p.search(q);
  const rows = await Promise.all((first ? results.slice(0, 1) : results).map((r) => r.data()));
  return rows.flatMap((r) => r.sub_results.map((s) => s.url.slice(1)));
}"""
MATERIAL_START = """window.Worker = class extends Worker {
  constructor(...all) { super(...all); this.addEventListener("message", (e) => { window.said = e.data; }); }
};"""
MATERIAL = """async ([q, first]) => {
  const field = document.querySelector("[data-md-component=search-query]");
  const wait = () => new Promise((r) => setTimeout(r, 1));
  window.said = null;
  field.focus();
  field.value = q;
  field.dispatchEvent(new Event("keyup"));
  field.dispatchEvent(new Event("input"));
  const until = performance.now() + 60000;
  while (!(window.said && window.said.type === 3) && performance.now() < until) await wait();
  return window.said.data.items.flatMap((page) => page.map((part) => part.location));
}"""
ASK: dict[str, str] = {"ours": OURS, "material": MATERIAL, "pagefind": PAGEFIND, "lunr": FIND, "scan": FIND}
BUILD: dict[str, Callable[[Sequence[Unit], Path], float]] = {"material": material, "pagefind": pagefind, "scan": scan}
