"""The rows of prints hold the model's texts, each once, whatever stands between their characters."""

from __future__ import annotations

from typing import Any

from builder.edition.book import title_lines
from builder.edition.read import Read
from builder.engine.text import Text
from builder.writers.print.runs import Mark, Runs, plain
from builder.writers.print.titles import Titles
from tests.writers.print.extraction import document_texts, job_texts, month_texts


class NoApparatus:
    """Nothing corrected, nothing doubtful, no page turned."""

    def fixes(self, text: Text) -> list[Any]:
        return []

    doubts = turns = fixes


def runs(s: str, **options: Any) -> list[Any]:
    apparatus: Any = NoApparatus()
    return Runs(apparatus).of(Text.raw(s), **options)


def squeezed(texts: Any) -> list[str]:
    return sorted(said for text in texts if (said := "".join(text.split())))


def test_months_and_documents_hold_every_text_once(rows: list[dict[str, Any]], reads: dict[str, Read]) -> None:
    for row in rows:
        volume = reads[row["id"]].volume
        for month, made in zip(volume.months, row["months"], strict=True):
            assert squeezed(t.s for t in month.texts()) == squeezed(s.text for s in month_texts(made)), made["id"]
            assert [e.reading for e in month.entries] == [
                "\n".join(plain(one) for one in entry["paragraphs"]) for entry in made["entries"]
            ]
        for document, made in zip(volume.documents, row["documents"], strict=True):
            expected = sorted("".join("".join(t.s.split()) for t in document.texts()))
            assert expected == sorted("".join(s.text for s in document_texts(made))), made["id"]
        whole = sorted("".join("".join(t.s.split()) for t in volume.texts()))
        assert whole == sorted("".join(s.text for s in job_texts("book", row))), row["id"]


def test_notes_are_numbered_in_the_order_of_their_marks(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        for month in row["months"]:
            marks = [
                run["note"]
                for entry in month["entries"]
                for some in [entry.get("above", []), entry.get("label", []), *entry["paragraphs"]]
                for run in some
                if isinstance(run, dict) and "note" in run
            ]
            assert marks == [note["n"] for note in month["notes"]], month["id"]


def test_notes_name_volumes_by_their_titles(rows: list[dict[str, Any]]) -> None:
    ids = [row["id"] for row in rows]
    for row in rows:
        for part in (*row["months"], *row["documents"]):
            for note in part["notes"]:
                assert not any(one in note.get("see", "") for one in ids), note


def test_a_joining_dash_and_a_middle_dot_are_kept_with_what_they_follow() -> None:
    assert runs("计划（2021—2022年）") == ["计划（", {"t": "2021—", "k": 1}, "2022年）"]
    assert runs("中国·山西") == ["中", {"t": "国·", "k": 1}, "山西"]


def test_a_double_dash_is_not_kept() -> None:
    assert runs("——坚持党的领导") == ["——坚持党的领导"]


def test_a_run_in_head_and_an_index_mark() -> None:
    made = runs("一是增强。下文", head=5, marks=[Mark(5, "person:x")])
    assert made == [{"t": "一是增强。", "b": 1}, {"mark": ["person:x"]}, "下文"]


def test_a_title_breaks_between_words_and_behind_a_comma() -> None:
    corpus = ["项目管理办法", "政府投资项目", "加快转型升级，建设体系"] * 20
    titles = Titles(corpus)
    title = "关于印发市级政府投资项目管理办法的通知"
    cut = titles.breaks(title, longest=11)
    assert len(cut) == 1
    assert title[cut[0] - 1 : cut[0] + 1] not in ("项目", "管理", "办法", "投资", "政府")
    assert titles.breaks("第五章 加快转型升级，建设有竞争力的体系", longest=16) == [11]
    assert titles.breaks("短题", longest=16) == []


def test_lines_of_a_title_page() -> None:
    assert title_lines("晋城市大事记（2021）") == ["晋城市大事记", "（2021）"]
    assert title_lines("公报 2021年第2期") == ["公报", "2021年第2期"]
