"""`make pictures`: every kind of page, light and dark, phone and desk, into `build/pictures/`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.server import served

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "home": "",
    "month": "chronicle/2021/03/",
    "gazette-month": "gazette/2020-1/chronicle-2020-02/",
    "document": "gazette/2020-1/jszb-2020-4/",
    "articles": "gazette/2021-2/jszf-2021-4/",
    "chapter": "plan/145/ch-02/",
    "volume": "gazette/2020-1/",
    "persons": "index/persons/",
    "person": "index/persons/wang-zhen/",
    "subjects": "index/subjects/",
    "search": "search/?q=丹河新城",
    "today": "today/",
    "about": "about/principles/",
    "missing": "404.html",
}
WIDTHS = {"desk": 1280, "phone": 390}
MOST = 2600


def main() -> None:
    """Take the pictures of the built site. The clock stands still, so that two runs give the same."""
    out = ROOT / "build" / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, served(ROOT / "site") as address:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, width in WIDTHS.items():
            _one_width(browser, address, name, width, out)
        browser.close()
    print(f"{len(list(out.glob('*.png')))} pictures in {out.relative_to(ROOT)}/")


def _one_width(browser: Browser, address: str, name: str, width: int, out: Path) -> None:
    for scheme in ("light", "dark"):
        with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
            page = context.new_page()
            page.clock.set_fixed_time("2021-03-15T10:00:00+08:00")
            for kind, url in PAGES.items():
                page.goto(address + url)
                page.wait_for_load_state("networkidle")
                height = min(int(page.evaluate("document.documentElement.scrollHeight")), MOST)
                page.set_viewport_size({"width": width, "height": max(height, 900)})
                page.screenshot(path=str(out / f"{kind}-{name}-{scheme}.png"))
                page.set_viewport_size({"width": width, "height": 900})


if __name__ == "__main__":
    main()
