"""The [[correction]], [[doubt]] and [[volume]] of the guides, put into a small project, do what is said of them."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from builder.commands.cli import main
from tests.guides.guide import ROOT, example, inline, text_of
from tests.project import SAMPLE, catalogue_entry, project

CHINESE, ENGLISH = (example(guide, "correction") for guide in ("README.zh.md", "CONTRIBUTING.md"))
WITHHELD = """[[correction]]
withheld = true
after = "会议，密码："
before = "，另行"
why = "withheld"
by = "某"
"""
EXAMPLES = pytest.mark.parametrize("shown", [CHINESE, ENGLISH], ids=["README.zh.md", "CONTRIBUTING.md"])
MESSAGE = re.compile(r"^[^:\s]+:\d+  [a-z]+\.[a-z]+  .+\. Hint: .+\.$", re.MULTILINE)


def record(shown: str, header: str = "correction") -> dict[str, Any]:
    one: dict[str, Any] = tomllib.loads(shown)[header][0]
    return one


def sample(one: dict[str, Any], times: int = 1) -> str:
    """A chronicle in which the surroundings of a correction stand some times."""
    return f"某市大事记\n1月\n\n1日，{'又，'.join([one['near']] * times)}。\n\n△市长到某县调研。\n"


def corrected(folder: Path, shown: str, times: int = 1) -> Path:
    root = project(folder, sample(record(shown.replace("[[doubt]]", "[[correction]]")), times))
    write_corrections(root, shown)
    return root


def write_corrections(root: Path, shown: str) -> None:
    path = root / "source_texts" / "corrections" / "chronicle-1999.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(shown, "utf-8")


def build(root: Path) -> int:
    return main(["--root", str(root), "build"])


def reading(root: Path) -> str:
    rows = json.loads((root / "build" / "data" / "entries.json").read_text("utf-8"))
    return "\n".join(row["text"] for row in rows)


def page(root: Path) -> str:
    return (root / "docs" / "chronicle" / "1999" / "01.md").read_text("utf-8")


@EXAMPLES
def test_a_correction_is_applied_and_says_why(shown: str, tmp_path: Path) -> None:
    one, root = record(shown), corrected(tmp_path, shown)
    assert build(root) == 0
    squeezed = one["near"].replace(" ", "")
    assert squeezed.replace(one["find"], one["put"]) in reading(root).replace(" ", "")
    assert one["why"] in page(root)
    assert one["see"] in page(root)
    assert one["why"] in (root / "docs" / "text" / "corrections.md").read_text("utf-8")


@EXAMPLES
def test_a_correction_that_fits_nothing_stops_the_build(
    shown: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says so in the form that the guide describes, and nothing half made is left."""
    root = project(tmp_path)
    write_corrections(root, shown)
    assert build(root) == 1
    said = capsys.readouterr().err
    assert said.startswith("corrections/chronicle-1999.toml:1  correction.unmatched  ")
    assert MESSAGE.fullmatch(said.strip())
    assert not (root / "docs").exists()
    assert not (root / "build").exists()


def test_the_same_misprint_in_several_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = next(line for line in re.findall(r"`(times = \d+)`", text_of("README.zh.md")))
    count = int(times.split(" = ")[1])
    root = corrected(tmp_path, CHINESE, count)
    assert build(root) == 1
    assert f"stands {count} times in the text, not 1" in capsys.readouterr().err
    write_corrections(root, f"{CHINESE}\n{times}\n")
    assert build(root) == 0
    assert reading(root).count(record(CHINESE)["put"]) == count


@EXAMPLES
def test_a_doubt_is_a_note_and_never_applied(shown: str, tmp_path: Path) -> None:
    for guide in ("README.zh.md", "CONTRIBUTING.md"):
        assert {"`[[doubt]]`", "`maybe`", "`put`"} <= {f"`{one}`" for one in inline(guide)}
    doubt = re.sub(r"(?m)^put ", "maybe ", shown).replace("[[correction]]", "[[doubt]]")
    root = corrected(tmp_path, doubt)
    assert build(root) == 0
    one = record(doubt, "doubt")
    assert one["find"] in reading(root)
    assert one["maybe"] not in reading(root)
    assert one["maybe"] in page(root)
    assert one["why"] in page(root)


def test_what_is_withheld_stands_in_no_output(tmp_path: Path) -> None:
    root = project(tmp_path, SAMPLE.replace("市政府召开会议", "市政府召开会议，密码：xk7391，另行通知"))
    write_corrections(root, WITHHELD)
    assert build(root) == 0
    made = [path for top in ("docs", "build") for path in (root / top).rglob("*") if path.is_file()]
    assert len(made) > 10
    assert [path for path in made if "7391" in path.read_text("utf-8")] == []
    assert "密码：" in reading(root)


