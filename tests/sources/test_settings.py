"""The public address from `mkdocs.yml`, whatever else stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.sources.settings import settings


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("", ""),
        ("site_name: 年鉴\n", ""),
        ("site_url: https://a.example/b\n", "https://a.example/b/"),
        ("site_url: !ENV [NO_SUCH_NAME, YEARBOOK_URL, 'https://c.example']\n", "https://d.example/"),
        ("site_url: !ENV [NO_SUCH_NAME, 'https://c.example']\n", "https://c.example/"),
        ("site_url: !ENV YEARBOOK_URL\n", "https://d.example/"),
        ("site_url: https://e.example\nhooks: !relative $docs_dir\nslug: !!python/name:a.b\n", "https://e.example/"),
        # What is no YAML is for MkDocs to speak of.
        ("site_url: [\n", ""),
        ("- 年鉴\n", ""),
    ],
)
def test_the_address(said: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YEARBOOK_URL", "https://d.example")
    monkeypatch.delenv("NO_SUCH_NAME", raising=False)
    (tmp_path / "mkdocs.yml").write_text(said, "utf-8")
    assert settings(tmp_path).address == address


def test_without_the_file_there_is_no_address(tmp_path: Path) -> None:
    assert settings(tmp_path).address == ""
