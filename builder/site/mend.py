"""What Material's base template brings that its blocks cannot leave out: taken away from the finished page.

Ours are the navigation, the search, the schemes; so its toggles, dialogs and inline scripts have no use,
and a content security policy without `unsafe-inline` would refuse the scripts.
"""

from __future__ import annotations

import re

_LEFTOVERS = (
    re.compile(r'<input class="md-toggle"[^>]*>'),
    re.compile(r'<label class="md-overlay"[^>]*></label>'),
    re.compile(r'<div data-md-component="(?:skip|announce)">.*?</div>', re.DOTALL),
    re.compile(r'<div class="md-dialog".*?</div>\s*</div>', re.DOTALL),
    # A script without `src` runs inline; one with a data type is data.
    re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>.*?</script>", re.DOTALL),
)
_FRAME = re.compile(r'<div class="md-container" data-md-component="container">')
_MAIN = re.compile(
    r'<main class="md-main" data-md-component="main">\s*<div class="md-main__inner md-grid">(.*)</div>\s*</main>',
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t]*\n\s*")


def mend(html: str, kind: str) -> str:
    """The page without the leftovers; `kind` becomes a class of its body."""
    for leftover in _LEFTOVERS:
        html = leftover.sub("", html)
    html = html.replace('<html lang="zh" class="no-js">', '<html lang="zh-Hans">', 1)
    html = re.sub(r'<body dir="ltr">', f'<body class="kind-{kind}">', html, count=1)
    html = _FRAME.sub('<div class="frame">', html, count=1)
    html = _MAIN.sub(lambda found: f'<main id="main" tabindex="-1">{found[1]}</main>', html, count=1)
    return _SPACE.sub("\n", html)
