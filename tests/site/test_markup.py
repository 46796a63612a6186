"""Every page as markup: valid, its links and ids whole, its policy in place, its text the official one."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from tests.site.conftest import KINDS

ROOT = "http://site.invalid/"
# A host that a page may lead to: the publisher, the standards body, texts of licences.
ALLOWED = ("http://www.jcgov.gov.cn/", "https://www.jcgov.gov.cn/", "https://www.w3.org/")


class Links(HTMLParser):
    """Gathers ids, addresses and inline code of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.addresses: list[tuple[str, str]] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if facts.get("id"):
            self.ids.append(str(facts["id"]))
        for name in ("href", "src", "action"):
            if facts.get(name) is not None:
                self.addresses.append((tag, str(facts[name])))
        self.inline += [f"{tag} {name}" for name in facts if name.startswith("on") or name == "style"]
        if tag == "style" or (
            tag == "script" and "src" not in facts and not str(facts.get("type", "")).endswith("json")
        ):
            self.inline.append(tag)


@pytest.fixture(scope="module")
def parsed(pages: dict[str, str]) -> dict[str, Links]:
    """All pages, looked through."""
    found = {}
    for url, html in pages.items():
        found[url] = Links()
        found[url].feed(html)
    return found


def test_every_kind_of_page_is_there(samples: dict[str, str]) -> None:
    assert set(KINDS) <= set(samples)


def test_html_is_valid(site: Path, samples: dict[str, str], tools: Path) -> None:
    files = [str(site / url / "index.html" if not url.endswith(".html") else site / url) for url in samples.values()]
    jar = tools / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--errors-only", "--format", "gnu", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert done.stderr.strip() == ""


def test_ids_are_unique(parsed: dict[str, Links]) -> None:
    twice = {
        url: sorted({i for i in p.ids if p.ids.count(i) > 1})
        for url, p in parsed.items()
        if len(set(p.ids)) < len(p.ids)
    }
    assert twice == {}


def test_links_lead_somewhere(site: Path, parsed: dict[str, Links]) -> None:
    broken = []
    for url, page in parsed.items():
        if url == "404.html":
            continue
        for _, address in page.addresses:
            full, anchor = urldefrag(urljoin(ROOT + url, address))
            if not full.startswith(ROOT):
                continue
            target = unquote(full[len(ROOT) :].partition("?")[0])
            known = target in parsed or (target and not target.endswith("/") and (site / target).exists())
            anchored = not anchor or target not in parsed or unquote(anchor) in parsed[target].ids
            if not known or not anchored:
                broken.append(f"{url}: {address}")
    assert broken == []


def test_other_hosts_are_the_allowed_ones(parsed: dict[str, Links]) -> None:
    foreign = {a for page in parsed.values() for _, a in page.addresses if re.match(r"https?:|//", a)}
    assert {a for a in foreign if not a.startswith(ALLOWED)} == set()


def test_nothing_runs_or_dresses_inline(parsed: dict[str, Links]) -> None:
    assert {url: page.inline for url, page in parsed.items() if page.inline} == {}


def test_policy_stands_in_every_page(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, url
        said = policy[1].replace("&#39;", "'")
        assert "default-src 'self'" in said
        script = next(part for part in said.split(";") if part.strip().startswith("script-src"))
        assert script.strip() == "script-src 'self'"
        assert "unsafe" not in said
        assert "http" not in said


def test_leftovers_of_the_base_are_gone(pages: dict[str, str]) -> None:
    for url, html in pages.items():
        for leftover in ("__md_", "md-toggle", "md-dialog", "md-skip", "__config"):
            assert leftover not in html, (url, leftover)
