"""Titles in 《》, the documents that bear them, and the entries that announce them."""

from __future__ import annotations

from typing import Any

from builder.model.linkage import Linkage


def test_announced_by_all_of_them_none_false(linkage: Linkage, truth: Any) -> None:
    wanted = {(d, e) for e, documents in truth("announced")["announced"].items() for d in documents}
    found = {(d, e) for d, entries in linkage.announced.items() for e in entries}
    assert found == wanted
    assert not linkage.checks, "every announcement bears the day of signing"


def test_titles_that_a_meeting_discussed(linkage: Linkage, truth: Any) -> None:
    """An entry that names a document here leads to it, whether it announces it or not; no other does."""
    data = truth("announced")
    wanted = {(e, d) for part in ("announced", "discussed") for e, ds in data[part].items() for d in ds}
    found = {(e, t.document) for e, titles in linkage.mentions.items() for t in titles if t.document}
    assert found == wanted
