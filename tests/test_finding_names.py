"""Every finding of the code stands in a test with its message; a new one fails here until it has its case."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.sources.catalogue import KINDS
from tests.finding_sites import Module, Site, package, sites, strings

ROOT = Path(__file__).resolve().parent.parent
SITES = sites(package(ROOT / "builder"))
KIND = """
class Finding(NamedTuple):
    file: str
    line: int
    name: str
    problem: str
    hint: str

def only(file, line, name, problem, hint):
    return Findings([Finding(file, line, name, problem, hint)])
"""


@pytest.fixture(scope="module")
def told() -> list[str]:
    """The strings with a hint of all tests but this one."""
    paths = (path for path in sorted((ROOT / "tests").rglob("*.py")) if path != Path(__file__))
    return [one for path in paths for one in strings(path.read_text("utf-8")) if ". Hint: " in one]


@pytest.mark.parametrize("site", SITES, ids=lambda site: f"{site.where} {site.name}")
def test_a_test_tells_its_message(site: Site, told: list[str]) -> None:
    wanted = site.pattern
    assert any(wanted.search(one) for one in told), f"no test holds the message  {wanted.pattern}"


def test_the_names_that_are_known_are_found() -> None:
    """The collector sees literals, families, wrappers, doubts of links, and the messages of exceptions."""
    names = {site.name for site in SITES}
    assert names > {"toml.syntax", "catalogue.kind", "read.plan", "doubt.unmatched", "announced.date", "id.gone", None}
    assert len(names) > 30


def found(body: str) -> list[tuple[str | None, str]]:
    """Names and message patterns that the collector finds in a module which imports `only` and `Finding`."""
    code = f"from builder.finding import Finding, only\nfrom builder import finding\n{body}"
    made = sites([Module("builder.finding", KIND), Module("builder.new", code)])
    return [(site.name, site.problem) for site in made]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('raise only("a", 1, "new.name", "is wrong", "mend it")', [("new.name", r"is\ wrong")]),
        ('Finding("a", 1, hint="mend", problem="is wrong", name="new.name")', [("new.name", r"is\ wrong")]),
        ('finding.only("a", 1, "new.name", "is wrong", "mend it")', [("new.name", r"is\ wrong")]),
        ('only("a", 1, "new.a" if x else "new.b", f"is {x}", "")', [("new.a", r"is\ .+?"), ("new.b", r"is\ .+?")]),
        (
            'def f(x):\n    name = "new.a"\n    said = "one" if x else "two"\n    only("a", 1, name, said, "")',
            [("new.a", "one"), ("new.a", "two")],
        ),
        ('def at(name, said): return only("a", 1, name, said, "")\nat("new.a", "one")', [("new.a", "one")]),
        ('for x in []: only("a", 1, f"read.{one[\'kind\']}", str(x), "")', [(f"read.{k}", ".+?") for k in KINDS]),
        (
            'def f():\n    for h in ("a", "b"):\n        only("", 1, f"{h}.x", "one", "")',
            [("a.x", "one"), ("b.x", "one")],
        ),
        ('def f(): return "one"\ndef g():\n    said = f()\n    only("", 1, "new.a", said, "")', [("new.a", "one")]),
        ('class Bad(Exception):\n    def __init__(self, problem): ...\nraise Bad("one")', [(None, "one")]),
        ('class Doubt:\n    name: str\n    problem: str\n    hint: str\nDoubt("new.a", "one", "")', [("new.a", "one")]),
    ],
)
def test_a_new_finding_is_seen_however_it_is_written(body: str, wanted: list[tuple[str | None, str]]) -> None:
    assert found(body) == wanted


@pytest.mark.parametrize("name", ["x", "f()", 'f"read.{x}"', '"a" + x'])
def test_a_name_that_cannot_be_read_from_the_code_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^builder\.new:3: "):
        found(f'only("a", 1, {name}, "is wrong", "mend it")')


SITE = Site("", "new.name", r"is\ wrong")


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ('assert said == "a.txt:1  new.name  is wrong. Hint: mend it."', True),
        ('assert said == f"{x}:1  new.name  is wrong. " "Hint: mend it."', True),
        ('assert said == "a.txt:1  new.name  is bad. Hint: mend it."', False),
        ('assert said == "a.txt:1  new.name.more  is wrong. Hint: mend it."', False),
        ('assert said == "a.txt:1  new.name  is wrong."', False),
        ('assert said == f"a.txt:1  new.name  {x}. Hint: mend it."', False),
        ('assert "new.name" in said', False),
        ('"""a.txt:1  new.name  is wrong. Hint: mend it."""', False),
    ],
)
def test_only_name_and_message_together_count(test: str, *, holds: bool) -> None:
    assert any(SITE.pattern.search(one) for one in strings(test)) is holds
