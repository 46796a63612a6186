"""The proof ends at the page: every published text stands on one page, once, in the order of the print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.checks.rendered import digests, unproved
from builder.checks.standing import standing
from builder.commands.build import build, product
from builder.edition.chapter import Chapters
from builder.edition.read import Read
from builder.engine.text import Text
from builder.writers.files import json_text
from tests.commands.running import run, written
from tests.project import SAMPLE, project, rendered

MONTH = "chronicle-1999/1999-01"


@pytest.fixture
def one(tmp_path: Path) -> tuple[Read, Chapters]:
    """A small chronicle as read, and its pages."""
    reads, made = product(project(tmp_path))
    return reads[0], made.chapters[0]


def told(read: Read, chapters: Chapters) -> list[str]:
    return [str(finding) for finding in standing([read], [chapters])]


def test_a_good_volume_stands_whole(one: tuple[Read, Chapters]) -> None:
    assert told(*one) == []


def twice(_read: Read, chapters: Chapters) -> None:
    month, chapter = chapters.parts[0]
    chapters.parts.append((month, replace(chapter, id=f"{MONTH}/again", nodes=[], headings=[])))


def doubled(_read: Read, chapters: Chapters) -> None:
    entries = chapters.volume.months[0].entries
    entries[1].id = entries[0].id


def lost(_read: Read, chapters: Chapters) -> None:
    month, chapter = chapters.parts[0]
    chapters.parts[0] = (month, replace(chapter, nodes=chapter.nodes[1:]))


def surplus(_read: Read, chapters: Chapters) -> None:
    month, chapter = chapters.parts[0]
    chapters.parts[0] = (month, replace(chapter, nodes=[*chapter.nodes, chapter.nodes[-1]]))


def disordered(_read: Read, chapters: Chapters) -> None:
    month, chapter = chapters.parts[0]
    chapters.parts[0] = (month, replace(chapter, nodes=[chapter.nodes[1], chapter.nodes[0], *chapter.nodes[2:]]))


@pytest.mark.parametrize(
    ("spoil", "wanted"),
    [
        (twice, f"chronicle-1999.txt:1  page.twice  {MONTH}/again has the page of {MONTH}, which it would overwrite"),
        (doubled, "chronicle-1999.txt:1  entry.twice  chronicle-1999/1999-01-01-1 names two entries"),
        (lost, "chronicle-1999.txt:4  page.lost  “1日” is published and stands on no page"),
        (surplus, "chronicle-1999.txt:12  page.surplus  “全市完成造林一万亩。” stands on a page once too often"),
        (disordered, "chronicle-1999.txt:4  page.order  stands behind a later line on chronicle/1999/01.md"),
    ],
)
def test_what_is_wrong_is_told(
    spoil: Callable[[Read, Chapters], None], wanted: str, one: tuple[Read, Chapters]
) -> None:
    read, chapters = one
    spoil(read, chapters)
    assert any(one.startswith(wanted) for one in told(read, chapters))


def test_a_text_that_was_moved_is_in_order_where_it_was_put(one: tuple[Read, Chapters]) -> None:
    """The second entry stands in front of the first: a fault, but not where a rule has moved it there."""
    read, chapters = one
    disordered(read, chapters)
    first, second = (entry.paragraphs[0] for entry in chapters.volume.months[0].entries[:2])
    a, b = read.text.at.index(first.first()), read.text.at.index(second.first())
    label = a - len("1日，")
    text = read.text
    read.text = Text.join([text[:label], text[b : b + len(second)], text[label:b], text[b + len(second) :]])
    assert told(read, chapters) == []


def test_the_rendered_site_is_held_against_the_volumes(tmp_path: Path) -> None:
    root = project(tmp_path)
    build(root)
    site = rendered(root)
    assert list(unproved(site, root / "build")) == []
    page = site / "chronicle" / "1999" / "01" / "index.html"
    page.write_text(page.read_text("utf-8").replace("市长到某县调研", "市长到某县"), "utf-8")
    said = (
        "chronicle-1999.txt:2  page.site  the page chronicle/1999/01/ of the site does not show the text that begins "
        "here. Hint: build anew (`make clean site`); if it stays, report it with this line."
    )
    assert [str(finding) for finding in unproved(site, root / "build")] == [said]
    page.unlink()
    assert [str(finding) for finding in unproved(site, root / "build")] == [said]


def test_what_the_build_leaves_is_what_the_pages_hold(tmp_path: Path) -> None:
    root = project(tmp_path)
    reads = build(root)
    left = (root / "build" / "pages.json").read_text("utf-8")
    assert left == json_text(digests(reads, product(root)[1].chapters))
    assert '"chronicle/1999/01/"' in left


PHONE = "13800138000"
CASES = """
[[correction]]
withheld = true
after = "某大会举行，电话"
before = "。"
note = "私人电话"
"""


def withheld(folder: Path, more: str = "", raw: str = "") -> Path:
    """A project whose raw text bears a number that is withheld."""
    root = project(folder, SAMPLE.replace("某大会举行。", f"某大会举行，电话{PHONE}。") + raw)
    return written(root, "corrections/chronicle-1999.toml", CASES + more)


def outputs(root: Path) -> str:
    paths = [path for name in ("docs", "build") for path in sorted((root / name).rglob("*")) if path.is_file()]
    assert len(paths) > 10
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.mark.parametrize("near", [f"某大会举行，电话{PHONE}。", "某大会举行，电话1380013", "8000。"])
def test_a_doubt_whose_surroundings_cover_what_is_withheld_shows_nothing_of_it(
    near: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    find = "大会" if "大会" in near else "。"
    root = withheld(tmp_path, f'\n[[doubt]]\nnear = "{near}"\nfind = "{find}"\nmaybe = "会议"\nwhy = "存疑"\n')
    assert run(root, capsys, "build") == (0, [])
    said = outputs(root)
    assert PHONE not in said
    assert "1380013" not in said
    assert "存疑" in said
    assert "8000" not in (root / "docs" / "text" / "corrections.md").read_text("utf-8")


def test_explain_does_not_tell_what_is_withheld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = withheld(tmp_path)
    assert run(root, capsys, "explain", "chronicle-1999.txt:8") == (0, [])
    assert run(root, capsys, "build") == (0, [])
    from builder.commands.explain import explain

    assert PHONE not in "\n".join(explain(root, "chronicle-1999.txt:8"))
    assert PHONE not in "\n".join(explain(root, "chronicle-1999/1999-01-06-1"))


@pytest.mark.parametrize(
    ("more", "raw", "page"),
    [
        ("", f"△值班电话{PHONE[:3]}-{PHONE[3:7]}-{PHONE[7:]}。\n", ""),
        ("", f"△又见{PHONE}。\n", ""),
        (
            f'\n[[doubt]]\nnear = "市长到"\nfind = "市长"\nmaybe = "县长"\nwhy = "电话 {PHONE}"\n',
            "",
            "chronicle/1999/01.md",
        ),
    ],
)
def test_what_is_withheld_in_one_place_and_open_in_another_stops_the_build(
    more: str, raw: str, page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(withheld(tmp_path, more, raw), capsys, "build")
    assert code == 1
    assert PHONE not in "\n".join(said)
    hint = "Hint: withhold every place of it, and leave it out of what you write in the TOML files."
    if page:
        assert (
            f"chronicle-1999.txt:8  gate.withheld  a withheld text would stand in {page} all the same. {hint}" in said
        )
    else:
        assert any(one.startswith("chronicle-1999.txt:13  gate.private") for one in said)
