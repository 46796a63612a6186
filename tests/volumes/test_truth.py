"""The reading text against what people read in the raw files."""

from __future__ import annotations

import json

import pytest

from builder.commands.build import Product
from tests.volumes.truth_cases import CHECKS, TRUTH, Rows, cases, failures

VOLUMES = sorted(p.stem for p in TRUTH.glob("*-*.json"))
_rows: dict[str, Rows] = {}


@pytest.mark.parametrize("volume", VOLUMES)
@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_what_was_read_by_eye(volume: str, kind: str, made: Product) -> None:
    if volume not in _rows:
        _rows[volume] = Rows(volume, made.data, made.docs)
    wrong = failures(volume, kind, _rows[volume])
    assert not wrong, f"{len(wrong)} of {len(cases(volume, kind))}:\n" + "\n".join(wrong[:30])


def test_every_kind_of_case_is_checked() -> None:
    for volume in VOLUMES:
        every = json.loads((TRUTH / f"{volume}.json").read_text("utf-8"))["cases"]
        assert {case["kind"] for case in every} <= set(CHECKS)
        assert len(every) >= 60
