"""How much a month page weighs, beside the same page in plain Material: every request of a cold load, gzip.

Both are built from the same `docs/`; the plain ones with Material as it comes, with and without its search.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from playwright.sync_api import Browser, sync_playwright

from tests.server import served

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "bench" / "pages"
LIMITS = {"with search": 0.5, "without search": 1.4}


def plain(name: str, *, search: bool) -> Path:
    """The site in plain Material, built into the benchmark's folder."""
    config = {
        "site_name": "晋城数字年鉴",
        "docs_dir": str(ROOT / "docs"),
        "site_dir": str(FOLDER / name),
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": "zh"}}] if search else [],
        "markdown_extensions": ["attr_list", "md_in_html", "tables"],
    }
    file = FOLDER / f"{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)]
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return FOLDER / name


def weight(browser: Browser, site: Path, url: str) -> int:
    """Bytes of all requests of a cold load, each file gzipped as a server would."""
    asked: set[str] = set()
    with served(site) as root, browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url.partition("?")[0]))
        page.goto(root + url)
        page.wait_for_load_state("networkidle")
    total = 0
    for address in asked:
        path = site / address.removeprefix(root)
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            total += len(gzip.compress(path.read_bytes(), 6))
    return total


def heaviest(site: Path) -> str:
    """The month of a chronicle with the largest page."""
    pages = sorted(site.glob("chronicle/*/*/index.html"), key=lambda file: (-file.stat().st_size, str(file)))
    return f"{pages[0].parent.relative_to(site).as_posix()}/"


def measure() -> dict[str, int]:
    """The weights: ours, and plain Material with and without its search."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    url = heaviest(ROOT / "site")
    sites = {
        "ours": ROOT / "site",
        "with search": plain("with", search=True),
        "without search": plain("without", search=False),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        found = {name: weight(browser, site, url) for name, site in sites.items()}
        browser.close()
    return found


def main() -> None:
    """Print the table."""
    found = measure()
    print(f"| cold load of {heaviest(ROOT / 'site')}, gzip | bytes | ours / it | at most |\n|---|---|---|---|")
    for name, size in found.items():
        ratio = "" if name == "ours" else f"{found['ours'] / size:.2f}"
        print(f"| {name} | {size} | {ratio} | {LIMITS.get(name, '')} |")


if __name__ == "__main__":
    main()
