"""The wheel by itself: installed into an empty folder, away from the repository, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.other_city.office import OFFICE, TEXTS
from tests.project import ROOT

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the program as its wheel has it; what it depends on is that of the tests."""
    work = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT / "builder", work / "source" / "builder", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-TEXTS.md", "requirements.in"):
        shutil.copy(ROOT / name, work / "source")
    build = ["wheel", ".", "--no-deps", "--no-build-isolation", "-w", str(work / "wheels")]
    subprocess.run([*PIP, *build], cwd=work / "source", check=True, capture_output=True)
    (wheel,) = (work / "wheels").iterdir()
    with zipfile.ZipFile(wheel) as whole:
        whole.extractall(work / "installed")
    shutil.rmtree(work / "source")
    return work / "installed"


def run(installed: Path, folder: Path, *words: str) -> str:
    """What `yearbook` says, run from `folder`; no host answers."""
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    environment = {**os.environ, **proxies, "PYTHONPATH": str(installed), "YEARBOOK_LANG": "zh"}
    command = [sys.executable, "-W", "error::ResourceWarning", "-m", "builder", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_init_to_the_site(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "沄川", *OFFICE)
    office = tmp_path / "沄川"
    for name in ("yearbook-2019.txt", "chronicle.txt"):
        shutil.copy(TEXTS[name], office / "source_texts" / name)
        run(installed, office, "new", f"source_texts/{name}", "--write")
    assert "网站做好了" in run(installed, office, "site")
    made = {path.relative_to(office / "site").as_posix() for path in (office / "site").rglob("*") if path.is_file()}
    assert {
        "index.html",
        "search/index.html",
        "search/engine.js",
        "search/data/directory.js",
        "data/entries.json",
        "data/schema/entries.schema.json",
        "download/yearbook-offline.zip",
        "download/pdf/yearbook-2019.pdf",
        "download/pdf/yearbook-2019/lei-mu-nong-ye.pdf",
        "download/epub/yearbook-2019.epub",
        "yearbook/2019/nong-ye-shui-li/index.html",
    } <= made


def test_it_is_the_wheel_that_ran(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    said = subprocess.run(
        [sys.executable, "-c", "import builder; print(builder.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(said.stdout.strip()).is_relative_to(installed)


def test_a_second_site_is_made_only_where_something_changed(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "office", *OFFICE)
    office = tmp_path / "office"
    shutil.copy(TEXTS["chronicle.txt"], office / "source_texts" / "chronicle.txt")
    run(installed, office, "new", "source_texts/chronicle.txt", "--write")
    run(installed, office, "site")
    before = (office / "site" / "index.html").stat().st_mtime_ns
    run(installed, office, "site")
    assert (office / "site" / "index.html").stat().st_mtime_ns == before
