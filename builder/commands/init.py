"""`yearbook init DIR`: the folder of a new yearbook, whole and ready for its first raw file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from builder.commands.usage import word
from builder.language.sorting import slug
from builder.sources.finding import only
from builder.writers.files import write

# Where a template of the folder `project/` stands in the new folder; the others stand where they are.
_PLACES = {
    "catalogue.toml": "source_texts/catalogue.toml",
    "names.toml": "source_texts/names.toml",
    "gitignore": ".gitignore",
    "workflow.yml": ".github/workflows/site.yml",
}
ASKED = ("name", "place", "publisher")


def init(folder: Path, given: Mapping[str, str | None]) -> list[str]:
    """Make the folder; gives the paths of its files. What is not `given` is asked on a terminal.

    Raises `Findings` where one of the files is there already: nothing is written then.
    """
    facts = _facts(given)
    files = dict(_files(facts))
    there = next((name for name in files if (folder / name).exists()), None)
    if there:
        raise only(str(folder / there), 1, "init.exists")
    for name, text in files.items():
        write(folder / name, text)
    (folder / "wheels").mkdir(exist_ok=True)
    return sorted(files)


def _facts(given: Mapping[str, str | None]) -> dict[str, str]:
    """Who publishes: as given, as answered on a terminal, else left open."""
    said = {key: given.get(key) or "" for key in ASKED}
    if sys.stdin.isatty():
        said = {key: one or _answer(word("asked", key)) for key, one in said.items()}
    name = said["name"] or f"{said['place']}数字年鉴"
    key = "".join(slug(said["place"] or name).split("-"))
    key = key if key[:1].isalpha() else "yearbook"
    return {**said, "name": name, "key": key, "year": str(datetime.now(tz=UTC).year)}


def _answer(asked: str) -> str:
    """What is answered on the terminal; nothing where the input is closed (Ctrl-D)."""
    try:
        return input(f"{asked}：").strip()
    except EOFError:
        return ""


def _files(facts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every file with its text."""
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    set_text = environment.from_string
    for name, one in _templates(resources.files("builder.commands").joinpath("project")):
        yield _PLACES.get(name, name), set_text(one.read_text("utf-8")).render(facts)


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _templates(one, f"{above}{one.name}/")
        else:
            yield f"{above}{one.name}", one
