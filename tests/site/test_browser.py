"""Every kind of page in Chromium: accessible, quiet, within its width, steady."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.conftest import KINDS

pytestmark = pytest.mark.browser
Scheme = Literal["light", "dark"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


def _axe(page: Page, tools: Path) -> list[str]:
    # Evaluated, not added as a script element: the page's own policy refuses anything else.
    page.evaluate((tools / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS)
    return [
        f"{one['id']}: {node['html'][:160]} {node['any'][0]['message'][:160] if node['any'] else ''}"
        for one in found["violations"]
        for node in one["nodes"][:4]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_accessible(
    chromium: Browser, address: str, typical: dict[str, str], tools: Path, scheme: Scheme, width: int
) -> None:
    with chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        found = {}
        for kind in KINDS:
            page.goto(address + typical[kind])
            found[kind] = _axe(page, tools)
    assert {kind: listed for kind, listed in found.items() if listed} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_search_is_accessible(chromium: Browser, address: str, tools: Path, scheme: Scheme, width: int) -> None:
    """The list under the field, and the results."""
    with chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address + "about/")
        page.locator("header input[type=search]").press_sequentially("丹河新城")
        page.locator("[role=listbox]:not([hidden]) [role=option]").first.wait_for()
        assert _axe(page, tools) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        page.keyboard.press("Enter")
        page.locator(".yearbook-result").first.wait_for()
        assert _axe(page, tools) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_high_contrast_and_large_type_are_accessible(
    desk: Page, address: str, typical: dict[str, str], tools: Path
) -> None:
    desk.goto(address + typical["month"])
    for key, value in (("contrast", "high"), ("size", "large")):
        desk.evaluate(f"localStorage.setItem('yearbook-{key}', '{value}')")
    desk.reload()
    assert desk.evaluate("[document.documentElement.dataset.contrast, document.documentElement.dataset.size]") == [
        "high",
        "large",
    ]
    assert _axe(desk, tools) == []


def test_no_foreign_request_and_no_message(desk: Page, address: str, samples: dict[str, str]) -> None:
    asked: list[str] = []
    said: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.on("console", lambda message: said.append(message.text))
    desk.on("pageerror", lambda error: said.append(str(error)))
    for kind in KINDS:
        desk.goto(address + samples[kind])
        desk.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(address)] == []
    assert said == []


def test_page_never_scrolls_sideways(chromium: Browser, address: str, pages: dict[str, str]) -> None:
    """All months, documents and pages of ours, and the heaviest of the many index pages."""
    index = sorted((url for url in pages if url.startswith("index/")), key=lambda url: -len(pages[url]))
    with chromium.new_context(viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        wide = []
        for url in [*(url for url in pages if not url.startswith("index/")), *index[:20]]:
            page.goto(address + url, wait_until="domcontentloaded")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(url)
    assert wide == []


_SMALL = """() => {
  const sizes = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    sizes.set(size, node.data.trim().slice(0, 20));
  }
  return [...sizes].sort((a, b) => a[0] - b[0])[0];
}"""
_TARGETS = """() => [...document.querySelectorAll(
    'nav a, header a, header button, header summary, .pager a, .side .at a, .side button, .bottom .links a')]
  .filter((one) => one.checkVisibility() && !one.closest('.facts') && !one.classList.contains('skip'))
  .map((one) => [one.textContent.trim().slice(0, 12), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([text, box]) => `${text} ${box.width}x${box.height}`)"""


def test_phone_sizes(phone: Page, address: str, samples: dict[str, str]) -> None:
    for kind in KINDS:
        phone.goto(address + samples[kind])
        assert phone.evaluate(_SMALL)[0] >= 12, (kind, phone.evaluate(_SMALL))
        assert phone.evaluate(_TARGETS) == [], kind
    phone.goto(address + samples["month"])
    assert float(phone.evaluate("parseFloat(getComputedStyle(document.querySelector('.row p')).fontSize)")) >= 16
    assert "user-scalable" not in (phone.locator("meta[name=viewport]").get_attribute("content") or "user-scalable")


_SHIFT = """() => new Promise((resolve) => {
  let shift = 0;
  const watcher = new PerformanceObserver((list) => list.getEntries().forEach((one) => (shift += one.value)));
  watcher.observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(shift), 400);
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_shifts_while_loading(chromium: Browser, address: str, samples: dict[str, str], width: int) -> None:
    shifts = {}
    for kind in KINDS:
        with chromium.new_context(viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto(address + samples[kind])
            shifts[kind] = page.evaluate(_SHIFT)
    assert {kind: shift for kind, shift in shifts.items() if shift >= 0.02} == {}


def test_first_paint_waits_for_no_script(chromium: Browser, address: str, samples: dict[str, str]) -> None:
    """Scripts that never arrive: the page is painted all the same."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.route("**/*.js", lambda route: None)
        page.goto(address + samples["month"], wait_until="commit")
        painted: list[object] = []
        # Asked again and again from outside: the page's policy refuses the string that a waiting function is made of.
        for _ in range(100):
            painted = page.evaluate(
                "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)"
            )
            if painted:
                break
            page.wait_for_timeout(50)
        assert painted


def test_policy_is_kept_online_and_from_a_folder(
    chromium: Browser, address: str, site: Path, samples: dict[str, str]
) -> None:
    broken: list[str] = []
    for root in (address, site.as_uri() + "/"):
        with chromium.new_context() as context:
            page = context.new_page()
            page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
            for kind in KINDS:
                if kind == "404":
                    continue
                url = samples[kind]
                page.goto(root + url + ("index.html" if url.endswith("/") or not url else ""))
                page.wait_for_timeout(150)
                assert page.evaluate("getComputedStyle(document.body).lineHeight") != "normal", (root, kind)
                assert page.evaluate("typeof globalThis.yearbook.copy") == "function", (root, kind)
    assert broken == [], json.dumps(broken, ensure_ascii=False)
