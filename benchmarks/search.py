"""Search beside its peers, on the real units and on ten times as many.

Run by `make bench` after `make site`. Writes the table of the README to build/bench/search.md.
`python -m benchmarks.search 1 10` chooses the sizes, `--only ours` leaves the peers out; they
run up to ten times the text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks import peers
from benchmarks.corpus import queries, scaled
from benchmarks.places import Site, served, slow_page
from builder.site import assets
from builder.writers.search import write_search
from builder.writers.search.fold import fold

OUT = Path("build/bench/search")
CHROMIUM = "/usr/bin/chromium"
COLD, BYTES, WARM, PEERS_UP_TO = 24, 120, 200, 10
# The peers take up to a second a query: fewer of them, the same for all.
PEERS_COLD, PEERS_WARM = 8, 40
NAMES = {
    "ours": "this search",
    "material": "Material + jieba",
    "pagefind": "Pagefind",
    "lunr": "lunr, bigrams",
    "scan": "plain scan",
}
PAGE = f"""<!doctype html><meta charset="utf-8">{peers.ICON}
<script defer src="search/engine.js"></script><script defer src="search/data/directory.js"></script>
<script defer src="search/page.js"></script><body><form data-yearbook-search><input></form></body>"""


@dataclass
class Row:
    """What was measured of one search at one size."""

    name: str
    factor: int
    built: float = 0.0
    size: int = 0
    first_bytes: list[int] = field(default_factory=list)
    first_ms: list[float] = field(default_factory=list)
    warm_ms: list[float] = field(default_factory=list)
    blocked_ms: float = 0.0
    found: int = 0
    wrong: int = 0
    missed: int = 0

    def cells(self, text: int) -> list[str]:
        """Return the row of the table."""
        recall = self.found / max(1, self.found + self.missed)
        precision = self.found / max(1, self.found + self.wrong)
        warm, sent = sorted(self.warm_ms), sorted(self.first_bytes)
        return [
            NAMES[self.name], f"{self.factor}x", f"{recall:.3f}", f"{precision:.3f}",
            *(f"{size / 1000:.0f} KB" for size in (sent[len(sent) // 2], sent[int(len(sent) * 0.95)], sent[-1])),
            f"{statistics.median(self.first_ms):.0f} ms",
            f"{warm[len(warm) // 2]:.1f} / {warm[int(len(warm) * 0.95)]:.1f} ms",
            f"{self.blocked_ms:.0f} ms" if self.blocked_ms else "",
            f"{self.size / 1e6:.2f} MB ({self.size / text:.1f})", f"{self.built:.1f} s",
        ]  # fmt: skip


HEAD = [
    "search",
    "text",
    "recall",
    "precision",
    "first result, gzip",
    "95 %",
    "at most",
    "cold",
    "warm (95 %)",
    "page blocked, at most",
    "index, gzip (times the text)",
    "built",
]


def ours(units: Sequence[Mapping[str, Any]], out: Path) -> float:
    """Build our index; return the seconds."""
    site = out / "site"
    start = time.process_time()
    write_search(units, {}, site / "search")
    for name, content in assets.search().items():
        (site / "search" / name).write_text(content, "utf-8")
    spent = time.process_time() - start
    (site / "index.html").write_text(PAGE, "utf-8")
    return spent


def packed(folder: Path, patterns: Sequence[str]) -> int:
    """Return the compressed size of all files that match."""
    files = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


INDEX = {
    "ours": ["search/data/**/*.js"],
    "material": ["search/search_index.json"],
    "pagefind": ["pagefind/**/*"],
    "lunr": ["*.json"],
    "scan": ["*.json"],
}
# What a page loads anyway, with or without search.
NOT_SEARCH = ("assets/stylesheets", "assets/javascripts/bundle", "index.html")


def cold(row: Row, site: Site, asked: Sequence[str], browser: Browser) -> None:
    """Measure the way to the first result from an empty cache, on the slow line."""
    for query in asked:
        context = browser.new_context()
        context.set_default_timeout(180_000)
        page = slow_page(context)
        if row.name == "material":
            page.add_init_script(peers.MATERIAL_START)
        site.sent.clear()
        page.goto(site.address)
        start = time.perf_counter()
        page.evaluate(peers.ASK[row.name], [fold(query) if row.name in {"lunr", "scan"} else query, True])
        row.first_ms.append((time.perf_counter() - start) * 1000)
        row.first_bytes.append(sum(size for path, size in site.sent if not path.startswith(NOT_SEARCH)))
        context.close()


def first_bytes(row: Row, site: Site, asked: Sequence[str], browser: Browser) -> None:
    """Count what is sent for more queries than those that are timed, on a fast line."""
    for query in asked:
        page = browser.new_page()
        site.sent.clear()
        page.goto(site.address)
        page.evaluate(peers.ASK[row.name], [query, True])
        row.first_bytes.append(sum(size for path, size in site.sent if not path.startswith(NOT_SEARCH)))
        page.close()


# A page that works draws a frame every 16 ms: the longest time without one, while queries run.
BLOCKED = """async (qs) => {
  let [last, longest, going] = [performance.now(), 0, true];
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) setTimeout(tick);
  };
  tick();
  for (const q of qs) await yearbook.search(q, { limit: 6 });
  going = false;
  return longest;
}"""


def warm(row: Row, site: Site, asked: Sequence[str], units: Sequence[Mapping[str, Any]], browser: Browser) -> None:
    """Measure all queries in one page, twice, and count what is right."""
    key = "id" if row.name == "ours" else "url"
    truth = [(unit[key], fold(unit["title"]), fold(unit["text"])) for unit in units]
    page = browser.new_page()
    page.set_default_timeout(300_000)
    if row.name == "material":
        page.add_init_script(peers.MATERIAL_START)
    page.goto(site.address)
    script = f"""async (qs) => {{
      const ask = {peers.ASK[row.name]};
      const times = [], answers = [];
      for (const q of qs) answers.push(await ask([q, false]));
      const again = {{ ours: (q) => yearbook.search(q, {{ limit: 0 }}) }}["{row.name}"] || ((q) => ask([q, false]));
      for (const q of qs) {{ const t = performance.now(); await again(q); times.push(performance.now() - t); }}
      return [times, answers];
    }}"""
    asked_as = [fold(query) if row.name in {"lunr", "scan"} else query for query in asked]
    row.warm_ms, answers = page.evaluate(script, asked_as)
    if row.name == "ours":
        row.blocked_ms = page.evaluate(BLOCKED, asked_as)
    for query, answer in zip(asked, answers, strict=True):
        part = fold(query)
        right = {one for one, title, text in truth if part in title or part in text}
        # Hits on whole pages are neither right nor wrong: their parts are hits too.
        got = set(answer) if key == "id" else {url for url in answer if "#" in url}
        row.found += len(got & right)
        row.wrong += len(got - right)
        row.missed += len(right - got)
    page.close()


def measure(name: str, units: Sequence[Mapping[str, Any]], factor: int, browser: Browser) -> Row:
    """Build and measure one search at one size."""
    out = OUT / f"{name}-{factor}"
    row = Row(name, factor)
    if name == "lunr":
        row.built = peers.lunr(units, out, browser)
    else:
        row.built = (ours if name == "ours" else peers.BUILD[name])(units, out)
    row.size = packed(out / "site", INDEX[name])
    asked = queries(units, WARM)
    with served(out / "site") as site:
        cold(row, site, asked[: COLD if name == "ours" else PEERS_COLD], browser)
        if name == "ours":
            first_bytes(row, site, asked[COLD:][:BYTES], browser)
        warm(row, site, asked if name == "ours" else asked[: PEERS_WARM // min(factor, 3)], units, browser)
    return row


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1, 10, 50])
    parser.add_argument("--only", choices=["ours"])
    arguments = parser.parse_args()
    units = json.loads(Path("build/data/units.json").read_text("utf-8"))
    lines = [f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for factor in arguments.sizes:
            some = scaled(units, factor)
            text = len(gzip.compress("\n".join(unit["text"] for unit in some).encode(), 9))
            for name in NAMES if factor <= PEERS_UP_TO and not arguments.only else ("ours",):
                lines.append(f"| {' | '.join(measure(name, some, factor, browser).cells(text))} |")
                print(lines[-1], flush=True)
        browser.close()
    (OUT.parent / "search.md").write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
