"""The text of a Word paragraph as it is seen: runs joined, tracked changes applied, footnote marks raised."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from bot.documents.package import attribute, local

WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "AlternateContent", "Choice"})
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "Fallback", "tbl", "rt", "docPr"}
)
_TAKEN_AWAY = frozenset({"vanish", "strike", "dstrike"})  # crossed out by hand means what a tracked deletion means
_OFF = frozenset({"0", "false", "off"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INVISIBLE = str.maketrans({"\u00ad": None, "\u200b": None, "\ufeff": None, "\u00a0": " "})


@dataclass(slots=True)
class Words:
    """What a paragraph leaves behind: its text boxes, and how many notes were referred to so far."""

    boxes: list[ET.Element] = field(default_factory=list)
    notes: int = 0

    def take_boxes(self) -> list[ET.Element]:
        """The text boxes anchored in the paragraphs read since the last call."""
        taken, self.boxes = self.boxes, []
        return taken


def paragraph_lines(paragraph: ET.Element, words: Words) -> list[str]:
    """The lines of a paragraph in composed letters, broken only where its author broke them; blank ones left out."""
    parts: list[str] = []
    _collect(paragraph, parts, words, raised=False)
    text = unicodedata.normalize("NFC", "".join(parts).translate(_INVISIBLE))
    return [line for part in text.split("\n") if (line := " ".join(part.split()))]


def _collect(element: ET.Element, parts: list[str], words: Words, *, raised: bool) -> None:
    for child in element:
        match local(child.tag):
            case "t":
                text = child.text or ""
                parts.append(text.translate(_RAISED) if raised else text)
            case "r":
                hidden, is_raised = _looks(child)
                if not hidden:
                    _collect(child, parts, words, raised=is_raised)
            case "tab" | "ptab":
                parts.append(" ")
            case "br" | "cr":
                parts.append("\n")
            case "noBreakHyphen":
                parts.append("-")
            case "sym":
                parts.append(_symbol(child))
            case "footnoteReference" | "endnoteReference":
                words.notes += 1
                parts.append(str(words.notes).translate(_RAISED))
            case "txbxContent":
                words.boxes.append(child)
            case name if name in _LEFT_OUT:
                continue
            case _:
                _collect(child, parts, words, raised=raised)


def _looks(run: ET.Element) -> tuple[bool, bool]:
    """Whether a run is hidden or crossed out, and whether it is raised above the line."""
    hidden = raised = False
    for properties in run:
        if local(properties.tag) != "rPr":
            continue
        for part in properties:
            name = local(part.tag)
            if name in _TAKEN_AWAY:
                hidden = hidden or attribute(part, "val") not in _OFF
            elif name == "vertAlign":
                raised = attribute(part, "val") == "superscript"
            elif name == "rStyle" and "reference" in (attribute(part, "val") or "").lower():
                raised = True
    return hidden, raised


def _symbol(element: ET.Element) -> str:
    """A character of a symbol font: those of the private area are drawings without a meaning in text."""
    code = attribute(element, "char") or ""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if number < 0xE000 else " "  # noqa: PLR2004  where the private area begins
