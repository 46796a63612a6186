"""Each figure and each quotation of a guide that follows from the texts is held against them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from builder.sources import catalogue
from tests.guides.guide import ROOT, fences, text_of
from tests.volumes.five import FIVE

WORDS = {"a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def kinds() -> Counter[str]:
    return Counter(one.partition("-")[0] for one in FIVE)


def pages(pattern: str) -> list[Path]:
    return sorted((ROOT / "docs").glob(pattern))


def test_the_number_of_volumes_of_each_kind() -> None:
    readme = text_of("README.md")
    told = re.search(r"(\w+) chronicles, (\w+) official gazettes and (\w+) five-year plan", readme)
    assert told
    counted = kinds()
    assert [WORDS[one] for one in told.groups()] == [counted["chronicle"], counted["gazette"], counted["plan"]]
    volumes = re.search(r"Measured on the (\w+) volumes", readme)
    assert volumes
    assert WORDS[volumes[1]] == counted.total()


def test_the_number_of_monthly_chapters() -> None:
    told = re.search(r"(\d+) monthly chapters", text_of("README.md"))
    assert told
    assert int(told[1]) == len(pages("chronicle/202[01]/[01][0-9].md"))


def test_the_number_of_queries_of_the_measurements() -> None:
    told = re.search(r"any of (\d+) queries", text_of("README.md"))
    script = (ROOT / "benchmarks" / "search.py").read_text("utf-8")
    counts = re.search(r"^COLD, BYTES, .* = (\d+), (\d+),", script, re.MULTILINE)
    assert told
    assert counts
    assert int(told[1]) == int(counts[1]) + int(counts[2])


def test_the_raw_lines_of_the_readme_stand_in_the_raw_file() -> None:
    told = re.search(r"^(\w+) raw lines, as they were extracted", text_of("README.md"), re.MULTILINE)
    shown = [line for line in fences("README.md")[0].text.splitlines() if line.strip()]
    assert told
    assert WORDS[told[1].lower()] == len(shown)
    raw = (ROOT / "source_texts" / "gazette-2021-2.txt").read_text("utf-8")
    assert "\n".join(shown) in "\n".join(line for line in raw.splitlines() if line.strip())


def test_the_paragraph_of_the_readme_is_the_pages() -> None:
    """Its words, its number, its anchor, its printed page and its one correction."""
    readme = text_of("README.md")
    shown = next(line for line in readme.splitlines() if line.startswith("> **")).strip("> …")
    page = (ROOT / "docs" / "gazette" / "2021-2" / "jszf-2021-1.md").read_text("utf-8")
    line = next(one for one in page.splitlines() if 'id="n-1-5"' in one)
    plain = re.sub(r"<[^>]+>", "", line).replace("&#46;", ".")
    assert plain.replace(" ", "").startswith(re.sub(r"<[^>]+>|\*\*| ", "", shown))
    told = re.search(r"\(第 (\d+) 页；“(.)”原作“(.+?)”", readme)
    assert told
    turns = re.findall(r'data-page="(\d+)"', page[: page.index('id="n-1-5"')])
    assert turns[-1] == told[1]
    assert re.search(rf'class="fix"[^>]*data-was="{told[3]}"[^>]*>{told[2]}<', line)


def test_the_id_that_is_explained_names_what_the_page_says() -> None:
    """`chronicle-2021/2021-03-15-2` is the second entry of March 15th."""
    told = re.search(r"`([^`]+)` 是 (\d+) 年大事记 (\d+) 月 (\d+) 日的第(.)条", text_of("docs/about/cite.md"))
    assert told
    rows = json.loads((ROOT / "site" / "data" / "entries.json").read_text("utf-8"))
    day = f"{told[2]}-{int(told[3]):02}-{int(told[4]):02}"
    same = [row["id"] for row in rows if row["volume"].startswith("chronicle-") and row["start"] == day]
    assert same["一二三四".index(told[5])] == told[1]


def test_the_example_of_the_data_page_runs() -> None:
    block = re.search(r"<pre><code>(.*?)</code></pre>", text_of("docs/about/data.md"), re.DOTALL)
    assert block
    script = f"{block[1]}\nprint(len(march), {{row['id'][:22] for row in march}})"
    command = [sys.executable, "-c", script]
    said = subprocess.run(command, cwd=ROOT / "site", check=True, capture_output=True, text=True, encoding="utf-8")
    page = (ROOT / "docs" / "chronicle" / "2021" / "03.md").read_text("utf-8")
    count = len(re.findall(r"^\{: #2021-03-\S+ \.entry", page, re.MULTILINE))
    assert said.stdout.strip() == f"{count} {{'chronicle-2021/2021-03'}}"


def test_the_files_and_forms_that_the_data_page_names_are_in_the_data() -> None:
    """A ledger of every volume; tables as CSV, listed; two feeds."""
    site = ROOT / "site"
    ids = [one.id for one in catalogue.load(ROOT / "source_texts").volumes]
    assert sorted(path.stem for path in (site / "data" / "ledger").glob("*.json")) == sorted(ids)
    listed = (site / "data" / "csv" / "tables.csv").read_text("utf-8-sig").splitlines()
    assert len(listed) - 1 == len(list((site / "data" / "csv" / "tables").rglob("*.csv")))
    for name in ("volumes", "documents"):
        assert "<feed" in (site / "feeds" / f"{name}.xml").read_text("utf-8")


def test_the_five_forms_of_a_citation_are_offered() -> None:
    told = text_of("docs/about/cite.md")
    count = re.search("引文有(.)种格式", told)
    names = re.findall(r"^- (.+?)，供", told, re.MULTILINE)
    forms = [form for one in names for form in one.split("、")]
    assert count
    assert len(forms) == "一二三四五".index(count[1]) + 1
    scripts = "".join(path.read_text("utf-8") for path in sorted((ROOT / "builder" / "site").rglob("*.js")))
    assert [form for form in forms if f'"{form}"' not in scripts] == []


def rows(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((ROOT / "site" / "data" / f"{name}.json").read_text("utf-8"))
    return found


def test_the_three_uses_and_the_open_data_of_the_readme_are_there() -> None:
    site = ROOT / "site"
    assert (site / "download" / "yearbook-offline.zip").exists()
    for volume in ("chronicle-2020", "chronicle-2021"):
        assert len(list((site / "download" / "pdf" / volume).glob("*.pdf"))) == 12
    schemas = {path.name.split(".")[0] for path in (site / "data" / "schema").glob("*.json")}
    assert {path.stem for path in (site / "data").glob("*.json")} <= schemas | {"register"}
    register = (ROOT / "source_texts" / "published_ids.txt").read_text("utf-8")
    known = {line.split()[0] for line in register.splitlines() if line.strip()}
    published = [row["id"] for name in ("volumes", "entries", "documents") for row in rows(name)]
    assert [one for one in published if one not in known] == []
