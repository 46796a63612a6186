"""What an editor may write wrong in a data file: each slip is one message, with the line and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builder.records.decided import Decided
from builder.sources import catalogue, register
from builder.sources.catalogue import load, raw_text, volume_data
from builder.sources.finding import Findings
from builder.sources.typed import read
from tests.project import SAMPLE, catalogue_entry, project

FIX = "corrections/chronicle-1999.toml"
LAYOUT = "layout/chronicle-1999.toml"
ONE = '[[correction]]\nnear = "某大会"\nfind = "某"\nput = "本"\nwhy = "误字"\n'
KNOWN_FIX = "near、find、put、times、why、see、base、by、withheld、after、before、note"
KINDS = "yearbook、chronicle、gazette、plan、document"

# File, what stands in it, what is said.
SLIPS = {
    "an unknown key": (
        FIX,
        ONE + "tims = 2\n",
        f"{FIX}:6  toml.unknown  knows no key “tims”. Hint: the nearest is “times”; known are {KNOWN_FIX}.",
    ),
    "a table that is none": (
        FIX,
        ONE.replace("[[correction]]", "[[corection]]"),
        f"{FIX}:1  toml.section  knows no table [[corection]]. Hint: it may be [[correction]].",
    ),
    "one bracket": (
        FIX,
        ONE.replace("[[correction]]", "[correction]"),
        f"{FIX}:1  toml.bracket  has the wrong number of brackets. Hint: write [[correction]].",
    ),
    "a table twice": (
        "names.toml",
        "[organisations]\n[organisations]\n",
        "names.toml:2  toml.table  [organisations] stands already in line 1. Hint: put both into one.",
    ),
    "something is lacking": (
        FIX,
        ONE.replace('put = "本"\n', ""),
        f"{FIX}:1  toml.lacks  lacks put. Hint: add it to this table.",
    ),
    "something is empty": (
        FIX,
        ONE.replace("误字", ""),
        f"{FIX}:5  toml.empty  “why” is empty. Hint: say it, or take the line out.",
    ),
    "a number for a text": (
        FIX,
        ONE.replace('"本"', "2020"),
        (
            f"{FIX}:4  toml.type  “put” must be one text in quotes, not 2020. "
            "Hint: put it in straight quotes; part several by 、."
        ),
    ),
    "a text for a number": (
        FIX,
        ONE + 'times = "2"\n',
        f'{FIX}:6  toml.type  “times” must be a whole number, not "2". Hint: write it without quotes.',
    ),
    "a truth for a number": (
        FIX,
        ONE + "times = true\n",
        f"{FIX}:6  toml.type  “times” must be a whole number, not true. Hint: write it without quotes.",
    ),
    "a text for a weight": (
        "names.toml",
        '[events]\ntext = "4"\n',
        'names.toml:2  toml.type  “text” must be a number, not "4". Hint: write it without quotes.',
    ),
    "a text for a truth": (
        FIX,
        ONE + 'withheld = "是"\n',
        f'{FIX}:6  toml.type  “withheld” must be true or false, not "是". Hint: write it without quotes.',
    ),
    "a text for a list": (
        "names.toml",
        '[places.counties]\n"某县" = "某县"\n',
        'names.toml:2  toml.type  “某县” must be a list, not "某县". Hint: write ["a", "b"].',
    ),
    "a text for a table": (
        "names.toml",
        'persons = "某"\n',
        'names.toml:1  toml.type  “persons” must be a table, not "某". Hint: write it as a table of its own.',
    ),
    "too small a number": (
        FIX,
        ONE + "times = 0\n",
        f"{FIX}:6  toml.bound  “times” is 0 and must not be less than 1. Hint: mend the number.",
    ),
    "a pattern with an open bracket": (
        "names.toml",
        '[meetings]\n"某会" = "某(会"\n',
        (
            "names.toml:2  toml.pattern  “某会” is no regular expression: 某(会. "
            "Hint: see whether its brackets are closed."
        ),
    ),
    "a count without a group": (
        "names.toml",
        '[timelines]\n"某会" = "第.次某会"\n',
        (
            "names.toml:2  toml.group  “某会” has no group around the number: 第.次某会. "
            "Hint: put ( ) around what is the number."
        ),
    ),
    "Chinese quotes": (
        FIX,
        ONE.replace('"本"', "“本”"),
        f'{FIX}:4  toml.quotes  the value of “put” stands in Chinese quotes. Hint: write straight ones: ".',
    ),
    "a full-width sign": (
        FIX,
        ONE.replace("put =", "put ＝"),
        f"{FIX}:4  toml.wide  has a full-width “＝”. Hint: write =.",
    ),
    "a single backslash": (
        FIX,
        ONE.replace('"本"', '"\\s"'),
        f"{FIX}:4  toml.backslash  “put” holds a single backslash. Hint: write it twice, or use ' as quotes.",
    ),
    "an open quote": (
        FIX,
        ONE.replace('"本"', '"本'),
        f"{FIX}:4  toml.unclosed  a quote of “put” is not closed. Hint: close it.",
    ),
    "a key twice": (FIX, ONE + 'put = "又"\n', f"{FIX}:6  toml.twice  “put” stands twice. Hint: keep one."),
    "quotes inside": (
        FIX,
        ONE.replace('"误字"', '"误"字"多"'),
        f"{FIX}:5  toml.inside  straight quotes stand inside of the text of “why”. Hint: write “ ” inside.",
    ),
    "an empty list of names": (
        "names.toml",
        "",
        "names.toml:1  names.empty  holds nothing. Hint: put the file back; where there are no names, take it away.",
    ),
    "corrections of no volume": (
        "corrections/chronicle-1998.toml",
        ONE,
        (
            "corrections/chronicle-1998.toml:1  volume.unknown  catalogue.toml has no volume for chronicle-1998.toml. "
            "Hint: it may be chronicle-1999: mend the name of the file."
        ),
    ),
    "a withheld one that says the text": (
        FIX,
        ONE + "withheld = true\n",
        (
            f"{FIX}:2  correction.withheld  a withheld [[correction]] has `after`, `before` and `note` "
            "and nothing else. "
            "Hint: say what stands in front of the withheld text and behind it, and not the text itself."
        ),
    ),
    "the same place again": (
        FIX,
        ONE + ONE,
        f"{FIX}:6  correction.twice  the same place “某大会” is corrected already. Hint: take one out.",
    ),
    "lines and line": (
        LAYOUT,
        '[[join]]\nline = 1\nlines = [1, 1]\nwhy = "续"\n',
        f"{LAYOUT}:3  layout.lines  needs one of `lines` and `line`. Hint: write lines = [first, last].",
    ),
    "lines the wrong way round": (
        LAYOUT,
        '[[join]]\nlines = [2, 1]\nwhy = "续"\n',
        (
            f"{LAYOUT}:2  layout.lines  `lines` must be the first and the last line, counted from 1. "
            "Hint: write lines = [first, last]."
        ),
    ),
    "a gap without a space": (
        LAYOUT,
        '[[close]]\nlines = [1, 1]\nfind = "某市"\nwhy = "多空"\n',
        (
            f"{LAYOUT}:3  layout.space  `find` holds no space. "
            "Hint: write it as the raw text has it, with the space that is meant."
        ),
    ),
    "a row with too few cells": (
        LAYOUT,
        '[[table]]\nlines = [1, 1]\nwhy = "表"\ncolumns = ["甲", "乙"]\nheader = []\nrows = [["一"]]\n',
        f'{LAYOUT}:6  layout.row  row 0 has 1 cells for 2 columns. Hint: an empty cell is written "".',
    ),
    "characters let through without a reason": (
        "decided.toml",
        '[[decided]]\nfind = "某"\n',
        "decided.toml:1  toml.lacks  lacks why. Hint: add it to this table.",
    ),
    "a register with a full-width sign": (
        "published_ids.txt",
        "chronicle-1999 ＝ chronicle-2000\n",
        (
            "source_texts/published_ids.txt:1  id.form  is neither `id digest` nor `old = new`. "
            "Hint: a space stands on each side of =; a withdrawal is written with “撤回：” and the reason."
        ),
    ),
    "another encoding": (
        FIX,
        ONE.encode("gb18030"),
        f"{FIX}:1  toml.encoding  is not UTF-8 but looks like GBK. Hint: save the file as UTF-8.",
    ),
}
IN_THE_CATALOGUE = {
    "an unknown kind": (
        {"kind": "plans"},
        f"catalogue.toml:3  toml.choice  “kind” cannot be “plans”. Hint: the nearest is “plan”; known are {KINDS}.",
    ),
    "a date of another form": (
        {"published": "1999年5月"},
        "published  toml.date  “1999年5月” is no date. Hint: write 2021, 2021-05 or 2021-05-28.",
    ),
    "a path": (
        {"file": "../raw.txt"},
        (
            "file  toml.file  “../raw.txt” is no file name. "
            "Hint: the raw file lies in source_texts/: write its name alone."
        ),
    ),
    "an unknown encoding": (
        {"encoding": "gb2313"},
        "encoding  toml.encoding  there is no encoding “gb2313”. Hint: the nearest is “gb2312”; most files need none.",
    ),
    "a year of five digits": (
        {"year": 20201},
        "year  toml.bound  “year” is 20201 and must not be more than 9999. Hint: mend the number.",
    ),
}


def told(root: Path) -> list[str]:
    """What is said of the files of a project, as far as they are read before any text is."""
    folder = root / "source_texts"
    try:
        sources = load(folder)
        for one in sources.volumes:
            volume_data(sources, one, raw_text(sources, one))
        read(Decided, folder, "decided.toml")
        register.load(folder)
    except Findings as error:
        return [str(one) for one in error.findings]
    return []


@pytest.mark.parametrize(("file", "text", "said"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_once(file: str, text: str | bytes, said: str, tmp_path: Path) -> None:
    root = project(tmp_path, texture="pdf-text") if file == LAYOUT else project(tmp_path)
    path = root / "source_texts" / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    assert told(root) == [said]


OFFICE = {
    "a key of Chinese characters": (
        'key = "沄川"',
        (
            "yearbook.key  the `key` of [yearbook] cannot be “沄川”. "
            "Hint: write small Latin letters, digits and dashes, a letter first: yunchuan."
        ),
    ),
    "a tag without a year": (
        'tag = "yunchuan"',
        (
            "yearbook.tag  the `tag` of [yearbook] cannot be “yunchuan”. "
            "Hint: write it as tag:authority,year: (RFC 4151), as in tag:yunchuan.invalid,2026: ; it never changes."
        ),
    ),
}


@pytest.mark.parametrize(("line", "said"), OFFICE.values(), ids=OFFICE)
def test_a_slip_of_who_publishes(line: str, said: str, tmp_path: Path) -> None:
    root = project(tmp_path)
    path = root / "source_texts" / "catalogue.toml"
    path.write_text(f"[yearbook]\n{line}\n\n{path.read_text('utf-8')}", "utf-8")
    assert told(root) == [f"catalogue.toml:2  {said}"]


@pytest.mark.parametrize(("facts", "said"), IN_THE_CATALOGUE.values(), ids=IN_THE_CATALOGUE)
def test_a_slip_of_the_catalogue(facts: dict[str, Any], said: str, tmp_path: Path) -> None:
    root = project(tmp_path, **facts)
    lines = (root / "source_texts" / "catalogue.toml").read_text("utf-8").splitlines()
    key, _, rest = said.partition("  ")
    line = next(n for n, one in enumerate(lines, 1) if one.startswith(next(iter(facts))))
    assert told(root) == [f"catalogue.toml:{line}  {rest}"]
    assert key in ("catalogue.toml:3", *facts)


def test_a_catalogue_without_a_volume(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "source_texts" / "catalogue.toml").write_text("", "utf-8")
    said = "catalogue.toml:1  catalogue.empty  holds no [[volume]]. Hint: a yearbook needs one at least."
    assert told(root) == [said]


def test_layout_data_that_the_texture_does_not_use_or_the_text_does_not_have(tmp_path: Path) -> None:
    root = project(tmp_path)
    path = root / "source_texts" / LAYOUT
    path.parent.mkdir()
    path.write_text('[[join]]\nlines = [1, 999]\nwhy = "续"\n', "utf-8")
    count = len(SAMPLE.split("\n"))
    beyond = f"{LAYOUT}:2  layout.lines  names line 999; chronicle-1999.txt has {count}. Hint: mend the line."
    idle = f"{LAYOUT}:1  layout.idle  a text of plain-text uses no [[join]]. Hint: known are —."
    assert told(root) == [idle, beyond]


def test_line_ends_of_windows_and_a_byte_order_mark_are_no_slip(tmp_path: Path) -> None:
    root = project(tmp_path)
    path = root / "source_texts" / FIX
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + ONE.replace("\n", "\r\n").encode())
    assert told(root) == []
    sources = catalogue.load(root / "source_texts")
    assert catalogue.line(sources.folder, sources.volumes[0], "year") > 1
    assert catalogue_entry(SAMPLE.encode()) in (root / "source_texts" / "catalogue.toml").read_text("utf-8")
