"""Text that attacks templates, scripts, markup and Markdown; harmless where it works."""

from __future__ import annotations

from typing import Final

STRINGS: Final = (
    "{{7*191}}",
    "{% x",
    "{# x",
    "<img src=x onerror=window.top.__x=1>",
    "<svg onload=window.top.__x=1>",
    "</script><script>window.top.__x=1</script>",
    "${window.top.__x=1}",
    "`;window.top.__x=1;`",
    "'+(window.top.__x=1)+'",
    '"+(window.top.__x=1)+"',
    "![a](http://127.0.0.1:9/p.png)",
    "[x](javascript:window.top.__x=1)",
    "US$a and US$b",
    ":red[x] :material/home: **bold** `code`",
    "# x ~~y~~ | z | 1. w",
    "www.evil.example https://evil.example/p a@evil.example",
    "a -> b <- c -- d >= e <= f ~= g :smile: :+1: :100: :streamlit: :material_home:",
)
TEXT: Final = " ".join(STRINGS)
EVALUATED: Final = "1337"  # 7*191: what a template engine would make of the first
