"""All prints of the yearbook, made once for the tests of this folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from builder.commands.build import Product
from builder.edition.book import Edition
from builder.edition.read import Read
from builder.records.yearbook import Yearbook
from builder.writers.print.jobs import Job, jobs
from builder.writers.print.press import Press

Rows = list[dict[str, Any]]


@pytest.fixture(scope="session")
def rows(everything: tuple[list[Read], Product]) -> Rows:
    """The rows of all volumes, with their links."""
    return [json.loads(said) for said in everything[1].prints.values()]


@pytest.fixture(scope="session")
def all_jobs(rows: Rows) -> dict[str, Job]:
    """Every job by its id."""
    return {job.id: job for job in jobs(rows)}


@pytest.fixture(scope="session")
def press() -> Press:
    """The press for A4."""
    return Press("a4", edition=Edition(Yearbook(edition="0.0.0")))


@pytest.fixture(scope="session")
def prints(all_jobs: dict[str, Job], press: Press, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every PDF by the id of its job."""
    folder = tmp_path_factory.mktemp("prints")
    made = {}
    for name, job in all_jobs.items():
        made[name] = folder / f"{name.replace('/', '_')}.pdf"
        made[name].write_bytes(press.pdf(job))
    return made