@pytest.mark.parametrize(
    ("shown", "volume"), [(CHINESE, "chronicle-2020"), (ENGLISH, "gazette-2020-1")], ids=["zh", "en"]
)
def test_the_examples_are_of_the_volumes_themselves(shown: str, volume: str) -> None:
    """The misprint stands in the raw file; the line that is given as evidence says what is claimed of it."""
    one = record(shown)
    raw = (ROOT / "source_texts" / f"{volume}.txt").read_text("utf-8")
    assert raw.count(one["near"]) == one.get("times", 1)
    assert one["near"].count(one["find"]) == 1
    kept = tomllib.loads((ROOT / "source_texts" / "corrections" / f"{volume}.toml").read_text("utf-8"))
    assert (one["find"], one["put"]) in [(row.get("find"), row.get("put")) for row in kept["correction"]]
    named = re.search(r"([a-z]+-[\d-]+)? ?第(\d+)行", one["see"])
    assert named
    lines = (ROOT / "source_texts" / f"{named[1] or volume}.txt").read_text("utf-8").splitlines()
    words = re.search("“([^”]+)”", one["see"] if "“" in one["see"] else one["why"])
    assert words
    assert words[1].removeprefix("市委宣传部") in lines[int(named[2]) - 1]


def new_volume(root: Path, shown: str) -> None:
    """Add the volume of the guide behind the one that is there."""
    with (root / "source_texts" / "catalogue.toml").open("a", encoding="utf-8") as catalogue:
        catalogue.write(f"\n{shown}\n")
    (root / "source_texts" / "chronicle-2022.txt").write_text(SAMPLE, "utf-8")


def test_a_volume_is_added_as_the_guides_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any sum at first: the message names the right one. A missed expectation is said; other pages stay."""
    root = project(tmp_path)
    assert build(root) == 0
    before = page(root)
    shown = example("CONTRIBUTING.md", "volume")
    new_volume(root, shown)
    digest = hashlib.sha256(SAMPLE.encode()).hexdigest()
    assert build(root) == 1
    said = capsys.readouterr().err
    assert said.startswith("chronicle-2022.txt:1  source.changed  is not the file that catalogue.toml names. ")
    assert f"its sha256 is {digest}" in said
    path = root / "source_texts" / "catalogue.toml"
    path.write_text(path.read_text("utf-8").replace('sha256 = "..."', f'sha256 = "{digest}"'), "utf-8")
    capsys.readouterr()
    assert build(root) == 1
    missed = [line for line in capsys.readouterr().err.splitlines() if "expect.missed" in line]
    told = [re.findall(r"chronicle-2022: (\w+) is \d+, (\d+) expected", line) for line in missed]
    assert told == [[("months", "12")], [("entries", "380")]]
    assert all(MESSAGE.fullmatch(line) for line in missed)
    right = path.read_text("utf-8").replace("months = 12", "months = 1").replace("entries = 380", "entries = 4")
    path.write_text(right, "utf-8")
    assert build(root) == 0
    assert (root / "docs" / "chronicle" / "2022" / "01.md").exists()
    # The front matter holds the links, those to the new volume too; the text below it must stand.
    assert page(root).split("\n---\n", 1)[1] == before.split("\n---\n", 1)[1]


def test_the_marks_of_further_entries_are_declared_as_the_guide_shows(tmp_path: Path) -> None:
    line = next(one for one in re.findall(r"`(markers = [^`]+)`", text_of("README.zh.md")))
    mark = tomllib.loads(line)["markers"][0]
    raw = SAMPLE.replace("△", mark)
    root = project(tmp_path, raw)
    path = root / "source_texts" / "catalogue.toml"
    path.write_text(catalogue_entry(raw.encode()) + f"{line}\n", "utf-8")
    assert build(root) == 0
    assert len(json.loads((root / "build" / "data" / "entries.json").read_text("utf-8"))) == 4


def test_a_published_id_that_is_gone_stops_the_build_until_it_has_an_alias(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path)
    assert build(root) == 0
    register = root / "source_texts" / "published_ids.txt"
    register.write_text(f"chronicle-1999/1999-01-09-1\n{register.read_text('utf-8')}", "utf-8")
    assert build(root) == 1
    assert "the published id chronicle-1999/1999-01-09-1 is gone" in capsys.readouterr().err
    assert "`旧编号 = 新编号`" in text_of("README.zh.md")
    text = register.read_text("utf-8")
    register.write_text(text.replace("01-09-1\n", "01-09-1 = chronicle-1999/1999-01-06-1\n", 1), "utf-8")
    assert build(root) == 0
