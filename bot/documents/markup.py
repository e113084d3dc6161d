"""The text of a cell without the markup that converters leave in it: HTML tags, entities, Markdown emphasis."""

from __future__ import annotations

import html
import re

_SUPERSCRIPT = re.compile(r"<sup\b[^<>]{0,80}>(.{0,40}?)</sup\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>]*/?>|<!--.{0,200}?-->", re.DOTALL)
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|sub|small|mark|s|del|ins)\b[^<>]*>", re.IGNORECASE)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]*[^\s*_])\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_LONGEST = 20_000  # characters that are read of a cell; no note is longer
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def plain(cell: str) -> str:
    """What a reader sees, on one line: tags and emphasis gone, entities resolved, spaces tidied.

    A star that is not emphasis stays (`0*` marks a footnote); digits in `<sup>` become raised digits, so that a footnote
    mark never joins the number it stands at.
    """
    text = cell[:_LONGEST]
    if "<" in text:
        text = _SUPERSCRIPT.sub(lambda found: _INLINE.sub("", found[1]).translate(_RAISED), text)
        text = _TAG.sub(" ", _INLINE.sub("", text))
    if "&" in text:
        text = html.unescape(text)
    if "*" in text or "_" in text:
        text = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", text))
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return " ".join(text.replace("\u00ad", "").replace("\ufeff", "").replace("\u200b", "").split())
