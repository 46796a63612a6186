"""The rows of prints hold the model's texts, each once, whatever stands between their characters."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from builder.checks.outside import given
from builder.commands.build import Product
from builder.edition.book import title_lines
from builder.edition.notes import Notes
from builder.edition.runs import Span, runs_of
from builder.edition.walk import Line
from builder.engine.text import Text
from builder.writers.print.runs import Pieces, plain
from builder.writers.print.titles import TitleBreaks
from tests.writers.print.extraction import document_texts, month_texts


def pieces(s: str, *spans: Span) -> list[Any]:
    """The pieces of a text with some spans, and nothing corrected."""
    apparatus: Any = SimpleNamespace(fixes=lambda _: [], doubts=lambda _: [], turns=lambda _: [])
    text = Text.raw(s)
    return Pieces().of(Line("paragraph", text, runs=runs_of(text, apparatus, Notes("v-1"), spans)))


def test_months_and_documents_hold_every_text_in_its_order(rows: list[dict[str, Any]], made: Product) -> None:
    for row, some in zip(rows, made.chapters, strict=True):
        for (month, chapter), own in zip(some.parts, row["months"], strict=True):
            assert "".join(said.text for said in month_texts(own)) == given(chapter.lines()), own["id"]
            assert [e.reading for e in month.entries] == [
                "\n".join(plain(one["text"]) for one in entry["blocks"]) for entry in own["entries"]
            ]
        for (_, chapter), own in zip(some.documents, row["documents"], strict=True):
            assert "".join(said.text for said in document_texts(own)) == given(chapter.lines()), own["id"]


def test_notes_are_numbered_in_the_order_of_their_first_marks(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        for month in row["months"]:
            marks = [
                run["note"]
                for entry in month["entries"]
                for some in [*entry.get("above", []), entry.get("label", []), *(one["text"] for one in entry["blocks"])]
                for run in some
                if isinstance(run, dict) and "note" in run and not run.get("again")
            ]
            assert marks == [note["n"] for note in month["notes"]], month["id"]
            assert len({note["said"] for note in month["notes"]}) == len(month["notes"])


def test_notes_name_volumes_by_their_titles(rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]
    for row in rows:
        for part in (*row["months"], *row["documents"]):
            for note in part["notes"]:
                assert not any(one in note["said"] for one in ids), note


def test_a_joining_dash_and_a_middle_dot_are_kept_with_what_they_follow() -> None:
    assert pieces("计划（2021—2022年）") == ["计划（", {"t": "2021—", "k": 1}, "2022年）"]
    assert pieces("中国·海西") == ["中", {"t": "国·", "k": 1}, "海西"]


def test_a_double_dash_is_not_kept() -> None:
    assert pieces("——坚持党的领导") == ["——坚持党的领导"]


def test_a_run_in_head_and_an_index_mark() -> None:
    made = pieces("一是增强。下文", Span(0, 5, "runin"), Span(5, 7, "link", "person", "x"))
    assert made == [{"t": "一是增强。", "b": 1}, {"mark": ["person:x"]}, "下文"]


def test_a_title_breaks_between_words_and_behind_a_comma() -> None:
    corpus = ["项目管理办法", "政府投资项目", "加快转型升级，建设体系"] * 20
    titles = TitleBreaks(corpus)
    title = "关于印发市级政府投资项目管理办法的通知"
    cut = titles.breaks(title, longest=11)
    assert len(cut) == 1
    assert title[cut[0] - 1 : cut[0] + 1] not in ("项目", "管理", "办法", "投资", "政府")
    assert titles.breaks("第五章 加快转型升级，建设有竞争力的体系", longest=16) == [11]
    assert titles.breaks("短题", longest=16) == []


def test_lines_of_a_title_page() -> None:
    assert title_lines("东海市大事记（2021）") == ["东海市大事记", "（2021）"]
    assert title_lines("公报 2021年第2期") == ["公报", "2021年第2期"]
