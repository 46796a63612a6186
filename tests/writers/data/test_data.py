"""The data files keep their contract (design, section 5)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import jsonschema
import pytest

from builder.commands.build import Product
from builder.edition.read import Read
from builder.writers.search.found import facets
from tests.conftest import ROOT
from tests.volumes.truth_cases import walk

SCHEMAS = ROOT / "builder" / "writers" / "data" / "schemas"


def rows(made: Product, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made.data[f"{name}.json"])
    return found


FILES = sorted(
    p.name.removesuffix(".schema.json")
    for p in SCHEMAS.glob("*.json")
    if not p.name.startswith(("ledger", "citations"))
)


def test_every_file_has_a_schema(made: Product) -> None:
    assert sorted(name.removesuffix(".json") for name in made.data if "/" not in name) == FILES


@pytest.mark.parametrize("name", FILES)
def test_rows_follow_their_schema(name: str, made: Product) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    problems = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(rows(made, name))]
    assert not problems, problems[:10]


@pytest.mark.parametrize("folder", ["ledger", "citations"])
def test_files_of_a_volume_follow_their_schema(folder: str, made: Product, volume_ids: list[str]) -> None:
    schema = json.loads((SCHEMAS / f"{folder}.schema.json").read_text("utf-8"))
    for volume in volume_ids:
        jsonschema.validate(rows(made, f"{folder}/{volume}"), schema)


@pytest.mark.parametrize("name", FILES)
def test_ids_are_unique(name: str, made: Product) -> None:
    doubled = [one for one, n in Counter(row["id"] for row in rows(made, name)).items() if n > 1]
    assert not doubled


def test_every_published_character_stands_in_exactly_one_unit(reads: dict[str, Read], made: Product) -> None:
    """Fields of their own (titles, labels, headings of months) hold the rest, whole and as printed."""
    units = rows(made, "units")
    for name, read in reads.items():
        in_units = Counter("".join("".join(u["text"].split()) for u in units if u["volume"] == name))
        in_model = Counter("".join("".join(t.s.split()) for t in read.volume.texts()))
        fields = [t for m in read.volume.months for t in (*m.headings, *m.below)]
        fields += [t for m in read.volume.months for e in m.entries for t in e.above]
        fields += [e.label_text for m in read.volume.months for e in m.entries]
        fields += [d.title for d in read.volume.documents]
        fields += [a.title for d in read.volume.documents for a in d.attachments]
        in_fields = Counter("".join("".join(t.s.split()) for t in fields))
        both = in_units + in_fields
        assert both == in_model, (name, both - in_model, in_model - both)


def test_offsets_of_corrections_point_at_the_reading(made: Product) -> None:
    for row in rows(made, "entries"):
        for fix in row["corrections"]:
            assert row["text"][fix["at"] : fix["at"] + len(fix["now"])] == fix["now"], row["id"]


def test_entries_stand_in_printed_order_and_count_by_start_date(made: Product) -> None:
    seen: Counter[str] = Counter()
    for row in sorted(rows(made, "entries"), key=lambda r: (r["volume"], r["lines"])):
        base = row["start"] or f"{row['year']}-{row['month']:02}-month"
        key = f"{row['volume']}/{base}"
        seen[key] += 1
        assert row["id"] == f"{key}-{seen[key]}"


def test_withheld_text_is_in_no_data_file(made: Product, reads: dict[str, Read]) -> None:
    for read in reads.values():
        for row in read.ledger.rows:
            if row.rule == "correction.withheld" and len(row.old) >= 4:
                assert not [name for name, text in made.data.items() if row.old in text]
                assert not [name for name, text in made.docs.items() if row.old in text]


def test_no_page_is_given_where_none_is_known(made: Product) -> None:
    """Contents alone give the page of a document's beginning; its blocks and units further on have none."""
    units = facets({name: rows(made, name) for name in ("units", "entries", "documents", "volumes")})
    for row in rows(made, "documents"):
        pages = [block.get("page") for block in walk(row)]
        found = [one["page"] for name, one in units.items() if name.startswith(f"{row['id']}#") and "page" in one]
        if row["page_end"] is None:
            assert set(pages[2:]) <= {None}, row["id"]
            assert found == [row["page"]], row["id"]
        else:
            assert all(row["page"] <= page <= row["page_end"] for page in [*pages, *found]), row["id"]
            assert row["page"] in pages, row["id"]
