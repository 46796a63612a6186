"""Each file, folder, function and address that a guide names is there."""

from __future__ import annotations

import re
import tomllib

import pytest

from builder.engine import rule
from builder.rules.table import TABLE
from tests.guides.guide import ABOUT, GUIDES, ROOT, inline, text_of

TOP = ("README", "CONTRIBUTING", "CHANGELOG", "LICENSE", "Makefile", "mkdocs.yml", "pyproject.toml", "requirements")
# What a build or an editor makes: not in a fresh clone. `NEW` is what an editor adds as a guide says.
MADE = ("site/", "build/", ".venv")
NEW = ("chronicle-2022.txt", "decided.toml")
_FOLDERS = ("source_texts/", "builder/", "docs/", "tests/", "benchmarks/", "site/", "build/", "data/")


def named_paths(guide: str) -> list[str]:
    """The inline code of a guide that is a path of this project, and the targets of its links."""
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text_of(guide))
    paths = [one for one in inline(guide) if one.startswith(_FOLDERS) or (one.startswith(TOP) and " " not in one)]
    return [*paths, *linked]


@pytest.mark.parametrize("guide", GUIDES)
def test_each_path_is_there(guide: str) -> None:
    lost = []
    for path in named_paths(guide):
        pattern = re.sub(r"<[^>]+>", "*", path)
        if path.startswith(MADE) or path.endswith(NEW):
            continue
        base = (ROOT / guide).parent if guide.startswith("docs/") else ROOT
        if not any(base.glob(pattern.rstrip("/"))):
            lost.append(path)
    assert lost == []


def test_paths_are_found_in_the_guides() -> None:
    found = [path for guide in GUIDES for path in named_paths(guide)]
    assert len(found) > 25
    assert "builder/rules/table.py" in found
    assert "source_texts/corrections/<卷号>.toml" in found


def test_what_a_build_makes_is_where_the_readme_says(root_site: None) -> None:
    wanted = [path for guide in GUIDES for path in named_paths(guide) if path.startswith("site/")]
    assert wanted
    assert [path for path in wanted if not (ROOT / path).exists()] == []


@pytest.fixture
def root_site() -> None:
    assert (ROOT / "site" / "index.html").exists(), "build the site first: make site"


def test_the_readme_tells_of_every_folder_of_the_builder() -> None:
    told = re.findall(r"^\| `builder/(\w+)/` \|", text_of("README.md"), re.MULTILINE)
    there = sorted(path.parent.name for path in (ROOT / "builder").glob("*/__init__.py"))
    assert sorted(told) == there
    assert sorted(path.name for path in (ROOT / "builder").glob("*.py")) == ["__init__.py", "__main__.py"]


def test_the_tests_mirror_the_builder() -> None:
    """A folder of tests is one of the builder's; those that are not are named for what they hold."""
    own = {"volumes", "other_city", "guides", "outputs", "mutants", "cases", "packaging"}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in folders - own if not (ROOT / "builder" / name).is_dir()} == set()
    assert own <= folders


def test_a_rule_stands_where_the_guide_puts_it() -> None:
    """Permits by their names; each rule is `module.function` and has its reason in Chinese."""
    permits = re.findall(r"`(\w+)\(|`(copies)`", text_of("CONTRIBUTING.md").partition("## Add a rule")[2])
    names = {one or other for one, other in permits}
    assert {"deletes", "copies", "swaps"} <= names
    assert [name for name in names if not hasattr(rule, name)] == []
    rules = [one for table in TABLE.values() for one in table]
    assert [one.name for one in rules if not re.fullmatch(r"[a-z]+\.[a-z]+", one.name)] == []
    assert [one.name for one in rules if not re.search("[\u4e00-\u9fff]{3}", one.reason)] == []


def test_the_kinds_and_textures_of_the_guides_are_those_that_are_known() -> None:
    from builder.records.volume import KINDS, TEXTURES, VolumeRecord

    chinese, english = text_of("README.zh.md"), text_of("CONTRIBUTING.md")
    for name in (*KINDS, *TEXTURES):
        assert f"`{name}`" in chinese
        assert name in english
    assert [
        key for key, field in VolumeRecord.model_fields.items() if field.is_required() and f"`{key}`" not in chinese
    ] == []


def test_the_data_page_leads_to_files_that_are_there(root_site: None) -> None:
    page = text_of("docs/about/data.md")
    links = re.findall(r'href="\.\./\.\./([^"]+)"', page)
    assert len(links) >= 12
    assert [link for link in links if not (ROOT / "site" / link).exists()] == []
    assert list((ROOT / "site" / "data" / "ledger").glob("*.json"))
    for page in ABOUT:
        assert (ROOT / page).exists()


def test_the_oldest_python_of_the_guides_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    for guide in ("README.md", "README.zh.md", "CONTRIBUTING.md"):
        assert f"Python {oldest}" in text_of(guide)
    assert project["scripts"] == {"yearbook": "builder.commands.cli:main"}
