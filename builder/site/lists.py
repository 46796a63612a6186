"""Index pages: the months of a person as a small chart, years as rows."""

from __future__ import annotations

import re

_MONTHS = re.compile(r'<ul class="months">(.*?)</ul>', re.DOTALL)
_ITEM = re.compile(r"<li>(\d{4})年(\d{1,2})月 <b>(\d+)</b></li>")
_STEPS = 12


def set_months(source: str) -> str:
    """The list of months (2021年3月 43) as a table of years and months, with a bar for each month."""
    return _MONTHS.sub(lambda found: _grid(found[1]), source)


def _grid(items: str) -> str:
    counts = {(int(y), int(m)): int(n) for y, m, n in _ITEM.findall(items)}
    if not counts:
        return ""
    most = max(counts.values())
    heads = "".join(f'<th scope="col">{month}月</th>' for month in range(1, 13))
    rows = []
    for year in sorted({year for year, _ in counts}):
        cells = "".join(_cell(counts.get((year, month), 0), most) for month in range(1, 13))
        rows.append(f'<tr><th scope="row">{year}</th>{cells}</tr>')
    table = (
        f'<thead><tr><th scope="col"><span class="sr">年</span></th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody>'
    )
    box = '<div class="table" tabindex="0" role="group" aria-label="各月条数">'
    return f'{box}<table class="grid small">{table}</table></div>'


def _cell(count: int, most: int) -> str:
    return f'<td class="h{max(1, round(count / most * _STEPS))}">{count}</td>' if count else "<td></td>"
