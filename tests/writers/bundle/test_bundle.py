"""The offline bundle: links that end in files, checksums that hold, the same bytes twice."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from builder.records.yearbook import NAMELESS, Yearbook
from builder.writers.bundle import bag as bundle
from builder.writers.bundle.bag import FULL, LIGHT, SUMS, top, write_bundles
from builder.writers.bundle.offline import Dangling, offline_page, offline_url

OFFICE = Yearbook(name="某县年鉴", publisher="某县志办", about="所收。", key="mou", edition="1.0")
FILES = {"index.html", "a/index.html", "a/b/index.html", "css/x.css", "download/pdf/a.pdf", "find/index.html"}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("../", "../index.html"),
        ("../../", "../../index.html"),
        ("./#on-1", "index.html#on-1"),
        ("../b/#n-1", "index.html#n-1"),
        ("../../find/?q=清河", "../../find/index.html?q=清河"),
        ("/css/x.css", "../../css/x.css"),
        ("#top", "#top"),
        ("?h=1", "index.html?h=1"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:a@b", "mailto:a@b"),
        ("../c/", None),
    ],
)
def test_a_link_of_a_page_ends_in_a_file(url: str, expected: str | None) -> None:
    assert offline_url(url, "a/b/index.html", FILES) == expected


def test_only_links_in_tags_are_rewritten() -> None:
    html = '<a class="x" href=\'../\'>href="../"</a><script>s = \'<a href="../">\'</script><img src="../css/x.css">'
    made = offline_page(html, "a/index.html", FILES)
    assert made == (
        '<a class="x" href=\'../index.html\'>href="../"</a><script>s = \'<a href="../">\'</script>'
        '<img src="../css/x.css">'
    )


def test_a_download_that_is_left_out_stays_as_text() -> None:
    made = offline_page('<a href="../download/pdf/b.pdf">PDF</a>', "a/index.html", FILES)
    assert made == '<a data-left-out="">PDF</a>'


def test_a_link_to_nothing_is_an_error_that_names_it() -> None:
    with pytest.raises(Dangling, match=r"^a/index\.html: \.\./c/$"):
        offline_page('<a href="../c/">c</a>', "a/index.html", FILES)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A site of two pages with prints."""
    site = tmp_path / "site"
    pages = {
        "index.html": '<a href="a/">a</a><a href="download/pdf/a.pdf">p</a>'
        '<a href="download/yearbook-offline.zip">z</a>',
        "a/index.html": '<a href="../">home</a>',
        "download/pdf/a.pdf": "%PDF " + os.urandom(1000).hex(),
        "404.html": '<a href="/nowhere/">no</a>',
        "数据/表.json": "[]",
    }
    for name, content in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, "utf-8")
    return site


def test_checksums_hold_wherever_the_bundle_is_unpacked(small_site: Path, tmp_path: Path) -> None:
    made = write_bundles(small_site, OFFICE)
    assert made == [small_site / FULL, small_site / SUMS]
    folder = tmp_path / "解 压"
    with zipfile.ZipFile(small_site / FULL) as whole:
        whole.extractall(folder)
    bag = folder / top(OFFICE)
    for sums in ("SHA256SUMS", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--quiet", "--strict", sums], cwd=bag, check=True)
    listed = {line.split("  ", 1)[1] for line in (bag / "SHA256SUMS").read_text("utf-8").splitlines()}
    there = {path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()}
    assert listed == there - {"SHA256SUMS"}
    assert (bag / "data/index.html").read_text("utf-8") == (
        '<a href="a/index.html">a</a><a href="download/pdf/a.pdf">p</a><a data-left-out="">z</a>'
    )
    assert "data/404.html" not in there


def test_it_is_a_bag(small_site: Path) -> None:
    write_bundles(small_site, OFFICE)
    with zipfile.ZipFile(small_site / FULL) as whole:
        parts = {info.filename.removeprefix(f"{top(OFFICE)}/"): whole.read(info) for info in whole.infolist()}
    assert parts["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    payload = {name: content for name, content in parts.items() if name.startswith("data/")}
    manifest = dict(line.split("  ", 1)[::-1] for line in parts["manifest-sha256.txt"].decode().splitlines())
    assert manifest == {name: hashlib.sha256(content).hexdigest() for name, content in payload.items()}
    oxum = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}\n"
    said = parts["bag-info.txt"].decode("utf-8")
    assert said.startswith(
        "Source-Organization: 某县志办\nExternal-Description: 某县年鉴，离线版：所收。\n"
        "External-Identifier: mou-yearbook 1.0\n"
    )
    assert oxum in parts["bag-info.txt"].decode("utf-8")


def test_the_same_bytes_twice_and_a_lighter_one_where_it_is_large(
    small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "LARGE", 1000)
    write_bundles(small_site)
    first = {name: (small_site / name).read_bytes() for name in (FULL, LIGHT, SUMS)}
    for path in small_site.rglob("*"):
        os.utime(path, (0, 0))
    write_bundles(small_site)
    assert first == {name: (small_site / name).read_bytes() for name in (FULL, LIGHT, SUMS)}
    with zipfile.ZipFile(small_site / LIGHT) as light:
        assert f"{top(NAMELESS)}/data/download/pdf/a.pdf" not in light.namelist()
        assert b'<a data-left-out="">p</a>' in light.read(f"{top(NAMELESS)}/data/index.html")


def test_the_list_of_the_site_holds(small_site: Path) -> None:
    write_bundles(small_site)
    subprocess.run(["sha256sum", "-c", "--quiet", "--strict", str(small_site / SUMS)], cwd=small_site, check=True)
    assert re.search(
        r"^[0-9a-f]{64}  download/yearbook-offline\.zip$", (small_site / SUMS).read_text("utf-8"), re.MULTILINE
    )
