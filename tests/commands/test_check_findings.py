"""Every finding of `yearbook check`: provoked in a small project, with its exact message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.commands.build import Product, product
from builder.edition.read import Read
from tests.commands.running import appended, run, written
from tests.project import SAMPLE, catalogue_entry, project

DECIDE = "Hint: withhold it in corrections/, or decide on it in decided.toml."
PAGE = "docs/chronicle/1999/01.md"
GAZETTE = """# 海州市人民政府 关于印发清江治理方案的通知

海政发[1999]7 号

各县(区)人民政府:

现将《清江治理方案》印发给你们。

海州市人民政府

1999年1月8日

清江治理方案

一、加强领导。
"""


@pytest.fixture
def built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A small project with its pages, in which nothing is wrong."""
    root = project(tmp_path)
    assert run(root, capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (0, [])
    return root


def changed(root: Path, old: str, new: str, name: str = PAGE) -> int:
    """Change a file and give the line of the change."""
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_a_page_that_was_edited(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = changed(built, "市长到某县调研", "县长到某县调研")
    said = f"{PAGE}:{line}  docs.stale  is not up to date. Hint: run `yearbook build` and look at `git diff docs/`."
    assert run(built, capsys, "check") == (1, [said])


def test_a_page_that_ends_too_early(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (built / PAGE).read_text("utf-8").splitlines(keepends=True)
    (built / PAGE).write_text("".join(lines[:-1]), "utf-8")
    hint = "Hint: run `yearbook build` and look at `git diff docs/`."
    assert run(built, capsys, "check") == (1, [f"{PAGE}:{len(lines)}  docs.stale  is not up to date. {hint}"])


def test_a_page_that_was_deleted(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / PAGE).unlink()
    said = f"{PAGE}:1  docs.missing  does not exist. Hint: run `yearbook build` and look at `git diff docs/`."
    assert run(built, capsys, "check") == (1, [said])


def test_a_page_that_nothing_makes(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only in folders that the builder owns: a page of people stands where it is."""
    (built / "docs" / "chronicle" / "1998.md").write_text("", "utf-8")
    (built / "docs" / "about.md").write_text("", "utf-8")
    said = (
        "docs/chronicle/1998.md:1  docs.surplus  is made from nothing. "
        "Hint: run `yearbook build` and look at `git diff docs/`."
    )
    assert run(built, capsys, "check") == (1, [said])


def test_ids_that_are_not_registered(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = built / "source_texts" / "published_ids.txt"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    assert len(lines) > 2
    register.write_text(lines[0], "utf-8")
    said = (
        f"source_texts/published_ids.txt:1  id.new  {len(lines) - 1} ids are not registered, "
        f"the first is {lines[1].split()[0]}. Hint: run `yearbook build` and commit the register."
    )
    assert run(built, capsys, "check") == (1, [said])


def test_a_registered_id_that_is_gone(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    register = built / "source_texts" / "published_ids.txt"
    lines = register.read_text("utf-8").splitlines()
    register.write_text("\n".join([*lines, "chronicle-1999/1999-01-09-1", ""]), "utf-8")
    said = (
        f"source_texts/published_ids.txt:{len(lines) + 1}  id.gone  "
        "the published id chronicle-1999/1999-01-09-1 is gone. "
        "Hint: bring it back, or say at the end of published_ids.txt where it went: "
        "“old = new”, several parted by “、”, withdrawn “old = 撤回：why”."
    )
    assert run(built, capsys, "check") == (1, [said])


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ("entries = 5", "expect.missed  chronicle-1999: entries is 4, 5 expected"),
        ("months = 2", "expect.missed  chronicle-1999: months is 1, 2 expected"),
        ('removed = { "page.head" = 3 }', "expect.missed  chronicle-1999: removed.page.head is 0, 3 expected"),
    ],
)
def test_an_expectation_that_is_missed(
    expect: str, problem: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    appended(built, f"[volume.expect]\n{expect}\n")
    line = (built / "source_texts" / "catalogue.toml").read_text("utf-8").count("\n")
    said = f"catalogue.toml:{line}  {problem}. Hint: find out why before you change the number."
    assert run(built, capsys, "check") == (1, [said])
    assert run(built, capsys, "build") == (1, [said])


def test_an_expectation_of_a_rule_that_is_none(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    appended(built, '[volume.expect]\nremoved = { "page.haed" = 3 }\n')
    line = (built / "source_texts" / "catalogue.toml").read_text("utf-8").count("\n")
    said = f"catalogue.toml:{line}  expect.rule  `removed` names no rule “page.haed”. Hint: the nearest is “page.head”."
    assert run(built, capsys, "build") == (1, [said])


def test_a_missed_expectation_names_its_volume_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path)
    more = catalogue_entry(SAMPLE.encode(), id="chronicle-2000", year=2000)
    appended(root, f"[volume.expect]\nentries = 4\n\n{more}[volume.expect]\nentries = 6\n")
    written(root, "chronicle-2000.txt", SAMPLE)
    said = (
        "catalogue.toml:21  expect.missed  chronicle-2000: entries is 4, 6 expected. "
        "Hint: find out why before you change the number."
    )
    assert run(root, capsys, "build") == (1, [said])


def announcing(root: Path, day: int) -> Path:
    """A chronicle that says on a day of January that the document of 8 January was issued, and the gazette."""
    text = SAMPLE.replace("6日至7日，某大会举行。", f"{day}日，市政府印发《清江治理方案》。")
    project(root, text)
    facts = {"id": "gazette-1999-1", "kind": "gazette", "texture": "ocr-markdown"}
    appended(root, "\n" + catalogue_entry(GAZETTE.encode(), **facts))
    return written(root, "gazette-1999-1.txt", GAZETTE)


@pytest.mark.parametrize(("day", "told"), [(8, False), (9, True), (2, True)])
def test_a_document_that_is_announced_on_another_day(
    day: int, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = announcing(tmp_path, day)
    assert run(root, capsys, "build") == (0, [])
    said = (
        f"chronicle-1999.txt:8  announced.date  says that 《清江治理方案》 was issued on 1999-01-0{day}, "
        "but gazette-1999-1/hzf-1999-7 is dated 1999-01-08. "
        "Hint: one of the two is misprinted, or they are two documents."
    )
    assert run(root, capsys, "check") == ((1, [said]) if told else (0, []))


@pytest.mark.parametrize(
    ("secret", "said"),
    [
        ("11010519491231002X", f"gate.private  holds an identity card number. {DECIDE}"),
        ("13800138000", f"gate.private  holds a mobile number. {DECIDE}"),
        ("密码：a1b2c3", f"gate.private  holds a password. {DECIDE}"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_what_should_not_spread(
    command: str, secret: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands in the way of every page, is told with its raw line and without repeating it, and goes through
    once someone has decided."""
    root = project(tmp_path, SAMPLE.replace("某大会举行。", f"某大会举行，{secret}。"))
    code, told = run(root, capsys, command)
    stale = [one for one in told if "  docs.missing  " in one]
    told = [one for one in told if one not in stale and "  id.new  " not in one]
    assert (code, told) == (1, [f"chronicle-1999.txt:8  {said}"])
    assert not (root / "docs").exists()
    written(root, "decided.toml", f'[[decided]]\nfind = "{secret.removeprefix("密码：")}"\nwhy = "已公开"\n')
    assert run(root, capsys, "build") == (0, [])
    assert run(root, capsys, "check") == (0, [])


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """A function that makes the writers err: `old` on the month's page is written as `new`."""

    def spoil(old: str, new: str) -> None:
        def made(root: Path) -> tuple[list[Read], Product]:
            reads, good = product(root)
            name = PAGE.removeprefix("docs/")
            assert old in good.docs[name]
            docs = good.docs | {name: good.docs[name].replace(old, new, 1)}
            (root / PAGE).write_text(docs[name], "utf-8")
            return reads, good._replace(docs=docs)

        monkeypatch.setattr("builder.commands.check.product", made)

    return spoil


@pytest.mark.parametrize(
    ("new", "shown", "wanted", "character"),
    [
        ("市长到某调研。", "调研。6日至7日某大会举行。是月全市完成", "县调研。6日至7日某大会举行。是月全市完", 16),
        ("市长到某县县调研。", "县调研。6日至7日某大会举行。是月全市完", "调研。6日至7日某大会举行。是月全市完成", 17),
        ("市长到县某调研。", "县某调研。6日至7日某大会举行。是月全市", "某县调研。6日至7日某大会举行。是月全市", 15),
    ],
)
def test_a_page_that_shows_another_text(
    new: str,
    shown: str,
    wanted: str,
    character: int,
    built: Path,
    spoilt: Callable[[str, str], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One character lost, one doubled, two swapped."""
    spoilt("市长到某县调研。", new)
    said = (
        f"{PAGE}:1  page.text  shows “{shown}” where “{wanted}” was written (character {character}). "
        "Hint: escape it in writers/markdown/escape.py."
    )
    assert run(built, capsys, "check") == (1, [said])


def test_other_marks_around_the_same_text_are_no_other_text(
    built: Path, spoilt: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt("市长到某县调研。", "<b>市长到某县</b>调研。<span data-furniture>注</span>")
    assert run(built, capsys, "check") == (0, [])


@pytest.mark.parametrize(
    ("href", "said"),
    [
        ("../02/", "link.broken  links to chronicle/1999/02/, where no page is. Hint: mend the writer"),
        (
            "#1999-01-09-1",
            "link.broken  links to chronicle/1999/01/#1999-01-09-1, where no such anchor is. Hint: mend the writer",
        ),
    ],
)
def test_a_link_that_leads_nowhere(
    href: str, said: str, built: Path, spoilt: Callable[[str, str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt("市长到某县调研。", f'市长到<a href="{href}">某县</a>调研。')
    lines = (built / PAGE).read_text("utf-8").splitlines()
    line = next(number for number, one in enumerate(lines, 1) if "市长到某县调研" in one)
    assert run(built, capsys, "check") == (1, [f"{PAGE}:{line}  {said} that made it."])
