"""The gate over everything that is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.private import card_number, gate_files, masked, private
from builder.commands.build import Product, decided

TEXT_KINDS = {".html", ".json", ".js", ".xml", ".csv", ".txt", ".md", ".css", ".svg", ".webmanifest"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("身份证11010519491231002X。", "card"),
        ("联系人电话13812345678", "mobile"),
        ("电话：138-1234-5678", "mobile"),
        *((f"电话1{second}012345678", "mobile") for second in range(3, 10)),
        ("公共邮箱密码：Abc12345", "password"),
        ("口令为: hunter22", "password"),
        ("电话１３８１２３４５６７８", "mobile"),
        ("手机138－１２３４－5678", "mobile"),
        ("身份证１１０１０５１９４９１２３１００２Ｘ。", "card"),
        ("密码：Ａｂｃ１２３４５", "password"),
    ],
)
def test_finds(text: str, kind: str) -> None:
    assert [k for _, k, _ in private(text)] == [kind]
    said = [str(f) for f in gate_files({"page.md": text}, frozenset())]
    assert len(said) == 1
    assert said[0].startswith("page.md:1  gate.private  holds a")
    assert not any(secret in said[0] for _, _, secret in private(text))


@pytest.mark.parametrize(
    "text",
    [
        "电话0356-2198496",
        "密码管理局",
        "密码：■■■■■■■",
        "东政发〔2021〕13号",
        "110105194912310021",
        "总长13812345678.5米",
    ],
)
def test_lets_through(text: str) -> None:
    assert list(private(text)) == []


def test_a_message_of_an_editors_text_shows_no_digit() -> None:
    assert masked("电话１３８１２３４５６７８，市长热线12345") == "电话■■■■■■■■■■■，市长热线12345"


def test_check_digit() -> None:
    assert card_number("11010519491231002X")
    assert not card_number("110105194912310021")


def test_what_is_decided_passes() -> None:
    assert list(gate_files({"a": "13812345678"}, frozenset({"13812345678"}))) == []


def test_pages_and_data(root: Path, made: Product) -> None:
    assert [str(f) for f in gate_files(made.docs | made.data, decided(root))] == []


def test_the_finished_site(root: Path, site: Path) -> None:
    files = {
        p.relative_to(site).as_posix(): p.read_text("utf-8")
        for p in sorted(site.rglob("*"))
        if p.is_file() and p.suffix in TEXT_KINDS
    }
    assert len(files) > 50
    assert [str(f) for f in gate_files(files, decided(root))] == []
