"""A number that is withheld: in the whole site, with its archives and prints unpacked, there is no trace of it."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from builder.commands.cli import main
from builder.writers.print.fonts import available
from tests.outputs.finished import finished
from tests.project import SAMPLE, project

NUMBER = "13812345678"
# In one place as it is, in another with spaces.
RAW = SAMPLE.replace("市政府召开会议。", f"市政府召开会议，联系电话：{NUMBER}，地址某街。").replace(
    "全市完成造林一万亩。", "全市完成造林一万亩，联系电话：138 1234 5678，地址某路。"
)
FIXES = f"""
[[correction]]
withheld = true
after = "会议，联系电话："
before = "，地址某街"
why = "个人电话。"

[[correction]]
withheld = true
after = "万亩，联系电话："
before = "，地址某路"
why = "个人电话。"

[[correction]]
near = "联系电话：{NUMBER}，地址某街"
find = "某街"
put = "东街"
why = "街名。"

[[doubt]]
near = "电话：{NUMBER}，地址某街"
find = "地址"
maybe = "住址"
why = "疑。"

[[doubt]]
near = "138 1234 5678，地址某路"
find = "某路"
maybe = "西路"
why = "疑。"
"""
PARTS = (NUMBER, "138 1234", "1234 5678", "12345678", "1381234")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished project with a number withheld in two places and notes beside it."""
    root = project(tmp_path_factory.mktemp("withheld"), RAW)
    fixes = root / "source_texts" / "corrections" / "chronicle-1999.toml"
    fixes.parent.mkdir()
    fixes.write_text(FIXES, "utf-8")
    finished(root)
    return root


def unpacked(path: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """A file as it is, and what is in it: members of archives, the text and the details of a PDF."""
    yield name, path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as held:
            for member in held.namelist():
                inner = path.with_name(f"{path.name}.part")
                inner.write_bytes(held.read(member))
                yield from unpacked(inner, f"{name}:{member}")
                inner.unlink(missing_ok=True)
    elif path.read_bytes().startswith(b"%PDF"):
        for command in (["pdftotext", str(path), "-"], ["pdftotext", "-raw", str(path), "-"], ["pdfinfo", str(path)]):
            yield f"{name}:{command[0]}", subprocess.run(command, check=True, capture_output=True).stdout


def test_no_trace_in_any_file(root: Path) -> None:
    assert available()
    found, seen = [], 0
    for top in ("site", "docs", "build"):
        for path in sorted(one for one in (root / top).rglob("*") if one.is_file()):
            for name, data in unpacked(path, path.relative_to(root).as_posix()):
                seen += 1
                found += [(name, one) for one in PARTS if one.encode() in data]
    assert found == []
    assert seen > 200
    shown = (root / "site" / "chronicle" / "1999" / "01" / "index.html").read_text("utf-8")
    assert shown.count("■" * len(NUMBER)) >= 1
    assert "东街" in re.sub("<[^>]+>", "", shown)


def test_no_trace_on_the_screen(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = RAW.splitlines()
    for place in [f"chronicle-1999.txt:{n}" for n in range(1, len(lines) + 1) if lines[n - 1].strip()]:
        assert main(["--root", str(root), "explain", place]) in (0, 1)
    for words in (["check"], ["check", "--doubts"], ["check", "--suggest"], ["build"]):
        assert main(["--root", str(root), *words]) == 0
    said = "".join(capsys.readouterr())
    assert "■" in said
    assert [one for one in PARTS if one in said] == []


def test_the_search_does_not_find_it(root: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    for query in (NUMBER, "12345678", "138 1234"):
        page.goto(f"{(root / 'site' / 'search' / 'index.html').as_uri()}?q={quote(query)}")
        page.wait_for_selector("text=未找到")
    page.goto(f"{(root / 'site' / 'search' / 'index.html').as_uri()}?q={quote('联系电话')}")
    page.wait_for_selector(".yearbook-result")
    page.close()


def test_a_correction_of_what_is_withheld_is_refused_without_repeating_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path, RAW)
    fixes = root / "source_texts" / "corrections" / "chronicle-1999.toml"
    fixes.parent.mkdir()
    fixes.write_text(FIXES.replace('find = "某街"', f'find = "{NUMBER}"'), "utf-8")
    assert main(["--root", str(root), "build"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "corrections/chronicle-1999.toml:14  correction.unmatched  “联系电话：■■■■■■■■■■■，地址某街”"
    )
    assert NUMBER not in said
