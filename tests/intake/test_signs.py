"""What a raw text is taken for: on invented texts of many offices, right or with its doubt said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.commands.read import modelled
from builder.intake import habit, signs, volume
from builder.readers.habits import habits
from builder.records.profile import Profile
from builder.records.volume import OPEN, VolumeData
from tests.cases.reading import FOLDER
from tests.records import record

MORE = sorted((FOLDER / "more").glob("*.txt"))
CHRONICLES = [path for path in MORE if path.name.startswith("c")]


def truth(path: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(path.with_suffix(".json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("path", MORE, ids=lambda path: path.stem)
def test_the_kind_is_right_or_doubted(path: Path) -> None:
    lines = signs.lines_of(path.read_text("utf-8"))
    kind, _, doubt = signs.kind(lines)
    wanted = str(truth(path)["kind"]).replace("plan", "document")
    assert kind == wanted or doubt
    assert signs.texture(lines, "chronicle")[0] == "plain-text"


def test_an_issue_of_a_gazette_may_hold_its_chronicle_alone() -> None:
    days = "".join(f"{day}日，市政府召开会议。\n" for day in range(1, 9))
    assert signs.kind(signs.lines_of(f"某市人民政府公报（增刊）\n大事记\n1月\n{days}"))[0] == "chronicle"
    notices = "关于防汛的通知\n某政发〔2009〕1号\n各县：\n关于抗旱的通知\n某政发〔2009〕2号\n各县：\n"
    assert signs.kind(signs.lines_of(f"某市人民政府公报\n{notices}大事记\n1月\n{days}"))[0] == "gazette"


def test_nearly_all_kinds_and_years_are_right() -> None:
    """Years are those that the text says first, or a doubt says that none does; a book of several years is known by any
    of them."""
    read = [(truth(path), signs.lines_of(path.read_text("utf-8"))) for path in MORE]
    kinds = [(str(told["kind"]).replace("plan", "document"), signs.kind(lines)[0]) for told, lines in read]
    assert sum(wanted != found for wanted, found in kinds) <= 2
    years = [
        signs.year(lines, kind)[2] or signs.year(lines, kind)[0] in (told.get("year"), *years_of(told))
        for (told, lines), (kind, _) in zip(read, kinds, strict=True)
        if told.get("year") or told.get("years")
    ]
    assert sum(not right for right in years) <= 3
    assert len(years) > 80


def years_of(told: dict[str, object]) -> list[int]:
    years = told.get("years")
    return list(years) if isinstance(years, list) else []


def entries(path: Path, **profile: object) -> Iterator[tuple[object, ...]]:
    keys = {"kind": "chronicle", "year": truth(path).get("year") or years_of(truth(path))[0]}
    _, made, _, _ = modelled(VolumeData(record(**keys, profile=profile)), path.read_text("utf-8"))
    for month in made.months:
        yield from ((one.id, one.start, one.end, one.precision, one.reading) for one in month.entries)


@pytest.mark.parametrize("path", CHRONICLES, ids=lambda path: path.stem)
def test_a_chronicle_is_read_by_its_profile_as_without(path: Path) -> None:
    lines = signs.lines_of(path.read_text("utf-8"))
    keys = {"kind": "chronicle", "year": truth(path).get("year") or years_of(truth(path))[0]}
    _, made, _, _ = modelled(VolumeData(record(**keys)), path.read_text("utf-8"))
    found = habit.profile(habits([line.s for line in lines]), made, lines)
    assert Profile.model_validate(found).labels
    assert list(entries(path, **found)) == list(entries(path))


SAMPLE = (
    "某市大事记\n1月\n1日，市政府召开会议。\n◎市长调研。\n3日，某会举行。4日，闭会。5日，散会。6日，下雪。7日，放晴。\n"
)


@pytest.mark.parametrize(
    ("profile", "labels"),
    [
        ({}, ["1日", "", "3日"]),
        ({"lines": "一行多条"}, ["1日", "", "3日", "4日", "5日", "6日", "7日"]),
        ({"marks": ["△"]}, ["1日", "3日"]),
        ({"labels": ["1月5日"]}, ["", ""]),
    ],
)
def test_the_reader_follows_the_word_that_an_editor_corrects(profile: dict[str, object], labels: list[str]) -> None:
    _, made, _, _ = modelled(VolumeData(record(kind="chronicle", profile=profile)), SAMPLE)
    assert [one.label_text.s for month in made.months for one in month.entries] == labels


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# 某市**大事记**\n## 1月\n**1日**，开会。\n", "ocr-markdown"),
        ("加快发展加快发展。一般的话。\n" * 6, "pdf-text"),
        ("\n".join(f"— {n} —\n市政府召开常务会议研究全市春季造林工作" for n in range(1, 30)), "pdf-text"),
        ("1日，开会。\n— 12 —\n2日，闭会。\n", "plain-text"),
    ],
)
def test_where_a_text_comes_from(text: str, wanted: str) -> None:
    assert signs.texture(signs.lines_of(text), "chronicle")[0] == wanted


@pytest.mark.parametrize(
    ("top", "wanted"),
    [
        ("某市大事记\n（2021）\n某室编\n", "某市大事记（2021）"),
        ("某市人民政府\n\n各县：\n关于防汛，通知如下。\n", OPEN),
        ("某市人民政府公报\n2021年第2期（总第25期）\n", "某市人民政府公报"),
        ("市政府召开会议，研究防汛。\n", OPEN),
    ],
)
def test_the_title_stands_at_the_top(top: str, wanted: str) -> None:
    assert volume.title(signs.lines_of(top)) == wanted


def test_the_issue_and_the_total_number() -> None:
    top = signs.lines_of("某市人民政府公报\n2021年第2期（总第25期）\n")
    assert volume.issue(top) == {"issue": 2, "issue_total": 25}
    assert volume.issue(signs.lines_of("某市人民政府公报\n总第25期\n")) == {"issue_total": 25}


def test_an_id_is_the_files_or_made_of_kind_and_year() -> None:
    assert volume.identity("chronicle-1999", "chronicle", 2000, None, []) == "chronicle-1999"
    assert volume.identity("大事记", "chronicle", 2000, None, []) == "chronicle-2000"
    assert volume.identity("公报", "gazette", 2000, 3, []) == "gazette-2000-3"
    assert volume.identity("x", "document", None, None, ["document-0000", "document-0000-2"]) == "document-0000-3"
