"""What things are called in every output."""

from __future__ import annotations

import pytest

from builder.edition.names import opening
from builder.model.volume import Month


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        ([], "2022年3月"),
        (["3月"], "2022年"),
        (["2022年3月"], ""),
        (["2022年", "3月"], ""),
        (["三月"], "2022年3月 · "),
        (["城建大事"], "2022年3月 · "),
        (["民国三十八年三月"], "2022年3月 · "),
    ],
)
def test_what_the_headings_of_a_month_leave_unsaid_stands_in_front_of_them(headings: list[str], said: str) -> None:
    assert opening(Month("chronicle-2022/2022-03", 2022, 3, []), headings) == said
